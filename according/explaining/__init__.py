"""What one name was taken for and why, as a page to print: mentions, readings, corrections, and how to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from according.explaining import offers
from according.explaining.articles import of_article
from according.linking.forms import alike, fold
from according.linking.gazetteer import Gazetteer
from according.linking.toponyms import explain_place
from according.model import Actor, Event, Mention, Place, Precision
from according.model.linked import PlacePrecision
from according.overrides import EntityOverride, EventOverride, SourceOverride
from according.pipeline import Corpus

SHOWN = 8  # mentions listed one by one
_AROUND = 30  # characters of the text on each side of a mention
_RIVALS = 3  # other actors of a like name
_NEAR = 60  # rapidfuzz WRatio from which a name is worth offering for another
_LIKE = 0.6  # likeness from which another actor is worth naming
_PINNED = frozenset({PlacePrecision.POINT, PlacePrecision.TOWN})


def explain(name: str, corpus: Corpus, gazetteer: Gazetteer) -> list[str]:
    """What a name or id stands for: every entity, unlinked mention, source and event, with the evidence."""
    lines = [*_entities(name, corpus, gazetteer, _meant), *_sources(name, corpus), *_unlinked(name, corpus)]
    lines += [*_events(name, corpus), *_taken_away(name, corpus), *_moved(name, corpus)]
    return lines or [*of_article(name, corpus)] or _entities(name, corpus, gazetteer, _part) or _nothing(name, corpus)


def _entities(name: str, corpus: Corpus, gazetteer: Gazetteer, fits: Callable[[str, Place | Actor], bool]) -> list[str]:
    lines: list[str] = []
    for place in corpus.linked.places.values():
        if fits(name, place):
            lines += [*_heading(name, place, "place"), *_whereabouts(place, corpus), *_body(name, place, corpus)]
            lines += [
                *_readings(name, place, corpus, gazetteer),
                *_told_of(place, corpus),
                *offers.of_place(place.name, corpus.config),
                "",
            ]
    for actor in corpus.linked.actors.values():
        if fits(name, actor):
            lines += [*_heading(name, actor, "actor"), *_body(name, actor, corpus), *_descriptions(actor, corpus)]
            lines += [
                *_rivals(actor, corpus),
                *_told_of(actor, corpus),
                *offers.of_actor(actor.name, actor.kind, corpus.config),
                "",
            ]
    return lines


def _meant(name: str, entity: Place | Actor) -> bool:
    return name == entity.id or fold(name) in _forms(entity)


def _part(name: str, entity: Place | Actor) -> bool:
    """Whether the words of a name are some of those of a form: "Kahl" of "Ruth Kahl"."""
    words = set(fold(name).split())
    return bool(words) and any(words <= set(form.split()) for form in _forms(entity))


def _forms(entity: Place | Actor) -> set[str]:
    return {fold(entity.name), *(fold(f.text) for f in entity.forms)}


def _heading(name: str, entity: Place | Actor, sort: str) -> Iterator[str]:
    asked = "" if fold(name) in {fold(entity.name), entity.id} else f'"{name}" is '
    kind = f"{sort}: {entity.kind.replace('_', ' ')}" if entity.kind != sort else sort
    yield f"{asked}{entity.name} ({kind})"
    yield f"  Its page: {sort}s/{entity.id}/"


def _whereabouts(place: Place, corpus: Corpus) -> Iterator[str]:
    names = [corpus.linked.places[p].name for p in place.parents if p in corpus.linked.places]
    point = f"{place.latitude}, {place.longitude}"
    if place.latitude is None or place.precision not in _PINNED:
        yield f"  On the map: no pin of its own, since only its {_known(place)} known"
    else:
        yield f"  On the map: a pin at {point} ({place.precision})"
    yield f"  It lies in: {', '.join(names)}" if names else "  It lies in: not known"
    if place.geonames_id:
        yield f"  GeoNames: {place.geonames_id}"


def _known(place: Place) -> str:
    return "neighbourhood by the text is" if place.precision is PlacePrecision.PARENT else "outline is"


def _body(name: str, entity: Place | Actor, corpus: Corpus) -> Iterator[str]:
    """The spellings with the reason why each belongs here, then the mentions, those of the spelling asked for first."""
    yield "  Spellings, and why each belongs here:"
    for form in entity.forms:
        yield f'    "{form.text}" {_times(form.count)} in {", ".join(form.articles)}: {form.evidence}'
    mentions = [m for ms in corpus.linked.mentions.values() for m in ms if m.entity == entity.id]
    mentions.sort(key=lambda m: (fold(m.text) != fold(name), m.article, m.span))
    yield "  Where the texts name it:"
    yield from (f"    {_spot(m, corpus)}" for m in mentions[:SHOWN])
    if len(mentions) > SHOWN:
        yield f"    and {len(mentions) - SHOWN} more"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _spot(mention: Mention, corpus: Corpus) -> str:
    text = corpus.linked.articles[mention.article].text
    start, end = mention.span.start, mention.span.end
    marked = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    return f"{mention.article} at {start}-{end}: ...{' '.join(marked.split())}..."


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
    speaking = [s for s in corpus.linked.sources.values() if s.actor == actor.id]
    yield from (f"  What it says itself: sources/{s.id}/" for s in speaking)


def _told_of(entity: Place | Actor, corpus: Corpus) -> Iterator[str]:
    """The overrides that speak of it, and what a person should look at."""
    forms = _forms(entity)
    rules = [r for r in _rules(corpus) if forms & set(map(fold, _spoken(r)))]
    yield "  Overrides that speak of it:" if rules else "  Overrides that speak of it: none"
    yield from (f"    {line}" for rule in rules for line in _said(rule.name, rule))
    for question in (i for i in corpus.linked.review if i.about == entity.id):
        yield f"  The program is unsure: {question.question}"
        yield from (f"    {line}" for line in question.evidence)


def _rules(corpus: Corpus) -> list[EntityOverride | SourceOverride]:
    o = corpus.overrides
    return [*o.places.values(), *o.actors.values(), *o.sources.values()]


def _spoken(rule: EntityOverride | SourceOverride) -> list[str]:
    """The names that an override speaks of."""
    more = [*rule.former, *([rule.acronym] if rule.acronym else [])] if isinstance(rule, EntityOverride) else []
    return [rule.name, *(a.text for a in rule.aliases), *rule.never, *more]


def _said(name: str, rule: EntityOverride | SourceOverride | EventOverride) -> Iterator[str]:
    """What a person said, with the file and line of each word of it."""
    yield f"{rule.file}:{rule.line}: {name}"
    keys = {str(path[0]): mark for path, mark in rule.marks.items() if len(path) == 1}
    yield from (f"  {key}: {rule.file}:{line}:{column}" for key, (line, column) in keys.items())


def _sources(name: str, corpus: Corpus) -> Iterator[str]:
    """The source of this id or, where no actor of the name tells of it, of this name."""
    for source in corpus.linked.sources.values():
        rule = corpus.overrides.sources.get(source.name)
        if name == source.id or (fold(name) == fold(source.name) and (rule or source.actor is None)):
            said = [c.article for cs in corpus.linked.claims.values() for c in cs if c.source == source.id]
            yield f"{source.name} (source: {source.kind})"
            yield f"  Its page: sources/{source.id}/"
            yield f"  What it says: {_times(len(said))}, in {', '.join(dict.fromkeys(said)) or 'no article'}"
            yield "  Overrides that speak of it:" if rule else "  Overrides that speak of it: none"
            yield from (f"    {line}" for line in (_said(rule.name, rule) if rule else ()))


def _taken_away(name: str, corpus: Corpus) -> Iterator[str]:
    """What people have said is nothing, or has no page."""
    for rule in _rules(corpus):
        if rule.ignore and fold(name) in map(fold, _spoken(rule)):
            yield f'{rule.file}:{rule.line}: a person says that "{rule.name}" is nothing to link.'
            yield "  To change it, take that line out."
    told = corpus.overrides
    for hidden in (*told.places.values(), *told.actors.values()):
        if hidden.hide and fold(name) in map(fold, _spoken(hidden)):
            yield f'{hidden.file}:{hidden.line}: a person says that "{hidden.name}" has no page.'
    if (event := told.events.get(name)) and event.hide:
        yield f'{event.file}:{event.line}: a person says that "{name}" has no page.'


def _moved(name: str, corpus: Corpus) -> Iterator[str]:
    """Where a page of this id went."""
    for old, new in {**corpus.linked.moved, **corpus.events.moved}.items():
        if old.partition("/")[2] == name:
            yield f"{old}/ leads to {new}/"


def _unlinked(name: str, corpus: Corpus) -> Iterator[str]:
    mentions = (m for ms in corpus.linked.mentions.values() for m in ms if m.entity is None)
    found = [m for m in mentions if fold(m.text) == fold(name)]
    if found:
        yield f'"{name}" is named, but linked to nothing. {found[0].reason}'
        yield from (f"    {_spot(m, corpus)}" for m in found[:SHOWN])
        yield from (*offers.as_place(name, corpus.config), "")


def _events(name: str, corpus: Corpus) -> Iterator[str]:
    """The events of this id or title."""
    for event in corpus.events.events.values():
        if name == event.id or fold(name) == fold(event.title):
            yield from (*_event(event, corpus), "")


def _event(event: Event, corpus: Corpus) -> Iterator[str]:
    place = corpus.linked.places.get(event.place or "")
    yield f"{event.title} (event: {event.type})"
    yield f"  Its page: events/{event.id}/"
    yield f"  When: {_days(event)}"
    yield f"  Where: {place.name if place else 'not known'}"
    yield "  Passages that tell of it:"
    for passage in event.passages:
        sentences = corpus.linked.annotations[passage.article].sentences
        first, last = sentences[passage.sentences[0]].span, sentences[passage.sentences[-1]].span
        many = "" if len(passage.sentences) == 1 else "s"
        yield f"    {passage.article} at {first.start}-{last.end}, {len(passage.sentences)} sentence{many}"
    yield from (f"  {r.how} {r.event}: {r.reason}" for r in event.related)
    rule = corpus.overrides.events.get(event.id)
    yield "  Overrides that speak of it:" if rule else "  Overrides that speak of it: none"
    yield from (f"    {line}" for line in (_said(event.id, rule) if rule else ()))
    for question in (i for i in corpus.events.review if i.about == event.id):
        yield f"  The program is unsure: {question.question}"
    yield from offers.of_event(event, place.name if place else None, corpus.config)


def _days(event: Event) -> str:
    if event.start is None:
        return "not known"
    end = f" to {event.end}" if event.end != event.start else ""
    return f"{event.start}{end}" + ("" if event.precision is Precision.DAY else f" (known to the {event.precision})")


def _nothing(name: str, corpus: Corpus) -> list[str]:
    """What to say of words that are no name here: that a text has them all the same, or what comes close."""
    words = f" {fold(name)} "
    holders = [a.id for a in corpus.linked.articles.values() if words.strip() and words in f" {fold(a.text)} "]
    if holders:
        said = f'"{name}" stands in {", ".join(holders[:SHOWN])}, but is taken for no name there.'
        return [said, *offers.as_place(name, corpus.config), *offers.as_actor(name, corpus.config)]
    return [f'Nothing in the articles is called "{name}".{_close(name, corpus)}']


def _close(name: str, corpus: Corpus) -> str:
    places, actors = corpus.linked.places.values(), corpus.linked.actors.values()
    names = sorted({p.name for p in places} | {a.name for a in actors} | {*corpus.events.events})
    near = [n for n, _, _ in process.extract(name, names, scorer=fuzz.WRatio, limit=3, score_cutoff=_NEAR)]
    return f" Close to it: {', '.join(near)}." if near else ""
