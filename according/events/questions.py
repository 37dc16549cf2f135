"""What the machine is unsure of among events and outlets, with the line of YAML that settles it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from according.linking.forms import fold
from according.linking.renames import source_names
from according.model import Event, Linked, ReviewItem
from according.overrides import Overrides
from according.yamlfile import written

CLOSE = ("same day and place", "part of")  # ties of events that may be one
FEWEST_COPIES = 2  # articles that repeat another outlet's, from which it is asked
MOSTLY = 0.5  # of an outlet's articles


def ask(
    events: Mapping[str, Event],
    copy_of: Mapping[str, str],
    linked: Linked,
    overrides: Overrides,
    parted: Mapping[str, str],
) -> tuple[ReviewItem, ...]:
    """The questions about events and outlets that nobody has answered, those on which most hangs first.

    ``parted`` are events that people have made of what they left out of others: these are not asked about again.
    """
    answered = {frozenset((key, o)) for key, rule in overrides.events.items() for o in rule.never}
    answered |= {frozenset((new, old)) for new in parted for old in _parted_from(new, parted)}
    found = (*_same_events(events, answered), *_copies(copy_of, linked, overrides))
    return tuple(sorted(found, key=lambda q: (-q.weight, q.kind, q.about)))


def _parted_from(event: str, parted: Mapping[str, str]) -> Iterator[str]:
    """The event that one was left out of, the one that this was left out of, and so on."""
    while event in parted:
        event = parted[event]
        yield event


def _same_events(events: Mapping[str, Event], answered: AbstractSet[frozenset[str]]) -> Iterator[ReviewItem]:
    """Two events of one kind, on the same days at one place: one event?"""
    asked = set(answered)
    for key, event in sorted(events.items()):
        for relation in event.related:
            other = events.get(relation.event)
            pair = frozenset((key, relation.event))
            if other and relation.how in CLOSE and event.type == other.type and pair not in asked:
                asked.add(pair)
                more, less = sorted((event, other), key=_told)
                yield _same_event(more, less, relation.reason)


def _told(event: Event) -> tuple[int, str]:
    return -len(event.claims), event.id


def _same_event(event: Event, other: Event, reason: str) -> ReviewItem:
    def described(one: Event) -> str:
        count = len(one.articles)
        return f"“{one.title}”: {one.type}, in {count} {'article' if count == 1 else 'articles'}."

    return ReviewItem(
        kind="event",
        about=event.id,
        question=f"Are “{event.title}” and “{other.title}” one event?",
        evidence=(reason, described(event), described(other)),
        file="events.yaml",
        yes=f"{written(event.id)}:\n  includes: [{written(other.id)}]\n",
        no=f"{written(event.id)}:\n  not: [{written(other.id)}]\n",
        weight=float(len(other.claims)),
    )


def are_apart(key: str, other: str, events: Mapping[str, Event]) -> bool:
    """Whether two events are there, and nothing ties them so that it could be asked whether they are one."""
    tied = {r.event for id_ in (key, other) if id_ in events for r in events[id_].related if r.how in CLOSE}
    return key in events and other in events and tied.isdisjoint((key, other))


def asked_of_copies(copy_of: Mapping[str, str], linked: Linked) -> dict[tuple[str, str], tuple[list[str], int]]:
    """By an outlet most of whose articles repeat another's, and that one: these articles, and how many it has in all.

    Whether it only repeats the other is asked, unless a person has said it.
    """
    published: defaultdict[str, list[str]] = defaultdict(list)
    repeated: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, article in sorted(linked.articles.items()):
        published[article.outlet or ""].append(id_)
        original = linked.articles[copy_of[id_]].outlet if id_ in copy_of else None
        if article.outlet and original and original != article.outlet:
            repeated[article.outlet, original].append(id_)
    return {
        (outlet, original): (copies, len(published[outlet]))
        for (outlet, original), copies in sorted(repeated.items())
        if len(copies) >= max(FEWEST_COPIES, MOSTLY * len(published[outlet]))
    }


def _copies(copy_of: Mapping[str, str], linked: Linked, overrides: Overrides) -> Iterator[ReviewItem]:
    """An outlet most of whose articles repeat another's: does it only repeat it?"""
    answered = _answered(overrides)
    for (outlet, original), (copies, published) in asked_of_copies(copy_of, linked).items():
        if not answered(outlet, original):
            yield _copy(outlet, original, copies, published)


def _answered(overrides: Overrides) -> Callable[[str, str], bool]:
    """Whether a person has said that an outlet copies, or does not, or that it is the other that copies it."""
    renamed = source_names(overrides)

    def now(name: str) -> str:
        return fold(renamed.get(fold(name), name))

    copying = {now(name) for name, rule in overrides.sources.items() if rule.copies}
    said = {frozenset((now(name), now(o))) for name, r in overrides.sources.items() for o in (r.copies, *r.never) if o}
    return lambda outlet, original: now(outlet) in copying or frozenset((now(outlet), now(original))) in said


def _copy(outlet: str, original: str, copies: Iterable[str], published: int) -> ReviewItem:
    found = list(copies)
    return ReviewItem(
        kind="copy",
        about=found[0],
        question=f"Does {outlet} only repeat {original}?",
        evidence=(f"{len(found)} of its {published} articles have {original}'s text.", *found[:3]),
        file="sources.yaml",
        yes=f"{written(outlet)}:\n  copies: {written(original)}\n",
        no=f"{written(outlet)}:\n  not: [{written(original)}]\n"
        f"# or it is the other way round:\n# {written(original)}:\n#   copies: {written(outlet)}\n",
        weight=float(len(found)),
    )
