"""Write ``according/events/term_senses.npy``: for each term of ``term_counts.tsv`` what it means, in whole numbers.

    pip install '.[encoder]'
    python -m training.distil_senses

The optional encoder (all-MiniLM-L6-v2, Apache-2.0) reads each term by itself; the directions in which terms differ most
are kept (as in model2vec, Tulkens and van Dongen 2024). No text is read. Takes a minute or two.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from according.config import Config
from according.events.encoder import find_encoder
from according.events.frequencies import load_frequencies
from according.events.senses import TABLE

DIRECTIONS = 96
LARGEST = 127  # of a small whole number
MOST = 0.9999  # of the numbers are no larger; the others are cut


def main() -> None:
    """Read each term and write what it means."""
    if encoder := find_encoder(Config(passages="encoder")):
        write(encoder.load()(sorted(load_frequencies().of_term)).astype(np.float64))


def write(rows: npt.NDArray[np.float64]) -> None:
    """Write the directions in which the rows differ most."""
    rows -= rows.mean(axis=0)
    _, _, directions = np.linalg.svd(rows, full_matrices=False)
    reduced = rows @ directions[:DIRECTIONS].T
    scale = LARGEST / np.quantile(np.abs(reduced), MOST)
    np.save(TABLE, np.clip(np.round(reduced * scale), -LARGEST, LARGEST).astype(np.int8))
    print(f"{TABLE}: {reduced.shape[0]} terms, {DIRECTIONS} directions")


if __name__ == "__main__":
    main()
