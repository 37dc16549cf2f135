"""Entries that take a name away, of which another entry takes the whole page away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from according.linking.forms import fold
from according.linking.ways import NOWHERE, Ways
from according.model import Unheeded
from according.overrides import EntityOverride


def covered(rules: Mapping[str, EntityOverride], ways: Ways) -> Iterator[Unheeded]:
    """The entries that take a spelling away, of a place that another entry takes away by the title of its page."""
    whole = {f"places/{r.meant.page}": name for name, r in rules.items() if r.ignore and r.meant.page}
    for name, rule in rules.items() if whole else ():
        forms = {fold(f.text) for f in rule.forms} if rule.ignore and not rule.meant.page else set[str]()
        homes = {w.old for w in ways.into(NOWHERE) if w.form in forms and w.old}
        if homes and homes <= whole.keys():
            yield Unheeded(name, "covered", (whole[min(homes)],))
