"""What is wrong with text that is not YAML, where its lines tell more than the parser does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

# A line with spaces before it that opens an entry, is one ("Name: ignore"), or has a key of one word with its value.
INDENTED = re.compile(r' +(?:(?:"[^"]*"|[^\s#"-][^:]*):(?:\s+ignore)?|\w+:\s+\S.*?)\s*(?:#.*)?')
VALUED = re.compile(r"\s*(?:- |.*:\s+[^\s#])")  # nothing can stand below such a line
# Text in quotes that ends where something else is found to stand.
CLOSED = re.compile(r"""(?:^|(?<=[\s\[{,]))(?:'(?P<single>(?:[^']|'')*)'|"(?:[^"\\]|\\.)*")\s*$""")
TWICE = "Write an apostrophe within single quotes twice ({}''{}), or put double quotes around all of it."
ESCAPE = 'Put a backslash before a quote within double quotes (\\"), or put single quotes around all of it.'


class Closed(NamedTuple):
    """A quote that closes in the middle of a name: its column from 1, what is wrong, and what to do."""

    column: int
    message: str
    remedy: str


def closed_early(lines: Sequence[str], mark: Any) -> Closed | None:
    """What is wrong where text in quotes ends, and what stands at a mark of the parser was not expected behind it."""
    line, at = lines[mark.line] if mark.line < len(lines) else "", mark.column
    found = CLOSED.search(line[:at])
    if not found or line[at : at + 1] in ("", "#", *"'\""):
        return None
    quoted = found["single"]
    column = len(line[:at].rstrip())
    message = f"The quote that opens in column {found.start() + 1} closes here, and more follows."
    if quoted is None:
        return Closed(column, message, ESCAPE)
    directly = re.match(r"\w*", line[at:]) if column == at else None
    return Closed(column, message, TWICE.format(quoted.split(" ")[-1], directly[0] if directly else ""))


def indented(lines: Sequence[str], line: int, first_line: int) -> str:
    """What to do about spaces before an entry, as those of a text from which it was copied; ``line`` is an index."""
    told = [n for n, text in enumerate(lines[: line + 1]) if text.strip() and not text.lstrip().startswith("#")]
    if len(told) < 2 or told[-1] != line:
        return ""
    (first, text), (last, above) = ((n, lines[n]) for n in (told[0], told[-2]))
    here = lines[line]
    if _margin(here) < _margin(text):
        return f"Line {first + first_line} has spaces before it: take them away, there and in what follows."
    deeper = _margin(here) > _margin(above) or above.lstrip().startswith("- ")
    if not (deeper and INDENTED.fullmatch(here) and VALUED.match(above)):
        return ""
    return (
        f"It has more spaces before it than the line above (line {last + first_line}), which has its value. "
        "An entry begins without any, and the keys of an entry stand in one column."
    )


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
