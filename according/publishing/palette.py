"""Colours of a person's own, over those of the stylesheet, in light and in dark."""

from __future__ import annotations

from according.config import Colours

# The stylesheet's variables that each colour of the configuration sets.
SETS = {
    "paper": ("paper",),
    "sheet": ("sheet",),
    "ink": ("ink",),
    "soft": ("soft",),
    "link": ("link", "rule"),
    "differ": ("alarm",),
}


def rules(colours: Colours | None) -> str:
    """What is added to the stylesheet; nothing where no colour is set."""
    pairs = [(variable, pair) for name in SETS if (pair := getattr(colours, name, None)) for variable in SETS[name]]
    if not pairs:
        return ""
    light, dark = (";".join(f"--{variable}:{pair[i]}" for variable, pair in pairs) for i in (0, 1))
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
