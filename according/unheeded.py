"""What is wrong with what people say in vain of a place: what contains it is unknown, or another entry says it all."""

from __future__ import annotations

from according.model import Unheeded

WHICH = 'Write one of these names, or give the one you mean an entry of its own with its "geonames".'


def told(one: Unheeded, parent: str, near: str) -> tuple[str, str]:
    """What is wrong with an "in", or with "ignore", and what to do; ``near`` names what is like it."""
    quoted = [f'"{name}"' for name in one.names]
    if one.why == "covered":
        return f'"{one.key}" is taken away with all spellings of {quoted[0]} already.', "Remove it."
    if one.why == "circle":
        return f'"in" goes in a circle and is not obeyed: {" → ".join(quoted)}.', "Remove one of the steps."
    if one.why == "ambiguous":
        return f'"{parent}" may be {" or ".join(quoted)}; the first is taken.', WHICH
    return f'No place is called "{parent}".', near
