"""Taking an entity away whole: its spellings are names of their own, and each is ignored by itself.

Who was an actor or a place and is none by what people say is still called by that name where it speaks, not by all the
words around it: "Ada Holm", not "the union's spokeswoman Ada Holm".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping

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


def lines_to_ignore(entity: Place | Actor, sharing: Container[str] = ()) -> tuple[str, ...]:
    """The same of an entity; the title of a place's page takes all spellings along, unless a person gave the title.

    ``sharing`` are the folded spellings that others of its sort have too and keep. None is left where a person calls it
    something else than any article: only its entry makes it what it is.
    """
    if isinstance(entity, Place) and not entity.overridden:
        return (entity.name,)
    forms = [form.text for form in proper_names(entity.forms)]
    alone = [form for form in forms if fold(form) not in sharing]
    if forms and not alone and fold(entity.name) not in map(fold, forms):
        return ()
    return names_to_ignore(entity.name, alone)


def proper_names(forms: Iterable[Form]) -> tuple[Form, ...]:
    """The spellings but for what a place's people and things are called: "Turkish" goes where Turkey goes."""
    return tuple(form for form in forms if form.evidence != _DEMONYM)


def ignored_speakers(
    articles: Mapping[str, Article],
    read: Mapping[str, Annotation],
    told: Mapping[str, Annotation],
    mentions: Mapping[str, tuple[Mention, ...]],
    before: Before,
    live: Collection[str],
) -> tuple[dict[str, Place | Actor], dict[str, tuple[Mention, ...]]]:
    """The actors and places of which people say that they are none, by id, and by article where they are named.

    ``read`` has the names as the machine reads them, ``told`` as people say; ``live`` are the ids of what is named.
    """
    gone: dict[str, Place | Actor] = {}
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for kind in ("actor", "place"):
        for id_ in sorted(before.ids(f"{kind}s").difference(live, gone)):
            page = f"{kind}s/{id_}"
            entity = before.named(page)
            for article, span in before.spots(page):
                if _is_taken_away(span, read[article], told[article], mentions[article]):
                    gone[id_] = entity
                    words = span.of(articles[article].text)
                    named[article].append(Mention(article, span, words, kind, id_, IGNORED))
    return gone, {article: tuple(sorted(found, key=lambda m: m.span)) for article, found in named.items()}


def _is_taken_away(span: Span, read: Annotation, told: Annotation, mentions: Iterable[Mention]) -> bool:
    """Whether a name is none any more, nor a part of another; what stands within it may have been a name before."""
    if any(m.span == span for m in mentions):
        return False
    names, left = {n.span for n in read.names}, {n.span for n in told.names}
    within = {other for other in names if span.contains(other) and other != span}
    return not any(span.overlaps(other) for other in left - within)
