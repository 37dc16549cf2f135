"""Word lists in sections: "[section]" starts a list, lines that begin with # are comments, blanks part the words."""

from __future__ import annotations

from importlib.resources.abc import Traversable


def read_sections(file: Traversable) -> dict[str, frozenset[str]]:
    """The words of each section of a UTF-8 file."""
    sections: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.extend(line.split())
    return {name: frozenset(words) for name, words in sections.items()}
