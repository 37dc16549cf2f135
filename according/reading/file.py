"""One file, read: its facts and its text, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import PurePosixPath

from according.errors import AccordingError, Problem
from according.reading import filename, frontmatter, language, titles
from according.reading.blocks import plain_blocks
from according.reading.draft import Draft, Facts, Text
from according.textfile import decode, is_binary

LONGEST = 1_000_000  # characters; the model's limit, and more than a novel
Reader = Callable[[bytes, str], Draft]


def read_file(data: bytes, path: str, outlets: Collection[str]) -> Draft:
    """The draft of an article from a file's bytes; raises AccordingError when the file holds no article.

    What the file says comes first, what its name says second. The title is never taken from the name here.
    """
    if not data.strip():
        raise AccordingError([Problem(path, 0, "The file is empty.", "Put an article into it, or remove it.")])
    suffix = PurePosixPath(path).suffix.lower()
    draft = READERS[suffix](data, path)
    if len(draft.text.text) > LONGEST:
        message = f"The text has {len(draft.text.text):,} characters, more than the {LONGEST:,} of the longest article."
        raise AccordingError([Problem(path, 0, message, "Cut it into articles of their own.")])
    if not draft.text.text.strip():
        raise AccordingError(
            [Problem(path, 0, "There is no text in the file.", "Put the article below its front matter.")]
        )
    title = draft.facts.title or titles.first_line(draft.text)
    named = replace(filename.read(path, outlets), title=None)
    if draft.stated:  # a file that tells of itself is not of the pattern date-outlet-title
        named = replace(named, outlet=None)
    facts = draft.facts.or_else(named)
    return replace(
        draft,
        facts=replace(facts, title=title, language=facts.language or language.guess(draft.text.text)),
        text=titles.with_heading(draft.text, title) if title else draft.text,
    )


def _markdown(data: bytes, path: str) -> Draft:
    # markdown-it-py takes long to import, and a build without new articles does not need it
    from according.reading import markdown  # noqa: PLC0415

    return _with_front_matter(data, path, markdown.read)


def _plain(data: bytes, path: str) -> Draft:
    return _with_front_matter(data, path, lambda text: Text(text, plain_blocks(text)))


def _page(data: bytes, path: str) -> Draft:
    if is_binary(data):
        raise AccordingError(
            [Problem(path, 0, "This is not a web page.", "Save the page as HTML, or remove the file.")]
        )
    # trafilatura takes even longer to import
    from according.reading import webpage  # noqa: PLC0415

    return webpage.read(data, path)


def _with_front_matter(data: bytes, path: str, read: Callable[[str], Text]) -> Draft:
    text = decode(data, path)
    yaml, start, problems = frontmatter.split(text, path)
    facts, more = frontmatter.read(yaml, path) if start else (Facts(), ())
    body = text[start:]
    if len(body) > LONGEST:  # it will be refused, and cutting it into blocks would take long
        return Draft(facts, Text(body, ()), (*problems, *more))
    return Draft(facts, read(body), (*problems, *more), stated=bool(start))


READERS: dict[str, Reader] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _plain,
    ".html": _page,
    ".htm": _page,
}
