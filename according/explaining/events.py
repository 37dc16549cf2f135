"""What an event was put together from, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from according.explaining import offers
from according.explaining.rules import done_by_others, files_of, had_titles, words_of
from according.linking.forms import fold
from according.model import Event, Precision
from according.pipeline import Corpus

_WORDS = 80  # letters of a claim that a line has room for


def of_event(name: str, corpus: Corpus) -> Iterator[str]:
    """The events of this id or title, those included to which a person gave another title."""
    for event in corpus.events.events.values():
        if name == event.id or fold(name) in {fold(event.title), *had_titles(event.id, corpus)}:
            yield from _event(event, corpus)


def like_titles(name: str, corpus: Corpus) -> Iterator[str]:
    """The events whose titles have these words, each in a line."""
    words = f" {fold(name)} "
    found = [e for e in corpus.events.events.values() if words.strip() and words in f" {fold(e.title)} "]
    if found:
        yield f'"{name}" stands in the titles of events:'
        yield from (f"    {event.title}: events/{event.id}/" for event in found)


def _event(event: Event, corpus: Corpus) -> Iterator[str]:
    place = corpus.linked.places.get(event.place or "")
    yield f"{event.title} (event: {event.type})"
    yield f"  Its page: events/{event.id}/"
    yield f"  When: {_days(event)}"
    yield f"  Where: {place.name if place else 'not known'}"
    yield "  Passages that tell of it:"
    for passage in event.passages:
        sentences = corpus.linked.annotations[passage.article].sentences
        first, last = sentences[passage.sentences[0]].span, sentences[passage.sentences[-1]].span
        many = "" if len(passage.sentences) == 1 else "s"
        yield f"    {passage.article} at {first.start}-{last.end}, {len(passage.sentences)} sentence{many}"
    yield from _claims(event, corpus)
    yield from (f"  {r.how} {r.event}: {r.reason}" for r in event.related)
    rule = corpus.overrides.events.get(event.id)
    yield "  Overrides that speak of it:" if rule else "  Overrides that speak of it: none"
    yield from (f"    {line}" for line in (words_of(rule, corpus) if rule else ()))
    others = list(done_by_others(event.id, corpus))
    yield from (["  What overrides of other things changed of it:"] if others else [])
    yield from (f"    {line}" for line in others)
    for question in (i for i in corpus.events.review if i.about == event.id):
        yield f"  The program is unsure: {question.question}"
    yield from offers.of_event(event, place.name if place else None, files_of(corpus))


def _claims(event: Event, corpus: Corpus) -> Iterator[str]:
    """What is said in an event, each by the id that may stand in "includes" and "without"."""
    yield "  Who says what in it, by the ids of claims:"
    told = set(event.claims)
    for claim in (c for article in event.articles for c in corpus.linked.claims.get(article, ()) if c.id in told):
        text = corpus.linked.articles[claim.article].text
        words = " ".join(" ".join(text[start:end] for start, end in claim.content).split())
        yield f"    {claim.id}: {claim.source_name}: {shorten(words, _WORDS, placeholder=' ...')}"


def _days(event: Event) -> str:
    if event.start is None:
        return "not known"
    if event.precision is Precision.UNKNOWN:  # nobody tells the day; it is that of the first article
        return f"reported {event.start.day} {event.start:%B %Y}"
    end = f" to {event.end}" if event.end != event.start else ""
    return f"{event.start}{end}" + ("" if event.precision is Precision.DAY else f" (known to the {event.precision})")
