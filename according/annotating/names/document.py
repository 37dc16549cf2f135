"""One article uses a name one way: what it names once clearly, it names the same elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from according.annotating.names.candidates import Candidate, Strength
from according.annotating.names.shapes import OPENERS, headline_tokens
from according.annotating.wordlists.nations import nation
from according.model import Label

_SHORTEST_SURNAME = 3
_LONGEST = 12  # tokens of a name
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def agree(doc: Doc, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates with one label for each form; a surname follows the full name."""
    labels = _labels(doc, found)
    surnames = _surnames(doc, found)
    return tuple(_relabelled(doc, c, labels, surnames) for c in found)


def _labels(doc: Doc, found: Iterable[Candidate]) -> dict[str, Candidate]:
    """For each form the candidate that speaks for it: of the strongest, the label that is most frequent."""
    by_form: dict[str, list[Candidate]] = {}
    for candidate in found:
        by_form.setdefault(_text(doc, candidate).lower(), []).append(candidate)
    return {form: _spokesman(same) for form, same in by_form.items()}


def _spokesman(same: list[Candidate]) -> Candidate:
    best = max(c.strength for c in same)
    strongest = [c for c in same if c.strength == best]
    counts = Counter(c.label for c in strongest)
    return max(strongest, key=lambda c: (counts[c.label], -c.start))


def _surnames(doc: Doc, found: Iterable[Candidate]) -> dict[str, str]:
    """Full name by surname, for the persons whom the article names in full; nobody's when two share it."""
    owners: dict[str, set[str]] = {}
    for candidate in found:
        if candidate.label is Label.PERSON and candidate.size > 1:
            last = candidate.end - 1
            while last > candidate.start + 1 and doc[last].lower_.rstrip(".") in _GENERATIONS:
                last -= 1
            if len(doc[last]) >= _SHORTEST_SURNAME and doc[last].lower_ not in OPENERS and not nation(doc[last].text):
                owners.setdefault(doc[last].text, set()).add(_text(doc, candidate))
    return {surname: min(names) for surname, names in owners.items()}


def _relabelled(doc: Doc, found: Candidate, labels: Mapping[str, Candidate], surnames: Mapping[str, str]) -> Candidate:
    if found.strength > Strength.MODEL or found.evidence == "demonym":
        return found
    form = _text(doc, found)
    if form in surnames and found.size == 1:
        return replace(found, label=Label.PERSON, evidence=f"surname: {surnames[form]}")
    clear = labels[form.lower()]
    if clear.label is found.label and clear.strength.tier <= found.strength.tier:
        return found
    return replace(found, label=clear.label, evidence=_elsewhere(clear))


def without_headline_runs(doc: Doc, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates but for those of headlines that run on past a name of the text: "Ana Lee Checks Into Court"."""
    headlines = headline_tokens(doc)
    outside = [c for c in found if c.start not in headlines]
    shown = {_text(doc, c) for c in outside if c.size > 1 or c.label is not Label.PLACE} | set(_surnames(doc, outside))
    return tuple(c for c in found if c.start not in headlines or not _runs_on(_text(doc, c), shown))


def _runs_on(text: str, shown: set[str]) -> bool:
    """Whether a headline's name is none of the text's, but one of those and more."""
    words = text.split()
    return text not in shown and any(" ".join(words[:end]) in shown for end in range(1, len(words)))


def repeated(doc: Doc, found: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Further places where the article writes a name that it has shown to be one, and surnames alone."""
    forms = _forms(doc, found)
    lowered = {form.lower(): form for form in forms}
    openings = {_opening(form) for form in forms}
    headlines = headline_tokens(doc)
    taken = {i for c in found for i in range(c.start, c.end)}
    for token in doc:
        if token.i not in taken and _opening(token.text) in openings and not token.is_lower | token.is_punct:
            yield from _repeat_at(doc, token.i, forms, lowered if token.i in headlines else {})


def _forms(doc: Doc, found: tuple[Candidate, ...]) -> dict[str, tuple[Label, str]]:
    """Label and evidence by form, of the names worth looking for elsewhere."""
    clear = _labels(doc, found)
    forms: dict[str, tuple[Label, str]] = {}
    for candidate in found:
        form = _text(doc, candidate)
        if candidate.evidence != "demonym" and candidate.strength > Strength.GUESS and len(form) >= _SHORTEST_SURNAME:
            speaker = clear[form.lower()]
            forms[form] = (speaker.label, _elsewhere(speaker))
    for surname, full in _surnames(doc, found).items():
        forms.setdefault(surname, (Label.PERSON, f"surname: {full}"))
    return forms


def _elsewhere(candidate: Candidate) -> str:
    return f"elsewhere: {candidate.evidence.removeprefix('elsewhere: ')}"


def _opening(text: str) -> str:
    return re.split(r"[\s-]", text, maxsplit=1)[0].lower()


def _repeat_at(
    doc: Doc, start: int, forms: Mapping[str, tuple[Label, str]], lowered: Mapping[str, str]
) -> Iterator[Candidate]:
    for end in range(min(len(doc), start + _LONGEST), start, -1):
        text = doc[start:end].text
        form = text if text in forms else lowered.get(text.lower())
        if form:
            yield Candidate(start, end, *forms[form], Strength.GUESS)
            return


def _text(doc: Doc, candidate: Candidate) -> str:
    return doc[candidate.start : candidate.end].text
