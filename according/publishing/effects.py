"""What corrections did, in words: fixed sentences filled with names that are given and numbers that are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from according.model import Deed, Effect, EventSet, Linked, Precision
from according.publishing.words import Words

UNITS = {"sources": "statements", "events": "sentences"}  # what is counted, by the file's name; else mentions
FROM = frozenset({"date", "kind", "place", "in", "answer"})  # deeds that replace something, where there was anything
STATEMENTS = frozenset({"pass", "unpass"})  # deeds that concern statements, whoever is named
KILOMETRES = frozenset({"move_middle", "move_pin", "no_pin", "own_pin"})
OTHERS = frozenset({"release", "released"})  # what is told of the event that was parted from another
ORDER = ("places", "actors", "sources", "events")
# The key of an entry that did something, where it can be no other. What follows from that has none of its own.
_KEYS = {
    **dict.fromkeys(("apart", "part", "part_in", "part_kind", "part_nowhere", "part_pin", "part_pinless"), "not"),
    **dict.fromkeys(("leave_out", "release", "released"), "without"),
    "copy": "copies",
    "draw": "includes",
    "include": "includes",
    "pin_in": "at",
    **{key: key for key in ("date", "geonames", "hide", "in", "kind", "label", "place", "title", "wikidata")},
}
_FOLLOWING = frozenset({"alter", "empty", "empty_all", "pass", "resite", "retitle", "unpass", "unsite"})


def told(effect: Effect, words: Words, *, linked: bool = False) -> str:
    """One correction: "renames “Kamyshly” to “Qamishli”: 14 mentions in 3 articles; moves its pin by 12 km".

    ``linked``: the other events that it tells of are named by links behind it, where it ends with them.
    """
    about, deeds = file_of(effect), sorted(effect.deeds, key=lambda deed: linked and deed.what in OTHERS)
    parts = [_sentence(deed, about, words, linked=linked) for deed in deeds]
    return words("effect.between").join(parts) if parts else words("effect.nothing")


def file_of(effect: Effect) -> str:
    """What the file of a correction is about: "places"."""
    return effect.file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")


def entries(linked: Linked, events: EventSet) -> list[Effect]:
    """Every entry of the files, whether it does something or not."""
    return [e for found in (*linked.effects.values(), *events.effects.values()) for e in found]


def in_force(linked: Linked, events: EventSet) -> list[tuple[str, Effect]]:
    """Every entry that does something with the first page that it concerns, as the files have them."""
    found: dict[tuple[str, str], tuple[str, Effect]] = {}
    for page, effects in (*linked.effects.items(), *events.effects.items()):
        for effect in (e for e in effects if e.deeds):
            entry = effect.file, effect.key
            if entry not in found or page == f"{file_of(effect)}/{effect.key}":  # others may be concerned besides
                found[entry] = page, whole(effect, events)
    return sorted(found.values(), key=lambda f: (ORDER.index(file_of(f[1])), f[1].key))


def whole(effect: Effect, events: EventSet) -> Effect:
    """What an entry about names did, with what that changed of events."""
    more = events.besides.get((effect.file, effect.key), ())
    return replace(effect, deeds=(*effect.deeds, *more)) if more else effect


def keys_of(effect: Effect, said: Sequence[str]) -> tuple[str, ...]:
    """Of the keys that an entry has, those that did what it did; none where that is not known, or all of them did."""
    kind = "type" if file_of(effect) == "events" else "kind"
    found = (_KEYS.get(deed.what, "") for deed in effect.deeds if deed.what not in _FOLLOWING)
    did = {kind if key == "kind" else key for key in found}
    return tuple(key for key in said if key in did) if did < {*said} else ()


def _sentence(deed: Deed, about: str, words: Words, *, linked: bool) -> str:
    old, new = (_shown(deed.what, text, words) for text in (deed.old, deed.new))
    what = deed.what if deed.old or deed.what not in FROM else f"{deed.what}_set"
    what = f"{what}_linked" if linked and what in OTHERS else what
    does = words(f"effect.{what}", old=old, new=new)
    if not deed.count:
        return does
    unit = "statements" if deed.what in STATEMENTS else UNITS.get(about, "mentions")
    count, articles = words.count(unit, deed.count), words.count("in_articles", deed.articles)
    return words("effect.counted", does=does, count=count, articles=articles)


def _shown(what: str, text: str, words: Words) -> str:
    """A part of a sentence as readers know it; kinds are the words that are written in files."""
    if what == "date" and text:
        first, _, last = text.partition("/")
        start = date.fromisoformat(first)
        return words.period(start, date.fromisoformat(last) if last else start, Precision.DAY)
    if what in KILOMETRES and text:
        return words.number(float(text))
    return text
