"""Taking an entity away whole: its spellings are names of their own, and each is ignored by itself."""

from __future__ import annotations

from collections.abc import Iterable

from according.linking.forms import fold


def names_to_ignore(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The keys under which nothing of an entity is left, its name first; spellings that are read as one are one.

    The name that "Idlib (province)" has in common with another is left out: that one would go with it.
    """
    found = {fold(form): form for form in reversed([*forms]) if not name.startswith(f"{form} (")}
    if found and fold(name) not in found:  # "Turkey", which every article writes otherwise
        return tuple(reversed(found.values()))
    return tuple(dict.fromkeys((name, *(form for key, form in reversed(found.items()) if key != fold(name)))))
