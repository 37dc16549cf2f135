"""Who is who inside one article: equations that it states, surnames, shortened names, acronyms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from according.annotating.initials import initials
from according.annotating.wordlists.kinds import kind_of_words, known_names
from according.annotating.wordlists.nations import nation
from according.linking.actors.bodies import PARTS, body_key
from according.linking.actors.clusters import Join, Node
from according.linking.actors.corpus import Body, Nodes
from according.linking.actors.persons import Person, is_short_for, same_person
from according.linking.actors.uses import clean_form
from according.linking.forms import fold, same_name
from according.model import Annotation, Article, Label

_INSIDE = frozenset("of for in and".split())
_LEFT_OUT = 3  # words; a name that is cut by more is another name


def equated(article: Article, annotation: Annotation, nodes: Nodes) -> Iterator[Join]:
    """What the article itself equates, in its text or its title."""
    by_key = {n.key: n for n in nodes.order}
    for text, part in ((article.text, annotation), (article.title, annotation.title)):
        for equation in part.equations if part else ():
            long = by_key.get(fold(clean_form(equation.long.of(text))))
            short = by_key.get(fold(clean_form(equation.short.of(text))))
            if long and short and long != short:
                yield Join(long, short, f"{equation.how}, in {article.id}")


def same_persons(nodes: Nodes) -> Iterator[Join]:
    """Full names of one person, and single names with the one full name that they may be short for."""
    persons = nodes.persons()
    full = [(n, p) for n, p in persons if p.full]
    for i, (node, person) in enumerate(full):
        for other, same in full[i + 1 :]:
            how = same_person(person, same)
            if how:
                yield Join(node, other, how)
    for node, person in persons:
        if not person.full:
            yield from _short(node, person, full)


def _short(node: Node, short: Person, full: Sequence[tuple[Node, Person]]) -> Iterator[Join]:
    for how in ("surname", "given name"):
        owners = [n for n, p in full if is_short_for(short, p) == how]
        if node.sense:
            owners = [n for n in owners if n.key == node.sense]
        if owners:
            distinct = {p for n, p in full if n in owners}
            if all(same_person(a, b) for a in distinct for b in distinct if a != b):
                yield Join(owners[0], node, how)
            return


def shortened_bodies(nodes: Nodes) -> Iterator[Join]:
    """Bodies' names cut short: "Saints" for "New Orleans Saints"."""
    bodies = nodes.bodies()
    for short in bodies:
        longer = [b for b in bodies if b != short and is_cut(short.form, b.form)]
        if longer and all(_agree(longer[0].form, b.form) for b in longer[1:]):
            yield Join(longer[0].node, short.node, f"short for {longer[0].form}")


def _agree(a: str, b: str) -> bool:
    """Whether two names that one is cut from are one name themselves."""
    return body_key(a) == body_key(b) or is_cut(a, b) or is_cut(b, a) or same_name(a, b) is not None


@lru_cache(maxsize=1 << 18)  # pairs
def is_cut(short: str, long: str) -> bool:
    """Whether the words of one name open or close the other, and what is left out does not make it another."""
    a, b = fold(short).split(), fold(long).split()
    if not a or len(a) >= len(b) or nation(short) or len(short) < 3:
        return False
    if b[-len(a) :] == a:
        # "Saints" is what "New Orleans Saints" are, "Justice" only what a "League for Justice" is for.
        return len(a) > 1 or (kind_of_words(a) is None and _INSIDE.isdisjoint(b))
    # "Promises" of "Promises Treatment Center": only nouns for bodies are left out, and what stays is a name.
    left_out = b[len(a) :]
    opens = b[: len(a)] == a and kind_of_words(a) is None and b[-1] not in PARTS
    return opens and len(left_out) < _LEFT_OUT and kind_of_words(left_out[-1:]) is not None


def acronyms(nodes: Nodes) -> Iterator[Join]:
    """Capitals that are the initials of one name of the article and of no other."""
    bodies = nodes.bodies()
    for short in bodies:
        if is_acronym(short.form):
            letters = short.node.key.replace(" ", "")
            long = [b for b in bodies if letters in initials(b.form) and may_abbreviate(short, b)]
            if long and all(_agree(long[0].form, b.form) for b in long[1:]):
                yield Join(long[0].node, short.node, f"initials of {long[0].form}")


def may_abbreviate(short: Body, long: Body) -> bool:
    """Whether an acronym may stand for a name: the kinds agree, where the acronym's is known at all."""
    if " " not in long.form or short.form in known_names():
        return False
    return short.label in {Label.ORGANIZATION, long.label}


def is_acronym(form: str) -> bool:
    """Whether a form is a single word of capitals."""
    letters = form.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()
