"""What an encoder adds to words: passages in other words are alike, and a story ends where the sentences mean others.

Used only where the configuration asks for it. What sentences mean is kept between builds, by their text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from according.cache import Store
from according.events.encoder import Encode, Encoder
from according.events.refining import UnitKey, unit_key
from according.events.similarity import Similarities, Stretch
from according.events.units import HARD_BREAK, Unit
from according.model import Linked

WINDOW = 2  # sentences before and after a place where a story may begin
USUAL = 0.2  # how alike neighbouring sentences of two stories and of one are half-way between
TURN = 12.0  # nats: how much less likely a story begins between sentences that mean the same
LEAST_ALIKE = 0.55  # from there on passages in other words may tell of one event
SHARE = 0.35  # how much passages that mean the same are more alike than their words
DIGITS = 5  # of a cosine; the rest depends on the machine

Meanings = Mapping[UnitKey, npt.NDArray[np.float64]]  # by sentence: a row of length 1


def read_meanings(
    units: Mapping[str, Sequence[Unit]], linked: Linked, encoder: Encoder, store: Store | None
) -> Meanings:
    """What each sentence means, from the store where its article is known."""
    encode: Encode | None = None
    found: dict[UnitKey, npt.NDArray[np.float64]] = {}
    for article in units:
        texts = _texts(article, linked)
        key = _key(texts, encoder)
        kept = store.get(key) if store else None
        if kept is None:
            encode = encode or encoder.load()
            kept = encode(texts).astype(np.float16).tobytes() if texts else b""
            if store:
                store.put(key, kept)
        rows = np.frombuffer(kept, dtype=np.float16).astype(np.float64)
        found.update(((article, i), row) for i, row in enumerate(rows.reshape(len(texts), -1) if texts else ()))
    return found


def meaning_keys(units: Mapping[str, Sequence[Unit]], linked: Linked, encoder: Encoder) -> list[str]:
    """The keys of the store under which ``read_meanings`` keeps what it knows."""
    return [_key(_texts(article, linked), encoder) for article in units]


def _texts(article: str, linked: Linked) -> list[str]:
    text = linked.articles[article].text
    return [" ".join(s.span.of(text).split()) for s in linked.annotations[article].sentences]


def _key(texts: Sequence[str], encoder: Encoder) -> str:
    told = "\n".join((encoder.fingerprint, *texts))
    return f"meaning:{hashlib.sha256(told.encode('utf8', 'surrogatepass')).hexdigest()}"


def mark_turns(units: Mapping[str, Sequence[Unit]], meanings: Meanings) -> dict[str, tuple[Unit, ...]]:
    """The sentences, a story likelier to begin where what is before means other things than what comes."""
    marked = {}
    for article, told in units.items():
        rows = [meanings[unit_key(u)] for u in told]
        marked[article] = tuple(
            replace(u, break_bonus=u.break_bonus + TURN * (USUAL - _cohesion(rows, i)))
            if i and u.break_bonus != HARD_BREAK
            else u
            for i, u in enumerate(told)
        )
    return marked


def _cohesion(rows: Sequence[npt.NDArray[np.float64]], index: int) -> float:
    before, after = (_mean(part) for part in (rows[max(0, index - WINDOW) : index], rows[index : index + WINDOW]))
    return round(float(before @ after), DIGITS)


def _mean(rows: Sequence[npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    """The mean of rows, of length 1."""
    mean: npt.NDArray[np.float64] = np.mean(rows, axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)


def add_meaning(
    alike: Similarities, stretches: Sequence[Sequence[Unit]], compared: Sequence[Stretch], meanings: Meanings
) -> Similarities:
    """The likenesses of stretches by their words, with what is added where they mean the same."""
    if not stretches:
        return alike
    found = dict(alike)
    rows = np.array([_mean([meanings[unit_key(u)] for u in told]) for told in stretches])
    for i, row in enumerate(rows):
        cosines = np.round(rows[i + 1 :] @ row, DIGITS)
        for j in (np.flatnonzero(cosines > LEAST_ALIKE) + i + 1).tolist():
            more = (float(cosines[j - i - 1]) - LEAST_ALIKE) / (1 - LEAST_ALIKE)
            found[i, j] = found.get((i, j), 0.0) + SHARE * more * compared[i].fading(compared[j])
    return found
