"""Two entries about one page: nothing that people say is parted or dropped without being told."""

import re

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.corpus import link
from according.model import EventSet
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

TEXT = "Rain fell on Al Qasim and Al-Qaseem, then on Springfield. Minister Raed al-Saleh of the Harbour Board came; "
TEXT += "Raed Saleh went. The village of Khirbet Zedan, or Khirbat Zedan, or Khirbet Zeddan, is far."
NAMES = (
    place("Khirbet Zedan"),
    place("Khirbat Zedan"),
    place("Khirbet Zeddan"),
    place("Al Qasim"),
    place("Al-Qaseem"),
    place("Springfield"),
    person("Raed al-Saleh"),
    person("Raed Saleh"),
)


@pytest.fixture
def warned(tmp_path):
    """The lines and messages of what is warned of; each entry stands on the line of its place."""
    with small_gazetteer(tmp_path) as gazetteer:

        def told(file, *rules):
            entries = {name: EntityOverride(name, file, i, **what) for i, (name, what) in enumerate(rules, 1)}
            overrides = Overrides(**{file: entries})
            found = link(
                {"one": article(TEXT)}, {"one": annotated(TEXT, *NAMES, body("Harbour Board"))}, gazetteer, overrides
            )
            problems = unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)
            return [(p.line, p.message, p.remedy) for p in problems]

        yield told


def said(name, **what):
    """One entry, with something that the program does not find by itself."""
    return name, {"wikidata": f"Q{len(name)}", **what}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("file", "pair", "message"),
    [
        ("places", ("Al Qasim", "Al-Qaseem"), "make two pages of what the program has on one"),
        ("actors", ("Raed al-Saleh", "Raed Saleh"), "make two pages of what the program has on one"),
    ],
)
def test_two_entries_about_one_page_are_told(warned, file, pair, message, order):
    """With both lines, and with what to do; whichever stands first."""
    first, second = pair[::order]
    ((line, told, remedy),) = warned(file, said(first), said(second))
    assert message in told
    assert f'"{(second, first)[line - 1]}" ' in told.replace(f'"{(first, second)[line - 1]}"', "", 1)
    assert f"(line {3 - line})" in told
    here, there = pair[::order][line - 1], pair[::order][2 - line]
    assert remedy == (
        f'Move what it says below "{there}", with aliases: [{here}]; or if they are two, write here not: [{there}].'
    )


@pytest.mark.parametrize(
    ("file", "rules"),
    [
        ("places", [said("Al Qasim", never=("Al-Qaseem",)), said("Al-Qaseem")]),
        ("places", [said("Al Qasim"), said("Al-Qaseem", never=("Al Qasim",))]),
        ("actors", [said("Raed al-Saleh", never=("Raed Saleh",)), said("Raed Saleh")]),
        ("places", [said("Al Qasim", aliases=(AliasRule("Al-Qaseem"),)), said("Springfield")]),
        ("actors", [said("Raed al-Saleh"), said("Harbour Board")]),
    ],
)
def test_what_is_parted_or_another_page_is_left_alone(warned, file, rules):
    """A person has said that they are two, or the program has two pages."""
    assert warned(file, *rules) == []


ALIASES = {
    name: {"aliases": (AliasRule(name),)} for name in ("Khirbat Zedan", "Khirbet Zeddan", "Al-Qaseem", "Al Qasim")
}


@pytest.mark.parametrize(
    ("file", "rules"),
    [
        ("places", [said("Al Qasim"), said("Al-Qaseem")]),
        ("places", [said("Al-Qaseem", hide=True), said("Al Qasim", at=(10.4, 20.5))]),
        ("places", [said("Qasim Town", **ALIASES["Al-Qaseem"]), said("Old Qasim", **ALIASES["Al Qasim"])]),
        ("places", [said("Khirbet Zedan"), said("Khirbat Zedan")]),
        ("places", [said("Upper Zed", **ALIASES["Khirbat Zedan"]), said("Khirbet Zedan")]),
        ("places", [said("Upper Zed", **ALIASES["Khirbat Zedan"]), said("Zed", **ALIASES["Khirbet Zeddan"])]),
        ("actors", [said("Raed al-Saleh"), said("Raed Saleh")]),
    ],
)
def test_what_to_do_with_two_entries_about_one_page_helps_as_it_is_written(warned, file, rules):
    """Either answer, pasted, leaves nothing to tell; so it is with names that only entries have."""
    ((line, _, remedy),) = warned(file, *rules)
    together, apart = (
        tuple(found[1].split(", ")) for key in ("aliases", "not") if (found := re.search(rf"{key}: \[(.*?)\]", remedy))
    )
    entries = dict(rules)
    here, there = rules[line - 1], rules[2 - line]
    assert apart == (there[0],)
    assert warned(file, *(entries | {here[0]: here[1] | {"never": apart}}).items()) == []
    aliases = (*there[1].get("aliases", ()), *map(AliasRule, together))
    assert warned(file, (there[0], {**here[1], **there[1], "aliases": aliases})) == []


def test_an_id_of_the_page_of_another_entry_is_told(warned):
    """No article writes its name, so that nothing is left but to say it below the other."""
    rules = said("Qasim Town", geonames=4), said("Old Qasim", **ALIASES["Al Qasim"])
    assert warned("places", *rules) == [
        (
            1,
            '"Qasim Town" is not obeyed: its page is that of "Old Qasim" (line 2).',
            'Move what it says below "Old Qasim".',
        )
    ]


def test_an_alias_does_not_part_a_page_silently(warned):
    """Of one village two pages would have the same entry of the gazetteer."""
    (told,) = warned("places", said("Qasim Town", aliases=(AliasRule("Al-Qaseem"),)), said("Al Qasim"))
    assert told[:2] == (2, '"Al Qasim" and "Qasim Town" (line 1) make two pages of what the program has on one.')
