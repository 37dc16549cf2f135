"""Claims: each attribution with its source resolved, and what the outlet says itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from according.linking.own_voice import own_voice
from according.linking.sources import Voices
from according.linking.stretches import Stretches
from according.memo import FORGETFUL, Memo
from according.model import (
    Annotation,
    Article,
    Attribution,
    Claim,
    Figure,
    Mention,
    Quantity,
    SourceKind,
    Span,
    Voice,
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before it is numbered and gets what lies inside its content."""

    content: tuple[Span, ...]
    attribution: int | None  # index into Annotation.attributions; None: the outlet's own voice


def make_claims(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    mentions: Mapping[str, tuple[Mention, ...]],
    voices: Voices,
    memo: Memo = FORGETFUL,
) -> dict[str, tuple[Claim, ...]]:
    """The claims of every article in text order; every sentence that says something is in the content of one."""
    made = {}
    for a, article in articles.items():
        of_article = (article, annotations[a], mentions.get(a, ()))
        made[a] = memo.recall("claims", a, (*of_article, voices.in_article(a)), partial(_claims, *of_article, voices))
    return made


def _claims(
    article: Article, annotation: Annotation, mentions: tuple[Mention, ...], voices: Voices
) -> tuple[Claim, ...]:
    said = [_Draft(a.content, i) for i, a in enumerate(annotation.attributions) if a.content]
    drafts = sorted(
        [*said, *(_Draft((s,), None) for s in own_voice(article, annotation))],
        key=lambda d: (d.content[0], d.content[-1], d.attribution or -1),
    )
    ids = _ids(article.id, drafts)
    by_attribution: dict[int | None, str] = {
        d.attribution: i for d, i in zip(drafts, ids, strict=True) if d.attribution is not None
    }
    figures = _figures(article, annotation.quantities, drafts, ids)
    named = Stretches([m.span for m in mentions])
    sentences = Stretches([s.span for s in annotation.sentences])

    def inside(draft: _Draft, id_: str) -> _Inside:
        entities = [mentions[i] for i in named.touching(draft.content)]
        return _Inside(entities, tuple(sentences.touching(draft.content)), figures.get(id_, ()), by_attribution)

    return tuple(
        _claim(id_, draft, article, annotation, voices, inside(draft, id_))
        for draft, id_ in zip(drafts, ids, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Inside:
    """What lies in a claim's content, and the ids of an article's attributed claims."""

    mentions: Sequence[Mention]
    sentences: tuple[int, ...]
    figures: tuple[Figure, ...]
    by_attribution: Mapping[int | None, str]


def _claim(id_: str, draft: _Draft, article: Article, annotation: Annotation, voices: Voices, inside: _Inside) -> Claim:
    outlet = voices.of_article[article.id]
    bare = Claim(
        id=id_,
        article=article.id,
        source=outlet,
        source_name=voices.sources[outlet].name,
        source_kind=SourceKind.OUTLET,
        source_spans=(),
        via=(),
        cue=(),
        content=draft.content,
        stance="says",
        hedged=False,
        voice=Voice.OUTLET,
        date=article.date,
        places=_entities(inside.mentions, "place"),
        actors=_entities(inside.mentions, "actor"),
        sentences=inside.sentences,
        figures=inside.figures,
    )
    if draft.attribution is None:
        return _credited(bare, voices)
    attribution, voice = annotation.attributions[draft.attribution], voices.of[article.id][draft.attribution]
    return replace(
        bare,
        source=voice.source,
        source_name=voice.name,
        source_kind=voices.sources[voice.source].kind if voice.source else voice.kind,
        source_spans=attribution.source,
        via=voice.via,
        cue=attribution.cue,
        stance=attribution.stance,
        hedged=attribution.hedged,
        voice=attribution.voice,
        date=_said_on(attribution, annotation) or article.date,
        parent=inside.by_attribution.get(attribution.parent),
        denies=inside.by_attribution.get(attribution.denies),
        source_reason=voice.reason,
    )


def _credited(claim: Claim, voices: Voices) -> Claim:
    """What nobody is made to say: the outlet's own, or that of the outlet which it passes on there."""
    relayed = next((r for r in voices.relayed.get(claim.article, ()) if r.span.contains(claim.content[0])), None)
    if relayed is None or claim.source is None or relayed.source == claim.source:
        return claim
    source = voices.sources[relayed.source]
    return replace(
        claim,
        source=source.id,
        source_name=source.name,
        source_kind=source.kind,
        via=(claim.source,),
        source_reason=relayed.reason,
    )


def _ids(article: str, drafts: list[_Draft]) -> list[str]:
    """Ids by offset, so that a claim keeps its id when others come and go; doubles get a letter."""
    starts = [d.content[0].start for d in drafts]
    seen: Counter[int] = Counter()
    out = []
    for start in starts:
        seen[start] += 1
        out.append(f"{article}-c{start}" + (f"-{seen[start]}" if seen[start] > 1 else ""))
    return out


def _figures(
    article: Article, quantities: tuple[Quantity, ...], drafts: list[_Draft], ids: list[str]
) -> dict[str, tuple[Figure, ...]]:
    """Each quantity as a figure of the smallest claim that contains it."""
    out: dict[str, list[Figure]] = {}
    for q in quantities:
        holders = [
            (sum(c.end - c.start for c in d.content), d.attribution is None, id_)
            for d, id_ in zip(drafts, ids, strict=True)
            if any(c.contains(q.span) for c in d.content)
        ]
        if not holders:
            continue
        claim = min(holders)[2]
        of = q.of.of(article.text) if q.of else ""
        figure = Figure(
            claim,
            q.counts,
            of,
            q.low,
            q.high,
            q.approximate,
            q.unit,
            q.span.of(article.text),
            q.span,
            q.scope,
            q.predicate,
        )
        out.setdefault(claim, []).append(figure)
    return {k: tuple(v) for k, v in out.items()}


def _entities(mentions: Sequence[Mention], kind: str) -> tuple[str, ...]:
    """Ids of the places or actors named in a content, in the order in which they are named."""
    return tuple(dict.fromkeys(m.entity for m in mentions if m.kind == kind and m.entity))


def _said_on(attribution: Attribution, annotation: Annotation) -> date | None:
    """When it was said, where the words around the cue tell the day ("reported on Tuesday that ...")."""
    if not attribution.cue:
        return None
    sentence = next((s.span for s in annotation.sentences if s.span.overlaps(attribution.cue[0])), None)
    for time in annotation.times:
        outside = not any(c.overlaps(time.span) for c in attribution.content)
        near = 0 <= time.span.start - attribution.cue[-1].end <= 12
        if sentence and outside and near and sentence.contains(time.span) and time.start and time.start == time.end:
            return time.start
    return None
