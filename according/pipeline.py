"""The whole build on one screen."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from according import __version__
from according.annotating.annotator import annotate, find_model
from according.cache import Store
from according.claimed import claimed_twice, names_in
from according.config import Config
from according.console import Console, some
from according.digesting import digest
from according.errors import AccordingError, Level, Problem
from according.events import find_events, recalled_drafts
from according.events.encoder import find_encoder
from according.events.ledger import LEDGER, dump_ledger, read_ledger
from according.events.types import TYPES
from according.linking.corpus import Linking
from according.linking.entries import entered
from according.linking.forms import fold
from according.linking.gazetteer import open_gazetteer
from according.linking.machine import Memory
from according.linking.remembered import remember
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, EventSet, Linked
from according.overrides import Overrides
from according.overrides.reading import FILES, read_overrides
from according.publishing import Site, Written, check_output, compose, part_hidden, states, write
from according.publishing.layout import folders
from according.publishing.views.corrections import blanks
from according.publishing.words import FALLBACK, read_words
from according.reading import read_folder
from according.session import ONCE, Session
from according.stamp import corpus_key, keep, stamp, told_before
from according.telling import tell_changes
from according.turns import turn
from according.unused import unused_overrides
from according.watching import watched


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything known before pages are laid out; ``ledger`` is the text of the ledger file to keep."""

    config: Config
    linked: Linked
    events: EventSet
    overrides: Overrides
    ledger: str
    problems: tuple[Problem, ...]


def gather(config: Config, console: Console, memo: Memo = FORGETFUL, content: str = "") -> Corpus:
    """Read, annotate, link and group; writes nothing but the cache. Raises AccordingError when the input has errors.

    A ``memo`` keeps what is made of articles as long as ``content``, the hash of their folder, is the same.
    """
    check_output(config.output, (config.content, config.overrides, config.templates, config.cache))
    encoder = find_encoder(config)
    languages = (read_words(folders(config.templates), language) for language in (config.language, FALLBACK))
    overrides, problems = read_overrides(config.overrides, TYPES, fold, blanks(*languages))
    passing: list[Problem] = []  # of the cache, at this time only
    read = memo.recall("read", "", (content,), lambda: _read(config, console, passing))
    articles = read.articles
    opened = partial(open_gazetteer, config, console.progress("Indexing place names, once"))
    gazetteer = memo.hold("gazetteer", opened)
    with Store(config.cache / "stages.sqlite", prune=memo.empty) as store:
        memory = Memory(store.get, store.put, store.keep, read.key)
        linking = Linking(articles, read.annotations, gazetteer, memory, memo)
        ledger = read_ledger(config.overrides / LEDGER, memo)
        corrected, pages = remember(linking.corrected(overrides), ledger.pages)
        linked = watched(corrected, memo)
        named = (("place", linked.places), ("actor", linked.actors), ("source", linked.sources))
        console.say(f"Linked {', '.join(some(len(found), one) for one, found in named)}.")
        inputs = (linking.settled, encoder.fingerprint if encoder else "")
        told = memo.recall("told", "", inputs, lambda: recalled_drafts(read.key, linking.alone, store, encoder))
        events, ledger = find_events(linked, overrides, ledger, told, memo)
        events = watched(events, memo)
    console.say(f"Found {some(len(events.events), 'event')}.")
    problems = (*config.warnings, *problems, *passing, *read.problems)
    problems = (*problems, *claimed_twice(overrides, articles, names_in(linked)))
    problems = (*problems, *unused_overrides(overrides, linked, events, gazetteer))
    text = dump_ledger(replace(ledger, pages=pages), memo)
    return Corpus(config, linked, events, overrides, text, tuple(sorted(problems, key=_as_in_files)))


def _as_in_files(problem: Problem) -> tuple[str, int, int, Problem]:
    """The order of problems: by file, and as they stand in it."""
    return problem.file, problem.line, problem.column, problem


@dataclass(frozen=True, slots=True)
class _Read:
    """The articles and what language models see in them."""

    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]
    key: str
    problems: tuple[Problem, ...]


def _read(config: Config, console: Console, passing: list[Problem]) -> _Read:
    model = find_model(config)
    articles, problems = read_folder(config.content, config)
    console.say(f"Read {some(len(articles), 'article')} from {config.content}.")
    with Store(config.cache / "annotations.sqlite") as store:
        annotations = annotate(articles, config, store, console.progress(f"Annotating with {model.name}"))
        passing += store.problems
    return _Read({a.id: a for a in articles}, annotations, corpus_key(articles, config), problems)


def build(config: Config, console: Console, *, strict: bool = False, session: Session = ONCE) -> Written:
    """Build the site and write it; raises AccordingError, with nothing replaced, when the input has errors."""
    with turn(config, console), Store(config.cache / "builds.sqlite") as store:
        stamped = stamp(config)
        key = stamped.whole
        before = None if strict else told_before(config, store, key)
        if before:
            for problem in before.problems:
                console.warn(str(problem))
            console.say(f"Nothing is new: the {len(before.files)} files in {config.output} are as they should be.")
            return Written((), (), before.files, ())
        if session.base:
            session.base.take_up(stamped.ground, console)
        start = time.process_time()
        session.memo.begin(stamped.ground)
        corpus = gather(config, console, session.memo, stamped.content)
        written, problems = _publish(corpus, console, session, strict=strict)
        tell_changes(corpus.linked, corpus.events, config, store, console)
        session.memo.end()
        files = (*written.new, *written.changed, *written.unchanged)
        if not (session.search and session.search.is_late):
            written_as = session.standing.states() if session.standing else states(config.output, files)
            keep(config, store, key, problems, written_as)
        if session.base:
            session.base.leave(stamped, time.process_time() - start, console)
    return written


def _publish(
    corpus: Corpus, console: Console, session: Session, *, strict: bool
) -> tuple[Written, tuple[Problem, ...]]:
    config, memo = corpus.config, session.memo
    problems = judged(corpus.problems, strict=strict)
    for problem in problems:
        console.warn(str(problem))
    model = find_model(config)
    linked, hidden = part_hidden(corpus.linked, memo)
    site = Site(
        config=config,
        linked=linked,
        hidden=hidden,
        events=corpus.events,
        digest=watched(digest(corpus.linked, corpus.events, memo), memo),
        problems=problems,
        generator=__version__,
        model=model.name,
        model_version=model.version,
        missing=frozenset(file for file in FILES if not (config.overrides / file).exists()),
        said=entered(corpus.overrides, corpus.linked),
    )
    inputs = (config.content, config.overrides)
    written = write(compose(site, memo, session.search), config.output, inputs=inputs, standing=session.standing)
    keep_ledger(config, corpus.ledger, console)
    console.say(f"Wrote {some(written.total, 'file')} to {config.output}: {written.summary}.")
    return written, problems


def judged(problems: tuple[Problem, ...], *, strict: bool) -> tuple[Problem, ...]:
    """The problems that a build may go on with; raises AccordingError for the others, all warnings if ``strict``."""
    if strict:
        problems = tuple(replace(p, level=Level.ERROR) for p in problems)
    if errors := [p for p in problems if p.level is Level.ERROR]:
        raise AccordingError(errors)
    return problems


def keep_ledger(config: Config, text: str, console: Console) -> None:
    """Write the ledger beside the overrides if it changed; a folder that cannot be written is only a warning."""
    path = config.overrides / LEDGER
    try:
        if text and (not path.exists() or path.read_text("utf8") != text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf8")
    except OSError as error:
        console.warn(f"{path}: warning: the ledger was not written ({error.strerror}). Events may get new addresses.")
