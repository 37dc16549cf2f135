"""Addresses: a short ASCII slug of a name, never empty."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from anyascii import anyascii
from slugify import slugify

LONGEST = 80  # characters; file systems allow 255 bytes a name, and an address should be readable


@lru_cache(maxsize=1 << 16)
def slug(name: str) -> str:
    """A name's slug; a name without letters gets a short hash, so that no address is empty."""
    made = slugify(anyascii(name.replace("'", "").replace("’", "")), max_length=LONGEST, word_boundary=True)
    return made or "x" + hashlib.sha256(name.encode("utf8", "surrogatepass")).hexdigest()[:8]
