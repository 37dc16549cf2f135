"""The public tables of what is said, from articles to statements, and of the build itself.

A part is made of an article, an event or another id, so that it can be written again without the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from according.linking.headings import counted
from according.memo import Memo
from according.model import Article, Dispute, Figure, Mention, Reading, Span, Statement
from according.publishing.data import entities, rows
from according.publishing.receipts import join
from according.publishing.site import Site
from according.publishing.views.register import outlets

Named = TypeVar("Named", bound=rows.MentionRow)
# By the kind of a part: the keys in their order, and the rows of each.
Parts = Mapping[str, tuple[Iterable[str], Callable[[str], Iterable[rows.Row]]]]


def articles(site: Site, memo: Memo) -> Parts:
    """Every article, by id."""
    outlet = memo.table("outlets of articles", outlets(site.linked))

    def of(id_: str) -> Iterator[rows.ArticleRow]:
        article = site.linked.articles[id_]
        yield rows.ArticleRow(
            id=id_,
            file=article.file,
            title=article.title,
            outlet=outlet[id_],
            date=article.date,
            time=article.time,
            url=article.url,
            language=article.language,
            text=text_path(id_),
            events=site.events.of_article.get(id_, ()),
            copy_of=site.events.copy_of.get(id_),
        )

    return {"article": (sorted(site.linked.articles), of)}


def text_path(article: str) -> str:
    """Where the analysed text of an article is published."""
    return f"articles/{article}/text.txt"


def claims(site: Site, _memo: Memo) -> Parts:
    """Every claim, by article and in the order of its text."""
    return {"article": (sorted(site.linked.articles), partial(_claims, site))}


def _claims(site: Site, id_: str) -> Iterator[rows.ClaimRow]:
    article = site.linked.articles[id_]
    for claim in site.linked.claims.get(id_, ()):
        yield rows.ClaimRow(
            id=claim.id,
            article=article.id,
            source=rows.ClaimSource(
                id=claim.source,
                name=claim.source_name,
                kind=claim.source_kind,
                spans=claim.source_spans,
                reason=claim.source_reason,
            ),
            via=claim.via,
            cue=_passage(article, claim.cue) if claim.cue else None,
            content=_passage(article, claim.content),
            stance=claim.stance,
            hedged=claim.hedged,
            voice=claim.voice,
            date=claim.date,
            events=site.events.of_claim.get(claim.id, ()),
            places=claim.places,
            actors=claim.actors,
            parent=claim.parent,
            denies=claim.denies,
        )


def mentions(site: Site, _memo: Memo) -> Parts:
    """Every name in the articles, in the order of the text; a name inside another one comes after it."""
    return {"article": (sorted(site.linked.mentions), partial(_mentions, site))}


def _mentions(site: Site, article: str) -> Iterator[rows.MentionRow]:
    text = site.linked.articles[article].text
    for m in sorted(site.linked.mentions[article], key=lambda m: (m.span.start, -m.span.end, m.kind)):
        yield _named(rows.MentionRow, text, m)


def title_mentions(site: Site, _memo: Memo) -> Parts:
    """Every name that only the titles of articles have."""
    return {"article": (sorted(site.linked.articles), partial(_title_mentions, site))}


def _title_mentions(site: Site, article: str) -> Iterator[rows.TitleMentionRow]:
    title = site.linked.articles[article].title
    yield from (_named(rows.TitleMentionRow, title, m) for m in counted(site.linked, article)[1])


def _named(row: type[Named], text: str, mention: Mention) -> Named:
    return row(
        article=mention.article,
        start=mention.span.start,
        end=mention.span.end,
        text=mention.span.of(text),
        kind="place" if mention.kind == "place" else "actor",
        entity=mention.entity,
        reason=mention.reason if mention.entity is None else None,
    )


def figures(site: Site, memo: Memo) -> Parts:
    """Every figure, in the order of the text, once for each event of its claim."""
    readings = memo.cache(partial(_readings, site))

    def of(article: str) -> Iterator[rows.FigureRow]:
        for claim in site.linked.claims.get(article, ()):
            for figure in sorted(claim.figures, key=lambda f: f.span):
                key = (claim.id, figure.counts, figure.low, figure.high)
                for event in site.events.of_claim.get(claim.id, ()) or (None,):
                    yield _figure(figure, event, readings(event).get(key) if event else None)

    return {"article": (sorted(site.linked.articles), of)}


def _readings(site: Site, event: str) -> dict[tuple[str, str, float | None, float | None], Reading]:
    """How each figure stands on an event's page."""
    told = site.digest.events.get(event)
    return {
        (carrier.claim, r.figure.counts, r.figure.low, r.figure.high): r
        for row in (told.figures if told else ())
        for r in row.readings
        for carrier in r.carriers
    }


def _figure(figure: Figure, event: str | None, reading: Reading | None) -> rows.FigureRow:
    return rows.FigureRow(
        claim=figure.claim,
        event=event,
        counts=figure.counts,
        of=figure.of,
        low=_number(figure.low),
        high=_number(figure.high),
        approximate=figure.approximate,
        unit=figure.unit,
        text=figure.text,
        span=figure.span,
        scope=figure.scope,
        apart=reading.apart if reading else "",
        superseded=reading.superseded if reading else False,
    )


def disputes(site: Site, memo: Memo) -> Parts:
    """Every dispute, in the order in which it is shown."""
    found: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in site.digest.disputes:
        found[dispute.event].append(dispute)
    by_event = memo.table("disputes of events", found)
    return {"event": (tuple(found), lambda id_: map(_dispute, by_event[id_]))}


def _dispute(dispute: Dispute) -> rows.DisputeRow:
    sides = tuple(rows.Side(value=s.value, sources=s.sources, claims=s.claims) for s in dispute.readings)
    return rows.DisputeRow(event=dispute.event, kind=dispute.kind, about=dispute.about, readings=sides)


def statements(site: Site, _memo: Memo) -> Parts:
    """Every statement of every event's page, then those that are on no event's page, by source."""

    def of_event(event: str) -> Iterator[rows.StatementRow]:
        told = site.digest.events[event]
        same = {s.claim: tuple(t.claim for t in group if t.claim != s.claim) for group in told.agreed for s in group}
        for account in told.accounts:
            yield from (_statement(site, s, event, same, lead=True) for s in account.lead)
            yield from (_statement(site, s, event, same, lead=False) for s in account.rest)

    def of_source(source: str) -> Iterator[rows.StatementRow]:
        for none, found in site.digest.sources[source]:
            if none is None:
                yield from (_statement(site, s, None, {}, lead=False) for s in found)

    return {"event": (sorted(site.digest.events), of_event), "source": (sorted(site.digest.sources), of_source)}


def _statement(
    site: Site, shown: Statement, event: str | None, same: Mapping[str, tuple[str, ...]], *, lead: bool
) -> rows.StatementRow:
    first = next((c for c in shown.carriers if c.claim == shown.claim), shown.carriers[0])
    return rows.StatementRow(
        event=event,
        source=shown.source,
        source_name=shown.source_name,
        claim=shown.claim,
        text=join(site.linked.articles[first.article].text, first.content),
        stance=shown.stance,
        hedged=shown.hedged,
        voice=shown.voice,
        antecedent=shown.antecedent,
        lead=lead,
        same_as=same.get(shown.claim, ()),
        carriers=tuple(
            rows.CarrierRow(article=c.article, claim=c.claim, spans=c.content, via=c.via, is_copy=c.copy)
            for c in shown.carriers
        ),
    )


def build(site: Site, counts: Mapping[str, int]) -> entities.Build:
    """How the site was made, with how many rows each table has."""
    return entities.Build(
        version=site.generator,
        model=entities.Model(name=site.model, version=site.model_version),
        counts=dict(counts),
        warnings=tuple(
            entities.Warned(file=site.config.seen(p.file), line=p.line, message=p.message, remedy=p.remedy)
            for p in site.problems
        ),
    )


def _passage(article: Article, spans: tuple[Span, ...]) -> rows.Passage:
    return rows.Passage(text=join(article.text, spans), spans=spans)


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and float(value).is_integer() else value
