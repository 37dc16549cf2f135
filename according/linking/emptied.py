"""Pages of places that stood only for what lay in them, when corrections have left nothing there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

from according.linking.machine import Machine
from according.model import Linked


def emptied_pages(machine: Machine, linked: Linked, moved: Mapping[str, str], told: Container[str]) -> dict[str, str]:
    """Each such page, with the page of what lay in it under which it is told what a correction did.

    ``told`` are the pages under which anything is told; what leads on, or was taken away itself, is none of these.
    """
    held: defaultdict[str, list[str]] = defaultdict(list)
    for page, shown in sorted(machine.facts.items()):
        for above in shown.get("in", ()):
            held[f"places/{above}"].append(moved.get(page, page))
    gone = (p for p in held if p in machine.facts and p.partition("/")[2] not in linked.places)
    return {p: next((n for n in held[p] if n in told), p) for p in sorted(gone) if p not in moved and p not in told}
