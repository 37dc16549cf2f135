"""How a source puts what it says: the stance of its cue, whether it is negated, whether it is hedged."""

from __future__ import annotations

from collections.abc import Iterable

# Every stance that a claim may have, each with what it tells; part of the published data contract.
STANCES = (
    "says",  # tells, writes, reports, announces, describes
    "confirms",  # stands by what others said
    "denies",  # rejects, disputes, contradicts
    "accuses",  # accuses, blames
    "criticizes",  # condemns, complains, opposes
    "warns",
    "threatens",
    "demands",  # urges, orders, calls for
    "asks",
    "promises",  # vows, pledges, assures
    "agrees",  # agrees, consents, is willing
    "declines",  # refuses, declines to comment
    "admits",  # acknowledges, concedes, apologizes
    "claims",  # claims, alleges: the writer keeps a distance
    "argues",  # argues, insists, maintains
    "suggests",  # suggests, implies, proposes, offers
    "supports",  # endorses, praises, thanks
    "doubts",  # doubts, questions, wonders
    "believes",  # thinks, believes, considers
    "expects",
    "hopes",
    "fears",  # fears, worries
    "intends",  # wants, plans, seeks, decides
    "estimates",  # estimates, predicts, calculates
    "finds",  # finds, rules, determines: after looking into it
    "shows",  # a document, a picture or figures show it
    "seems",  # seems, appears: nobody answers for it
)

# What a negated cue amounts to: "did not confirm" is no confirmation, "has not denied" no denial.
NEGATED = {
    "confirms": "declines",
    "agrees": "declines",
    "admits": "denies",
    "believes": "doubts",
    "supports": "criticizes",
}

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without", "hardly", "barely"})

# Words by which a writer does not vouch for what follows. "May" and "probably" are part of what is said, not of the
# way in which it is passed on.
HEDGES = frozenset(
    "allegedly reportedly apparently purportedly supposedly presumably seemingly ostensibly reputedly unconfirmed "
    "unverified alleged purported supposed suspected rumored rumoured seem seems seemed appear appears appeared".split()
)
# How far into a content a hedge still speaks for the whole of it.
HEDGE_REACH = 12
# Verbs that lead into a refusal: "declined to comment", "would not say".
REFUSALS = frozenset({"decline", "refuse"})


def is_negated(words: Iterable[str]) -> bool:
    """Whether a cue is negated: "did not say", "never denied"."""
    return any(w.lower() in NEGATIONS for w in words)


def is_hedged(cue: Iterable[str], content: Iterable[str]) -> bool:
    """Whether cue or beginning of the content keep a distance: "appears to show", "allegedly"."""
    opening = [w for _, w in zip(range(HEDGE_REACH), content, strict=False)]
    return any(w.lower() in HEDGES for w in (*cue, *opening))


def stance_of(entry: str, lemmas: Iterable[str], *, negated: bool) -> str:
    """The stance of a cue from that of its word, the lemmas of its other words, and its negation."""
    if REFUSALS.intersection(lemmas):
        return "declines"
    return NEGATED.get(entry, entry) if negated else entry
