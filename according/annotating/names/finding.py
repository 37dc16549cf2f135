"""Runs the finders over an article and makes names of what stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from according.annotating.clauses import is_central
from according.annotating.names.body_names import acronyms, agencies, bodies, followers, known, teams
from according.annotating.names.candidates import Candidate, Strength, settle
from according.annotating.names.cue_names import (
    datelines,
    place_cues,
    place_tails,
    reporting_outlets,
    said_to_be_places,
    subjects,
    titled_persons,
)
from according.annotating.names.descriptions import descriptions_of
from according.annotating.names.document import agree, repeated, without_headline_runs
from according.annotating.names.force_names import coalitions, forces, state_media
from according.annotating.names.model_names import model_entities
from according.annotating.names.roles import role_of
from according.annotating.wordlists.nations import country_named, country_of_people
from according.model import Label, Name, Sentence, Span

FINDERS: tuple[Callable[[Doc], Iterator[Candidate]], ...] = (
    model_entities,
    place_cues,
    place_tails,
    said_to_be_places,
    datelines,
    titled_persons,
    reporting_outlets,
    known,
    agencies,
    acronyms,
    bodies,
    followers,
    teams,
    forces,
    coalitions,
    state_media,
    subjects,
)


def find_names(doc: Doc, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names of an article in text order; a place inside a longer name comes after it and points to it."""
    every = [candidate for finder in FINDERS for candidate in finder(doc)]
    found = agree(doc, without_headline_runs(doc, settle(every)))
    found = agree(doc, settle([*found, *repeated(doc, found)]))
    starts = [s.span.start for s in sentences]
    names = [_name(doc, c, starts) for c in found]
    names += [_name(doc, c, starts, inside=_span(doc, holder)) for c, holder in _inside(doc, found, every)]
    return tuple(sorted(names, key=lambda n: (n.span.start, -n.span.end)))


def _name(doc: Doc, found: Candidate, sentence_starts: list[int], inside: Span | None = None) -> Name:
    tokens, span = doc[found.start : found.end], _span(doc, found)
    return Name(
        span=span,
        label=found.label,
        sentence=max(0, bisect_right(sentence_starts, span.start) - 1),
        role=role_of(tokens.root, found.label),
        evidence=found.evidence,
        descriptions=() if inside or found.evidence == "demonym" else descriptions_of(tokens),
        inside=inside,
        central=not inside and is_central(tokens.root),
    )


def _span(doc: Doc, found: Candidate) -> Span:
    return Span(doc[found.start].idx, doc[found.end - 1].idx + len(doc[found.end - 1]))


def _inside(doc: Doc, found: tuple[Candidate, ...], every: list[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Places inside longer names, with the name that holds each: countries, and what the article calls a place."""
    places = {doc[c.start : c.end].text for c in found if c.label is Label.PLACE}
    for holder in found:
        if holder.size == 1 or holder.label is Label.PERSON:
            continue
        parts = [c for c in every if holder.contains(c) and c.label is Label.PLACE]
        for start in range(holder.start, holder.end):
            for end in range(start + 1, holder.end + 1):
                text = doc[start:end].text
                evidence = _evidence_inside(text, places)
                if evidence and end - start < holder.size:
                    parts.append(Candidate(start, end, Label.PLACE, evidence, Strength.WORDS))
        yield from ((part, holder) for part in settle(parts))


def _evidence_inside(text: str, places: set[str]) -> str | None:
    if country_named(text):
        return "country"
    if country_of_people(text):
        return "demonym"
    return "elsewhere: place" if text in places and len(text) > 2 else None
