"""What a name was decided to mean, article by article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from according.linking.gazetteer import Entry
from according.linking.toponyms.groups import Group
from according.linking.toponyms.ranking import Ranked, Reading
from according.linking.toponyms.relations import Relation
from according.model import Article
from according.overrides import EntityOverride

TOLD_APART = "kept apart by an override"
POSSIBLE = 0.1  # probability that a reading must have to stand in for another


@dataclass(frozen=True, slots=True)
class Decision:
    """A group and the place that it was decided to name; no entry: a place outside the gazetteer."""

    ranked: Ranked
    entry: Entry | None
    probability: float
    evidence: str
    override: EntityOverride | None = None
    borrowed: bool = False  # the entry is that of a form that is this place in some articles alone

    @property
    def group(self) -> Group:
        """The group that was decided on."""
        return self.ranked.group


@dataclass(frozen=True)
class ReadArticle:
    """One article with its decisions and with what its text puts where; both use the same indexes."""

    article: Article
    decisions: tuple[Decision, ...]
    relations: tuple[Relation, ...]

    @cached_property
    def left(self) -> tuple[Decision, ...]:
        """The decisions, by the same indexes, without what is no place, as a person says; that had a part in them."""
        return tuple(map(_left, self.decisions))


def _left(decision: Decision) -> Decision:
    group = decision.group.left
    return decision if group is decision.group else replace(decision, ranked=replace(decision.ranked, group=group))


def with_decisions(one: ReadArticle, decisions: tuple[Decision, ...]) -> ReadArticle:
    """The article with these decisions: itself, where they are its own."""
    same = all(a is b for a, b in zip(decisions, one.decisions, strict=True))
    return one if same else replace(one, decisions=decisions)


def reading_of(ranked: Ranked, entry: int) -> Reading | None:
    """The reading of a group as one of the gazetteer's places."""
    return next((r for r in ranked.readings if r.candidate and r.candidate.entry.id == entry), None)
