"""The places of a text as the machine reads them, whatever people say that they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from according.model import Annotation, Label, Name

Said = Literal["", "somebody", "nothing", "within"]  # what a person says that a place is, if not one: a part of a name


def places_as_read(annotation: Annotation) -> tuple[tuple[Name, Said], ...]:
    """The names of places as the machine reads them, each with what a person says that it is instead.

    Where the other places are is read beside all of these: a correction changes what it speaks of.
    """
    turned = (n for n in annotation.names if n.label is not Label.PLACE and n.place_by is not None)
    found: list[tuple[Name, Said]] = [(name, "") for name in annotation.names if name.label is Label.PLACE]
    found += ((as_place(name), "somebody") for name in turned)
    found += ((name, "nothing") for name in annotation.ignored)
    found += ((name, "within") for name in annotation.within)
    return tuple(sorted(found, key=lambda n: (n[0].span.start, -n[0].span.end)))


def as_place(name: Name) -> Name:
    """A name of what is somebody as people say, as the place that it was read as."""
    return replace(name, label=Label.PLACE, evidence=name.place_by or "", place_by=None)
