"""Why spellings were taken for a place or an actor: forms, mentions, readings, overrides and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from according.explaining import offers
from according.explaining.alike import of_its_name
from according.explaining.mentions import SHOWN, spot
from according.explaining.rules import all_rules, files_of, spoken, words_of
from according.linking.forms import alike, fold
from according.linking.gazetteer import Gazetteer
from according.linking.headings import counted
from according.linking.reasons import times
from according.linking.same_names import limited, of_it_alone, told_apart
from according.linking.toponyms import explain_place
from according.model import Actor, Place
from according.model.linked import PlacePrecision
from according.pipeline import Corpus

Fits = Callable[[str, Place | Actor], bool]

_RIVALS = 3  # other actors of a like name
_LIKE = 0.6  # likeness from which another actor is worth naming
_PINNED = frozenset({PlacePrecision.POINT, PlacePrecision.TOWN})


def of_entities(name: str, corpus: Corpus, gazetteer: Gazetteer, fits: Fits) -> list[str]:
    """Every place and actor that a name fits."""
    lines: list[str] = []
    for place in corpus.linked.places.values():
        if fits(name, place):
            lines += [*_heading(name, place, "place"), *_whereabouts(place, corpus), *_body(name, place, corpus)]
            lines += [
                *_readings(name, place, corpus, gazetteer),
                *_told_of(place, corpus),
                *offers.of_place(place, files_of(corpus), both=_is_any(place.name, corpus.linked.actors.values())),
            ]
    for actor in corpus.linked.actors.values():
        if fits(name, actor):
            lines += [*_heading(name, actor, "actor"), *_body(name, actor, corpus), *_descriptions(actor, corpus)]
            lines += [
                *_rivals(actor, corpus),
                *_told_of(actor, corpus),
                *_offered(actor, corpus),
            ]
    return lines


def _offered(actor: Actor, corpus: Corpus) -> Iterator[str]:
    """What a person may say of an actor; one of several of a name is told apart by its articles."""
    linked = corpus.linked
    others, sharing = of_its_name(actor, corpus)
    if others:
        name = told_apart(actor, others, linked.articles)
        return offers.of_actor(actor, files_of(corpus), name, ", ".join(limited(actor, sharing)))
    alone = replace(actor, forms=of_it_alone(actor.forms, sharing))
    return offers.of_actor(alone, files_of(corpus), both=_is_any(actor.name, linked.places.values()))


def _is_any(name: str, entities: Iterable[Place | Actor]) -> bool:
    return any(fold(name) in _forms(entity) for entity in entities)


def meant(name: str, entity: Place | Actor) -> bool:
    """Whether a name is the id or one of the spellings of an entity."""
    return name == entity.id or fold(name) in _forms(entity)


def part(name: str, entity: Place | Actor) -> bool:
    """Whether the words of a name are some of those of a form: "Kahl" of "Ruth Kahl"."""
    words = set(fold(name).split())
    return bool(words) and any(words <= set(form.split()) for form in _forms(entity))


def _forms(entity: Place | Actor) -> set[str]:
    return {fold(entity.name), *(fold(f.text) for f in entity.forms)}


def _heading(name: str, entity: Place | Actor, sort: str) -> Iterator[str]:
    asked = "" if fold(name) in {fold(entity.name), entity.id} else f'"{name}" is '
    kind = f"{sort}: {entity.kind.replace('_', ' ')}" if entity.kind != sort else sort
    yield f"{asked}{entity.name} ({kind})"
    yield "  Its page: none, since a person says so" if entity.hidden else f"  Its page: {sort}s/{entity.id}/"


def _whereabouts(place: Place, corpus: Corpus) -> Iterator[str]:
    names = [corpus.linked.places[p].name for p in place.parents if p in corpus.linked.places]
    point = f"{place.latitude}, {place.longitude}"
    middle = f"; its middle is at {point}" if place.latitude is not None else ""
    if place.precision is PlacePrecision.PARENT:
        yield "  On the map: no pin of its own, since only its neighbourhood by the text is known"
    elif place.precision is PlacePrecision.UNKNOWN:
        yield "  On the map: no pin, since nothing says where it is"
    elif place.latitude is None or place.precision not in _PINNED:
        yield f"  On the map: no pin, since it is an area{middle}"
    else:
        yield f"  On the map: a pin at {point}"
    yield f"  It lies in: {', '.join(names)}" if names else "  It lies in: not known"
    if place.geonames_id:
        yield f"  GeoNames: {place.geonames_id}"


def _body(name: str, entity: Place | Actor, corpus: Corpus) -> Iterator[str]:
    """The spellings with the reason why each belongs here, then the mentions, those of the spelling asked for first."""
    yield "  Spellings, and why each belongs here:"
    for form in entity.forms:
        often = times(form.count) if form.count else "never as a name of it"
        yield f'    "{form.text}" {often} in {", ".join(form.articles)}: {form.evidence}'
    found = (counted(corpus.linked, article) for article in corpus.linked.articles)
    placed = ((titled, m) for texts in found for titled, ms in enumerate(texts) for m in ms if m.entity == entity.id)
    mentions = sorted(placed, key=lambda t: (fold(t[1].text) != fold(name), t[1].article, not t[0], t[1].span))
    yield "  Where the articles name it:"
    yield from (f"    {spot(m, corpus, in_title=bool(titled))}" for titled, m in mentions[:SHOWN])
    if len(mentions) > SHOWN:
        yield f"    and {len(mentions) - SHOWN} more"


def _readings(name: str, place: Place, corpus: Corpus, gazetteer: Gazetteer) -> Iterator[str]:
    """What the gazetteer has under the spelling asked for, else under the place's first."""
    form = name if fold(name) in {fold(f.text) for f in place.forms} else place.forms[0].text if place.forms else ""
    linked = corpus.linked
    lines = explain_place(form, linked.articles, linked.annotations, gazetteer, corpus.overrides)
    if lines:
        yield f'  What "{form}" may mean, the likeliest first:'
        yield from (f"  {line}" for line in lines)


def _rivals(actor: Actor, corpus: Corpus) -> Iterator[str]:
    """The actors of a like name that were kept apart from this one."""
    others = [o for o in corpus.linked.actors.values() if o.id != actor.id]
    near = sorted(((alike(actor.name, o.name), o.name, o) for o in others), key=lambda t: (-t[0], t[1], t[2].id))
    close = [(score, other) for score, _, other in near[:_RIVALS] if score >= _LIKE]
    if close:
        yield "  Kept apart from, though the names are alike:"
    for score, other in close:
        yield f"    {other.name} ({other.kind.replace('_', ' ')}), likeness {score:.2f}: nothing says that they are one"


def _descriptions(actor: Actor, corpus: Corpus) -> Iterator[str]:
    if actor.descriptions:
        yield "  What the texts call it:"
    for d in actor.descriptions:
        source = corpus.linked.sources.get(d.source)
        yield f'    "{d.text}", says {source.name if source else d.source} in {d.article}'
    speaking = [s for s in corpus.linked.sources.values() if s.actor == actor.id and not s.hidden]
    yield from (f"  What it says itself: sources/{s.id}/" for s in speaking)


def _taking(entity: Place | Actor, corpus: Corpus) -> set[tuple[str, str]]:
    """The entries, by file and name, that took something from its page."""
    effects = (effect for told in corpus.linked.effects.values() for effect in told)
    return {(e.file, e.key) for e in effects if any((d.what, d.old) == ("take", entity.name) for d in e.deeds)}


def _told_of(entity: Place | Actor, corpus: Corpus) -> Iterator[str]:
    """The overrides that speak of it, and what a person should look at."""
    forms = _forms(entity)
    taking = _taking(entity, corpus)
    rules = [r for r in all_rules(corpus) if forms & set(map(fold, spoken(r))) or (r.file, r.name) in taking]
    yield "  Overrides that speak of it:" if rules else "  Overrides that speak of it: none"
    yield from (f"    {line}" for rule in rules for line in words_of(rule, corpus))
    for question in (i for i in corpus.linked.review if entity.id in (i.about, *i.beside)):
        yield f"  The program is unsure: {question.question}"
        yield from (f"    {line}" for line in question.evidence)
