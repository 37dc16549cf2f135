"""Names in a row, as many of them as one sentence has room for."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 10


def listed(names: Sequence[str]) -> str:
    """Some names with commas between; of too many the first, and how many there are."""
    more = f", … ({len(names)})" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"
