"""The page of one source: what it says, by event; who cites it; how often it stands alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from according.model import Source, SourceKind, Statement
from according.publishing import links
from according.publishing.views.corrections import source_correction
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import ArticleLine, Correction, EventCard, Ref, Strip
from according.publishing.views.statements import StatementView, account_href, all_shown, carrier_of, chapter
from according.publishing.views.strips import reports_strip

ARTICLES_SHOWN = 60
CITED_SHOWN = 60
LISTED = 12  # articles a chapter in which the statements stand for which the page has no room
SHOWN = 12  # statements a chapter before the rest is folded


@dataclass(frozen=True, slots=True)
class Count:
    """Somebody who cites or is cited, in how many articles; or an article, with how many statements."""

    of: Ref
    count: int


@dataclass(frozen=True, slots=True)
class Further:
    """Statements for which a page has no room: on the page of their event, or else in articles."""

    place: Ref
    articles: tuple[Count, ...]
    more: Ref | None  # where the other articles are listed


@dataclass(frozen=True, slots=True)
class Words:
    """What a source says of one event, or outside all of them."""

    anchor: str
    event: EventCard | None
    lead: tuple[StatementView, ...]
    rest: tuple[StatementView, ...]
    further: Further | None


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
    copied_by: tuple[Ref, ...]
    statements: int
    heard_in: int  # articles
    articles: tuple[ArticleLine, ...]
    more_articles: Ref | None
    events: int
    only: int
    words: tuple[Words, ...]
    lines: tuple[Words, ...]  # events of whose statements the page has room for none
    cited_by: tuple[Count, ...]
    more_cited_by: Ref | None
    cites: tuple[Count, ...]
    more_cites: Ref | None
    strip: Strip | None
    correction: Correction


def source_view(desk: Desk, source: Source, page: Page) -> SourceView:
    """One source's page."""
    said = desk.register.digest.sources.get(source.id, ())
    articles = _articles(desk, source, said)
    words = tuple(_words(desk, source, e, ss) for e, ss in said if ss)
    cited_by, cites = _cited_by(desk, source, said), _cites(desk, source)
    return SourceView(
        page=page,
        name=source.name,
        kind=desk.words.title("source_kind", source.kind),
        label=source.label,
        actor=desk.actor(source.actor) if source.actor else None,
        article=desk.article(source.article) if source.article and source.kind is not SourceKind.OUTLET else None,
        copies=desk.copied(source.id),
        copied_by=desk.called("sources", desk.register.copied.get(source.id, ())),
        statements=sum(len(ss) for _, ss in said),
        heard_in=len(articles),
        articles=tuple(desk.article_line(a) for a in articles[:ARTICLES_SHOWN]),
        more_articles=_more(desk, len(articles) - ARTICLES_SHOWN, links.page("articles")),
        events=sum(1 for e, _ in said if e in desk.register.briefs),
        only=desk.register.only(source.id),
        words=tuple(w for w in words if w.lead),
        lines=tuple(w for w in words if not w.lead),
        cited_by=cited_by[:CITED_SHOWN],
        more_cited_by=_more(desk, len(cited_by) - CITED_SHOWN, links.page("sources")),
        cites=cites[:CITED_SHOWN],
        more_cites=_more(desk, len(cites) - CITED_SHOWN, links.page("sources")),
        strip=reports_strip(desk, articles),
        correction=source_correction(desk, source),
    )


def _words(desk: Desk, source: Source, event: str | None, said: tuple[Statement, ...]) -> Words:
    known = event if event in desk.register.briefs else None
    room = desk.register.shares[source.id][event].shown
    shown = all_shown(desk, said[:room])
    return Words(
        anchor=chapter(known),
        event=desk.event(known) if known else None,
        lead=shown[:SHOWN],
        rest=shown[SHOWN:],
        further=_further(desk, source, known, said[room:], among=room > 0) if said[room:] else None,
    )


def _further(desk: Desk, source: Source, event: str | None, left: tuple[Statement, ...], *, among: bool) -> Further:
    """Where statements stand that a page has no room for; ``among``: it shows others beside them."""
    count = desk.words.count("more_statements" if among else "statements", len(left))
    if href := account_href(desk, source.id, event):
        return Further(Ref(desk.words("account.on_event", statements=count), href), (), None)
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in left:
        found[carrier_of(statement).article].append(statement)
    listed = tuple(Count(_first_of(desk, told), len(told)) for told in found.values())
    text = desk.words("account.in_articles", statements=count)
    elsewhere = f"{links.page('events', event)}#articles" if event else links.page("articles")
    return Further(Ref(text, None), listed[:LISTED], _more(desk, len(listed) - LISTED, elsewhere))


def _first_of(desk: Desk, told: list[Statement]) -> Ref:
    """An article by its title, with the link to the first of the statements that it has."""
    first = carrier_of(told[0])
    start = first.content[0].start if first.content else 0
    return Ref(desk.linked.articles[first.article].title, desk.passage(first.article, start))


def _more(desk: Desk, count: int, path: str) -> Ref | None:
    """That there are so many more, with the link to where they are listed."""
    return Ref(desk.words.count("more", count), desk.root + path) if count > 0 else None


def _articles(desk: Desk, source: Source, said: tuple[tuple[str | None, tuple[Statement, ...]], ...]) -> list[str]:
    """The articles in which a source is heard, and for an outlet those that it published; by date."""
    found = {c.article for _, ss in said for s in ss for c in s.carriers}
    found |= set(desk.register.published.get(source.id, ()))
    known = desk.linked.articles
    return sorted(found & set(known), key=lambda a: known[a].appeared)


def _cited_by(
    desk: Desk, source: Source, said: tuple[tuple[str | None, tuple[Statement, ...]], ...]
) -> tuple[Count, ...]:
    """The outlets in whose articles a source is heard, itself left out."""
    articles = {c.article for _, ss in said for s in ss for c in s.carriers}
    counts = Counter(o for a in articles if (o := desk.register.outlets.get(a)) and o != source.id)
    return _counted(desk, counts)


def _cites(desk: Desk, source: Source) -> tuple[Count, ...]:
    """For an outlet: the named sources that its articles cite."""
    return _counted(desk, Counter(desk.register.cited.get(source.id, ())))


def _counted(desk: Desk, counts: Counter[str]) -> tuple[Count, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(desk.source(s, s), n) for s, n in ordered)
