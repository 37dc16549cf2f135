"""What the full names of an article's persons make of its other names: given names, families, degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.model import Label, Name, Span

_AFTER_COMMA = re.compile(r"\s*,\s*$")
_REACH = 4  # characters of a comma and the space around it


@dataclass(frozen=True, slots=True)
class Kin:
    """The persons whom an article names in full."""

    given: frozenset[str]  # what the model calls a place, and a full name begins with: "Georgia" of "Georgia Stevens"
    surnames: frozenset[str]
    alone: frozenset[str]  # surnames that stand alone, too
    ends: frozenset[int]  # where their names end

    def is_family(self, form: str) -> bool:
        """Whether a name is a surname in the plural: "the Boons", of whom "Ken Boon" is one."""
        return form.endswith("s") and form[:-1] in self.surnames

    def is_degree(self, text: str, span: Span) -> bool:
        """Whether a name stands where a degree does: "Ana Lee, M.D."."""
        gap = _AFTER_COMMA.search(text[max(0, span.start - _REACH) : span.start])
        return gap is not None and span.start - len(gap.group()) in self.ends


def kin_of(text: str, names: Sequence[Name]) -> Kin:
    """The persons among an article's names."""
    full = [n for n in names if n.label is Label.PERSON and " " in n.span.of(text)]
    words = [n.span.of(text).split() for n in full]
    surnames = frozenset(w[-1] for w in words)
    alone = surnames & {n.span.of(text) for n in names if n.label is Label.PERSON}
    return Kin(frozenset(w[0] for w in words), surnames, alone, frozenset(n.span.end for n in full))
