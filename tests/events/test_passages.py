"""Articles are split where the story changes."""

from __future__ import annotations

from according.events.frequencies import TermFrequencies
from according.events.passages import split
from according.events.units import Unit

# A small world: "people" and "day" are common, everything else is rare.
FREQUENCIES = TermFrequencies(1000, 100_000, {"people": (500, 3000), "day": (400, 2000)})


def unit(index: int, terms: str, *, leans_back: bool = False, bonus: float = 0.0) -> Unit:
    """A sentence with these terms."""
    return Unit("a", index, tuple(terms.split()), frozenset(), bonus, leans_back)


def test_two_stories_part_where_the_words_change() -> None:
    """Sentences that share rare words stay together; the split falls between the two groups."""
    ferry = "ferry harbour sinking captain lifeboat passenger crew wave storm coast rescue people"
    budget = "minister budget parliament vote deficit spending coalition debate amendment pension day"
    units = [unit(0, ferry), unit(1, f"{ferry} inquiry"), unit(2, budget), unit(3, f"{budget} tax")]
    assert split(units, FREQUENCIES) == ((0, 2), (2, 4))


def test_common_words_do_not_part_a_story() -> None:
    """A sentence of common words alone stays with its neighbours."""
    units = [unit(0, "ferry harbour captain"), unit(1, "people day"), unit(2, "ferry captain harbour")]
    assert split(units, FREQUENCIES) == ((0, 3),)


def test_sentence_that_leans_back_stays() -> None:
    """What is just worth a story of its own is none when it opens with "It"."""
    ferry = [unit(i, "ferry harbour captain sinking lifeboat passenger crew wave") for i in range(2)]
    inquiry = "inquiry report safety expert witness engine"
    assert split([*ferry, unit(2, inquiry, bonus=1.5)], FREQUENCIES) == ((0, 2), (2, 3))
    assert split([*ferry, unit(2, inquiry, bonus=1.5, leans_back=True)], FREQUENCIES) == ((0, 3),)


def test_hard_break_always_parts() -> None:
    """An editor's line between two stories begins a new one whatever the words."""
    units = [unit(0, "ferry harbour captain"), unit(1, "ferry harbour captain", bonus=1e6)]
    assert split(units, FREQUENCIES) == ((0, 1), (1, 2))


def test_empty_article_has_no_stories() -> None:
    """Nothing is split into nothing."""
    assert split([], FREQUENCIES) == ()
