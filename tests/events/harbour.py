"""Two reports on a ferry, one on a budget and a compilation of both, and their events as other stages see them."""

from __future__ import annotations

import dataclasses
from datetime import date

from newsroom import Written, actor, corpus, place

from according.events import find_events
from according.events.ledger import Ledger
from according.model import EventSet, Linked
from according.overrides import EventOverride, Overrides

FERRY = [
    "The ferry Aurora capsized in Port Ellis on Monday with passengers and crew aboard.",
    "Lifeboats rescued passengers of the ferry Aurora from the harbour of Port Ellis.",
    "The captain of the Aurora was questioned by harbour police in Port Ellis.",
]
FERRY_AGAIN = [
    "Passengers were rescued by lifeboats after the Aurora ferry capsized in Port Ellis on Monday.",
    "Harbour police questioned the captain of the Aurora about the capsized ferry.",
]
BUDGET = [
    "Parliament in Norton rejected the pension budget of minister Ada Quist on Tuesday.",
    "Minister Ada Quist called the pension budget vote in parliament a setback for the coalition.",
    "Coalition lawmakers in Norton demanded that Quist amend the pension budget.",
]
TIMES = {"Monday": date(2021, 5, 3), "Tuesday": date(2021, 5, 4)}
TRIGGERS = {"capsized": "accident", "vote": "policy", "budget": "policy", "rejected": "policy"}
DAY = date(2021, 5, 5)


def newsroom(**more: Written) -> Linked:
    """Two reports on a ferry, one on a budget, and a compilation of both."""
    articles = {
        "ferry": Written("Ferry Aurora capsizes in Port Ellis", DAY, FERRY),
        "ferry-again": Written("Aurora passengers rescued in Port Ellis", DAY, FERRY_AGAIN),
        "budget": Written("Norton parliament rejects pension budget", DAY, BUDGET),
        "week": Written("What happened", DAY, [*BUDGET[:2], *FERRY[:2]]),
        **more,
    }
    return corpus(
        articles,
        places=[place("Port Ellis"), place("Norton")],
        actors=[actor("Ada Quist")],
        triggers=TRIGGERS,
        times=TIMES,
    )


def found(linked: Linked, rules: dict[str, EventOverride] | None = None, ledger: Ledger | None = None) -> EventSet:
    """The events of a corpus."""
    return find_events(linked, Overrides(events=rules or {}), ledger or Ledger())[0]


def rule(key: str, **said: object) -> dict[str, EventOverride]:
    """One entry of events.yaml."""
    return {key: dataclasses.replace(EventOverride(key, "events.yaml", 1), **said)}


def main(events: EventSet, article: str) -> str:
    """The main event of an article."""
    return events.of_article[article][0]
