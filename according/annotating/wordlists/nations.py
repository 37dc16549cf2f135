"""Countries and their people: which country "Turkish", "Turks" or "Türkiye" belong to."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Country by each of its names, and country by each adjective or noun of its people."""
    text = (files("according.annotating.wordlists") / "nations.tsv").read_text(encoding="utf8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    for row in rows:
        known, adjectives = ([form for form in cell.split("|") if form] for cell in row)
        for form in known:
            names.setdefault(form, known[0])
        for form in adjectives:
            people.setdefault(form, known[0])
    return names, people


def country_named(text: str) -> str | None:
    """The usual name of the country that the words name, or None: "UK" is "United Kingdom"."""
    return _table()[0].get(text)


def country_of_people(text: str) -> str | None:
    """The country whose people or things the word describes, or None: "Turkish" and "Turks" are of "Turkey"."""
    return _table()[1].get(text)


def nation(text: str) -> str | None:
    """The country that the words name or describe, or None."""
    return country_named(text) or country_of_people(text)
