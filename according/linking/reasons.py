"""Evidence in a reader's words: why a spelling belongs to a place or an actor, as one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from according.annotating.initials import initials
from according.linking.forms import fold, same_name
from according.model import Form
from according.overrides import EntityOverride

LISTED = 5  # articles that one line has room for

_SENTENCES = {
    # of places
    "name": "The gazetteer has the place under this name.",
    "alternate": "The gazetteer lists it as another name of the place.",
    "short": "The gazetteer has it with a word such as “Province” beside it.",
    "abbreviation": "It is a usual abbreviation of the place's name.",
    "postal": "It is the abbreviation of the place in postal addresses.",
    "demonym": "It is what the place's people and things are called.",
    "in no gazetteer": "No gazetteer has it; the articles speak of it as a place.",
    "as in other articles": "Other articles clearly mean this place by it, and this one does not say otherwise.",
    "kept apart by an override": "A person says that it is none of the other places of this name.",
    # of both
    "same name": "It is the same name, written a little differently.",
    "same consonants": "It has the same consonants, as if written from another alphabet.",
    "spelled alike": "It is the same name in another spelling.",
    # of actors
    "as without corrections": "It stays where the program puts it when nobody corrects anything.",
    "itself": "It is the name itself.",
    "same words": "It has the same words, perhaps in another order.",
    "surname": "It is the surname of somebody whom the article names in full.",
    "given name": "It is the given name of somebody whom the article names in full.",
    "same given name": "The surname and the given name are the same.",
    "middle name": "The surname and the middle name are the same.",
    "initial": "The surname is the same, and the given name shortened to its initial.",
    "short given name": "The surname is the same, and one given name is short for the other.",
    "given name spelled alike": "The surname is the same, and the given name spelled in another way.",
}
_PATTERNS = tuple(
    (re.compile(pattern), template)
    for pattern, template in (
        (
            r"same consonants as (?P<other>.+)",
            "It has the consonants of “{other}”, as if written from another alphabet.",
        ),
        (r"same name as (?P<other>.+)", "It is “{other}”, written a little differently."),
        (r"spelled alike as (?P<other>.+)", "It is “{other}” in another spelling."),
        (r"well known as (?P<other>.+)", "It is a well-known name of “{other}”."),
        (r"short for (?P<other>.+)", "It is “{other}” cut short."),
        (r"initials of (?P<other>.+)", "Its letters are the initials of “{other}”."),
        (
            r"alike but for a common noun, in an article on the same story as (?P<other>.+)",
            "It differs in a common noun only, in an article on the same story as “{other}”.",
        ),
        (
            r"(?P<what>surname|same name), in an article on the same story as (?P<other>.+)",
            "It is the {what}, in an article on the same story as “{other}”.",
        ),
        (r"(?P<what>.+), in (?P<other>.+)", "The article “{other}” itself puts the two together ({what})."),
    )
)


def times(count: int) -> str:
    """Write a number of occurrences in words."""
    return "once" if count == 1 else f"{count} times"


def where_written(forms: Iterable[Form]) -> str:
    """How often an entity is named, and in which articles: "written 3 times, in a, b and 4 more"."""
    known = tuple(forms)
    articles = sorted({article for form in known for article in form.articles})
    more = f" and {len(articles) - LISTED} more" if len(articles) > LISTED else ""
    return f"written {times(sum(form.count for form in known))}, in {', '.join(articles[:LISTED])}{more}"


def in_words(evidence: str, rule: EntityOverride | None = None, form: str = "") -> str:
    """The sentence for a piece of evidence about a form; one that has none stands for itself."""
    if evidence == "override":
        return _says_so(rule, form) if rule else "A person says so."
    if evidence in _SENTENCES:
        return _SENTENCES[evidence]
    for pattern, template in _PATTERNS:
        if found := pattern.fullmatch(evidence):
            return template.format(**found.groupdict())
    return evidence


def _says_so(rule: EntityOverride, form: str) -> str:
    """Who says so and in which entry; a form that the entry does not have is there for one that it has."""
    at = f"({PurePath(rule.file).name}, “{rule.name}”)"
    said = {fold(given.text) for given in rule.forms}
    if not form or fold(form) in said:
        return f"A person says so {at}."
    alike = ((given.text, same_name(given.text, form)) for given in (*rule.aliases, *rule.forms))
    if found := next(((given, how) for given, how in alike if how), None):
        given, how = found
        return f"{in_words(f'{how} as {given}')} A person speaks of that one {at}."
    letters = (given.text for given in rule.forms if len(given.text) > 1 and given.text.lower() in initials(form))
    if short := next(letters, None):
        return f"Its initials are “{short}”. A person speaks of these {at}."
    return f"It is put together with what a person speaks of {at}."
