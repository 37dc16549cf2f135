"""Why a spelling belongs to something, where a person says so: in which entry, and of which spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.linking.reasons import in_words
from according.overrides.reading import read_overrides

TEXT = """\
KD:
  kind: person
  aliases:
    - Karim Daoud
  formerly: K. Daoud
  acronym: KDD
"""


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("KD", "A person says so (actors.yaml, “KD”)."),
        ("Karim Daoud", "A person says so (actors.yaml, “KD”)."),
        ("K. Daoud", "A person says so (actors.yaml, “KD”)."),
        ("KDD", "A person says so (actors.yaml, “KD”)."),
        (
            "Kareem Daoud",
            f"{in_words('same consonants as Karim Daoud')} A person speaks of that one (actors.yaml, “KD”).",
        ),
        ("Kabul Dredging Department", "Its initials are “KDD”. A person speaks of these (actors.yaml, “KD”)."),
        ("Daoud", "It is put together with what a person speaks of (actors.yaml, “KD”)."),
    ],
)
def test_each_spelling_has_the_entry_that_speaks_of_it(tmp_path: Path, form: str, told: str) -> None:
    """Nobody is made to say what stands in no file."""
    (tmp_path / "actors.yaml").write_text(TEXT, "utf8")
    overrides, _ = read_overrides(tmp_path)
    assert in_words("override", overrides.actors["KD"], form) == told
