"""Why forms were merged or linked, or not: the story behind one name or event, as lines to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz, process

from according.linking.forms import fold
from according.model import Actor, Event, Mention, Place
from according.overrides import EntityOverride, EventOverride, SourceOverride
from according.pipeline import Corpus

SHOWN = 8  # mentions listed one by one


def explain(name: str, corpus: Corpus) -> list[str]:
    """Every entity, unlinked mention and event that a name or id stands for, with the evidence and the overrides."""
    lines = [*_entities(name, corpus, _meant), *_sources(name, corpus), *_unlinked(name, corpus)]
    if name in corpus.events.events:
        lines += _event(corpus.events.events[name], corpus)
    lines += [*_taken_away(name, corpus), *_moved(name, corpus)]
    return lines or _entities(name, corpus, _part) or _nothing(name, corpus)


def _entities(name: str, corpus: Corpus, fits: Callable[[str, Place | Actor], bool]) -> list[str]:
    lines: list[str] = []
    for place in corpus.linked.places.values():
        if fits(name, place):
            lines += [*_entity(place, "place", corpus), *_whereabouts(place)]
    for actor in corpus.linked.actors.values():
        if fits(name, actor):
            lines += [*_entity(actor, "actor", corpus), *_descriptions(actor)]
    return lines


def _meant(name: str, entity: Place | Actor) -> bool:
    return name == entity.id or fold(name) in _forms(entity)


def _part(name: str, entity: Place | Actor) -> bool:
    """Whether the words of a name are some of those of a form: "Kahl" of "Ruth Kahl"."""
    words = set(fold(name).split())
    return bool(words) and any(words <= set(form.split()) for form in _forms(entity))


def _forms(entity: Place | Actor) -> set[str]:
    return {fold(entity.name), *(fold(f.text) for f in entity.forms)}


def _entity(entity: Place | Actor, kind: str, corpus: Corpus) -> list[str]:
    rules = corpus.overrides.places if kind == "place" else corpus.overrides.actors
    lines = [
        f"{entity.name} is {'a place' if kind == 'place' else 'an actor'} ({entity.kind}): {kind}s/{entity.id}/",
        "  written:",
    ]
    lines += [f'    "{f.text}" {f.count} times in {", ".join(f.articles)}; {f.evidence}' for f in entity.forms]
    mentions = [m for ms in corpus.linked.mentions.values() for m in ms if m.entity == entity.id]
    lines += ["  mentions:", *_mentions(mentions)]
    rule = rules.get(entity.name)
    lines += _told(rule) if rule else []
    questions = [i for i in corpus.linked.review if i.about == entity.id]
    lines += [f"  unsure: {q.question}" + "".join(f"\n    - {e}" for e in q.evidence) for q in questions]
    return [*lines, *_remedy(entity.name, kind, rule)]


def _whereabouts(place: Place) -> list[str]:
    at = f"{place.latitude}, {place.longitude}" if place.latitude is not None else "no point of its own"
    within = f"  in: {' < '.join(place.parents)}" if place.parents else "  in: not known"
    geonames = f", GeoNames {place.geonames_id}" if place.geonames_id else ""
    return [f"  where: {at} (precision: {place.precision}){geonames}", within]


def _descriptions(actor: Actor) -> list[str]:
    return [f'  called "{d.text}" by {d.source} in {d.article}' for d in actor.descriptions]


def _mentions(mentions: list[Mention]) -> Iterable[str]:
    for m in mentions[:SHOWN]:
        yield f'    {m.article} at {m.span.start}-{m.span.end}: "{m.text}"'
    if len(mentions) > SHOWN:
        yield f"    and {len(mentions) - SHOWN} more"


def _remedy(name: str, kind: str, rule: EntityOverride | None) -> list[str]:
    if rule:
        return []
    return [f"  to change it, in overrides/{kind}s.yaml:", f"    {name}:", "      aliases: [another spelling]"]


def _unlinked(name: str, corpus: Corpus) -> list[str]:
    found = [m for ms in corpus.linked.mentions.values() for m in ms if m.entity is None and fold(m.text) == fold(name)]
    return [f'"{m.text}" in {m.article} at {m.span.start}-{m.span.end} is linked to nothing: {m.reason}' for m in found]


def _event(event: Event, corpus: Corpus) -> list[str]:
    lines = [
        f"{event.title} is an event ({event.type}): events/{event.id}/",
        f"  when: {event.start} to {event.end} ({event.precision}); where: {event.place}",
        "  passages:",
    ]
    for passage in event.passages:
        sentences = corpus.linked.annotations[passage.article].sentences
        first, last = sentences[passage.sentences[0]].span, sentences[passage.sentences[-1]].span
        lines.append(f"    {passage.article} at {first.start}-{last.end}, {len(passage.sentences)} sentences")
    lines += [f"  {r.how} {r.event}: {r.reason}" for r in event.related]
    rule = corpus.overrides.events.get(event.id)
    return [*lines, *(_told(rule) if rule else [])]


def _sources(name: str, corpus: Corpus) -> Iterator[str]:
    """Sources that people have spoken of; the others are their actor or their words."""
    for source in corpus.linked.sources.values():
        rule = corpus.overrides.sources.get(source.name)
        if rule and (name == source.id or fold(name) == fold(source.name)):
            yield f"{source.name} is a source ({source.kind}): sources/{source.id}/"
            yield from _told(rule)


def _taken_away(name: str, corpus: Corpus) -> Iterator[str]:
    """What people have said is nothing, or has no page."""
    told = corpus.overrides
    entities = (*told.places.values(), *told.actors.values())
    rules: list[EntityOverride | SourceOverride] = [*entities, *told.sources.values()]
    for rule in rules:
        if rule.ignore and fold(rule.name) == fold(name):
            yield f'"{rule.name}" is ignored by an override: {rule.file}:{rule.line}'
    for hidden in entities:
        if hidden.hide and fold(name) in {fold(form.text) for form in hidden.forms}:
            yield f'"{hidden.name}" has no page, hidden by an override: {hidden.file}:{hidden.line}'
    if (event := told.events.get(name)) and event.hide:
        yield f'"{name}" has no page, hidden by an override: {event.file}:{event.line}'


def _moved(name: str, corpus: Corpus) -> Iterator[str]:
    """Where a page of this id went."""
    for old, new in {**corpus.linked.moved, **corpus.events.moved}.items():
        if old.partition("/")[2] == name:
            yield f"{old}/ leads to {new}/"


def _told(rule: EntityOverride | SourceOverride | EventOverride) -> list[str]:
    """What a person said, with the file and line of each word of it."""
    keys = {str(path[0]): mark for path, mark in rule.marks.items() if len(path) == 1}
    said = [f"    {key}: {rule.file}:{line}:{column}" for key, (line, column) in keys.items()]
    return [f"  override: {rule.file}:{rule.line}", *said]


def _nothing(name: str, corpus: Corpus) -> list[str]:
    places, actors = corpus.linked.places.values(), corpus.linked.actors.values()
    names = sorted({p.name for p in places} | {a.name for a in actors})
    near = [n for n, _, _ in process.extract(name, names, scorer=fuzz.WRatio, limit=3)]
    return [f'Nothing in the articles is called "{name}".' + (f" Close to it: {', '.join(near)}." if near else "")]
