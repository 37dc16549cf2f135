"""What is wrong with what people say in vain: what contains a place is unknown, or another entry has the page."""

from __future__ import annotations

from according.linking.entries import everywhere
from according.linking.forms import fold
from according.linking.misfiled import MISFILED
from according.model import Unheeded
from according.yamlfile import written

Where = tuple[str | int, ...]  # the way to a value in its entry
Vain = tuple[Where, str, str]  # where in the entry, what leads nowhere, what to do
DOUBLED = {
    "parted": "{} and {} make two pages of what the program has on one.",
    "dropped": "{} is not obeyed: its page is that of {}.",
}
OF_SORT = {  # what a file is about, what the other one is about, its name, and a kind
    "places.yaml": ("a place", "somebody", "actors.yaml", "village"),
    "actors.yaml": ("somebody", "a place", "places.yaml", "organization"),
}
WHOLE = frozenset({*DOUBLED, *MISFILED, "covered", "address"})  # where the entry is in vain, not a value in it
WHICH = 'Write one of these names, or give the one you mean an entry of its own with its "geonames".'


def told(one: Unheeded, parent: str, near: str) -> tuple[str, str]:
    """What is wrong with an "in", with "ignore" or with a name, and what to do; ``near`` names what is like it."""
    quoted = [f'"{name}"' for name in one.names]
    if one.why == "address":
        message = f'"{one.key}" is the address of a page, whose name is {quoted[0]}.'
        return message, f"Write {written(one.names[0])}: here."
    if one.why in MISFILED:
        return _misfiled(one)
    if one.why == "covered":
        return f'"{one.key}" is taken away with all spellings of {quoted[0]} already.', "Remove it."
    if one.why in DOUBLED:
        keep, *forms = map(written, one.names)
        remedy = f"Move what it says below {quoted[0]}"
        if forms:
            remedy += f", with aliases: [{', '.join(forms)}]; or if they are two, write here not: [{keep}]"
        remedy += "."
        other = f"{quoted[0]} (line {one.line})"
        return DOUBLED[one.why].format(f'"{one.key}"', other), remedy
    if one.why == "holder":
        (name,) = one.names
        remedy = f"Write in: {written(name)}, if that is meant; if articles call it so, say that: {everywhere(name)}."
        return f'"{name}" is what "{one.key}" lies in, and is taken for a name of it.', remedy
    if one.why == "circle":
        return f'"in" goes in a circle and is not obeyed: {" → ".join(quoted)}.', "Remove one of the steps."
    if one.why == "ambiguous":
        return f'"{parent}" may be {" or ".join(quoted)}; the first is taken.', WHICH
    return f'No place is called "{parent}".', near


def _misfiled(one: Unheeded) -> tuple[str, str]:
    """An entry in the wrong file: what the program has under the name, and where that is corrected."""
    if one.why == "heard":
        where = f"sources.yaml, below what is on line {one.line}" if one.line else "sources.yaml"
        return f'Only a source is called "{one.names[0]}": this does nothing.', f"Write it in {where}."
    page, said = one.names
    own, other, file, kind = OF_SORT[one.file]
    called = "" if fold(page) == fold(one.key) else f', "{page}"'
    message = f'"{one.key}" is {other}{called}, and nothing here says that it is {own}: this does nothing.'
    place = f"{file}, below what is on line {one.line}" if one.line else file
    remedy = f"Write it in {place}"
    either = "" if said == "ignore" else f"; or if it is {own}, say its kind here, such as kind: {kind}"
    return message, f"{remedy}{either}."
