"""What ``build.py serve`` takes for an edit."""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from according import serving
from according.config import load_config
from according.console import Console, Loudness
from according.edits import edits
from according.publishing import Written
from according.serving import News, Served, Settings, content, is_edit


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


def test_an_edit_during_the_first_build_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes long enough for somebody to write something."""
    file, built = tmp_path / "overrides" / "places.yaml", list[int]()
    for folder in ("content", "overrides"):
        (tmp_path / folder).mkdir()

    def build(*_: object, **__: object) -> Written:
        built.append(1)
        file.write_text("Qamishli: ignore\n", "utf8")
        return Written((), (), (), ())

    monkeypatch.setattr("according.edits.QUIET", 100)
    monkeypatch.setattr(serving, "build", build)
    monkeypatch.setattr(serving, "edits", lambda *followed: islice(edits(*followed), 1))
    (tmp_path / "config.yaml").write_text("title: One\n", "utf8")
    settings = Settings(tmp_path / "config.yaml", partial(load_config, tmp_path / "config.yaml"), required=True)
    server = Served(settings, settings.read(), Console(Loudness.QUIET), News(), strict=False)
    server.build()
    server.follow()
    assert len(built) == 2
