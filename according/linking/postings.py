"""Sparse vectors turned round: by term, who holds it and with what weight, ready for arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

Posting = tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]  # the numbers of the vectors, and the weights in them


def postings(vectors: Iterable[Mapping[str, float]]) -> dict[str, Posting]:
    """By term: which vectors hold it, and with what weight."""
    lists: dict[str, tuple[list[int], list[float]]] = {}
    for i, vector in enumerate(vectors):
        for term, weight in vector.items():
            rows, weights = lists.setdefault(term, ([], []))
            rows.append(i)
            weights.append(weight)
    return {t: (np.array(rows, dtype=np.intp), np.array(weights)) for t, (rows, weights) in lists.items()}
