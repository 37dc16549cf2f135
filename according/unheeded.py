"""What is wrong with what people say contains a place: nothing tells what that is, or it cannot be."""

from __future__ import annotations

from according.model import Unheeded

WHICH = 'Write one of these names, or give the one you mean an entry of its own with its "geonames".'


def told(one: Unheeded, parent: str, near: str) -> tuple[str, str]:
    """What is wrong with an "in" and what to do; ``near`` names what is like it."""
    quoted = [f'"{name}"' for name in one.names]
    if one.why == "circle":
        return f'"in" goes in a circle and is not obeyed: {" → ".join(quoted)}.', "Remove one of the steps."
    if one.why == "ambiguous":
        return f'"{parent}" may be {" or ".join(quoted)}; the first is taken.', WHICH
    return f'No place is called "{parent}".', near
