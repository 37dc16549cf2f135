"""The public tables: one function a file, from a site to its rows, in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from according.config import Config
from according.model import Article, Claim, Event, Figure, Form, Reading, Source, Span, Statement
from according.publishing import links
from according.publishing.data import entities, rows
from according.publishing.receipts import join
from according.publishing.site import Site
from according.publishing.views.register import outlets


def articles(site: Site) -> Iterator[rows.ArticleRow]:
    """Every article, by id."""
    outlet = outlets(site.linked)
    for id_, article in sorted(site.linked.articles.items()):
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


def text_path(article: str) -> str:
    """Where the analysed text of an article is published."""
    return f"articles/{article}/text.txt"


def claims(site: Site) -> Iterator[rows.ClaimRow]:
    """Every claim, by article and in the order of its text."""
    for article, claim in _claims(site):
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


def mentions(site: Site) -> Iterator[rows.MentionRow]:
    """Every name in the articles, in the order of the text; a name inside another one comes after it."""
    for id_, found in sorted(site.linked.mentions.items()):
        text = site.linked.articles[id_].text
        for m in sorted(found, key=lambda m: (m.span.start, -m.span.end, m.kind)):
            yield rows.MentionRow(
                article=m.article,
                start=m.span.start,
                end=m.span.end,
                text=m.span.of(text),
                kind="place" if m.kind == "place" else "actor",
                entity=m.entity,
                reason=m.reason if m.entity is None else None,
            )


def figures(site: Site) -> Iterator[rows.FigureRow]:
    """Every figure, in the order of the text, once for each event of its claim."""
    readings = _readings(site)
    for _, claim in _claims(site):
        for figure in sorted(claim.figures, key=lambda f: f.span):
            for event in site.events.of_claim.get(claim.id, ()) or (None,):
                yield _figure(figure, event, readings.get((event, claim.id, figure.counts, figure.low, figure.high)))


def _readings(site: Site) -> dict[tuple[str | None, str, str, float | None, float | None], Reading]:
    """How each figure stands on its event's page."""
    return {
        (event, carrier.claim, r.figure.counts, r.figure.low, r.figure.high): r
        for event, told in site.digest.events.items()
        for row in told.figures
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


def events(site: Site) -> Iterator[entities.EventRow]:
    """Every event, by id."""
    for _, event in sorted(site.events.events.items()):
        yield _event(event)


def _event(event: Event) -> entities.EventRow:
    return entities.EventRow(
        id=event.id,
        title=event.title,
        title_from=event.title_from,
        type=event.type,
        plover=event.plover,
        start=event.start,
        end=event.end,
        date_precision=event.precision,
        place=event.place,
        places=event.places,
        actors=event.actors,
        articles=event.articles,
        sources=event.sources,
        claims=event.claims,
        url=links.page("events", event.id),
    )


def places(site: Site) -> Iterator[entities.PlaceFeature]:
    """Every place, by id."""
    for id_, place in sorted(site.linked.places.items()):
        properties = entities.PlaceProperties(
            id=id_,
            name=place.name,
            native_name=place.native_name,
            kind=place.kind,
            precision=place.precision,
            geonames_id=place.geonames_id,
            wikidata=place.wikidata,
            country=place.country,
            parents=place.parents,
            forms=_forms(place.forms),
            url=links.page("places", id_),
        )
        yield entities.PlaceFeature(id=id_, geometry=_point(place.latitude, place.longitude), properties=properties)


def _point(latitude: float | None, longitude: float | None) -> entities.Point | None:
    if latitude is None or longitude is None:
        return None
    return entities.Point(coordinates=(round(longitude, 5), round(latitude, 5)))  # five decimals are one metre


def actors(site: Site) -> Iterator[entities.ActorRow]:
    """Every actor, by id."""
    for id_, actor in sorted(site.linked.actors.items()):
        yield entities.ActorRow(
            id=id_,
            name=actor.name,
            kind=actor.kind,  # type: ignore[arg-type]  # checked when the row is made
            forms=_forms(actor.forms),
            descriptions=tuple(
                entities.DescriptionRow(text=d.text, article=d.article, span=d.span, source=d.source)
                for d in actor.descriptions
            ),
            wikidata=actor.wikidata,
            url=links.page("actors", id_),
        )


def _forms(forms: Iterable[Form]) -> tuple[entities.FormCount, ...]:
    return tuple(entities.FormCount(text=f.text, count=f.count, evidence=f.evidence) for f in forms)


def sources(site: Site) -> Iterator[entities.SourceRow]:
    """Every source, by id, with its claims in the order of the articles."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for article, claim in _claims(site):
        if claim.source is not None:
            said[claim.source][claim.id] = article.id
    for id_, source in sorted(site.linked.sources.items()):
        yield _source(source, said.get(id_, {}))


def _source(source: Source, said: Mapping[str, str]) -> entities.SourceRow:
    return entities.SourceRow(
        id=source.id,
        name=source.name,
        kind=source.kind,
        label=source.label,
        actor=source.actor,
        copies=source.copies,
        claims=tuple(said),
        articles=tuple(dict.fromkeys(said.values())),
        url=links.page("sources", source.id),
    )


def disputes(site: Site) -> Iterator[rows.DisputeRow]:
    """Every dispute, in the order in which it is shown."""
    for dispute in site.digest.disputes:
        sides = tuple(rows.Side(value=s.value, sources=s.sources, claims=s.claims) for s in dispute.readings)
        yield rows.DisputeRow(event=dispute.event, kind=dispute.kind, about=dispute.about, readings=sides)


def statements(site: Site) -> Iterator[rows.StatementRow]:
    """Every statement of every event's page, then those that are on no event's page, by source."""
    for event, told in sorted(site.digest.events.items()):
        same = {s.claim: tuple(t.claim for t in group if t.claim != s.claim) for group in told.agreed for s in group}
        for account in told.accounts:
            yield from (_statement(site, s, event, same, lead=True) for s in account.lead)
            yield from (_statement(site, s, event, same, lead=False) for s in account.rest)
    for _, groups in sorted(site.digest.sources.items()):
        for none, found in groups:
            if none is None:
                yield from (_statement(site, s, None, {}, lead=False) for s in found)


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
            entities.Warned(file=_seen_from(site.config, p.file), line=p.line, message=p.message, remedy=p.remedy)
            for p in site.problems
        ),
    )


def _seen_from(config: Config, file: str) -> str:
    """A file's path without what is of this machine only."""
    path = Path(file).resolve()
    for folder in (config.content.resolve(), config.overrides.resolve()):
        if path.is_relative_to(folder):
            return (folder.name / path.relative_to(folder)).as_posix()
    return path.name


def _claims(site: Site) -> Iterator[tuple[Article, Claim]]:
    for id_, article in sorted(site.linked.articles.items()):
        for claim in site.linked.claims.get(id_, ()):
            yield article, claim


def _passage(article: Article, spans: tuple[Span, ...]) -> rows.Passage:
    return rows.Passage(text=join(article.text, spans), spans=spans)


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and float(value).is_integer() else value
