"""What the terminal says of corrections: after a build those that are new or do something else than before."""

from __future__ import annotations

import json
from collections.abc import Iterator

from according.cache import Store
from according.config import Config
from according.console import Console, some
from according.model import EventSet, Linked
from according.publishing.effects import in_force, told
from according.publishing.layout import folders
from according.publishing.words import FALLBACK, read_words

MOST = 20  # lines after one build


def corrections(linked: Linked, events: EventSet, config: Config) -> dict[str, tuple[str, str]]:
    """Every correction that does something, by file and name: the line where it stands, and what it does."""
    effects = [e for _, e in in_force(linked, events)]
    words = read_words(folders(config.templates), FALLBACK) if effects else None
    return {entry_of(e.file, e.key): (f"{e.file}:{e.line}", told(e, words)) for e in effects if words}


def entry_of(file: str, key: str) -> str:
    """How messages call an entry: 'overrides/places.yaml: “Qamishli”'."""
    return f"{file}: “{key}”"


def printed(lines: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Each on a line: 'overrides/places.yaml:3: “Qamishli” renames ...'."""
    for key, (where, does) in lines.items():
        yield f"{where}: {key.partition(': ')[2]} {does}"


def tell_changes(linked: Linked, events: EventSet, config: Config, store: Store, console: Console) -> None:
    """What corrections do that they did not do at the last build, and how many there are; quiet where none is."""
    now = corrections(linked, events, config)
    key = f"corrections:{config.overrides.resolve()}"
    kept = store.get(key)
    before: dict[str, str] = json.loads(kept) if kept else {}
    store.put(key, json.dumps({entry: does for entry, (_, does) in now.items()}).encode(), note=True)
    new = {entry: line for entry, line in now.items() if kept and before.get(entry) != line[1]}
    news = [*printed(new), *(f"{entry} is corrected no more." for entry in before if entry not in now)]
    for line in news[:MOST]:
        console.say(line)
    if more := news[MOST:]:
        console.say(f"and {len(more)} more; build.py review prints all that are in force.")
    if now:
        of_which = f", {len(news)} of them new or changed" if len(news) > MOST else ""
        review = config.output / "review" / "index.html"
        console.say(f"{some(len(now), 'correction')} in force{of_which}; {review} tells of each.")
