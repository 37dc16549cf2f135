"""The headline that names an event best, and what no title may hold."""

from __future__ import annotations

import re

from according.events.drafts import Draft
from according.events.frequencies import TermFrequencies
from according.events.similarity import Vector, term_vector
from according.model import Linked

LONGEST_HEADLINE = 110  # characters
LEAST_FIT = 0.12  # how alike a headline must be to the passages that it shall name
# What a title must not hold: figures, questions, address, evaluation.
NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|billions?"
)
UNFIT = re.compile(
    rf"[?!]|[$€£¥]|(?<![\w-])\d[\d.,]*(?:[-–]\d+)?(?![\w-])|\b(?:{NUMBER_WORDS})\b|"
    r"\b(?:you|your|we|our|us|I|my|here'?s?|why|how)\b|"
    r"\b(?:shock\w*|stun\w*|horrif\w*|horror|outrag\w*|brutal\w*|terribl\w*|amaz\w*|incredibl\w*|bizarre|nightmare|slams?|"
    r"very|really|exceedingly|extremely|insanely|ridiculous\w*|wildly|tearful\w*|emotional\w*|fun|"
    r"heroic|evil|tragic\w*|devastat\w*|carnage|chaos|fury|furious|disgust\w*|disaster|huge|massive|stunning|best|worst|"
    r"opinion|review|video|watch|live|exclusive|breaking)\b",
    re.IGNORECASE,
)


def central_headline(draft: Draft, linked: Linked, frequencies: TermFrequencies) -> str | None:
    """The article whose fit headline is most like the others and the passages."""
    fit = [a for a in draft.titled if _is_fit(linked.articles[a].title)]
    if not fit:
        return None
    sentences = (linked.annotations[a].sentences[i] for a, i in draft.sentences)
    passages = term_vector([t for s in sentences for t in s.terms], frequencies)
    vectors = {a: term_vector(_title_terms(a, linked), frequencies) for a in draft.titled}

    def centrality(article: str) -> float:
        others = [_cosine(vectors[article], v) for a, v in vectors.items() if a != article]
        return _cosine(vectors[article], passages) + 2 * (sum(others) / len(others) if others else 0.0)

    fit = [a for a in fit if _cosine(vectors[a], passages) >= LEAST_FIT]
    return min(fit, key=lambda a: (-centrality(a), a), default=None)


def _is_fit(headline: str) -> bool:
    return 0 < len(headline) <= LONGEST_HEADLINE and not UNFIT.search(headline)


def _title_terms(article: str, linked: Linked) -> list[str]:
    title = linked.annotations[article].title
    return [t for s in title.sentences for t in s.terms] if title else []


def _cosine(a: Vector, b: Vector) -> float:
    return sum(weight * b.get(term, 0.0) for term, weight in a.items())
