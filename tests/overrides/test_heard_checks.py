"""One form in ``sources.yaml`` and in the file of a place or an actor: whose words are whose."""

from pathlib import Path

import pytest

from according.errors import AccordingError
from according.linking.forms import fold
from according.overrides.reading import read_overrides

SANA = "SANA:\n  label: agency\n  aliases: [Harbour Wire]\n"


def told(folder: Path, **files: str) -> list[tuple[str, int, int, str]]:
    """The mistakes in files given by name and text."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf8")
    try:
        read_overrides(folder, (), fold)
    except AccordingError as error:
        return [(Path(p.file).name, p.line, p.column, p.message) for p in error.problems]
    return []


@pytest.mark.parametrize("file", ["actors", "places"])
@pytest.mark.parametrize("key", ["aliases: [x, harbour wire]", "formerly: Harbour-Wire"])
def test_a_form_of_two_is_told_at_both(tmp_path: Path, file: str, key: str) -> None:
    """In whatever spelling, with the place of the other one; whether it occurs is of no importance."""
    entity, source = told(tmp_path, sources=SANA, **{file: f"Ann Lee:\n  {key}\n"})
    assert entity[:3] == (f"{file}.yaml", 2, 16 if key.startswith("a") else 13)
    assert 'claimed by "SANA" in sources.yaml, line 3, and by "Ann Lee"' in entity[3]
    assert source[:3] == ("sources.yaml", 3, 13)
    assert f'claimed by "Ann Lee" in {file}.yaml, line 2, and by "SANA"' in source[3]


@pytest.mark.parametrize(
    "entry",
    [
        "Sana:\n  aliases: [Harbour Wire]\n",
        "Agency:\n  aliases: [sana, Harbour Wire]\n",
        "Agency:\n  acronym: SANA\n  formerly: Harbour Wire\n",
        "Harbour Wire:\n  kind: media\n",
        "Harbour Wire:\n  aliases: [Harbour Wire, Ann Lee]\n",
        "Harbour Wire: ignore\n",
        "Ann Lee:\n  aliases: [{text: Harbour Wire, articles: [one]}]\n",  # only the articles tell
    ],
)
def test_a_form_of_one_is_told_nowhere(tmp_path: Path, entry: str) -> None:
    """One who has an entry in both files, and a source that takes in another by the name of its entry."""
    assert told(tmp_path, sources=SANA, actors=entry) == []


def test_a_source_that_takes_in_an_actor_may_share_its_spellings(tmp_path: Path) -> None:
    """Whoever gives a source the name of the actor means all that this says."""
    source = "SANA:\n  aliases: [Ann Lee, Harbour Wire]\n"
    assert told(tmp_path, sources=source, actors="Ann Lee:\n  aliases: [Harbour Wire]\n") == []
