"""What the machine is unsure of in single actors: their kind, and spellings that may be somebody else's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from according.linking.actors.groups import Group
from according.linking.actors.occurrences import Corpus, occurrences
from according.linking.forms import fold
from according.linking.ignoring import names_to_ignore
from according.linking.reasons import in_words, times
from according.memo import Memo
from according.model import Answer, Label, ReviewItem
from according.yamlfile import written

FEWEST = 2  # uses that speak for another kind
WORTH_ASKING = 3  # uses of a name without a page
CONTESTED = 1 / 3  # of the uses, from which they are worth a question
_PLACE = "  kind: place  # or village, district, site ...\n"
# Evidence that has joined strangers before; a form that shares its words with the name is no stranger.
WEAK = ("spelled alike", "alike but", "initials of", "surname", "short for")


def doubts(id_: str, group: Group) -> tuple[ReviewItem, ...]:
    """The questions about an actor, but for those that a person has answered."""
    kind = () if group.rule and group.rule.kind else _kind(id_, group)
    return (*kind, *_strangers(id_, group))


def left_out(judged: Iterable[tuple[Group, str]], corpus: Corpus, memo: Memo) -> Iterator[ReviewItem]:
    """The questions about names without a page that the machine finds often enough to be worth one."""
    asked = [(group, why) for group, why in judged if why and len(group.uses) >= WORTH_ASKING]
    counts = occurrences([group for group, _ in asked], corpus, memo)
    for (group, why), told in zip(asked, counts, strict=True):
        count, first = sum(told.values()), min(told)
        yield ReviewItem(
            kind="unlinked",
            about=group.found,
            question=f"Is “{group.found}” somebody? It has no page.",
            evidence=(why, f"Written {times(count)}, first in {first}."),
            file="actors.yaml",
            yes=f"{written(group.found)}:\n  kind: {group.kind.value}\n",
            no=f"{written(group.found)}: ignore\n",
            weight=count / 2,
            others=(Answer("a place", "places.yaml", f"{written(group.found)}:\n{_PLACE}"),),
        )


def _kind(id_: str, group: Group) -> Iterator[ReviewItem]:
    """Taken for one kind here and for another there: which is it?"""
    counts = Counter(use.label for use in group.uses if use.label is not Label.PLACE)
    others = [(n, label) for label, n in counts.items() if label is not group.kind]
    count, other = max(others, key=lambda o: (o[0], o[1].value), default=(0, None))
    if other is None or count < max(FEWEST, CONTESTED * counts.total()):
        return
    ranked = sorted(counts, key=lambda label: (-counts[label], label.value))
    yield ReviewItem(
        kind="kind",
        about=id_,
        question=f"Is {group.name} {_called(group.kind)} or {_called(other)}?",
        evidence=tuple(f"Taken for {_called(label)} {times(counts[label])}." for label in ranked),
        file="actors.yaml",
        yes=f"{written(group.name)}:\n  kind: {group.kind.value}\n",
        no=f"{written(group.name)}:\n  kind: {other.value}\n",
        weight=float(count),
        yes_means=_called(group.kind),
        no_means=_called(other),
        others=(
            Answer("no name at all", "actors.yaml", "".join(f"{written(name)}: ignore\n" for name in _names(group))),
        ),
    )


def _names(group: Group) -> tuple[str, ...]:
    """Its name and its spellings: whoever says that they are none says so of each."""
    counts = Counter(use.shown for use in group.uses)
    return names_to_ignore(group.name, sorted(counts, key=lambda form: (-counts[form], form)))


def _called(label: Label) -> str:
    kind = "media outlet" if label is Label.MEDIA else label.value.replace("_", " ")
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _strangers(id_: str, group: Group) -> Iterator[ReviewItem]:
    """A form that weak evidence has put with a name: the same one?"""
    counts = Counter(use.shown for use in group.uses)
    words = set(group.name.casefold().split())
    said = {fold(form) for form in (*(f.text for f in group.rule.forms), *group.rule.never)} if group.rule else set()
    for form, why in sorted(group.evidence.items()):
        if (
            why.startswith(WEAK)
            and fold(form) not in said
            and form != group.name
            and not words >= set(form.casefold().split())
        ):
            first = min(use.article for use in group.uses if use.shown == form)
            yield ReviewItem(
                kind="split",
                about=id_,
                question=f"Is “{form}” {group.name}?",
                evidence=(
                    f"Why they were put together: {in_words(why)}",
                    f"Written {times(counts[form])}, first in {first}.",
                ),
                file="actors.yaml",
                yes=f"{written(group.name)}:\n  aliases: [{written(form)}]\n",
                no=f"{written(group.name)}:\n  not: [{written(form)}]\n",
                weight=float(counts[form]),
            )
