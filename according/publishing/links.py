"""Addresses: where each page stands, and relative links that hold at any path prefix and from ``file://``."""

from __future__ import annotations

import hashlib
from functools import cache
from urllib.parse import quote

HOME = "index.html"


def page(kind: str, id_: str = "") -> str:
    """The path of a page from the site's root: ``events/<id>/index.html``; without an id the kind's own page."""
    return f"{kind}/{id_}/index.html" if id_ else f"{kind}/index.html"


def sentence(article: str, index: int) -> str:
    """The path of one sentence of an article, the address of a receipt."""
    return f"{page('articles', article)}#s{index}"


@cache
def root_of(path: str) -> str:
    """The way from a page up to the site's root: ``../../`` for ``events/<id>/index.html``, nothing for the home."""
    return "../" * path.count("/")


@cache
def short(id_: str) -> str:
    """A short name for something with a long one, for anchors of which a page has dozens."""
    return hashlib.blake2b(id_.encode(), digest_size=4).hexdigest()


def relative(origin: str, target: str) -> str:
    """The link from one page to another, its anchor included; within a page the anchor alone."""
    path, hash_, anchor = target.partition("#")
    if path == origin and hash_:
        return f"#{anchor}"
    return root_of(origin) + target


def folder(path: str) -> str:
    """A page's address on a web server, without ``index.html``."""
    return path.removesuffix("index.html")


def absolute(site_url: str, path: str) -> str:
    """The address of a path on the web; of a page that of its folder."""
    return site_url.rstrip("/") + "/" + quote(folder(path))


def is_web_address(url: str | None) -> bool:
    """Whether an address that somebody brings can be linked: a file may claim anything, "javascript:" among it."""
    return bool(url) and str(url).startswith(("https://", "http://"))
