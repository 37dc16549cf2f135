"""What is explained of an event."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from fixture import site
from story import CLASH

from according.explaining.events import of_event
from according.model import Precision
from according.overrides import Overrides


@pytest.fixture
def corpus():
    """The invented site, as far as an event is explained by it."""
    made = site()
    return SimpleNamespace(linked=made.linked, events=made.events, config=made.config, overrides=Overrides())


def test_the_claims_of_an_event_stand_with_their_ids(corpus):
    """No page shows them, and a correction may name each."""
    event = corpus.events.events[CLASH]
    lines = "\n".join(of_event(CLASH, corpus))
    assert event.claims
    assert all(f"    {claim}: " in lines for claim in event.claims)


def test_a_day_that_nobody_tells_is_the_day_of_the_report(corpus):
    """In words, not as a precision."""
    event = replace(corpus.events.events[CLASH], precision=Precision.UNKNOWN)
    corpus.events = replace(corpus.events, events={CLASH: event})
    when = next(line for line in of_event(CLASH, corpus) if line.startswith("  When"))
    assert when == f"  When: reported {event.start.day} {event.start:%B %Y}"
