"""An editor's lines part the stories of a compilation, and places tell apart what stands between them."""

from __future__ import annotations

from datetime import date

from newsroom import Written, corpus, place

from according.events import find_events
from according.events.ledger import Ledger
from according.model import BlockKind, EventSet, PlacePrecision
from according.overrides import Overrides

DAY = date(2021, 5, 5)
PLACES = [
    place("Port Ellis", parents=("westshire",)),
    place("Norton", parents=("westshire",)),
    place("Harbour Lane", parents=("port ellis", "westshire")),
    place("Westshire", PlacePrecision.AREA),
]
# One flood, told of two towns: the words are the same everywhere.
WEEK = [
    "The flood reached Port Ellis on Monday and volunteers carried sandbags.",
    "Comment: The Gazette reports on the flood.",
    "In Westshire volunteers carried sandbags against the flood.",
    "At Norton the flood broke a dam and volunteers fled.",
    "The flood also took the bakery.",
    "It later reached Port Ellis again.",
    "Comment: The Herald reports on the flood in Port Ellis.",
    "Volunteers carried sandbags to Harbour Lane in the flood.",
]
EDITORS = {1: BlockKind.COMMENT, 6: BlockKind.COMMENT}


def told(events: EventSet, sentence: int) -> str:
    """The event of a sentence of the compilation."""
    (event,) = events.of_claim[f"week-{sentence}"]
    return event


def found(sentences: list[str], kinds: dict[int, BlockKind]) -> EventSet:
    """The events of one compilation."""
    linked = corpus({"week": Written("The week", DAY, sentences, kinds)}, places=PLACES)
    return find_events(linked, Overrides(), Ledger())[0]


def test_paragraph_at_another_town_is_another_story() -> None:
    """What happened in Norton is no part of what happened in Port Ellis, though the words are the same."""
    events = found(WEEK, EDITORS)
    assert told(events, 3) != told(events, 0)


def test_story_comes_back_to_its_town() -> None:
    """Behind another editor's line, a street of the town goes on with the town's story."""
    events = found(WEEK, EDITORS)
    assert told(events, 7) == told(events, 6) == told(events, 0)


def test_paragraph_without_a_place_goes_on() -> None:
    """A paragraph that names no place, or opens with "It", stays with the one before."""
    events = found(WEEK, EDITORS)
    assert told(events, 4) == told(events, 5) == told(events, 3)


def test_article_without_editors_lines_stays_whole() -> None:
    """Towns alone do not part an article: a flood goes through many."""
    events = found([s for i, s in enumerate(WEEK) if i not in EDITORS], {})
    assert len(events.events) == 1


def test_compilation_meets_reports_of_its_stories() -> None:
    """An article of one town's flood is on the page of that part of the compilation."""
    report = Written("Dam breaks at Norton", DAY, ["At Norton the flood broke a dam.", "The flood took the bakery."])
    linked = corpus({"week": Written("The week", DAY, WEEK, EDITORS), "dam": report}, places=PLACES)
    events = find_events(linked, Overrides(), Ledger())[0]
    assert told(events, 3) == events.of_article["dam"][0] != told(events, 0)
