"""What corrections did is told in fixed sentences, in every language of ours."""

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import get_args

import pytest
from fixture import site
from story import CLASH, MARCH

from according.console import Console, Loudness
from according.linking.entries import Entered
from according.linking.forms import fold
from according.model import Deed, Doing, Effect, EventSet
from according.publishing.effects import KILOMETRES, STATEMENTS, in_force, keys_of, told
from according.publishing.layout import OURS
from according.publishing.pages import Pages
from according.publishing.views.corrections import in_force as shown
from according.publishing.views.corrections import place_correction, told_of
from according.publishing.views.desk import Desk
from according.publishing.views.register import Register
from according.publishing.words import read_words
from according.telling import tell_changes


def effect(*deeds, file="places.yaml", line=3, key="Qamishli"):
    """One entry."""
    return Effect(f"overrides/{file}", line, key, deeds)


WORDS = read_words([OURS], "en")
SPANS = {"date": ("2020-02-12", "2020-02-13/2020-02-14")}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_deed_has_its_sentence(language):
    """With both of its parts, and without what was there before."""
    words = read_words([OURS], language)
    for what in get_args(Doing):
        parts = ("", "12.5") if what in KILOMETRES else SPANS.get(what, ("Old", "New"))
        for old in {parts[0], ""}:
            text = told(effect(Deed(what, old, parts[1], 2, 1)), words)
            assert "{" not in text
            assert words.count("statements" if what in STATEMENTS else "mentions", 2) in text


def test_a_correction_is_told_in_one_sentence():
    """Names as they are, numbers counted in words, one deed after the other."""
    deeds = (
        Deed("rename", "Kamyshly", "Qamishli", 14, 3),
        Deed("move_pin", "", "12.0"),
        Deed("kind", "person", "armed_force"),
    )
    assert told(effect(*deeds), read_words([OURS], "en")) == (
        "renames “Kamyshly” to “Qamishli”: 14 mentions in 3 articles; has its pin moved by 12 km; "
        "is of the kind “armed_force”, not “person”"
    )


def test_a_page_tells_what_corrections_of_others_did_to_it():
    """With the way to the page that has what it had; what is told of the page itself comes first."""
    made = site()
    one, other = sorted(made.linked.places)[:2]
    own, took = effect(Deed("set_pin"), key="One"), effect(Deed("take", "One", "Other", 2, 1), key="Other")
    linked = replace(
        made.linked, effects={f"places/{one}": (own,)}, touched={f"places/{one}": ((f"places/{other}", took),)}
    )
    desk = Desk(Register(replace(made, linked=linked), read_words([OURS], "en")), "../../")
    first, second = place_correction(desk, linked.places[one]).told
    assert (first.does, first.by) == ("has a pin", None)
    assert second.does == "takes over some of what was “One”: 2 mentions in 1 article"
    assert (second.by.text, second.by.href) == (linked.places[other].name, f"../../places/{other}/index.html")


def test_who_is_taken_away_is_named_by_the_entry():
    """Ada Holm is no name, and not the Holm whose page it is told on."""
    made = site()
    page = f"places/{min(made.linked.places)}"
    for key in ("Ada Holm", made.linked.places[page.partition("/")[2]].name):
        gone = effect(Deed("ignore", "", key, 3, 2), key=key)
        desk = Desk(Register(replace(made, linked=replace(made.linked, effects={page: (gone,)})), WORDS), "../../")
        (one,) = told_of(desk, page)
        assert (one.entry.text, one.by) == (f"“{key}”", None)
        assert shown(desk, page, gone).about.text == key


def test_after_a_build_it_is_told_how_many_more_there_are(capsys):
    """Twenty have a line."""
    made, kept = site(), {}
    store = SimpleNamespace(get=kept.get, put=lambda key, value, note: kept.update({key: value}))
    for count in (0, 25):
        effects = {f"places/p{n}": (effect(Deed("label", "", "x"), line=n, key=f"P{n}"),) for n in range(count)}
        linked = replace(made.linked, effects=effects)
        tell_changes(linked, EventSet({}, {}, {}, {}), made.config, store, Console(Loudness.NORMAL))
    *lines, more, total = capsys.readouterr().err.splitlines()
    assert len(lines) == 20
    assert more.startswith("and 5 more; build.py review prints")
    assert total.startswith("25 corrections in force")


def test_what_is_counted_depends_on_the_file():
    """Sources make statements, events are told in sentences."""
    words = read_words([OURS], "en")
    assert told(effect(Deed("merge", "a", "b", 1, 1), file="sources.yaml"), words).endswith("1 statement in 1 article")
    assert told(effect(Deed("include", "a", "", 2, 2), file="events.yaml"), words).endswith("2 sentences in 2 articles")


@pytest.fixture
def corrected():
    """The invented site with a correction of its first place, one that is told on two pages, and a vain one."""
    made = site(repository="https://github.com/a/b")
    first = min(made.linked.places)
    twice = effect(Deed("hide", "", "X", 1, 1), line=2, key="X")
    effects = {f"places/{first}": (effect(Deed("set_pin")), twice), "places/x": (twice,), "": (effect(key="Y"),)}
    return replace(made, linked=replace(made.linked, effects=effects)), first


def test_what_is_in_force_is_told_once_by_file_and_name(corrected):
    """In whatever order the entries stand; and what does nothing is not in force."""
    made, first = corrected
    assert [(page, e.key) for page, e in in_force(made.linked, made.events)] == [
        (f"places/{first}", "Qamishli"),
        (f"places/{first}", "X"),
    ]


def test_a_page_tells_its_own_corrections(corrected):
    """With the file and the entry's name, and the way into an editor; other pages tell nothing."""
    made, first = corrected
    desk = Desk(Register(made, read_words([OURS], "en")), "../../")
    found = place_correction(desk, made.linked.places[first]).told
    assert [(t.where.text, t.entry.text, t.does) for t in found] == [
        ("overrides/places.yaml", "“Qamishli”", "has a pin"),
        ("overrides/places.yaml", "“X”", "has no page: 1 mention in 1 article"),
    ]
    assert found[0].where.href == "https://github.com/a/b/edit/main/overrides/places.yaml"
    other = max(made.linked.places)
    assert place_correction(desk, made.linked.places[other]).told == ()


@pytest.mark.parametrize("file", ["places.yaml", "actors.yaml"])
def test_a_page_knows_whether_its_name_has_an_entry_already(corrected, file):
    """Another entry of that name would be a mistake; one of the other file is none."""
    made, first = corrected
    place = made.linked.places[first]
    own = effect(Deed("set_pin"), file=file, line=7, key=place.name)
    linked = replace(made.linked, effects={f"places/{first}": (effect(Deed("set_pin")), own)})
    desk = Desk(Register(replace(made, linked=linked), read_words([OURS], "en")), "../../")
    assert place_correction(desk, place).there == ("overrides/places.yaml" if file == "places.yaml" else None)


def test_a_page_offers_no_second_entry_of_its_name(corrected):
    """Where the other file has the name, the line for that sort goes into the entry, which is pointed at."""
    made, first = corrected
    place = made.linked.places[first]
    other = Entered(place.name.upper(), 10, own=True, kind=True)
    for said, words in (
        ({}, "Then this name in actors.yaml, with kind: organization below it"),
        ({f"actors.yaml {fold(place.name)}": other}, f"below “{other.key}:”, which is in overrides/actors.yaml"),
    ):
        desk = Desk(Register(replace(made, said=said), read_words([OURS], "en")), "../../")
        assert words in place_correction(desk, place).yaml
    own = {f"places.yaml {fold(place.name)}": replace(other, line=4)}
    bare = replace(made, said=own, linked=replace(made.linked, effects={}))
    assert place_correction(Desk(Register(bare, desk.words), "../../"), place).there == "overrides/places.yaml"


def test_a_correction_leads_to_its_page_where_there_is_one(corrected):
    """An entry that took its page away leads nowhere."""
    made, first = corrected
    desk = Desk(Register(made, read_words([OURS], "en")), "../")
    assert shown(desk, f"places/{first}", effect()).about.href == f"../places/{first}/index.html"
    assert shown(desk, "places/x", effect(key="X")).about == replace(shown(desk, "", effect(key="X")).about)
    assert shown(desk, "places/x", effect(key="X")).about.href is None


@pytest.mark.parametrize(
    ("file", "said", "deeds", "keys"),
    [
        ("places.yaml", ("aliases", "not"), (Deed("part", "", "B", 1, 1), Deed("part_pin", "", "B")), ("not",)),
        ("places.yaml", ("aliases", "not"), (Deed("rename", "A", "B", 1, 1), Deed("apart", "", "B")), ()),
        ("places.yaml", ("kind",), (Deed("kind", "a", "b"),), ()),
        ("places.yaml", (), (Deed("part", "", "B", 1, 1),), ()),  # an alias of some articles could have done it
        ("actors.yaml", ("kind", "hide"), (Deed("hide", "", "A"), Deed("retitle", "a", "b")), ("hide",)),
        ("events.yaml", ("type", "title"), (Deed("kind", "clash", "attack"),), ("type",)),
        ("events.yaml", ("type", "without"), (Deed("release", "A", "a"), Deed("leave_out", "", "")), ("without",)),
    ],
)
def test_of_an_entry_the_keys_are_told_that_did_it(corrected, file, said, deeds, keys):
    """Where others beside them did not, and where it is known; else all of the entry is to be deleted."""
    told_of = effect(*deeds, file=file)
    assert keys_of(told_of, said) == keys
    made = replace(corrected[0], said={f"{file} qamishli": Entered("Qamishli", 3, own=True, keys=said)})
    desk = Desk(Register(made, read_words([OURS], "en")), "../../")
    assert shown(desk, "", told_of).keys == ", ".join(f"“{key}”" for key in keys)
    assert shown(desk, "", replace(told_of, key="qamishli")).keys == ""  # which speaks of other articles


def test_the_title_of_another_event_stands_once_where_it_is_a_link(corrected):
    """Behind what is told of it; one without a page is named in the sentence."""
    desk = Desk(Register(corrected[0], read_words([OURS], "en")), "../../")
    left = effect(Deed("release", "The march", MARCH), Deed("title", "A", "B"), file="events.yaml", key=CLASH)
    told_here = shown(desk, f"events/{CLASH}", left)
    assert told_here.does == f"is titled “B”, not “A”; makes an event of what it leaves out ({MARCH})"
    assert [ref.href for ref in told_here.see] == [f"../../events/{MARCH}/index.html"]
    came = shown(desk, f"events/{MARCH}", replace(left, deeds=(Deed("released", "", "The clash"),)))
    assert (came.does, len(came.see)) == ("was left out of another event", 1)
    pageless = shown(desk, f"events/{CLASH}", replace(left, deeds=(Deed("release", "The fire", "gone"),)))
    assert pageless.does == "makes an event of that: “The fire” (gone)"
    assert told(left, desk.words).startswith(f"makes an event of that: “The march” ({MARCH}); is titled")


def test_a_page_that_was_taken_away_tells_how_to_take_that_back(corrected):
    """As others do."""
    page = Pages(corrected[0]).taken_away({})["places/x/index.html"].decode()
    assert re.search(r"overrides/places.yaml</a></code>, <span>“X”</span>", page)
    assert "To take it back, delete it there and build again." in page
