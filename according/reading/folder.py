"""The content folder: every file an article, one bad file never in the way of the others."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from according.cache import Store
from according.config import Config
from according.errors import AccordingError, Level, Problem
from according.mistakes import nearest
from according.model import Article
from according.reading import codec, filename, language
from according.reading.draft import Draft
from according.reading.file import READERS, read_file
from according.reading.ids import ids
from according.textfile import read_bytes

LIBRARIES = ("htmldate", "markdown-it-py", "trafilatura")  # whose versions shape what is read
# What lies beside saved pages and articles and is no article; other files get a warning.
NO_ARTICLES = frozenset(".avif .css .gif .ico .jpeg .jpg .js .mp3 .mp4 .png .svg .webm .webp .woff .woff2".split())
PARTS_OF_A_PAGE = ("_files", ".files")  # the folder that a browser saves beside a page


def read_folder(folder: Path, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles of a folder, by file name, and what is wrong with the files that are none.

    Raises AccordingError when there is no article at all.
    """
    if not folder.is_dir():
        remedy = "Make the folder and put articles into it, or name another with --content."
        raise AccordingError([Problem(str(folder), 0, "There is no such folder of articles.", remedy)])
    outlets = _outlets(config)
    with Store(config.cache / "reading.sqlite") as store:
        drafts, problems = _drafts(folder, outlets, store)
        problems += store.problems
    if not drafts:
        kinds = ", ".join(READERS)
        problem = Problem(str(folder), 0, "There is no article in this folder.", f"Put files into it ({kinds}).")
        raise AccordingError([*problems, problem])
    names, same = ids(drafts, lambda file: str(folder / file))
    articles = tuple(_article(names[file], file, draft, outlets) for file, draft in drafts.items())
    foreign = (p for a in articles if (p := _foreign(a, folder, config)))
    return articles, tuple(sorted((*problems, *same, *foreign)))


def _drafts(folder: Path, outlets: Mapping[str, str], store: Store) -> tuple[dict[str, Draft], tuple[Problem, ...]]:
    """The drafts by file, in the order of the names, and all problems on the way."""
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    reader = _reader_version() + "\n".join(sorted(outlets))
    for path in _files(folder):
        file = path.relative_to(folder).as_posix()
        if path.suffix.lower() not in READERS:
            problems.append(_unknown(path))
            continue
        try:
            drafts[file] = _cached(path, reader, tuple(outlets), store)
            problems += drafts[file].problems
        except AccordingError as error:
            problems += [
                replace(p, message=f"{p.message} The article is left out.", level=Level.WARNING) for p in error.problems
            ]
    return drafts, tuple(problems)


def _cached(path: Path, reader: str, outlets: Collection[str], store: Store) -> Draft:
    """A file's draft, from the cache when the file, its name and the reader are the same."""
    data = read_bytes(path)
    key = hashlib.sha256(b"\0".join((reader.encode(), str(path).encode("utf8", "surrogateescape"), data))).hexdigest()
    if (kept := store.get(key)) is not None:
        return codec.decode(kept)
    draft = read_file(data, path.as_posix(), outlets)
    store.put(key, codec.encode(draft))
    return draft


def _reader_version() -> str:
    """What names the code that reads: its own text, and the versions of the libraries."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for source in (*sorted(here.glob("*.py")), here.parent / "textfile.py", here.parent / "yamlfile.py"):
        digest.update(source.read_bytes())
    return " ".join((digest.hexdigest(), *(f"{name} {version(name)}" for name in LIBRARIES)))


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder that may be articles, in the order of their paths; hidden ones are left alone."""
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in parts)
        part_of_page = any(part.endswith(PARTS_OF_A_PAGE) for part in parts[:-1])
        if path.suffix.lower() not in NO_ARTICLES and not hidden and not part_of_page and not path.is_dir():
            yield path


def _unknown(path: Path) -> Problem:
    remedy = f"{nearest(path.suffix.lower(), READERS)} Save the article as text, Markdown or a web page."
    message = (
        f'Files that end in "{path.suffix}" are not read.' if path.suffix else "A file without an ending is not read."
    )
    return Problem(str(path), 0, message, remedy, Level.WARNING)


def _outlets(config: Config) -> dict[str, str]:
    """The name to show for every name and host name of an outlet that the configuration knows."""
    return {
        form.casefold().removeprefix("www."): name
        for name, outlet in config.outlets.items()
        for form in (name, *outlet.aliases)
    }


def _article(article_id: str, file: str, draft: Draft, outlets: Mapping[str, str]) -> Article:
    facts = draft.facts
    outlet = facts.outlet and _host(facts.outlet)
    return Article(
        id=article_id,
        file=file,
        title=facts.title or filename.label(file, outlets),
        outlet=outlet and outlets.get(outlet.casefold(), outlet),
        date=facts.date,
        url=facts.url,
        language=facts.language or language.UNKNOWN,
        text=draft.text.text,
        blocks=draft.text.blocks,
        titled=facts.title is not None,
        time=facts.time,
    )


def _host(outlet: str) -> str:
    """An outlet's name; of a host name, without the "www." that says nothing."""
    return outlet.removeprefix("www.") if " " not in outlet else outlet


def _foreign(article: Article, folder: Path, config: Config) -> Problem | None:
    """A warning when the model reads another language than the article's."""
    reads = config.model[:2] if config.model[2:3] == "_" else "en"
    if article.language == reads:
        return None
    what = "in another script" if article.language == language.UNKNOWN else f'in the language "{article.language}"'
    remedy = f'The model reads "{reads}" only: little will be found in it. Give its language, or bring a translation.'
    return Problem(str(folder / article.file), 0, f"The article is {what}.", remedy, Level.WARNING)
