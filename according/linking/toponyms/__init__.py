"""Place names -> places: candidates from the gazetteer, ranked in the context of their article; the rest by parent."""

from __future__ import annotations

from according.linking.toponyms.explaining import explain_place
from according.linking.toponyms.resolving import PlaceLinks, resolve_places

__all__ = ["PlaceLinks", "explain_place", "resolve_places"]
