"""Text files as people bring them: UTF-8 with or without a byte order mark, or a message that says what else it is."""

from __future__ import annotations

import codecs
from pathlib import Path

from according.errors import AccordingError, Problem

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SNIFFED = 8192  # bytes in which a binary file shows itself
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})  # control codes that no text uses
STRAY = 0.02  # share of them that a text copied from somewhere may hold


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises AccordingError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise AccordingError(
            [Problem(str(path), 0, f"The file cannot be read ({reason}).", "Check that it is a file and readable.")]
        ) from error


def read_text(path: Path) -> str:
    """A file's text; raises AccordingError when it is not readable UTF-8 text."""
    return decode(read_bytes(path), str(path))


def decode(data: bytes, file: str) -> str:
    """Bytes as text, line ends kept, the byte order mark not part of it; raises AccordingError for anything else."""
    try:
        if data.startswith(UTF16_MARKS):
            return data.decode("utf-16")
        if is_binary(data):
            raise AccordingError([_no_text(data, file)])
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AccordingError([_not_utf8(data, file, error)]) from error


def is_binary(data: bytes) -> bool:
    """Whether the first bytes hold a zero, or more control codes than may have strayed into a text."""
    start = data[:SNIFFED]
    return b"\0" in start or len(start) - len(start.translate(None, CONTROLS)) > STRAY * len(start)


def _not_utf8(data: bytes, file: str, error: UnicodeDecodeError) -> Problem:
    line, column = _place(data, error.start)
    message = f"Byte 0x{data[error.start]:02x} is not valid {error.encoding.upper()}."
    remedy = "Save the file as UTF-8; it may be in an older encoding such as Windows-1252."
    return Problem(file, line, message, remedy, column=column)


def _no_text(data: bytes, file: str) -> Problem:
    """What is no text, with the first zero in it if that is why: one that strayed into a text can be found."""
    line, column = _place(data, data.index(b"\0")) if b"\0" in data[:SNIFFED] else (0, 0)
    return Problem(file, line, "This is not a text file.", "Save it as plain text, or remove it.", column=column)


def _place(data: bytes, at: int) -> tuple[int, int]:
    """The line and column of a byte."""
    before = data[:at]
    return before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf8", "replace")) + 1
