"""The lines of YAML that would change a place, an actor, a source or an event, to print below what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from according.config import Config
from according.events.correcting import day_to_write
from according.linking.away import Lines, to_ignore
from according.linking.entries import Entries, retyped, there
from according.model import Actor, Event, Place
from according.overrides.blanks import ARTICLE, EVENT, HOLDER, LABEL, NAME, PLACE, POINT, SOURCE, SPELLING
from according.yamlfile import written

_KINDS = {"places.yaml": "village", "actors.yaml": "organization"}  # what a name is, as far as anybody knows
_HIDE = "  hide: true                       # no page of it; its name stays in the texts"
# Where a line goes in a file, ahead of the line itself.
_WHERE = {
    "name": "into {file}",
    "below": "into {file}, below what is on line {line}",
    "among": "into {file}, among the aliases of what is on line {line}",
    "instead": "into {file}, in place of this name in what is on line {line}",
    "unignored": "into {file}, in place of line {line}",
}


@dataclass(frozen=True, slots=True)
class Files:
    """The files of corrections, with the entries that they have already."""

    config: Config
    said: Entries
    away: Mapping[str, Lines] = field(default_factory=dict)  # by page, what would have to be ignored

    def write(self, file: str, name: str) -> str:
        """The words ahead of lines about what has its entry in a file."""
        at, path = there(self.said, file, name), self.config.corrections(file)
        if at and at.own and not at.ignored:
            return f"  To change it, put those of these lines that are true below {path}:{at.line}, which has its name:"
        return f"  To change it, write into {path} those of these lines that are true:"

    def elsewhere(self, remark: str, file: str, name: str, aliases: str = "", *, both: bool = False) -> Iterator[str]:
        """How a name becomes what another file is about; ``both``: it is that in some articles.

        ``aliases`` are what a name of its own is for.
        """
        at = there(self.said, file, name)
        line = retyped(name, _KINDS[file], at, both=both)
        where = _WHERE[line.whither].format(file=self.config.corrections(file), line=at.line if at else 0)
        yield f"  {remark}? Then {where}:"
        told = [f"  aliases: [{aliases}]"] if aliases else []
        yield from block((f"{written(line.key)}:", f"  {line.text}", *told))


def block(lines: Iterable[str]) -> Iterator[str]:
    """Lines of YAML that can be copied as they stand: at the margin, with nothing beside them."""
    yield from ("", *lines, "")


def of_place(place: Place, files: Files, *, both: bool = False) -> Iterator[str]:
    """What a person may say of a place; ``both``: an actor is called so as well."""
    name = place.name
    key = written(name)
    yield files.write("places.yaml", name)
    lines = (
        f"{key}:  # the name to show; another goes here, and this one into aliases",
        f"  aliases: [{SPELLING}]      # this spelling is the same place",
        f"  not: [{NAME}]              # that one is another place{_unlisted(files, 'places.yaml', name)}",
        f"  at: [{', '.join(POINT)}]        # its pin",
        f"  in: {HOLDER}",
        _HIDE,
    )
    yield from block((*lines, *_ignored(place, files)))
    yield from _ignored_elsewhere(place, files)
    yield from files.elsewhere("It is no place but somebody", "actors.yaml", name, both=both)


def of_actor(actor: Actor, files: Files, own: str = "", aliases: str = "", *, both: bool = False) -> Iterator[str]:
    """What a person may say of an actor; ``own`` and ``aliases`` are what tells it from others of its name.

    ``both``: a place is called so as well.
    """
    name = own or actor.name
    key = written(name)
    yield files.write("actors.yaml", name)
    others, same = "others are called so too", "this spelling is the same one"
    lines = (
        f"{key}:  # the name to show; another goes here, and this one into aliases",
        f"  aliases: [{aliases}]  # {others}" if aliases else f"  aliases: [{SPELLING}]      # {same}",
        f"  not: [{NAME}]              # that one is somebody else{_unlisted(files, 'actors.yaml', name)}",
        f"  {'# ' if both else ''}kind: {actor.kind}",
        _HIDE,
    )
    yield from block((*lines, *(() if own else _ignored(actor, files))))
    yield from () if own else _ignored_elsewhere(actor, files)
    yield from files.elsewhere("It is a place", "places.yaml", name, aliases, both=both)


def _unlisted(files: Files, file: str, name: str) -> str:
    """A remark where an entry has aliases, as none of these can be forbidden as well."""
    at = there(files.said, file, name)
    return "; take one of its aliases out of there" if at and at.own and at.aliases else ""


def _ignored(entity: Place | Actor, files: Files) -> Iterator[str]:
    """The lines that take it away in place of others in its file, however the articles spell it."""
    names, _ = to_ignore(entity, files.away)
    every = "; one line for each spelling" if len(names) > 1 else ""
    for i, name in enumerate(names):
        yield from () if i else ("",)
        yield f"{written(name)}: ignore{'' if i else f'  # no entity at all, in place of all lines above{every}'}"


def _ignored_elsewhere(entity: Place | Actor, files: Files) -> Iterator[str]:
    """Those in the other file, without the entry that made it what it is; or that it needs none."""
    names, elsewhere = to_ignore(entity, files.away)
    for file, others in elsewhere:
        too = "And these" if names else "It is nothing at all? Then take its entry out, and put these"
        yield f"  {too} into {files.config.corrections(file)}:"
        yield from block(f"{written(name)}: ignore" for name in others)
    if not (names or elsewhere):
        yield "  It is nothing at all? Then take its entry out: without it this page is not there."


def of_source(name: str, files: Files, apart: Sequence[str] = (), *, publishes: bool = False) -> Iterator[str]:
    """What a person may say of a source; who ``publishes`` articles cannot be taken away.

    ``apart`` are the keys that leave others of its name alone.
    """
    key = written(name)
    yield files.write("sources.yaml", name)
    lines = (
        f"{key}:",
        f"  label: {LABEL}",
        *(f"  {line}" for line in apart or (f"aliases: [{NAME}]          # that one is this source",)),
        f"  copies: {SOURCE}           # it only repeats that one",
        "  hide: true                       # no page of it; what it says stays",
    )
    silenced = ("", f"{key}: ignore  # no source, in any article; in place of all lines above")
    yield from block((*lines, *(() if publishes or apart else silenced)))


def of_event(event: Event, place: str | None, files: Files) -> Iterator[str]:
    """What a person may say of an event."""
    at = there(files.said, "events.yaml", event.id)
    has = {key: ", ".join(map(written, at.named(key))) for key in ("includes", "not", "without")} if at else {}
    article = event.articles[-1] if event.articles else ARTICLE
    yield files.write("events.yaml", event.id)
    yield from block(
        (
            f"{written(event.id)}:",
            f"  type: {event.type}",
            f"  title: {written(event.title)}",
            f"  date: {day_to_write(event)}",
            f"  place: {written(place or PLACE)}",
            f"  includes: [{has.get('includes') or EVENT}]  # that one is this one; an id ends its page's address",
            f"  not: [{has.get('not') or EVENT}]       # that one is another event",
            f"  without: [{has.get('without') or article}]  # this article does not tell of it",
            "  hide: true                       # it is no event",
        )
    )


def as_place(name: str, files: Files) -> Iterator[str]:
    """How a name becomes a place."""
    return files.elsewhere("It is a place", "places.yaml", name)


def as_actor(name: str, files: Files) -> Iterator[str]:
    """How a name becomes an actor."""
    return files.elsewhere("It is somebody", "actors.yaml", name)
