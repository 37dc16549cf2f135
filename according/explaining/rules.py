"""What people have said in overrides of a name, with the file and line of each word of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from according.explaining.offers import Files
from according.linking.entries import entered
from according.linking.forms import fold
from according.linking.misfiled import MISFILED
from according.overrides import EntityOverride, EventOverride, SourceOverride
from according.pipeline import Corpus
from according.publishing.effects import told
from according.publishing.layout import folders
from according.publishing.words import FALLBACK, read_words
from according.telling import corrections, entry_of


def all_rules(corpus: Corpus) -> list[EntityOverride | SourceOverride]:
    """Every override but those of events."""
    o = corpus.overrides
    return [*o.places.values(), *o.actors.values(), *o.sources.values()]


def files_of(corpus: Corpus) -> Files:
    """The files of corrections with what they have already."""
    return Files(corpus.config, entered(corpus.overrides, corpus.linked), corpus.linked.away)


def spoken(rule: EntityOverride | SourceOverride) -> list[str]:
    """The names that an override speaks of."""
    more = [*rule.former, *([rule.acronym] if rule.acronym else [])] if isinstance(rule, EntityOverride) else []
    return [rule.name, *(a.text for a in rule.aliases), *rule.never, *more]


def words_of(rule: EntityOverride | SourceOverride | EventOverride, corpus: Corpus) -> Iterator[str]:
    """What a person said, with the file and line of each word of it, and what that did."""
    name = rule.id if isinstance(rule, EventOverride) else rule.name
    yield f"{rule.file}:{rule.line}: {name}"
    found = corrections(corpus.linked, corpus.events, corpus.config).get(entry_of(rule.file, name))
    yield f"  {found[1] if found else 'changes nothing'}"
    keys = {str(path[0]): mark for path, mark in rule.marks.items() if len(path) == 1}
    yield from (f"  {key}: {rule.file}:{line}:{column}" for key, (line, column) in keys.items())


def taken_away(name: str, corpus: Corpus) -> Iterator[str]:
    """What people have said is nothing, or has no page."""
    obeyed = [rule for rule in all_rules(corpus) if not _is_misfiled(rule, corpus)]
    for rule in obeyed:
        if rule.ignore and fold(name) in map(fold, spoken(rule)):
            yield f'{rule.file}:{rule.line}: a person says that "{rule.name}" is nothing to link.'
            yield "  To change it, take that line out."
    told = corpus.overrides
    for hidden in obeyed:
        if hidden.hide and fold(name) in map(fold, spoken(hidden)):
            what = "has no page as a source" if _unlists(hidden, corpus) else "has no page"
            yield f'{hidden.file}:{hidden.line}: a person says that "{hidden.name}" {what}.'
            yield "  To change it, take that line out."
    for event in told.events.values():
        if event.hide and (name == event.id or fold(name) in had_titles(event.id, corpus)):
            yield f'{event.file}:{event.line}: a person says that "{event.id}" has no page.'


def _unlists(rule: EntityOverride | SourceOverride, corpus: Corpus) -> bool:
    """Whether an entry takes away the page of a source alone, which has another as an actor or a place."""
    done = (e for told in corpus.linked.effects.values() for e in told if (e.file, e.key) == (rule.file, rule.name))
    return any(deed.what == "unlist" for effect in done for deed in effect.deeds)


def _is_misfiled(rule: EntityOverride | SourceOverride, corpus: Corpus) -> bool:
    """Whether an entry is not obeyed, as it stands in the file of the other sort."""
    found = {(one.file, one.key) for one in corpus.linked.unheeded if one.why in MISFILED}
    return (PurePath(rule.file).name, rule.name) in found


def had_titles(event: str, corpus: Corpus) -> set[str]:
    """The titles that corrections took from an event, folded."""
    effects = corpus.events.effects.get(f"events/{event}", ())
    return {fold(deed.old) for effect in effects for deed in effect.deeds if deed.what in ("title", "hide")}


def done_by_others(event: str, corpus: Corpus) -> Iterator[str]:
    """What entries about something else did to an event, each with its file and line."""
    effects = [e for e in corpus.events.effects.get(f"events/{event}", ()) if e.key != event]
    words = read_words(folders(corpus.config.templates), FALLBACK) if effects else None
    yield from (f"{e.file}:{e.line}: {e.key} ({told(e, words)})" for e in effects if words)


def place_in(rule: EntityOverride | SourceOverride | EventOverride, where: tuple[str | int, ...] = ()) -> str:
    """The file and line of an entry, or of a value in it with its column."""
    line, column = rule.marks.get(where) or rule.marks.get(where[:1]) or (rule.line, 0)
    return f"{rule.file}:{line}:{column}" if where and column else f"{rule.file}:{line}"
