"""What an actor is called and where its page lives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from according.linking.actors.local_rules import is_acronym
from according.linking.actors.persons import parse_person
from according.linking.actors.uses import Use
from according.linking.slugs import slug
from according.model import Label

_FORCES = ("forces", "army", "military")
_MUCH_RARER = 4  # times; a full form as rare as this is not what the body is called
_SHORT = (
    "surname",
    "given name",
    "short for",
    "initials of",
    "acronym",
)  # evidence of a form that is not full


def canonical_name(uses: Sequence[Use], evidence: dict[str, str], kind: Label) -> str:
    """The most frequent of the full forms; an acronym or a form cut short only where there is no other."""
    counts = Counter(u.form for u in uses)
    full = [form for form in counts if _is_full(form, evidence.get(form, ""), kind)]
    longest = max((len(form) for form in full), default=0)
    usual = max(counts.values())
    if full and kind is not Label.PERSON and max(counts[form] for form in full) * _MUCH_RARER <= usual:
        full = []  # "CNN" and once "CNN Center"
    return min(
        full or counts,
        key=lambda f: (f.isupper() and not is_acronym(f), -counts[f], _rank(f), longest - len(f), f),
    )


def _rank(form: str) -> int:
    """Of names as frequent as each other, "Russian forces" goes before "Russian servicemen"."""
    last = form.rsplit(maxsplit=1)[-1].lower()
    return _FORCES.index(last) if last in _FORCES else len(_FORCES)


def _is_full(form: str, evidence: str, kind: Label) -> bool:
    if kind is Label.PERSON:
        person = parse_person(form)
        return person is not None and person.full and all(len(g) > 1 for g in person.given[:1])
    return not evidence.startswith(_SHORT)


def assign_ids(
    names: Sequence[tuple[str, Label]],
    taken: Container[str],
    kept: Sequence[str | None] = (),
    before: Container[str] = (),
) -> list[str]:
    """One address for each name, in the order given; a name whose address is taken gets its kind, then a number.

    ``kept`` are the addresses that some had already; those of others ``before`` are left to lead where these went.
    """
    has = [id_ if id_ and id_ not in taken else None for id_ in kept or [None] * len(names)]
    given = {id_ for id_ in has if id_}
    ids = []
    for (name, kind), own in zip(names, has, strict=True):
        if own:
            ids.append(own)
            continue
        base = slug(name)
        tries = [base, f"{base}-{kind.value.replace('_', '-')}"]
        number = 2
        while tries[0] in given or tries[0] in taken or tries[0] in before:
            tries = tries[1:] or [f"{base}-{number}"]
            number += len(tries) == 1
        given.add(tries[0])
        ids.append(tries[0])
    return ids
