"""Place names -> places: candidates from the gazetteer, ranked in the context of their article; the rest by parent."""

from __future__ import annotations

from according.linking.toponyms.resolving import PlaceLinks, resolve_places

__all__ = ["PlaceLinks", "resolve_places"]
