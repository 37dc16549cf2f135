"""The lines of YAML that would change a place, an actor, a source or an event, to print below what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from according.config import Config
from according.events.correcting import day_to_write
from according.linking.ignoring import lines_to_ignore
from according.model import Actor, Event, Place
from according.yamlfile import written


def of_place(place: Place, config: Config, *, both: bool = False) -> Iterator[str]:
    """What a person may say of a place; ``both``: an actor is called so as well."""
    name = place.name
    key = written(name)
    yield _write(config.corrections("places.yaml"))
    yield f"    {key}:  # the name to show; another goes here, and this one into aliases"
    yield "      aliases: [another spelling]      # this spelling is the same place"
    yield "      not: [another name]              # that one is another place"
    yield "      at: [latitude, longitude]        # its pin"
    yield "      in: a place that holds it"
    yield "      hide: true                       # no page of it; its name stays in the texts"
    yield from _ignored(place)
    yield from _elsewhere(
        "It is no place but somebody", config.corrections("actors.yaml"), name, "" if both else "organization"
    )


def of_actor(actor: Actor, config: Config, own: str = "", aliases: str = "", *, both: bool = False) -> Iterator[str]:
    """What a person may say of an actor; ``own`` and ``aliases`` are what tells it from others of its name.

    ``both``: a place is called so as well.
    """
    name = own or actor.name
    key = written(name)
    yield _write(config.corrections("actors.yaml"))
    yield f"    {key}:  # the name to show; another goes here, and this one into aliases"
    if aliases:
        yield f"      aliases: [{aliases}]  # others are called so too"
    else:
        yield "      aliases: [another spelling]      # this spelling is the same one"
    yield "      not: [another name]              # that one is somebody else"
    yield f"      kind: {actor.kind}"
    yield "      hide: true                       # no page of it; its name stays in the texts"
    yield from () if own else _ignored(actor)
    yield from as_place(name, config, both=both)


def _ignored(entity: Place | Actor) -> Iterator[str]:
    """The lines that take it away, however the articles spell it."""
    first, *others = lines_to_ignore(entity)
    yield f"    {written(first)}: ignore  # no entity at all"
    yield from (f"    {written(other)}: ignore" for other in others)


def of_source(name: str, config: Config, *, publishes: bool = False) -> Iterator[str]:
    """What a person may say of a source; who ``publishes`` articles cannot be taken away."""
    key = written(name)
    yield _write(config.corrections("sources.yaml"))
    yield f"    {key}:"
    yield "      label: what it is"
    yield "      aliases: [another name]          # that one is this source"
    yield "      copies: another source           # it only repeats that one"
    yield "      hide: true                       # no page of it; what it says stays"
    yield from () if publishes else (f"    {key}: ignore  # nobody who speaks, in no article",)


def of_event(event: Event, place: str | None, config: Config) -> Iterator[str]:
    """What a person may say of an event."""
    article = event.articles[-1] if event.articles else "id-of-an-article"
    yield _write(config.corrections("events.yaml"))
    yield f"    {written(event.id)}:"
    yield f"      title: {written(event.title)}"
    yield f"      date: {day_to_write(event)}"
    yield f"      place: {written(place or 'Name of the place')}"
    yield "      includes: [id-of-another-event]  # that one is this one; an id is the end of its page's address"
    yield "      not: [id-of-another-event]       # that one is another event"
    yield f"      without: [{article}]  # this article does not tell of it"
    yield "      hide: true                       # it is no event"


def as_place(name: str, config: Config, *, both: bool = False) -> Iterator[str]:
    """How a name becomes a place; ``both``: in all articles, as a place is called so in some."""
    yield from _elsewhere("It is a place", config.corrections("places.yaml"), name, "" if both else "village")


def as_actor(name: str, config: Config) -> Iterator[str]:
    """How a name becomes an actor."""
    yield from _elsewhere("It is somebody", config.corrections("actors.yaml"), name, "organization")


def _elsewhere(remark: str, file: str, name: str, kind: str) -> Iterator[str]:
    yield f"  {remark}? Then into {file}:"
    yield f"    {written(name)}:"
    # A kind takes nothing from the page that the other sort has under this name.
    yield f"      kind: {kind}" if kind else f'      aliases: [{{text: {written(name)}, articles: ["*"]}}]'


def _write(file: str) -> str:
    return f"  To change it, write into {file} those of these lines that are true:"
