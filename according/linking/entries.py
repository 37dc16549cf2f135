"""The entries that the files of corrections have already, by the names that these give: no name may have two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from according.linking.forms import fold
from according.model import Linked
from according.overrides import EntityOverride, EventOverride, Overrides, SourceOverride
from according.yamlfile import written

Rule = EntityOverride | SourceOverride | EventOverride
# Where a line goes: a new entry, below one, among its aliases, in place of the name there, in place of "ignore".
Whither = Literal["name", "below", "among", "instead", "unignored"]


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry that has a name, as its key or below it."""

    key: str
    line: int
    own: bool  # the name is the key
    ignored: bool = False
    kind: bool = False  # it says what it is
    aliases: bool = False  # it has some
    keys: tuple[str, ...] = ()  # those below its own, where each of them says one thing
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of an event, by key: what it names there

    def named(self, key: str) -> tuple[str, ...]:
        """The events, articles and claims that it names below a key."""
        return dict(self.lists).get(key, ())


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says of a name that it is something else, and where it goes."""

    whither: Whither
    key: str
    text: str

    @property
    def item(self) -> str:
        """What an alias is, without its key."""
        return self.text.removeprefix("aliases: [").removesuffix("]")


Entries = Mapping[str, Entered]
SOURCES = "sources.yaml"


def entered(overrides: Overrides, linked: Linked) -> dict[str, Entered]:
    """The entries of all files, those of sources also by the names that these have now as places or actors."""
    found = entries(overrides)
    for page, effects in linked.effects.items() if overrides.sources else ():
        source = linked.sources.get(page.removeprefix("sources/"))
        for rule in (overrides.sources.get(e.key) for e in effects if source and PurePath(e.file).name == SOURCES):
            if rule and source and not rule.ignore:
                found.setdefault(f"{SOURCES} {fold(source.name)}", _of(rule, own=True))
    return found


def entries(overrides: Overrides) -> dict[str, Entered]:
    """The entries of all files, by file and folded name, in all articles."""
    files: dict[str, Iterable[Rule]] = {
        "places.yaml": overrides.places.values(),
        "actors.yaml": overrides.actors.values(),
        SOURCES: overrides.sources.values(),
        "events.yaml": overrides.events.values(),
    }
    found: dict[str, Entered] = {}
    for file, rules in files.items():
        named = [(name, rule) for rule in rules for name in _names(rule)]
        for name, rule in sorted(named, key=lambda n: n[0] != _key(n[1])):
            found.setdefault(f"{file} {fold(name)}", _of(rule, own=name == _key(rule)))
    return found


def _of(rule: Rule, *, own: bool) -> Entered:
    keys = tuple(str(path[0]) for path in rule.marks if len(path) == 1)
    if isinstance(rule, EventOverride):
        lists = (("includes", rule.includes), ("not", rule.never), ("without", rule.without))
        return Entered(rule.id, rule.line, own=own, keys=keys, lists=lists)
    limited = any(alias.articles for alias in rule.aliases)  # which parts as well what is written in other articles
    told = () if limited else keys
    return Entered(rule.name, rule.line, own, rule.ignore, rule.kind is not None, bool(rule.aliases), told)


def there(said: Entries, file: str, name: str) -> Entered | None:
    """The entry that has a name in a file, in whatever spelling."""
    return said.get(f"{file} {fold(name)}")


def retyped(name: str, kind: str, at: Entered | None, *, both: bool) -> Line:
    """The line that makes a name something of another sort; ``both``: some articles have that already.

    A kind takes nothing from the page that the other sort has under this name.
    """
    alias = both or (at is not None and at.kind)
    text = everywhere(name) if alias else f"kind: {kind}"
    return Line(_whither(at, alias=alias), at.key if at else name, text)


def everywhere(name: str) -> str:
    """The line that takes a spelling over in all articles, whatever has a page of it."""
    return f'aliases: [{{text: {written(name)}, articles: ["*"]}}]'


def _whither(at: Entered | None, *, alias: bool) -> Whither:
    if at is None:
        return "name"
    if at.ignored:
        return "unignored"
    if alias and not at.own:
        return "instead"
    return "among" if alias and at.aliases else "below"


def _key(rule: Rule) -> str:
    return rule.id if isinstance(rule, EventOverride) else rule.name


def _names(rule: Rule) -> Iterator[str]:
    """The names that an entry gives in all articles, its key first."""
    yield _key(rule)
    if not isinstance(rule, EventOverride):
        yield from (alias.text for alias in rule.aliases if not alias.articles)
    if isinstance(rule, EntityOverride):
        yield from (name for name in (*rule.former, rule.acronym) if name)
