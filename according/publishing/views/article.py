"""The page of one article: the whole text, with who says what in it marked, and an anchor at every sentence."""

from __future__ import annotations

from dataclasses import dataclass

from according.model import Article
from according.publishing import links
from according.publishing.views.blocks import BlockView, KeyEntry, blocks, key_of
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Day, EventCard, Ref


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The page of one article."""

    page: Page
    title: str
    titled: bool
    language: str
    outlet: Ref
    outlet_stated: bool
    date: Day | None
    url: Ref | None
    file: str
    blocks: tuple[BlockView, ...]
    key: tuple[KeyEntry, ...]
    events: tuple[EventCard, ...]
    places: tuple[Ref, ...]
    actors: tuple[Ref, ...]
    copy_of: Ref | None
    repeated_by: tuple[Ref, ...]
    text: str


def article_view(desk: Desk, article: Article, page: Page) -> ArticleView:
    """One article's page."""
    register = desk.register
    key = key_of(desk, article.id)
    copy = register.events.copy_of.get(article.id)
    return ArticleView(
        page=page,
        title=article.title,
        titled=article.titled,
        language=article.language,
        outlet=desk.outlet(article.id),
        outlet_stated=bool(article.outlet),
        date=desk.published(article),
        url=_address(article.url) if article.url else None,
        file=article.file,
        blocks=blocks(desk, article, key),
        key=tuple(key.values()),
        events=desk.events(register.events.of_article.get(article.id, ())),
        places=_named(desk, article.id, "place"),
        actors=_named(desk, article.id, "actor"),
        copy_of=desk.article(copy) if copy else None,
        repeated_by=desk.known("articles", register.repeated.get(article.id, ())),
        text=f"{desk.root}articles/{article.id}/text.txt",
    )


def _address(url: str) -> Ref:
    """Where an article was published; only a web address becomes a link, whatever a file claims."""
    return Ref(url, url if links.is_web_address(url) else None)


def _named(desk: Desk, article: str, kind: str) -> tuple[Ref, ...]:
    """The places or actors that an article names, in the order of their first mention."""
    mentions = desk.linked.mentions.get(article, ())
    found = dict.fromkeys(m.entity for m in mentions if m.kind == kind and m.entity)
    return desk.known("places" if kind == "place" else "actors", found)
