"""Corrections of events before they have a name: what nobody corrects stays as it is."""

from __future__ import annotations

from datetime import date

from newsroom import Written, corpus

from according.events.correcting import correct_drafts
from according.events.drafts import make_draft
from according.overrides import EventOverride

ARTICLES = {
    "week": Written("Fire in Port Ellis", date(2021, 5, 5), ["A fire in Port Ellis.", "A vote in Darna."]),
    "vote": Written("Darna votes", date(2021, 5, 5), ["Darna votes."]),
}
LINKED = corpus(ARTICLES)
FIRE = make_draft([("week", 0)], {"week"}, LINKED)
VOTE = make_draft([("week", 1), ("vote", 0)], {"vote"}, LINKED)


def test_title_stays_with_the_event_that_it_is_about() -> None:
    """A compilation's headline about its fire does not stand over the vote that it also tells of."""
    assert correct_drafts([FIRE, VOTE], ["fire", "vote"], {}, LINKED).drafts == (FIRE, VOTE)


def test_event_that_includes_another_has_its_titles() -> None:
    """Merged, both articles have their headline from the event."""
    rule = EventOverride("fire", "overrides/events.yaml", 1, includes=("vote",))
    merged = correct_drafts([FIRE, VOTE], ["fire", "vote"], {"fire": rule}, LINKED)
    (whole,) = merged.drafts
    assert whole.titled == ("vote", "week")
    assert len(whole.sentences) == len(FIRE.sentences) + len(VOTE.sentences)
