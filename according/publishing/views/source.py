"""The page of one source: everything it says, by event; who cites it; how often it stands alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from according.model import Source, SourceKind, Statement
from according.publishing.views.corrections import source_correction
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import ArticleLine, Correction, EventCard, Ref, Strip
from according.publishing.views.statements import StatementView, all_shown, chapter
from according.publishing.views.strips import reports_strip

ARTICLES_SHOWN = 60
SHOWN = 12  # statements a chapter before the rest is folded


@dataclass(frozen=True, slots=True)
class Words:
    """What a source says of one event, or outside all of them."""

    anchor: str
    event: EventCard | None
    lead: tuple[StatementView, ...]
    rest: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class Cites:
    """Somebody who cites, or is cited, and in how many articles."""

    source: Ref
    articles: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of one source."""

    page: Page
    name: str
    kind: str
    label: str | None
    actor: Ref | None
    article: Ref | None  # for an unnamed source: the one article that it belongs to
    copies: Ref | None
    statements: int
    articles: tuple[ArticleLine, ...]
    more_articles: int
    events: int
    only: int
    words: tuple[Words, ...]
    cited_by: tuple[Cites, ...]
    cites: tuple[Cites, ...]
    strip: Strip | None
    correction: Correction


def source_view(desk: Desk, source: Source, page: Page) -> SourceView:
    """One source's page."""
    said = desk.register.digest.sources.get(source.id, ())
    articles = _articles(desk, source, said)
    return SourceView(
        page=page,
        name=source.name,
        kind=desk.words.title("source_kind", source.kind),
        label=source.label,
        actor=desk.actor(source.actor) if source.actor else None,
        article=desk.article(source.article) if source.article and source.kind is not SourceKind.OUTLET else None,
        copies=desk.source(source.copies) if source.copies else None,
        statements=sum(len(ss) for _, ss in said),
        articles=tuple(desk.article_line(a) for a in articles[:ARTICLES_SHOWN]),
        more_articles=max(len(articles) - ARTICLES_SHOWN, 0),
        events=sum(1 for e, _ in said if e in desk.register.briefs),
        only=desk.register.only(source.id),
        words=tuple(_words(desk, e, ss) for e, ss in said if ss),
        cited_by=_cited_by(desk, source, said),
        cites=_cites(desk, source),
        strip=reports_strip(desk, articles),
        correction=source_correction(desk, source),
    )


def _words(desk: Desk, event: str | None, said: tuple[Statement, ...]) -> Words:
    shown = all_shown(desk, said)
    card = desk.event(event) if event is not None and event in desk.register.briefs else None
    return Words(chapter(event if card else None), card, shown[:SHOWN], shown[SHOWN:])


def _articles(desk: Desk, source: Source, said: tuple[tuple[str | None, tuple[Statement, ...]], ...]) -> list[str]:
    """The articles in which a source is heard, and for an outlet those that it published; by date."""
    found = {c.article for _, ss in said for s in ss for c in s.carriers}
    found |= set(desk.register.published.get(source.id, ()))
    known = desk.linked.articles
    return sorted(found & set(known), key=lambda a: known[a].appeared)


def _cited_by(
    desk: Desk, source: Source, said: tuple[tuple[str | None, tuple[Statement, ...]], ...]
) -> tuple[Cites, ...]:
    """The outlets in whose articles a source is heard, itself left out."""
    articles = {c.article for _, ss in said for s in ss for c in s.carriers}
    counts = Counter(o for a in articles if (o := desk.register.outlets.get(a)) and o != source.id)
    return _counted(desk, counts)


def _cites(desk: Desk, source: Source) -> tuple[Cites, ...]:
    """For an outlet: the named sources that its articles cite."""
    return _counted(desk, Counter(desk.register.cited.get(source.id, ())))


def _counted(desk: Desk, counts: Counter[str]) -> tuple[Cites, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Cites(desk.source(s, s), n) for s, n in ordered)
