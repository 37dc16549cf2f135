"""What takes a page away of which an entry speaks: the fewest names, in the file of what the machine alone has."""

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.away import to_ignore
from according.linking.corpus import link
from according.model import EventSet
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

TEXT = "Rain fell on Al Qasim, Al-Qaseem and Al Qasim. Ola Amara saw Hamou burn. The Harbour Union (HU) left."
MARKS = (place("Al Qasim"), place("Al-Qaseem"), person("Ola Amara", "title"))
MARKS += (body("Harbour Union", "kind word"), body("HU", "acronym"))


def entry(name, file, *aliases, **more):
    """One entry."""
    return EntityOverride(name, f"overrides/{file}.yaml", 1, aliases=tuple(map(AliasRule, aliases)), **more)


ENTRIES = {
    "renamed place": (entry("Al-Qaseem", "places", "Al Qasim"), {"places.yaml": {"Al Qasim"}}),
    "person": (entry("Ola Amara", "places", kind="village"), {"actors.yaml": {"Ola Amara"}}),
    "no name": (entry("Hamou", "places", kind="village"), {}),
    "body": (entry("HU", "actors", kind="group"), {"actors.yaml": {"Harbour Union", "HU"}}),
    "place that is somebody": (entry("Al Qasim", "actors", kind="group"), {"places.yaml": {"Al Qasim"}}),
}


@pytest.fixture
def linked(tmp_path):
    """Under entries by file: the corpus, and what is said of them."""
    with small_gazetteer(tmp_path) as gazetteer:

        def made(**rules):
            overrides = Overrides(**{file: {rule.name: rule for rule in of} for file, of in rules.items()})
            found = link({"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}, gazetteer, overrides)
            return found, unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)

        yield made


@pytest.mark.parametrize("case", ENTRIES)
def test_what_is_offered_in_place_of_an_entry_takes_its_page_away(linked, case):
    """Without a warning, and no line of it is needless."""
    rule, names = ENTRIES[case]
    file = "places" if "places" in rule.file else "actors"
    found, _ = linked(**{file: [rule]})
    (entity,) = (e for e in {**found.places, **found.actors}.values() if e.name == rule.name)
    own, others = to_ignore(entity, found.away)
    offered = {f"{file}.yaml": {*own}, **{other: {*of} for other, of in others}}
    assert {other: of for other, of in offered.items() if of} == names
    ignored = {
        other.removesuffix(".yaml"): [entry(name, other.removesuffix(".yaml"), ignore=True) for name in of]
        for other, of in offered.items()
    }
    after, problems = linked(**ignored)
    mentioned = {e.name for e in (*after.places.values(), *after.actors.values())}
    assert mentioned.isdisjoint({rule.name, *(form.text for form in entity.forms)})
    assert problems == ()


def test_what_only_the_articles_of_its_entry_tell_from_another_is_taken_away_by_no_name(tmp_path):
    """A name would be the other's, which has it in all other articles."""
    texts = {"one": "Rain fell on Al Qasim.", "two": "Al Qasim wept."}
    rule = EntityOverride("Qasim Two", "overrides/places.yaml", 1, aliases=(AliasRule("Al Qasim", ("two",)),))
    with small_gazetteer(tmp_path) as gazetteer:
        notes = {id_: annotated(text, place("Al Qasim")) for id_, text in texts.items()}
        articles = {id_: article(text, id_) for id_, text in texts.items()}
        found = link(articles, notes, gazetteer, Overrides(places={rule.name: rule}))
    (own,) = (e for e in found.places.values() if e.name == rule.name)
    assert to_ignore(own, found.away) == ((), ())
