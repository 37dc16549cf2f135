"""Taking an entity away whole: its spellings are names of their own, and each is ignored by itself.

Who was an actor and is none by what people say is still called by that name where it speaks, not by all the words
around it: "Ada Holm", not "the union's spokeswoman Ada Holm".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from according.linking.addresses import Before
from according.linking.forms import fold
from according.linking.reasons import in_words
from according.model import Actor, Annotation, Article, Form, Mention, Place, Span

IGNORED = "ignored by an override"
_DEMONYM = in_words("demonym")


def names_to_ignore(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The keys under which nothing of an entity is left, its name first; spellings that are read as one are one.

    The name that "Idlib (governorate)" has in common with another is left out: that one would go with it.
    """
    found = {fold(form): form for form in reversed([*forms]) if not name.startswith(f"{form} (")}
    if found and fold(name) not in found:  # "Turkey", which every article writes otherwise
        return tuple(reversed(found.values()))
    return tuple(dict.fromkeys((name, *(form for key, form in reversed(found.items()) if key != fold(name)))))


def lines_to_ignore(entity: Place | Actor) -> tuple[str, ...]:
    """The same of an entity; the title of a place's page takes all spellings along, unless a person gave the title."""
    if isinstance(entity, Place) and not entity.overridden:
        return (entity.name,)
    return names_to_ignore(entity.name, (form.text for form in proper_names(entity.forms)))


def proper_names(forms: Iterable[Form]) -> tuple[Form, ...]:
    """The spellings but for what a place's people and things are called: "Turkish" goes where Turkey goes."""
    return tuple(form for form in forms if form.evidence != _DEMONYM)


def ignored_speakers(
    articles: Mapping[str, Article],
    read: Mapping[str, Annotation],
    told: Mapping[str, Annotation],
    before: Before,
    live: Collection[str],
) -> tuple[dict[str, Actor], dict[str, tuple[Mention, ...]]]:
    """The actors of whom people say that they are none, by id, and by article where they are named.

    ``read`` has the names as the machine reads them, ``told`` as people say; ``live`` are the ids of other actors.
    """
    gone: dict[str, Actor] = {}
    named: dict[str, tuple[Mention, ...]] = {}
    for article in read:
        found = [] if read[article] is told[article] else [*_taken_away(articles[article], read, told)]
        actors = [(span, actor) for span in found if (actor := before.actor_at(article, span)) and actor.id not in live]
        if actors:
            gone |= {actor.id: actor for _, actor in actors}
            named[article] = tuple(Mention(article, s, actor.name, "actor", actor.id, IGNORED) for s, actor in actors)
    return gone, named


def _taken_away(article: Article, read: Mapping[str, Annotation], told: Mapping[str, Annotation]) -> Iterator[Span]:
    """Where an article has names that are none any more, nor a part of others."""
    left = [name.span for name in told[article.id].names]
    yield from (n.span for n in read[article.id].names if not any(n.span.overlaps(other) for other in left))
