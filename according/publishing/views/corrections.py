"""Corrections: ready YAML for the override files, with the real names filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from according.digesting.record import NOT_STATED
from according.events.correcting import day_to_write
from according.events.questions import CLOSE
from according.linking.away import to_ignore
from according.linking.emptied import takes_away
from according.linking.entries import retyped, there
from according.linking.forms import fold
from according.linking.ignoring import proper_names
from according.linking.same_names import beside_unnamed, limited, namesakes, of_it_alone, told_apart
from according.model import Actor, Effect, Event, Form, Place, Source
from according.overrides.blanks import ITEM, POINT, WORDS
from according.publishing import effects
from according.publishing.views.atlas import PINNED
from according.publishing.views.desk import Desk
from according.publishing.views.reference import Correction, Ref, Told
from according.publishing.views.register import Register
from according.publishing.words import Words
from according.yamlfile import written

SHOWN = 4  # forms that fit on one line
BLANKS = ("other", "spelling", "parent", "label_text", "other_source", "other_event", "article", "place")


def blanks(*languages: Words) -> frozenset[str]:
    """What stands on pages, and in what ``explain`` prints, for names and ids that a person has to fill in."""
    return WORDS.union(words(f"correct.{blank}") for words in languages for blank in BLANKS)


def place_correction(desk: Desk, place: Place) -> Correction:
    """What a person may say of a place."""
    words = desk.words
    at = f"{place.latitude}, {place.longitude}" if place.precision in PINNED else ", ".join(POINT)
    parent = next((p.name for i in place.parents if (p := desk.register.place(i))), words("correct.parent"))
    lines = [
        f"{written(place.name)}:  # {words('correct.name')}",
        f"  {_kind(desk, place)}  # {words('correct.place_kinds')}",
        _aliases(desk, place, proper_names(place.forms)),
        _never(desk, "places.yaml", place.name),
        f"  # at: [{at}]  # {words('correct.at')}",
        f"  # in: {written(parent)}  # {words('correct.in')}",
        *([f"  # geonames: {place.geonames_id}"] if place.geonames_id else []),
        f"  # hide: true  # {words('correct.no_page')}",
        *_ignored(desk, place),
        f"# {_otherwise(desk, 'actors.yaml', 'organization', place.name)}",
    ]
    return _correction(desk, "places.yaml", place.name, lines, f"places/{place.id}")


def actor_correction(desk: Desk, actor: Actor) -> Correction:
    """What a person may say of an actor."""
    words = desk.words
    others = namesakes(actor, desk.linked.actors, desk.register.sharing)
    name = told_apart(actor, others, desk.linked.articles) if others else actor.name
    lines = [
        f"{written(name)}:  # {words('correct.its_own', name=actor.name) if others else words('correct.name')}",
        f"  {f'kind: {actor.kind}' if others else _kind(desk, actor)}  # {words('correct.actor_kinds')}",
        _limited(desk, actor) if others else _aliases(desk, actor, actor.forms),
        _never(desk, "actors.yaml", name),
        f"  # wikidata: {actor.wikidata or ITEM}  # {words('correct.wikidata')}",
        f"  # hide: true  # {words('correct.no_page')}",
        *(() if others else _ignored(desk, actor)),
        f"# {_otherwise(desk, 'places.yaml', 'village', name, several=bool(others))}",
    ]
    return _correction(desk, "actors.yaml", name, lines, f"actors/{actor.id}")


def source_correction(desk: Desk, source: Source) -> Correction:
    """What a person may say of a source."""
    words = desk.words
    label = written(source.label or words("correct.label_text"))
    own = written(source.id)
    called, apart = _called(desk, source)
    key, named = own if source.article else written(called), _named(desk, source)
    remark = words("correct.its_own", name=source.name) if called != source.name else ""
    remark = words("correct.only_here", name=source.name) if source.article else remark
    other = [] if source.article else [f"  # aliases: [{words('correct.other')}]  # {words('correct.aliases')}"]
    lines = [
        f"{key}:{f'  # {remark}' if remark else ''}",
        f"  kind: {source.kind}  # {words('correct.source_kinds')}",
        f"  {'' if source.label else '# '}label: {label}  # {words('correct.label')}",
        *(apart or other),
        f"  # copies: {words('correct.other_source')}  # {words('correct.copies')}",
        f"  # hide: true  # {words('correct.no_page_said')}",
        *([] if apart or source.id in desk.register.published else [_silenced(desk, source, key)]),
        *([f"# {words('correct.named_here', aliases=f'[{own}]')}"] if source.article else []),
        *([f"# {_renamed(desk, named)}"] if named else []),
        *([f"# {words('correct.no_outlet')}"] if source.id == NOT_STATED else []),
    ]
    pages = (f"sources/{source.id}", *([f"actors/{source.actor}"] if source.actor else []))
    offered = _correction(desk, "sources.yaml", source.id if source.article else called, lines, *pages)
    sort = "places" if isinstance(named, Place) else "actors"
    return replace(offered, named=next(iter(desk.known(sort, [named.id])), None)) if named else offered


def _named(desk: Desk, source: Source) -> Actor | Place | None:
    """The actor or place whose name a source has."""
    actor = desk.linked.actors.get(source.actor or "")
    return actor or (None if source.article else desk.linked.places.get(source.id))


def _renamed(desk: Desk, named: Actor | Place) -> str:
    """How the name of a source that is an actor or a place gets another, in its entry or in a new one."""
    file = "places.yaml" if isinstance(named, Place) else "actors.yaml"
    at, path = there(desk.register.said, file, named.name), desk.register.site.config.corrections(file)
    if at and at.own:
        return desk.words("correct.renamed_there", name=written(at.key), where=path)
    sharing = desk.register.sharing
    others = isinstance(named, Actor) and namesakes(named, desk.linked.actors, sharing)
    own = ", ".join(limited(named, sharing)) if others and isinstance(named, Actor) else written(named.name)
    return desk.words("correct.renamed", aliases=f"[{own}]", where=path)


def _called(desk: Desk, source: Source) -> tuple[str, list[str]]:
    """What an entry calls a source, with the lines that leave others of its name alone: actors, or unnamed sources."""
    register = desk.register
    actor = desk.linked.actors.get(source.actor) if source.actor else None
    if actor and fold(actor.name) == fold(source.name):
        others = namesakes(actor, desk.linked.actors, register.sharing)
        if others:
            return told_apart(actor, others, desk.linked.articles), [_limited(desk, actor)]
    unnamed = () if source.article else register.unnamed_in.get(fold(source.name), ())
    if not unnamed:
        return source.name, []
    lines = beside_unnamed(source, register.heard_in.get(source.id, ()), unnamed)
    return source.name, [f"  {line}  # {desk.words('correct.unnamed')}" for line in lines]


def _silenced(desk: Desk, source: Source, key: str) -> str:
    """The line that takes a source away; who publishes articles stays."""
    return f"# {key}: ignore  # {desk.words('correct.not_here' if source.article else 'correct.not_source')}"


def event_correction(desk: Desk, event: Event) -> Correction:
    """What a person may say of an event."""
    words = desk.words
    place = desk.register.place(event.place)
    other = event.related[0].event if event.related else words("correct.other_event")
    close = next((r.event for r in event.related if r.how in CLOSE), words("correct.other_event"))
    article = event.articles[-1] if event.articles else words("correct.article")
    at = there(desk.register.said, "events.yaml", event.id)

    def line(key: str, value: str, remark: str = "") -> str:
        """What the entry has already stands without a #; of its lists, all that they name."""
        shown = f"[{', '.join(map(written, at.named(key) if at else ())) or value}]" if remark else value
        return f"  {'' if at and key in at.keys else '# '}{key}: {shown}{f'  # {words(remark)}' if remark else ''}"

    lines = [
        f"{written(event.id)}:",
        f"  type: {event.type}",  # an entry needs a key; this one fixes nothing that is likely to change
        line("title", written(event.title)),
        line("date", day_to_write(event)),
        line("place", written(place.name) if place else words("correct.place")),
        line("includes", other, "correct.includes"),
        line("not", close, "correct.never_event"),
        line("without", article, "correct.without"),
        f"  # hide: true  # {words('correct.hide')}",
    ]
    return _correction(desk, "events.yaml", event.id, lines, f"events/{event.id}")


def editor(register: Register, file: str) -> str | None:
    """The link that opens an override file, or a new one, in GitHub's editor, when the repository is known."""
    config = register.site.config
    if not config.repository:
        return None
    path, repository = config.corrections(file), config.repository.rstrip("/")
    if file in register.missing:
        return f"{repository}/new/{config.branch}/{path.rpartition('/')[0]}?filename={file}"
    return f"{repository}/edit/{config.branch}/{path}"


def in_force(desk: Desk, page: str, effect: Effect) -> Told:
    """One correction, with links to its file and to the page that it concerns."""
    config, file = desk.register.site.config, f"{effects.file_of(effect)}.yaml"
    kind, _, id_ = page.partition("/")
    name = desk.register.called[kind].get(id_) if kind in desk.register.called else None
    about = desk.register.briefs.get(id_) if kind == "events" else None
    # Where a name is taken away, what is left of its page has another.
    title = about.title if about else name[0] if name and not takes_away([effect]) else effect.key
    to = desk.page(kind, id_) if about or name else None
    see, at = tuple(_others(desk, effect)), there(desk.register.said, file, effect.key)
    keys = effects.keys_of(effect, at.keys) if at and at.key == effect.key else ()
    did = ", ".join(f"“{key}”" for key in keys)
    does = effects.told(effect, desk.words, linked=len(see) == sum(d.what in effects.OTHERS for d in effect.deeds))
    where, entry = Ref(config.corrections(file), editor(desk.register, file)), Ref(f"“{effect.key}”", None)
    return Told(where, entry, Ref(title, to), does, see=see, keys=did)


def _others(desk: Desk, effect: Effect) -> Iterator[Ref]:
    """The events of which a correction of another one tells, each with its page."""
    ids = (deed.new if deed.what == "release" else effect.key for deed in effect.deeds if deed.what in effects.OTHERS)
    yield from (Ref(desk.register.briefs[i].title, desk.page("events", i)) for i in ids if i in desk.register.briefs)


def told_of(desk: Desk, page: str) -> tuple[Told, ...]:
    """The corrections that concern a page, and what those of other pages did to it."""
    beside = [(in_force(desk, about, effect), about) for about, effect in desk.linked.touched.get(page, ())]
    others = (replace(told, by=told.about) for told, about in beside if about != page)
    return (*(in_force(desk, page, effect) for effect in _effects(desk, page)), *others)


def _effects(desk: Desk, page: str) -> Iterator[Effect]:
    events = desk.register.events
    yield from (effects.whole(effect, events) for effect in desk.linked.effects.get(page, ()))
    yield from events.effects.get(page, ())


def _correction(desk: Desk, file: str, key: str, lines: Iterable[str], *pages: str) -> Correction:
    config = desk.register.site.config
    told = tuple(t for page in pages for t in told_of(desk, page))
    own = (e for page in pages for e in _effects(desk, page) if f"{effects.file_of(e)}.yaml" == file and e.key == key)
    at, path = there(desk.register.said, file, key), config.corrections(file)
    is_there = any(True for _ in own) or (at and at.own)
    return Correction(path, "\n".join(lines) + "\n", editor(desk.register, file), told, path if is_there else None)


def _limited(desk: Desk, actor: Actor) -> str:
    """The spellings of one of several actors of a name, which are the others' in other articles."""
    return f"  aliases: [{', '.join(limited(actor, desk.register.sharing))}]  # {desk.words('correct.aliases')}"


def _kind(desk: Desk, entity: Place | Actor) -> str:
    """What it is; a remark where the other sort has its name, as a kind takes from there what was only guessed."""
    return f"{'# ' if fold(entity.name) in desk.register.of_both else ''}kind: {entity.kind}"


def _never(desk: Desk, file: str, name: str) -> str:
    """The line that parts names from it; one that its entry has among its aliases cannot stand in both."""
    at = there(desk.register.said, file, name)
    remark = desk.words(f"correct.{'never_alias' if at and at.own and at.aliases else 'never'}")
    return f"  # not: [{desk.words('correct.other')}]  # {remark}"


def _ignored(desk: Desk, entity: Place | Actor) -> Iterator[str]:
    """The lines that take an entity away, be it in the other file; no more than are needed."""
    words, (own, elsewhere) = desk.words, to_ignore(entity, desk.linked.away)
    shared = desk.register.sharing if isinstance(entity, Actor) else {}
    own = tuple(name for name in own if name == entity.name or fold(name) not in shared)
    remark = words("correct.ignore_all", n=len(own)) if len(own) > 1 else words("correct.ignore")
    yield from (f"# {written(name)}: ignore{f'  # {remark}' if i == 0 else ''}" for i, name in enumerate(own))
    for file, names in elsewhere:
        there = desk.register.site.config.corrections(file)
        yield f"# {words('correct.ignore_too' if own else 'correct.ignore_there', file=there)}"
        yield from (f"# {written(name)}: ignore" for name in names)
    if not (own or elsewhere):
        yield f"# {words('correct.ignore_none')}"


def _otherwise(desk: Desk, file: str, kind: str, name: str, *, several: bool = False) -> str:
    """How it is said that something is of the other sort, in an entry of its own or in the one that has its name.

    Of ``several`` with one name, one is known by its own name and the aliases that it has here.
    """
    words, both = desk.words, fold(name) in desk.register.of_both
    at = there(desk.register.said, file, name)
    line = retyped(name, kind, at, both=both)
    text = line.item if line.whither in ("among", "instead") else line.text
    where = desk.register.site.config.corrections(file) if at else file
    asked = words(f"correct.{'no_place' if file == 'actors.yaml' else 'no_actor'}{'_both' if both else ''}")
    how = "its_own" if several and line.whither == "name" else line.whither
    return f"{asked} {words(f'correct.then_{how}', line=text, name=written(line.key), where=where)}"


def _aliases(desk: Desk, entity: Place | Actor, forms: Iterable[Form]) -> str:
    """The spellings that are taken for this one and for no other; where there are none, how one would be added.

    Where the other sort has its name, the name is among them: it says nothing new, and an entry needs a key.
    """
    register, name = desk.register, entity.name
    own = [written(name)] if fold(name) in register.of_both else []
    alone = (f.text for f in of_it_alone(forms, register.shared) if not _is_heard(desk, f.text, name))
    others = [*own, *(written(text) for text in alone if text != name and not name.startswith(f"{text} ("))][:SHOWN]
    shown = ", ".join(others) or desk.words("correct.spelling")
    return f"  {'' if others else '# '}aliases: [{shown}]  # {desk.words('correct.aliases')}"


def _is_heard(desk: Desk, form: str, name: str) -> bool:
    """Whether people say that the words of whom a form means are those of a source with another name."""
    at = there(desk.register.said, "sources.yaml", form)
    return at is not None and not at.own and fold(at.key) != fold(name)
