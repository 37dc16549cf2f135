"""Which sentences of the corpus tell of the same thing: split, put together, decide each sentence anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from according.cache import Store
from according.events.clustering import average_link
from according.events.compilations import group_compilation, is_compilation
from according.events.encoder import Encoder
from according.events.frequencies import TermFrequencies
from according.events.furniture import find_furniture
from according.events.meaning import Meanings, add_meaning, mark_turns, read_meanings
from according.events.passages import split
from according.events.refining import UnitKey, refine, unit_key
from according.events.reprints import mark_reprints, weigh
from according.events.senses import add_senses, load_senses, mark_shifts
from according.events.similarity import similarities, stretch
from according.events.subjects import part_subjects
from according.events.uniting import story_runs, unite
from according.events.units import Unit, article_units
from according.model import Linked

ROUNDS = 2  # of deciding anew; a third changes almost nothing

Units = Mapping[str, Sequence[Unit]]
StoryOf = Mapping[UnitKey, int]


def find_stories(
    linked: Linked,
    frequencies: TermFrequencies,
    store: Store | None = None,
    encoder: Encoder | None = None,
) -> tuple[Units, dict[UnitKey, int]]:
    """The sentences of each article, in the order of its id, and the number of the story that each tells."""
    titles = {a: title_terms(a, linked) for a in linked.articles}
    furniture = find_furniture(linked, titles)
    told = {a: article_units(linked.articles[a], linked, furniture) for a in sorted(linked.articles)}
    units = {a: group_compilation(sentences, linked, frequencies) for a, sentences in told.items()}
    meanings = read_meanings(units, linked, encoder, store) if encoder else None
    return units, _stories(units, linked, frequencies, meanings)


def _stories(
    units: Units, linked: Linked, frequencies: TermFrequencies, meanings: Meanings | None
) -> dict[UnitKey, int]:
    units = mark_reprints(mark_turns(units, meanings) if meanings else _mark_shifts(units, linked, frequencies))
    stretches = [s for told in units.values() for s in _first_stretches(told, frequencies)]
    story_of = _put_together(stretches, linked, frequencies, meanings)
    days = {a: article.date for a, article in linked.articles.items()}
    for round_ in range(ROUNDS):
        if round_:
            stretches = [s for told in units.values() for s in _stretches(told, story_of)]
            story_of = _put_together(stretches, linked, frequencies, meanings)
        story_of = refine(units, story_of, days, frequencies)
    for _ in range(ROUNDS):
        story_of = unite(units, story_of, days, frequencies)
    return part_subjects(units, story_of, days, frequencies)


def _mark_shifts(units: Units, linked: Linked, frequencies: TermFrequencies) -> Units:
    """The sentences; in articles whose titles tell of nothing in them, what words mean helps to part the stories."""
    return {
        article: told if any(_titled([told], linked)) else mark_shifts(told, frequencies, load_senses())
        for article, told in units.items()
        if told
    }


def _first_stretches(told: Sequence[Unit], frequencies: TermFrequencies) -> list[list[Unit]]:
    """An article as it is split by itself."""
    if is_compilation(told):
        return _groups(told)
    return [list(told[start:end]) for start, end in split(told, frequencies)]


def _stretches(told: Sequence[Unit], story_of: StoryOf) -> list[list[Unit]]:
    """Neighbouring sentences of one story; what a compilation's places put together stays together."""
    return _groups(told) if is_compilation(told) else [run for _, run in story_runs(told, story_of)]


def _groups(told: Sequence[Unit]) -> list[list[Unit]]:
    groups: defaultdict[int | None, list[Unit]] = defaultdict(list)
    for unit in told:
        groups[unit.group].append(unit)
    return list(groups.values())


def title_terms(article: str, linked: Linked) -> frozenset[str]:
    """The content words of an article's title."""
    title = linked.annotations[article].title
    return frozenset(t for s in title.sentences for t in s.terms) if title else frozenset()


def _titled(stretches: Sequence[Sequence[Unit]], linked: Linked) -> list[bool]:
    """Which stretches have a word of their article's title."""
    return [
        any(not titles.isdisjoint(u.terms) for u in s)
        for s in stretches
        for titles in (title_terms(s[0].article, linked),)
    ]


def _put_together(
    stretches: Sequence[Sequence[Unit]], linked: Linked, frequencies: TermFrequencies, meanings: Meanings | None
) -> dict[UnitKey, int]:
    """Stretches that are alike get one number."""
    compared = [
        stretch(s, linked.articles[a].date, title_terms(a, linked), frequencies)
        for s in stretches
        for a in (s[0].article,)
    ]
    by_words = similarities(compared)
    meant = (
        add_meaning(by_words, stretches, compared, meanings)
        if meanings
        else add_senses(
            by_words, stretches, compared, _titled(stretches, linked), load_senses().of(stretches, frequencies)
        )
    )
    alike = {
        (i, j): value
        for (i, j), value in meant.items()
        if stretches[i][0].article != stretches[j][0].article or stretches[i][0].group is None
    }
    labels = average_link(weigh(stretches), alike)
    return {unit_key(u): label for s, label in zip(stretches, labels, strict=True) for u in s}
