"""A linked corpus built by hand: a few articles, who says what in them, and one event that they all report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from according.model import (
    Actor,
    Annotation,
    Article,
    Block,
    BlockKind,
    Claim,
    Event,
    EventSet,
    Figure,
    Linked,
    Mention,
    Place,
    PlacePrecision,
    Precision,
    Sentence,
    Source,
    SourceKind,
    Span,
    TimeExpression,
    Trigger,
    Voice,
)

DAY = date(2020, 2, 12)
EVENT = "clash"
VERBS = {"claims": "has claimed", "denies": "denied", "declines": "declined", "unsaid": "did not mention"}


@dataclass(frozen=True)
class Said:
    """One sentence of an article and who says it; ``source`` None is the outlet itself."""

    article: str
    source: str | None
    words: str
    stance: str = "says"
    voice: Voice = Voice.INDIRECT
    kind: SourceKind = SourceKind.NAMED
    figures: tuple[Figure, ...] = ()
    denies: int | None = None  # which of the sentences before it denies
    date: date | None = None
    nobody: bool = False  # attributed, but to nobody
    of_event: bool = True


@dataclass(frozen=True)
class Setting:
    """What the sentences stand in."""

    outlets: dict[str, str] = field(default_factory=dict)  # article -> outlet; "Gazette" where none is given
    dates: dict[str, date | None] = field(default_factory=dict)
    hours: dict[str, time] = field(default_factory=dict)
    copy_of: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)  # source -> source that it only repeats
    actors: dict[str, str] = field(default_factory=dict)  # words -> kind of the actor that they name
    places: dict[str, PlacePrecision] = field(default_factory=dict)  # words -> precision of the place that they name
    points: dict[str, tuple[float, float]] = field(default_factory=dict)  # place -> latitude, longitude
    times: dict[str, date] = field(default_factory=dict)  # words -> day that they mean
    triggers: dict[str, str] = field(default_factory=dict)  # words -> type of event
    place: str | None = None  # the event's
    type: str = "clash"


def figure(words: str, counts: str, low: float | None, high: float | None = -1, **more) -> Figure:
    """A figure of a claim still to be built; ``high`` is ``low`` when not given."""
    fields = {"of": "", "approximate": False, "unit": "people", "scope": "", "predicate": ""} | more
    return Figure(
        claim="", counts=counts, low=low, high=low if high == -1 else high, text=words, span=Span(0, 0), **fields
    )


def corpus(said: Iterable[Said], setting: Setting = Setting()) -> tuple[Linked, EventSet]:
    """The sentences as articles, claims and one event."""
    said = list(said)
    articles: dict[str, list[tuple[int, Said]]] = {}
    for number, sentence in enumerate(said):
        articles.setdefault(sentence.article, []).append((number, sentence))
    texts = {a: "\n".join(_line(s) for _, s in told) for a, told in articles.items()}
    claims = {a: tuple(_claim(n, s, texts[a], setting) for n, s in told) for a, told in articles.items()}
    linked = Linked(
        articles={a: _article(a, t, setting) for a, t in texts.items()},
        annotations={a: _annotation(t, setting) for a, t in texts.items()},
        mentions={a: _mentions(a, t, setting) for a, t in texts.items()},
        claims=claims,
        places={p: _place(p, setting) for p in setting.places},
        actors={n: Actor(n, n, kind, (), ()) for n, kind in setting.actors.items()},
        sources=_sources(said, setting),
    )
    inside = tuple(c.id for a in claims for c in claims[a] if said[int(c.id[1:])].of_event)
    return linked, _events(linked, inside, setting)


def _line(sentence: Said) -> str:
    if sentence.nobody:
        return f"Reportedly {sentence.words}."
    verb = VERBS.get(sentence.stance, "said")
    return f"{sentence.source} {verb} {sentence.words}." if sentence.source else f"{sentence.words}."


def _claim(number: int, sentence: Said, text: str, setting: Setting) -> Claim:
    id_ = f"c{number}"
    line = text.index(_line(sentence))
    start = text.index(sentence.words, line)
    content = Span(start, start + len(sentence.words))
    own = sentence.source is None and not sentence.nobody
    outlet = setting.outlets.get(sentence.article, "Gazette")
    name = "" if sentence.nobody else outlet if own else str(sentence.source)
    figures = []
    for made in sentence.figures:
        at = text.index(made.text, start)
        figures.append(
            Figure(id_, made.counts, made.of, made.low, made.high, made.approximate, made.unit, made.text,
                   Span(at, at + len(made.text)), made.scope, made.predicate)
        )  # fmt: skip
    inside = [m for m in _mentions(sentence.article, text, setting) if content.contains(m.span)]
    return Claim(
        id=id_,
        article=sentence.article,
        source=None
        if sentence.nobody
        else name
        if sentence.kind is not SourceKind.UNNAMED
        else f"{name}--{sentence.article}",
        source_name=name,
        source_kind=SourceKind.OUTLET if own else sentence.kind,
        source_spans=(Span(line, line + len(name)),) if sentence.source else (),
        via=() if own else (outlet,),
        cue=() if own else (Span(line, start - 1),),
        content=(content,),
        stance=sentence.stance,
        hedged=False,
        voice=Voice.OUTLET if own else sentence.voice,
        date=sentence.date or setting.dates.get(sentence.article, DAY),
        places=tuple(m.entity for m in inside if m.kind == "place" and m.entity),
        actors=tuple(m.entity for m in inside if m.kind == "actor" and m.entity),
        sentences=(text[:start].count("\n"),),
        figures=tuple(figures),
        denies=None if sentence.denies is None else f"c{sentence.denies}",
    )


def _source_id(sentence: Said, name: str) -> str | None:
    if sentence.nobody:
        return None
    return f"{name}--{sentence.article}" if sentence.kind is SourceKind.UNNAMED else name


def _article(id_: str, text: str, setting: Setting) -> Article:
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    return Article(
        id_,
        f"{id_}.md",
        id_,
        setting.outlets.get(id_, "Gazette"),
        setting.dates.get(id_, DAY),
        None,
        "en",
        text,
        blocks,
        time=setting.hours.get(id_),
    )


def _spans(text: str, words: str) -> list[Span]:
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return [Span(i, i + len(words)) for i in starts]


def _annotation(text: str, setting: Setting) -> Annotation:
    sentences, at = [], 0
    for line in text.split("\n"):
        sentences.append(Sentence(Span(at, at + len(line)), 0, (), leans_back=False))
        at += len(line) + 1
    times = [TimeExpression(s, d, d, Precision.DAY) for w, d in setting.times.items() for s in _spans(text, w)]
    triggers = [Trigger(s, w, kind) for w, kind in setting.triggers.items() for s in _spans(text, w)]
    return Annotation(sentences=tuple(sentences), times=tuple(times), triggers=tuple(triggers))


def _mentions(article: str, text: str, setting: Setting) -> tuple[Mention, ...]:
    found = [Mention(article, s, w, "actor", w) for w in setting.actors for s in _spans(text, w)]
    found += [Mention(article, s, w, "place", w) for w in setting.places for s in _spans(text, w)]
    return tuple(sorted(found, key=lambda m: m.span))


def _place(name: str, setting: Setting) -> Place:
    latitude, longitude = setting.points.get(name, (None, None))
    return Place(name, name, "town", latitude, longitude, setting.places[name], None, None, (), ())


def _sources(said: list[Said], setting: Setting) -> dict[str, Source]:
    sources = {}
    for sentence in said:
        outlet = setting.outlets.get(sentence.article, "Gazette")
        sources.setdefault(outlet, Source(outlet, outlet, SourceKind.OUTLET, None, copies=setting.copies.get(outlet)))
        name = sentence.source
        if name and sentence.kind is SourceKind.UNNAMED:
            id_ = f"{name}--{sentence.article}"
            copies = setting.copies.get(id_)
            sources[id_] = Source(id_, name, SourceKind.UNNAMED, None, article=sentence.article, copies=copies)
        elif name:
            actor = name if name in setting.actors else None
            sources.setdefault(name, Source(name, name, sentence.kind, actor, copies=setting.copies.get(name)))
    return dict(sorted(sources.items()))


def _events(linked: Linked, claims: tuple[str, ...], setting: Setting) -> EventSet:
    event = Event(
        id=EVENT,
        title="Clash at a checkpoint",
        title_from=None,
        type=setting.type,
        plover=None,
        start=DAY,
        end=DAY,
        precision=Precision.DAY,
        place=setting.place,
        places=(),
        actors=(),
        passages=(),
        claims=claims,
        articles=tuple(sorted(linked.articles)),
        sources=(),
    )
    return EventSet(
        {EVENT: event}, dict.fromkeys(claims, (EVENT,)), dict.fromkeys(linked.articles, (EVENT,)), setting.copy_of
    )
