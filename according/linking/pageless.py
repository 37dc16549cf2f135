"""Names that lead to no page, and how many of them a correction took away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from according.linking.forms import fold
from according.linking.headings import counted
from according.model import Linked


def pageless(linked: Linked) -> dict[str, list[str]]:
    """By folded form, the article of each name in a text, or in a title alone, that leads nowhere."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in linked.articles:
        for form in _pageless_in(linked, article):
            found[form].append(article)
    return dict(found)


def taken_away(forms: Collection[str], before: Mapping[str, Sequence[str]], linked: Linked) -> Counter[str]:
    """By article, how many names of some folded forms led nowhere and are none any more."""
    gone = Counter(article for form in forms for article in before.get(form, ()))
    for article in list(gone):
        gone[article] -= sum(form in forms for form in _pageless_in(linked, article))
    return +gone


def _pageless_in(linked: Linked, article: str) -> list[str]:
    return [fold(m.text) for text in counted(linked, article) for m in text if m.entity is None]
