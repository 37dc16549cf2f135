"""The headline that names an event best, and what no title may hold."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.events.drafts import Draft
from according.events.frequencies import TermFrequencies
from according.events.kinds import MANY_SENSES
from according.events.similarity import Vector, term_vector
from according.model import Linked

LONGEST_HEADLINE = 110  # characters
LEAST_FIT = 0.04  # how alike a headline must be to the passages that it shall name
OWN = 0.25  # how alike a headline must be to an event that is not most of its article, to be about it as well
LEAST_TITLED = 0.25  # of an event's articles, for their headlines to be about it
MANY, LEAST_SHARED = 8, 0.3  # where so many reports meet, their headlines must be so alike for one to name them all
TELLING = 1.15  # how much more a headline counts that names the kind of event
END = re.compile(r"(?<!\.[A-Z])[.;]$")
# What a title must not hold: figures, questions, address, evaluation.
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|"
    "billions?"
)
UNFIT = re.compile(
    rf"[?!]|[$€£¥]|(?<![\w-])\d[\d.,]*(?:[-–]\d+)?(?![\w-])|\b(?:{NUMBER_WORDS})\b|"
    r"\b(?:you|your|we|our|us|I|my|here'?s?|why|how)\b|"
    r"\b(?:shock\w*|stun\w*|horrif\w*|horror|outrag\w*|brutal\w*|terribl\w*|amaz\w*|incredibl\w*|bizarre|nightmare|slams?|"
    r"very|really|exceedingly|extremely|insanely|ridiculous\w*|wildly|tearful\w*|emotional\w*|fun|"
    r"(?<!^)most|this|these|just|finally|instantly|casually|awkward\w*|everyone|everything|what|explained|managed|"
    r"heroic|evil|tragic\w*|devastat\w*|carnage|chaos|fury|furious|disgust\w*|disaster|huge|massive|stunning|best|worst|"
    r"opinion|review|busted|video|watch|live|exclusive|breaking)\b|(?:\.\.\.|…)$",
    re.IGNORECASE,
)
# Where a headline may end early: "Ship hits bridge in Duisburg; 27 hurt", "Bears fire coach after 5-11 season".
BOUNDARY = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?=(?:after|as|amid|for|to|in|with|at|over|on|from|by|while|because|despite|before|since)\b)",
    re.IGNORECASE,
)
LEAST_WORDS = 4  # of what is left of a headline
CUT = " …"


class Headline(NamedTuple):
    """The words of a headline, and the article that they stand over."""

    text: str
    article: str


def central_headline(draft: Draft, type_: str, linked: Linked, frequencies: TermFrequencies) -> Headline | None:
    """The fit headline that is most like the others and the passages; if none is fit, the fit beginning of one.

    One that tells of the event's kind counts for more. Where hardly any report has its headline from the event, or many
    reports have headlines about different things, none of them names it.
    """
    sentences = (linked.annotations[a].sentences[i] for a, i in draft.sentences)
    passages = term_vector([t for s in sentences for t in s.terms], frequencies)
    every = {a: term_vector(_title_terms(a, linked), frequencies) for a in draft.articles}
    own = draft.titled or [a for a, v in every.items() if _cosine(v, passages) >= OWN]
    if not own or len(own) < LEAST_TITLED * len(draft.articles):
        return None
    vectors = {a: every[a] for a in own}

    def shared(article: str) -> float:
        others = [_cosine(vectors[article], v) for a, v in vectors.items() if a != article]
        return sum(others) / len(others) if others else 0.0

    def centrality(article: str) -> float:
        alike = _cosine(vectors[article], passages) + 2 * shared(article)
        return alike * (TELLING if _tells_kind(article, type_, linked) else 1.0)

    if len(draft.articles) >= MANY and max(map(shared, own)) < LEAST_SHARED:
        return None
    near = [a for a in own if linked.articles[a].titled and _cosine(vectors[a], passages) >= LEAST_FIT]
    found = [Headline(fit_part(linked.articles[a].title), a) for a in near]
    return min(
        (h for h in found if h.text),
        key=lambda h: (h.text.endswith(CUT), -centrality(h.article), h.article),
        default=None,
    )


def _tells_kind(article: str, type_: str, linked: Linked) -> bool:
    title = linked.annotations[article].title
    return title is not None and any(t.type == type_ and t.lemma not in MANY_SENSES for t in title.triggers)


def fit_part(headline: str) -> str:
    """The headline, if it is fit to be a title; else its longest fit beginning, marked as cut; or nothing.

    A full stop at its end, or a semicolon that led over to a second line, is left out.
    """
    headline = END.sub("", headline)
    if _is_fit(headline):
        return headline
    ends = [match.start() for match in BOUNDARY.finditer(headline)]
    parts = (headline[:end].rstrip(" ,;:–—-") for end in reversed(ends))
    return next((part + CUT for part in parts if _is_whole(part)), "")


def _is_whole(part: str) -> bool:
    """Whether the beginning of a headline can stand alone; after a comma inside it, the main verb may be missing."""
    return _is_fit(part) and "," not in part and len(part.split()) >= LEAST_WORDS


def _is_fit(headline: str) -> bool:
    return 0 < len(headline) <= LONGEST_HEADLINE and not UNFIT.search(headline)


def _title_terms(article: str, linked: Linked) -> list[str]:
    title = linked.annotations[article].title
    return [t for s in title.sentences for t in s.terms] if title else []


def _cosine(a: Vector, b: Vector) -> float:
    return sum(weight * b.get(term, 0.0) for term, weight in a.items())
