"""Where the names on a map stand: beside what they name, inside the map, and never over one another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

GAP = 4.0  # between a dot and its name
LINE = 1.15  # of the size of the letters

# Average widths of letters in the sans-serif faces that systems have, in parts of their size.
NARROW, USUAL, CAPITAL, WIDE = 0.32, 0.57, 0.7, 1.0
THIN = frozenset("iljtfrI.,:;'’‘|!()[] ")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Lettered:
    """A name in its place; ``anchor`` is the value of text-anchor."""

    text: str
    x: float
    y: float
    anchor: str


def text_width(text: str, size: float) -> float:
    """About how wide a text is, without a font at hand; rather too wide than too narrow."""
    return size * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE
    if letter in THIN:
        return NARROW
    return CAPITAL if letter.isupper() or letter in "mwMW—" else USUAL


@dataclass
class Lettering:
    """Keeps account of what is taken while names are placed, the most important first."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep a square around a dot free."""
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def beside(self, text: str, x: float, y: float, size: float, radius: float) -> Lettered | None:
        """A name beside a dot: right, left, above, below, then the corners; None when there is no room."""
        wide, away = text_width(text, size), radius + GAP
        up, down, level = y - away, y + away + size * 0.75, y + size * 0.35
        slant = away * 0.6
        tries = (
            (x + away, level, "start"),
            (x - away, level, "end"),
            (x, up, "middle"),
            (x, down, "middle"),
            (x + slant, y - slant, "start"),
            (x - slant, y - slant, "end"),
            (x + slant, y + slant + size * 0.75, "start"),
            (x - slant, y + slant + size * 0.75, "end"),
        )
        return self._first_free(text, wide, size, tries)

    def at(self, text: str, x: float, y: float, size: float, wide: float) -> Lettered | None:
        """A name in the middle of an area; None when something stands there."""
        return self._first_free(text, wide, size, ((x, y + size * 0.35, "middle"),))

    def open(self, x: float, y: float, edge: float) -> bool:
        """Whether a point lies under nothing that was placed, and not at the edge."""
        inside = edge < x < self.width - edge and edge < y < self.height - edge
        return inside and not any(box.left < x < box.right and box.top < y < box.bottom for box in self.taken)

    def _first_free(
        self, text: str, wide: float, size: float, tries: Iterable[tuple[float, float, str]]
    ) -> Lettered | None:
        for x, y, anchor in tries:
            left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            box = Box(left, y - size * 0.85, left + wide, y + size * (LINE - 0.85))
            if self._free(box):
                self.taken.append(box)
                return Lettered(text, round(x, 1), round(y, 1), anchor)
        return None

    def _free(self, box: Box) -> bool:
        within = box.left >= 2 and box.top >= 2 and box.right <= self.width - 2 and box.bottom <= self.height - 2
        return within and not any(map(box.meets, self.taken))
