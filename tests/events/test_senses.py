"""Short passages in other words meet where the words mean the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from according.events.frequencies import load_frequencies
from according.events.senses import SHORT, add_senses, load_senses, mark_shifts
from according.events.similarity import Similarities, stretch
from according.events.units import HARD_BREAK, Unit

FERRY = "ship sink harbour sailor drown".split()
BOAT = "boat capsize port crew rescue".split()
BANK = "bank profit quarter shareholder dividend".split()


def passage(article: str, terms: Sequence[str], names: Sequence[str] = ()) -> list[Unit]:
    """One sentence of these words."""
    return [
        Unit(
            article=article,
            sentence=0,
            terms=(*terms, *names),
            names=frozenset(names),
            break_bonus=0.0,
            leans_back=False,
        )
    ]


def gains(*told: list[Unit], titled: Sequence[bool] = (), days: Sequence[int] = ()) -> Similarities:
    """What is added to passages that share no word."""
    frequencies = load_frequencies()
    days = days or [1] * len(told)
    compared = [stretch(t, date(2020, 5, d), (), frequencies) for t, d in zip(told, days, strict=True)]
    rows = load_senses().of(told, frequencies)
    return add_senses({}, told, compared, titled or [False] * len(told), rows)


def test_every_counted_term_has_a_row() -> None:
    """The table of senses is that of the terms that are shipped."""
    senses = load_senses()
    assert len(senses.index) == len(senses.rows) == len(load_frequencies().of_term)


def test_other_words_that_mean_the_same_are_alike() -> None:
    """A sinking ship and a capsizing boat, but no bank."""
    assert set(gains(passage("a", FERRY), passage("b", BOAT), passage("c", BANK))) == {(0, 1)}


@pytest.mark.parametrize(("titled", "meet"), [((True, True), False), ((True, False), True), ((False, False), True)])
def test_titles_that_differ_are_not_overruled(titled: Sequence[bool], *, meet: bool) -> None:
    """Where both passages are what their titles are about, their words decide."""
    assert bool(gains(passage("a", FERRY), passage("b", BOAT), titled=titled)) == meet


def test_long_passages_gain_less() -> None:
    """Who tells much is known by his words."""
    short = gains(passage("a", FERRY), passage("b", BOAT))[0, 1]
    long = gains(passage("a", FERRY * int(SHORT)), passage("b", BOAT * int(SHORT)))[0, 1]
    assert long < short / 2


def test_names_mean_nothing() -> None:
    """People called after fish and bread say nothing of what happened."""
    assert gains(passage("a", (), ["salmon"]), passage("b", (), ["trout"])) == {}


def test_nothing_is_alike_to_nothing() -> None:
    """No passages, and passages of no known word."""
    assert gains() == {}
    assert gains(passage("a", ["xqzzy"]), passage("b", ["qyzzx"])) == {}


def test_a_story_begins_where_the_words_mean_other_things() -> None:
    """From a sinking to a bank, and not within either."""
    units = [u for terms in (FERRY, BOAT, BANK, ["bank", "loan", "credit"]) for u in passage("a", terms)]
    first, inside, turn, after = mark_shifts(units, load_frequencies(), load_senses())
    assert first.break_bonus == 0.0
    assert turn.break_bonus > 0 > min(inside.break_bonus, after.break_bonus)
    assert turn.break_bonus > max(inside.break_bonus, after.break_bonus)


def test_an_editors_line_and_wordless_sentences_stay_as_they_are() -> None:
    """Where nothing is known, nothing is said."""
    hard = replace(passage("a", BANK)[0], break_bonus=HARD_BREAK)
    told = [*passage("a", FERRY), hard, *passage("a", ["xqzzy"]), *passage("a", ["qyzzx"])]
    assert mark_shifts(told, load_frequencies(), load_senses())[1] == hard
    assert mark_shifts(told[2:], load_frequencies(), load_senses()) == tuple(told[2:])
