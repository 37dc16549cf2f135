"""What can be wrong with what people bring, told so that they can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error stops the build before anything is replaced; a warning does so only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in one file, and what to do about it."""

    file: str
    line: int  # 1-based; 0 when the file as a whole is meant
    message: str
    remedy: str
    level: Level = Level.ERROR
    column: int = 0  # 1-based; 0 when unknown

    def __str__(self) -> str:
        """``file:line:column: error: what is wrong. What to do.``"""
        where = self.file
        if self.line:
            where += f":{self.line}" + (f":{self.column}" if self.column else "")
        return f"{where}: {self.level}: {self.message} {self.remedy}".rstrip()


class AccordingError(Exception):
    """The input has errors; nothing was replaced."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
