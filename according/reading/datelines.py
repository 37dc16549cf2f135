"""Datelines: where, and by whom, a report was written, before its first sentence: "PORT ANSA, Ketterland (Wire) —"."""

from __future__ import annotations

import re

_PLACE = r"[A-ZÀ-Ž][A-ZÀ-Ž .,/'’-]{2,40}(?:, [A-Z][\w .]{1,25})?"
_AGENCY = r"(?: ?\([^()]{2,40}\))?"
# A hyphen inside a word is no dash: "NATO-led".
DATELINE = re.compile(rf"{_PLACE}{_AGENCY}\s?(?:[—–]\s*|--?(?:\s+|$))")
# The same before a colon, which stands behind other words in capitals as well.
COLONED = re.compile(rf"{_PLACE}{_AGENCY}:\s")
