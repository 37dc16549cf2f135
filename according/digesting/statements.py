"""Claims of one source that say the same become one statement, shown once with everything that carries it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from according.digesting.antecedents import antecedent
from according.digesting.record import Record
from according.digesting.wording import Wording, containment, names_differ, opposed, overlap
from according.memo import FORGETFUL, Memo
from according.model import Carrier, Claim, Statement

# Passages with fewer content words than this say the same only when they are the same words.
ENOUGH = 4
# Shares of content words, over both passages and of the shorter one; picked by reading merged pairs (docs/quality.md).
SAME_OVERLAP = 0.7
SAME_CONTAINMENT = 0.9
SAME_LENGTH = 0.8  # how much shorter a passage may be that the longer contains
LESS = 0.5  # the same where the longer has every content word of the shorter
LONG = 60  # words; a longer variant is not preferred for being fuller


@dataclass(frozen=True, slots=True)
class Groups:
    """Which claims are one statement, and who makes it."""

    of_claim: Mapping[str, str]  # claim -> the first claim of its group
    speaker: Mapping[str, str | None]  # first claim of a group -> source
    antecedents: Mapping[str, str]  # claim -> whom the pronoun at its start stands for, where that is sure
    memo: Memo  # keeps statements: the same one stands on the pages of its event, source, places and actors

    def are_one(self, record: Record, one: Claim, other: Claim) -> bool:
        """Whether two claims are made by one source, or by such as count as one."""
        makers = [self.speaker[self.of_claim[c.id]] for c in (one, other)]
        return len({m and record.principal(m) for m in makers}) == 1


def group_claims(record: Record, memo: Memo = FORGETFUL) -> Groups:
    """Every claim of the corpus in its group; pairs are tried within a family and where they share a rare word."""

    def belong(article: str) -> Iterator[tuple[str, str]]:
        return ((record.family(record.claims[id_]), id_) for id_ in record.claims_of[article])

    families = memo.index("families", record.claims_of, belong)

    def grouped(family: str) -> dict[str, tuple[str | None, tuple[str, ...]]]:
        found = _groups(record, [record.claims[id_] for id_ in families[family]])
        return {g[0].id: (g[0].source, tuple(c.id for c in g)) for g in found}

    groups = memo.collect("groups of claims", families, grouped)
    return Groups(
        memo.derive("group of claim", lambda: {id_: first for first, (_, ids) in groups.items() for id_ in ids}),
        memo.derive("speakers", lambda: {first: speaker for first, (speaker, _) in groups.items()}),
        memo.collect("antecedents", record.claims_of, partial(_antecedents, record)),
        memo,
    )


def _antecedents(record: Record, article: str) -> dict[str, str]:
    found = ((id_, antecedent(record, record.claims[id_])) for id_ in record.claims_of[article])
    return {id_: words for id_, words in found if words}


def _groups(record: Record, claims: list[Claim]) -> list[list[Claim]]:
    """Complete-link groups: a claim joins only where it says the same as every claim already there."""
    claims = sorted(claims, key=lambda c: (record.originals[c.article] != c.article, record.order(c), c.id))
    common: dict[str, int] = defaultdict(int)
    for claim in claims:
        for term in _keys(record.words[claim.id]):
            common[term] += 1
    groups: list[list[Claim]] = []
    by_term: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        keys = sorted(_keys(record.words[claim.id]), key=lambda t: (common[t], t))
        rarest = keys[: max(1, len(keys) // 2 + 1)]
        candidates = sorted({g for key in rarest for g in by_term[key]})
        home = next((g for g in candidates if all(says_same(record, claim, other) for other in groups[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(claim)
        for key in keys:
            if home not in by_term[key]:
                by_term[key].append(home)
    return groups


def _keys(words: Wording) -> frozenset[str]:
    return words.terms or frozenset({words.text.lower()})


def says_same(record: Record, one: Claim, other: Claim) -> bool:
    """Whether two claims of one source say the same: same numbers, polarity and names, and nearly the same words."""
    if (one.stance == "denies") != (other.stance == "denies"):
        return False
    return alike(record.words[one.id], record.words[other.id])


def alike(one: Wording, other: Wording) -> bool:
    """Whether two passages say the same in nearly the same words."""
    if one.text == other.text:
        return True
    short, long = sorted((len(one.terms), len(other.terms)))
    if one.negated != other.negated or one.numbers != other.numbers or short < ENOUGH:
        return False
    inside = containment(one.terms, other.terms)
    near = (short >= SAME_LENGTH * long and inside >= SAME_CONTAINMENT) or (
        short > ENOUGH and short >= LESS * long and inside == 1
    )
    same = near or overlap(one.terms, other.terms) >= SAME_OVERLAP
    return same and not names_differ(one, other) and not opposed(one, other)


def make_statements(record: Record, groups: Groups, claims: Iterable[Claim]) -> tuple[Statement, ...]:
    """The statements that some claims make, first report first."""
    together: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (record.order(c), c.id)):
        together[groups.of_claim[claim.id]].append(claim.id)
    return tuple(
        groups.memo.trace("statement", tuple(ids), partial(_statement, record, groups, tuple(ids)))
        for ids in together.values()
    )


def _statement(record: Record, groups: Groups, ids: tuple[str, ...]) -> Statement:
    claims, speaker = [record.claims[id_] for id_ in ids], groups.speaker[groups.of_claim[ids[0]]]
    shown = max(claims, key=lambda c: _fullness(record.words[c.id]))  # of equals the first told
    source = record.source(speaker)
    return Statement(
        source=speaker,
        source_name=source.name if source else shown.source_name,
        claim=shown.id,
        stance=shown.stance,
        hedged=shown.hedged,
        voice=shown.voice,
        carriers=tuple(carrier(record, c) for c in claims),
        antecedent=groups.antecedents.get(shown.id, ""),
        figures=shown.figures,
    )


def _fullness(words: Wording) -> int:
    """How much a variant tells; beyond the length of a lead it is not better for being longer."""
    return len(words.terms) if words.length <= LONG else 0


def carrier(record: Record, claim: Claim) -> Carrier:
    """The article in which a claim stands, and where."""
    copy = record.originals[claim.article] != claim.article
    return Carrier(claim.article, claim.id, claim.content, claim.via, copy)
