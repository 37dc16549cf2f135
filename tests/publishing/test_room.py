"""What the page of a source has room for, and that the way to the rest is there."""

from dataclasses import replace

import pytest
from fixture import site
from story import MARCH

from according.model import Account, EntityDigest, EventDigest
from according.publishing import links
from according.publishing.layout import OURS
from according.publishing.views.desk import Desk
from according.publishing.views.event import event_view
from according.publishing.views.page import new_page
from according.publishing.views.place import place_view
from according.publishing.views.register import Register
from according.publishing.views.room import FEW, LATEST, ROOM
from according.publishing.views.source import source_view
from according.publishing.words import read_words

EVENTS = 30


def crowded(source, each, outside=0, events=EVENTS):
    """The invented site with so many more events, of each of which a source says so much, and so much besides."""
    made = site()
    about = made.linked.sources[source]
    (statement,) = next(said for event, said in made.digest.sources["sample-gazette"] if event == MARCH)
    said = (replace(statement, source=source, source_name=about.name),) * each
    ids = [f"march-{n:02}" for n in range(events)]
    digest = EventDigest("", (Account(source, about.name, about.kind, said[:2], said[2:]),), (), (), (), 1)
    spoken = (*((e, said) for e in ids), *([(None, said[:1] * outside)] if outside else []))
    march = made.events.events[MARCH]
    return replace(
        made,
        events=replace(
            made.events, events=made.events.events | {e: replace(march, id=e, title=f"March {e}") for e in ids}
        ),
        digest=replace(
            made.digest,
            events={**made.digest.events, **{e: replace(digest, event=e) for e in ids}},
            sources={**made.digest.sources, source: spoken},
        ),
    )


def view_of(made, source):
    """The page of a source, and the desk that made it."""
    desk = Desk(Register(made, read_words([OURS], "en")), "../../")
    page = new_page(links.page("sources", source), "sources", source)
    return source_view(desk, made.linked.sources[source], page), desk


def told(words):
    """How many statements of a chapter stand on the page, folded or not."""
    return len(words.lead) + len(words.rest)


def test_an_outlet_of_few_words_has_them_all():
    """As many as one page has room for; nothing is left to say where the rest is."""
    view, _ = view_of(crowded("sample-gazette", 2), "sample-gazette")
    assert sum(told(w) for w in view.words) == view.statements == 2 * EVENTS <= ROOM
    assert not any(w.further for w in view.words)
    assert view.lines == ()


def test_an_outlet_of_many_words_shows_a_few_of_the_latest_events_and_links_to_the_rest():
    """The page of the event has all of them, at the account of this outlet; the others are a line each."""
    view, _ = view_of(crowded("sample-gazette", 9), "sample-gazette")
    assert [told(w) for w in view.words] == [FEW] * LATEST
    assert {w.further.place.text for w in view.words} == {f"{9 - FEW} more statements on the page of the event"}
    assert [w.event.id for w in (*view.words, *view.lines)] == [f"march-{n:02}" for n in range(EVENTS)]
    assert {w.further.place.text for w in view.lines} == {"9 statements on the page of the event"}
    assert view.lines[-1].further.place.href == "../../events/march-29/index.html#by-sample-gazette"


def test_what_has_no_page_to_stand_on_is_listed_by_article():
    """Outside all events, and where the page of the event has no room either; every statement is counted."""
    view, _ = view_of(crowded("sample-gazette", ROOM + 1, outside=ROOM, events=2), "sample-gazette")
    for words, count in zip(view.words, (ROOM + 1, ROOM + 1, ROOM), strict=True):
        assert words.further.place.text == f"{count - FEW} more statements in these articles"
        assert [(a.of.text, a.count) for a in words.further.articles] == [("Thousands march in Nahr City", count - FEW)]
        assert words.further.articles[0].of.href.startswith("../../articles/gazette-march/index.html#s")


def test_articles_beyond_the_first_are_a_number_with_a_link():
    """The page of an event lists its articles, the directory all."""
    made = crowded("sample-gazette", 1)
    (statement,) = made.digest.sources["sample-gazette"][0][1]
    article = made.linked.articles["gazette-march"]
    copies = {f"copy-{n:02}": replace(article, id=f"copy-{n:02}") for n in range(ROOM)}
    said = tuple(replace(statement, carriers=(replace(statement.carriers[0], article=a),)) for a in copies)
    made = replace(
        made,
        linked=replace(made.linked, articles=made.linked.articles | copies),
        digest=replace(made.digest, sources={**made.digest.sources, "sample-gazette": ((MARCH, said), (None, said))}),
    )
    march, outside = (w.further for w in view_of(made, "sample-gazette")[0].words)
    assert march.more is None  # the page of the event has the account
    left = ROOM - FEW - len(outside.articles)
    assert outside.more.text == f"{left} more"
    assert outside.more.href == "../../articles/index.html"


@pytest.mark.parametrize(("each", "shown"), [(9, 9), (ROOM, ROOM), (ROOM + 1, ROOM)])
def test_who_is_cited_has_all_its_words_within_reason(each, shown):
    """Nobody else's page has them; but hundreds on one event nobody reads."""
    view, _ = view_of(crowded("police", each), "police")
    assert {told(w) for w in view.words} == {shown}
    assert view.lines == ()
    assert [w.further.articles[0].count if w.further else 0 for w in view.words] == [each - shown] * EVENTS


def test_the_page_of_an_event_never_sends_to_a_page_that_sends_back():
    """Where neither page has room, the one of the source lists the articles, and the link says so."""
    made = crowded("sample-gazette", ROOM + 1)
    _, desk = view_of(made, "sample-gazette")
    page = new_page(links.page("events", "march-00"), "events", "March")
    (account,) = event_view(desk, made.events.events["march-00"], page).accounts
    assert account.elsewhere.text == (
        f"{ROOM - 1} more statements in the articles that the page of Sample Gazette lists"
    )
    assert account.elsewhere.href == "../../sources/sample-gazette/index.html#e-march-00"


@pytest.mark.parametrize(("each", "shown"), [(ROOM // EVENTS, EVENTS), (ROOM // EVENTS + 1, LATEST)])
def test_a_place_of_which_much_is_told_has_the_latest_events_and_a_line_for_the_others(each, shown):
    """The line says how much stands on the page of the event, and leads to the accounts there."""
    made = crowded("sample-gazette", each)
    ids = [e for e, _ in made.digest.sources["sample-gazette"]]
    told = EntityDigest("nahr-city", tuple((e, made.digest.events[e].accounts) for e in ids), ())
    place = made.linked.places["nahr-city"]
    made = replace(made, digest=replace(made.digest, places={place.id: told}))
    desk = Desk(Register(made, read_words([OURS], "en")), "../../")
    view = place_view(desk, place, new_page(links.page("places", place.id), "places", place.name))
    assert [c.event.id for c in view.chapters] == ids[:shown]
    assert [f.event.id for f in view.further_events] == ids[shown:]
    assert {f.told for f in view.further_events} <= {f"{each} statements of 1 source"}
