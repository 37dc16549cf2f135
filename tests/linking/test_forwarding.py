"""No address becomes nothing by a correction: it leads to where its page went, or it is known what took it away."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, place, said, small_gazetteer

from according.linking.corpus import link
from according.model import Label, SourceKind
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride

DEEDS = frozenset({"hide", "ignore", "silence"})


@pytest.fixture
def linked(tmp_path):
    """A corpus without corrections and with some."""
    with small_gazetteer(tmp_path) as gazetteer:

        def both(articles, notes, *rules):
            by_file = {file: {r.name: r for r in rules if r.file == f"{file}.yaml"} for file in ("places", "actors")}
            by_file["sources"] = {r.name: r for r in rules if isinstance(r, SourceOverride)}
            return [link(articles, notes, gazetteer, o) for o in (Overrides(), Overrides(**by_file))]

        yield both


def one(text, *marks, attributions=()):
    """A corpus of one article."""
    return {"one": article(text)}, {"one": replace(annotated(text, *marks), attributions=attributions)}


def spelled_in_two_ways():
    """A corpus whose village is in no gazetteer, so that the page has an address under its other spelling."""
    spelled = {"one": "Khirbat Zedd", "two": "Khirbet Zed"}
    texts = {"one": "Two died in Khirbat Zedd near Al Qasim.", "two": "Jets hit Khirbet Zed near Al Qasim."}
    notes = {a: annotated(text, place(spelled[a], "cue: village"), place("Al Qasim")) for a, text in texts.items()}
    return {a: article(text, a) for a, text in texts.items()}, notes


def a_place(name, **told):
    """A correction of a place."""
    return EntityOverride(name, "places.yaml", 7, **told)


def an_actor(name, **told):
    """A correction of an actor."""
    return EntityOverride(name, "actors.yaml", 7, **told)


def pages(found):
    """The addresses that have a page."""
    return {
        f"{kind}/{i}"
        for kind in ("places", "actors", "sources")
        for i, e in getattr(found, kind).items()
        if not e.hidden
    }


def taken(found):
    """The addresses of which it is told that somebody took their pages away."""
    return {p for p, effects in found.effects.items() if any(d.what in DEEDS for e in effects for d in e.deeds)}


def dead(alone, found):
    """The addresses of a corpus without corrections that are nothing with them."""
    known = pages(found) | taken(found) | found.emptied.keys() | found.left.keys()

    def is_dead(address):
        seen = set()
        while address in found.moved and address not in known | seen:
            seen.add(address)
            address = found.moved[address]
        return address not in known

    return {address for address in pages(alone) | alone.moved.keys() if is_dead(address)}


@pytest.mark.parametrize("ignored", [False, True])
def test_a_page_of_which_a_longer_name_has_all_words_leads_there(linked, ignored):
    """The longest of them is told to be renamed, others to be taken in, but for what is taken away by its name."""
    text = "Rain fell on Harbour Board for Inland Waters. The board slept."
    corpus = one(text, body("Harbour Board", "known name"), body("Inland Waters", "known name"))
    rules = [an_actor("Harbour Board for Inland Waters")]
    rules += [an_actor("Inland Waters", ignore=True)] if ignored else []
    alone, found = linked(*corpus, *rules)
    assert alone.actors.keys() == {"harbour-board", "inland-waters"}
    whole = "actors/harbour-board-for-inland-waters"
    assert found.moved["actors/harbour-board"] == whole
    assert found.moved.get("actors/inland-waters") == (None if ignored else whole)
    assert ("actors/inland-waters" in taken(found)) is ignored
    done = {(d.what, d.old, d.count) for effect in found.effects[whole] for d in effect.deeds}
    assert ("rename", "Harbour Board", 1) in done
    assert (("merge", "Inland Waters", 1) in done) is not ignored
    assert dead(alone, found) == set()


def test_a_source_that_only_passed_on_goes_with_its_actor(linked):
    """It said nothing that could go: those who speak for it belong to the longer name now."""
    text = "Inland Harbour Board officials said it rained."
    told = said(text, "Inland Harbour Board officials", "it rained", SourceKind.UNNAMED)
    corpus = one(text, body("Harbour Board", "known name"), attributions=(told,))
    alone, found = linked(*corpus, an_actor("Inland Harbour Board"))
    assert alone.claims["one"][0].via[-1] == "harbour-board"
    assert "harbour-board" not in {claim.source for claim in alone.claims["one"]}
    assert found.moved["sources/harbour-board"] == "sources/inland-harbour-board"
    assert dead(alone, found) == set()


@pytest.mark.parametrize(
    ("rule", "new"),
    [
        (a_place("Khirbat Zedd", ignore=True), "places/khirbat-zedd"),
        (a_place("Khirbat Zedd", hide=True), "places/khirbat-zedd"),
        (a_place("Zedburg", aliases=(AliasRule("Khirbat Zedd"), AliasRule("Khirbet Zed"))), "places/zedburg"),
        (an_actor("Khirbat Zedd", kind="organization"), "places/khirbat-zedd"),
    ],
)
def test_an_address_under_another_spelling_leads_to_what_became_of_the_page(linked, rule, new):
    """It led to the page before anybody corrected anything: to where that went, or to who took it away."""
    alone, found = linked(*spelled_in_two_ways(), rule)
    assert alone.moved == {"places/khirbet-zed": "places/khirbat-zedd"}
    assert found.moved["places/khirbet-zed"] == new
    assert dead(alone, found) == set()


def test_the_address_of_a_spelling_that_is_hidden_says_so(linked):
    """It led to the page that keeps the other spellings."""
    rule = a_place("Khirbet Zed", hide=True, never=("Khirbat Zedd",), at=(1.0, 2.0))
    alone, found = linked(*spelled_in_two_ways(), rule)
    assert "khirbat-zedd" in found.places
    assert "places/khirbet-zed" in taken(found)
    assert dead(alone, found) == set()


def test_a_page_that_another_correction_leaves_without_a_name_is_known(linked):
    """With what changed anything in the articles that named it: without its country the village is not told apart."""
    texts = {
        "one": "Rain fell on Tel Amara, Freedonia.",
        "two": "Snow fell on Port Haven.",
        "three": "Freedonia was dry.",
    }
    marks = {
        "one": (place("Tel Amara"), place("Freedonia")),
        "two": (place("Port Haven"),),
        "three": (place("Freedonia"),),
    }
    notes = {id_: annotated(text, *marks[id_]) for id_, text in texts.items()}
    rules = a_place("Old Hill", aliases=(AliasRule("Freedonia", ("one",)),)), a_place("Port Haven", kind="town")
    alone, found = linked({a: article(text, a) for a, text in texts.items()}, notes, *rules)
    assert "tel-amara" in alone.places
    assert found.left == {"places/tel-amara": ("places/old-hill",)}
    assert found.lost["tel amara"] == ("places/tel-amara",)
    assert dead(alone, found) == set()


def test_whom_people_call_no_source_under_a_name_that_they_gave_is_told(linked):
    """The pages that the name's spellings had as sources say so, and so do the addresses under other spellings."""
    text = "Ada Holmes said it rained. Holmes slept."
    told = said(text, "Ada Holmes", "it rained")
    corpus = one(text, ("Ada Holmes", Label.PERSON, "title"), attributions=(told,))
    named = an_actor("Ada Holm", aliases=(AliasRule("Ada Holmes"), AliasRule("Adah")))
    silenced = SourceOverride("Ada Holm", "sources.yaml", 3, ignore=True)
    alone, found = linked(*corpus, named, silenced)
    assert "sources/ada-holmes" in taken(found)
    (deed,) = (d for e in found.effects["sources/ada-holmes"] for d in e.deeds)
    assert (deed.what, deed.count) == ("silence", 1)
    assert found.moved["sources/adah"] == "sources/ada-holmes"
    assert dead(alone, found) == set()


def test_what_an_ignored_place_says_stays_its_own(linked):
    """It is not said by what has a name within it."""
    text = "Rain fell on Old Harbour, a town. Tel Old Harbour said it rained."
    told = said(text, "Tel Old Harbour", "it rained")
    marks = place("Tel Old Harbour", "cue: in"), place("Old Harbour", "cue: town")
    alone, found = linked(*one(text, *marks, attributions=(told,)), a_place("Tel Old Harbour", ignore=True))
    assert [c.source for c in alone.claims["one"]] == ["tel-old-harbour"]
    assert [c.source for c in found.claims["one"]] == [c.source for c in alone.claims["one"]]
    assert dead(alone, found) == set()


def test_what_is_hidden_says_so_where_people_had_given_it_a_page(linked):
    """No article's name led to the address before."""
    rule = a_place("Rain Hill", aliases=(AliasRule("Rain"),), kind="village", at=(10.5, 20.5))
    _, shown = linked(*one("Rain fell on Tel Amara.", place("Tel Amara")), rule)
    _, found = linked(*one("Rain fell on Tel Amara.", place("Tel Amara")), replace(rule, hide=True))
    assert "places/rain-hill" in pages(shown)
    assert dead(shown, found) == set()
