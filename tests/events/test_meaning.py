"""What an encoder adds to words; most tests have one that knows two subjects, so that they need no model."""

from __future__ import annotations

import dataclasses
import importlib.util
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from newsroom import Written, corpus

from according.cache import Store
from according.config import Config
from according.errors import AccordingError
from according.events import encoder as encoders
from according.events import find_events
from according.events.drafting import find_drafts, recalled_drafts
from according.events.encoder import Encoder, find_encoder
from according.events.ledger import Ledger
from according.events.meaning import mark_turns, read_meanings
from according.events.units import HARD_BREAK, article_units
from according.model import Linked
from according.overrides import Overrides

DAY = date(2021, 5, 5)
BOAT = ["Ferry capsized outside harbour.", "Rescuers pulled passengers aboard lifeboats."]
VESSEL = ["Shipwreck: survivors brought ashore.", "Coastguards saved everybody."]
MATCH = ["Striker scored twice during final.", "Goalkeeper dismissed after half-time."]
ON_WATER = {*BOAT, *VESSEL}
needs_encoder = pytest.mark.skipif(
    any(importlib.util.find_spec(m) is None for m in encoders.PACKAGES.values()), reason="the encoder is not installed"
)


def two_subjects(sentences: Sequence[str]) -> npt.NDArray[np.float32]:
    """A row for each sentence: what happens on water points one way, everything else another."""
    return np.array([[1.0, 0.0] if s in ON_WATER else [0.0, 1.0] for s in sentences], dtype=np.float32)


def never_asked(_: Sequence[str]) -> npt.NDArray[np.float32]:
    """An encoder for tests in which everything is known."""
    raise AssertionError


FAKE = Encoder("two subjects", lambda: two_subjects)


def newsroom() -> Linked:
    """Two reports of one rescue that share no word, and one of a match."""
    return corpus(
        {"boat": Written("", DAY, BOAT), "match": Written("", DAY, MATCH), "vessel": Written("", DAY, VESSEL)}
    )


def groups(encoder: Encoder | None) -> set[tuple[str, ...]]:
    """The articles of each event."""
    events, _ = find_events(newsroom(), Overrides(), Ledger(), find_drafts(newsroom(), None, encoder))
    return {e.articles for e in events.events.values()}


def test_reports_in_other_words_meet_with_an_encoder() -> None:
    """Words alone do not tell that two reports are of one rescue; the match stays apart."""
    assert groups(None) == {("boat",), ("match",), ("vessel",)}
    assert groups(FAKE) == {("boat", "vessel"), ("match",)}


def test_story_begins_where_sentences_mean_something_else() -> None:
    """The turn from the rescue to the match is likelier than elsewhere, what goes on is less likely."""
    linked = corpus({"a": Written("", DAY, [*BOAT, *MATCH])})
    units = {"a": article_units(linked.articles["a"], linked)}
    first, inside, turn, after = mark_turns(units, read_meanings(units, linked, FAKE, None))["a"]
    assert first.break_bonus == 0
    assert inside.break_bonus < 0 < turn.break_bonus
    assert after.break_bonus < turn.break_bonus


def test_editors_line_stays_one() -> None:
    """What an editor puts between stories parts them whatever the sentences mean."""
    linked = corpus({"a": Written("", DAY, BOAT)})
    told = article_units(linked.articles["a"], linked)
    units = {"a": [told[0], dataclasses.replace(told[1], break_bonus=HARD_BREAK)]}
    assert mark_turns(units, read_meanings(units, linked, FAKE, None))["a"][1].break_bonus == HARD_BREAK


def test_what_sentences_mean_is_kept(tmp_path: Path) -> None:
    """A later build asks for nothing that an earlier one knew, though the stories themselves be found anew."""
    linked = newsroom()
    units = {a: article_units(linked.articles[a], linked) for a in sorted(linked.articles)}
    with Store(tmp_path / "store.sqlite") as store:
        first = read_meanings(units, linked, FAKE, store)
    with Store(tmp_path / "store.sqlite") as store:
        again = read_meanings(units, linked, Encoder("two subjects", lambda: never_asked), store)
    assert {k: v.tolist() for k, v in first.items()} == {k: v.tolist() for k, v in again.items()}


def test_stories_of_words_and_of_an_encoder_are_kept_apart(tmp_path: Path) -> None:
    """Turning the encoder on or off is never answered with what the other found."""
    linked = newsroom()
    for encoder in (None, FAKE, None, FAKE):
        with Store(tmp_path / "store.sqlite") as store:
            told = recalled_drafts("these articles", lambda: linked, store, encoder)
        assert any({"boat", "vessel"} <= set(draft.articles) for draft in told.drafts) == (encoder is not None)


def test_article_without_sentences_means_nothing() -> None:
    """An empty text is no reason to stop."""
    linked = corpus({"a": Written("", DAY, [])})
    assert read_meanings({"a": ()}, linked, FAKE, None) == {}


def test_words_need_no_encoder() -> None:
    """Nobody has to install what they did not ask for."""
    assert find_encoder(Config()) is None


def test_encoder_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names what is missing and how to get it."""
    monkeypatch.setattr(encoders, "PACKAGES", {"no-such-encoder": "no_such_encoder"})
    with pytest.raises(AccordingError) as error:
        find_encoder(Config(passages="encoder"))
    (problem,) = error.value.problems
    assert "no-such-encoder" in problem.message
    assert ".[encoder]" in problem.remedy


@needs_encoder
def test_real_encoder_knows_what_sentences_mean() -> None:
    """Two sentences on one subject are more alike than two on different ones, and each row stands for itself."""
    found = find_encoder(Config(passages="encoder"))
    assert found is not None
    encode = found.load()
    rows = encode(["The ferry capsized outside the harbour.", "A ship sank near the port.", "Taxes will rise."])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(3), abs=1e-5)
    assert encode(["A ship sank near the port."]).tobytes() == rows[1].tobytes()
