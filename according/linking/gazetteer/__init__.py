"""The gazetteer: every place that an offline package knows, in one SQLite file that is quick to open."""

from __future__ import annotations

from according.linking.gazetteer.entry import Entry, Hit, How
from according.linking.gazetteer.lookup import Gazetteer
from according.linking.gazetteer.opening import fingerprint, open_gazetteer

__all__ = ["Entry", "Gazetteer", "Hit", "How", "fingerprint", "open_gazetteer"]
