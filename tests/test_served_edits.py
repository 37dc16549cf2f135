"""What ``build.py serve`` takes for an edit."""

from __future__ import annotations

from pathlib import Path

from according.serving import content, is_edit


def test_the_ledger_that_a_build_wrote_is_no_edit(tmp_path: Path) -> None:
    """The build would find the same again; what a person writes into it is built, and so is all else."""
    ledger, places = tmp_path / "ledger.yaml", tmp_path / "places.yaml"
    ledger.write_text("events: {}\n", "utf8")
    left = content(ledger)
    assert not is_edit([str(ledger)], ledger, left)
    assert not is_edit([], ledger, left)
    assert is_edit([str(ledger), str(places)], ledger, left)
    ledger.write_text("events: {}\nmoved: {}\n", "utf8")
    assert is_edit([str(ledger)], ledger, left)
    ledger.unlink()
    assert is_edit([str(ledger)], ledger, left)
