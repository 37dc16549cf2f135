"""Which way a text runs: every name and quotation in its own direction, whatever the page's.

HTML's ``dir="auto"`` goes by the first letter, which sets an English paragraph that begins with a Hebrew name from
right to left; here most letters decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from according.publishing.views.reference import Ref

# Hebrew, Arabic, Syriac, Thaana, NKo and their like, and scripts of the past (Unicode, bidirectional classes R, AL).
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
TAG = re.compile(r"<[^>]*>")


class Direction:
    """The attribute that lets a text run its own way; pages are full of names, so only where it is not the page's."""

    def __init__(self, page: str) -> None:
        self._page = page
        self.link = lru_cache(maxsize=65536)(self._link)

    def __call__(self, text: str) -> Markup:
        """`` dir="rtl"``, or nothing where the text runs as the page does; tags in the text do not count."""
        if self._page == "ltr" and (text.isascii() or not RIGHT_TO_LEFT.search(text)):
            return Markup("")
        letters = [bool(RIGHT_TO_LEFT.match(c)) for c in TAG.sub("", text) if c.isalpha()]
        right = sum(letters)
        way = "rtl" if 2 * right > len(letters) else "ltr"
        if not letters or (way == self._page and right in (0, len(letters))):
            return Markup("")
        return Markup(' dir="{}"').format(way)

    def _link(self, ref: Ref) -> Markup:
        """A name with its link, where it has a page; far the most frequent thing on pages, hence no macro."""
        if ref.href is None:
            return Markup("<span{}>{}</span>").format(self(ref.text), ref.text)
        return Markup('<a href="{}"{}>{}</a>').format(ref.href, self(ref.text), ref.text)

    def links(self, refs: Iterable[Ref]) -> Markup:
        """Names with their links, one after the other."""
        return Markup(", ").join(map(self.link, refs))
