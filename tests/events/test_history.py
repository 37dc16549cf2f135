"""What the ledger keeps does not depend on the order in which people made their corrections."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from harbour import main, newsroom, rule

from according.errors import AccordingError
from according.events import find_events
from according.events.ledger import Entry, Ledger, Titled, dump_ledger, read_ledger, titles
from according.model import Linked
from according.overrides import Overrides


def renamed(linked: Linked, old: str, new: str) -> Linked:
    """The corpus in which a place has another name and page."""
    mentions = {
        a: tuple(dataclasses.replace(m, entity=new) if m.entity == old else m for m in ms)
        for a, ms in linked.mentions.items()
    }
    place = dataclasses.replace(linked.places[old], id=new, name=new.title())
    places = {new: place} | {i: p for i, p in linked.places.items() if i != old}
    return dataclasses.replace(linked, mentions=mentions, places=places)


def test_an_event_that_is_a_part_of_another_is_kept_as_it_would_be_alone() -> None:
    """Whether it was put into the other before its place was renamed, or after."""
    before = newsroom()
    after = renamed(before, "norton", "new norton")
    events, first = find_events(before, Overrides(), Ledger())
    ferry, budget = main(events, "ferry"), main(events, "budget")
    merged = Overrides(events=rule(ferry, includes=(budget,)))
    _, ledger = find_events(after, Overrides(), first)
    _, one = find_events(after, merged, ledger)
    _, ledger = find_events(before, merged, first)
    _, other = find_events(after, merged, ledger)
    assert dump_ledger(one) == dump_ledger(other)
    assert "new norton" in one.events[budget].titled.named_by


def test_the_titles_of_parts_are_in_the_ledger() -> None:
    """Who kept one is led to the event that has taken it in."""
    linked = newsroom()
    events, first = find_events(linked, Overrides(), Ledger())
    ferry, budget = main(events, "ferry"), main(events, "budget")
    _, ledger = find_events(linked, Overrides(events=rule(ferry, includes=(budget,))), first)
    assert titles(dump_ledger(ledger)).items() >= {budget: events.events[budget].title}.items()


@pytest.mark.parametrize("sentence", ["26e80912", "01234567", "12345678", "0x12ab34"])
def test_what_looks_like_a_number_in_a_ledger_is_text(tmp_path: Path, sentence: str) -> None:
    """The only sentence of an article is known again, and the event keeps its id; a title may be one, too."""
    entry = Entry(Titled(sentence, "", sentence, (sentence,)), {"a": (sentence,)}, as_part=(sentence,))
    path = tmp_path / "ledger.yaml"
    ledger = Ledger({"e": entry}, {"f": sentence}, {"actors/x": f"actors/{sentence}"}, {"f": entry.parted()})
    path.write_text(dump_ledger(ledger), "utf8")
    assert read_ledger(path) == ledger


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Whatever stands in a title."""
    names = ("Khirbet \U0001f600", "شرق", "one: two", "\x01", "-", "no", "12")
    earlier = (Titled("X", "one", "a", ("Y",)),)
    entries = {
        f"2021-05-0{n}": Entry(Titled(name, "", "clash | a"), {"one": ("ab12",)}, earlier)
        for n, name in enumerate(names)
    }
    path = tmp_path / "ledger.yaml"
    path.write_text(dump_ledger(Ledger(entries, {"old": "2021-05-00"})), "utf8")
    found = read_ledger(path)
    assert found.moved == {"old": "2021-05-00"}
    assert found.events == entries


@pytest.mark.parametrize(
    ("lines", "line", "column", "told"),
    [
        ('pages:\n  places/x: ""\n  "../../x": places/a\n', 3, 3, '"../../x" for the address of a page'),
        ("pages:\n  places/x: ../y\n", 2, 13, '"../y" for the address of a page'),
        ("pages:\n  texts/x: places/y\n", 2, 3, '"texts/x" for the address of a page'),
        ('moved:\n  "a\\nb": c\n', 2, 3, '"a\\nb" for the id of an event'),
        ("moved:\n  a: b\n  c: ../d\n", 3, 6, '"../d" for the id of an event'),
        ("events:\n  ..: {title: A, named_by: b, told: {x: ab12}}\n", 2, 3, '".." for the id of an event'),
        ("gone:\n  a/b: {title: A, named_by: b, told: {x: ab12}}\n", 2, 3, '"a/b" for the id of an event'),
    ],
)
def test_what_leads_out_of_the_site_is_told_in_the_ledger(
    tmp_path: Path, lines: str, line: int, column: int, told: str
) -> None:
    """Nobody but the build writes it; where somebody has, the line is told, and no page of the site for it."""
    path = tmp_path / "ledger.yaml"
    path.write_text(lines, "utf8")
    with pytest.raises(AccordingError) as caught:
        read_ledger(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.column) == (str(path), line, column)
    assert problem.message == f"The ledger has {told}."
