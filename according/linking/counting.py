"""How often articles name a place or an actor: in their texts, and in titles that do not stand in the text as well.

What is counted is what leads to a page: an adjective of a country in passing ("Turkish") is a spelling, and no mention.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from according.linking.actors.uses import clean_form
from according.linking.headings import in_title_alone
from according.linking.toponyms.groups import bare
from according.memo import FORGETFUL, Memo
from according.model import Actor, Article, Form, Mention, Place

Named = TypeVar("Named", Place, Actor)
Mentions = Mapping[str, Sequence[Mention]]  # by article
Counts = Mapping[tuple[str, str], Counter[str]]  # by kind and id of an entity, how often in which spelling


def count_spellings(
    articles: Mapping[str, Article], body: Mentions, titles: Mentions, memo: Memo = FORGETFUL
) -> Counts:
    """How often each place and actor is named in which spelling; the mentions are by article."""
    read = ((id_, (article, body.get(id_, ()), titles.get(id_, ()))) for id_, article in articles.items())
    return memo.gather("spellings", (), memo.recall_each("spellings counted", read, _of_article), _together)


def with_counts(entities: Mapping[str, Named], counts: Counts, memo: Memo = FORGETFUL) -> dict[str, Named]:
    """Places or actors with how often each of their spellings is counted, the commonest first."""
    kind = next((type(entity).__name__.lower() for entity in entities.values()), "")
    nothing = Counter[str]()
    rows = ((id_, (entity, counts.get((kind, id_), nothing))) for id_, entity in entities.items())
    return memo.recall_each(f"counted {kind}", rows, _with_counts)


def _of_article(article: Article, body: Sequence[Mention], titles: Sequence[Mention]) -> Counts:
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mention in (*body, *in_title_alone(article, body, titles)):
        if mention.entity:
            form = bare(mention.text) if mention.kind == "place" else clean_form(mention.text)
            counts[mention.kind, mention.entity][form] += 1
    return dict(counts)


def _together(_: tuple[str, str], parts: Mapping[str, Counter[str]]) -> Counter[str]:
    return sum(parts.values(), Counter[str]())


def _with_counts(entity: Named, counts: Counter[str]) -> Named:
    forms = (replace(form, count=counts[form.text]) for form in entity.forms)
    return replace(entity, forms=tuple(sorted(forms, key=_commonest)))


def _commonest(form: Form) -> tuple[int, str]:
    return -form.count, form.text
