"""Addresses of pages as people paste them."""

from __future__ import annotations

import re
from urllib.parse import unquote

KINDS = ("places", "actors", "sources", "events", "articles")
_ADDRESS = re.compile(rf"(?:.*/)?({'|'.join(KINDS)})/([^/?#\s]+)(?:/(?:index\.html)?)?(?:[?#].*)?")


def address_of(said: str) -> str:
    """The page that "places/kamyshly" means, with slashes or a file's name around it or as a URL; "" of other words."""
    found = _ADDRESS.fullmatch(unquote(said.strip()))
    return f"{found[1]}/{found[2]}" if found else ""
