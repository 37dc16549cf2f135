"""Names of persons and bodies -> actors: one page each, however they are spelled."""

from __future__ import annotations

from according.linking.actors.links import ActorLinks
from according.linking.actors.resolving import resolve_actors

__all__ = ["ActorLinks", "resolve_actors"]
