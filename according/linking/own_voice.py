"""What an article says itself: the sentences, and parts of sentences, that nobody is made to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from according.linking.stretches import Stretches
from according.model import SILENT, Annotation, Article, Attribution, Sentence, Span
from according.reading.datelines import DATELINE

OWN_WORDS = 8  # a stretch of so many words beside somebody's claim is a claim of the outlet's own
# A remainder that opens so is the tail of the clause before it ("... in compensation for the grounding"), not a claim.
TAIL = re.compile(
    r"(?:about|after|against|among|as|at|because|before|between|by|during|for|from|in|into|of|on|over|since|than|that|"
    r"through|to|under|until|when|where|which|who|whom|whose|with|without)\b",
    re.IGNORECASE,
)
# A remainder that opens so after a comma that ends a source says who the source is (", the chairman of the company").
APPOSED = re.compile(r"\s*,\s*(?:a|an|the|its|his|her|their|our|one of)\b", re.IGNORECASE)
# A remainder that ends so leads over to somebody's claim ("..., but"): these words are left out of it.
LEADING_OVER = re.compile(
    r"(?:[\s,;:—–-]+(?:although|and|as|because|but|how|if|nor|or|so|than|that|though|unless|until|what|when|where|whereas|"
    r"whether|which|while|who|whose|why|a|an|the|of|to|for|from|with|after|before|following|since))+$",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")


def own_voice(article: Article, annotation: Annotation) -> Iterator[Span]:
    """The stretches that the article says itself, in text order: whole sentences, or what stands beside a claim.

    A figure that only the rest of a sentence holds is told with the whole sentence, so that it is neither lost nor cut
    off from what it counts.
    """
    taken = sorted(s for a in annotation.attributions for s in (*a.source, *a.cue, *a.content))
    said = Stretches(taken)
    for sentence in annotation.sentences:
        if article.blocks and article.blocks[sentence.block].kind in SILENT:
            continue
        whole = _trimmed(article.text, sentence.span)
        if whole is None:
            continue
        inside = [taken[i] for i in said.touching([sentence.span])]
        if not inside:
            if not _is_dateline(article.text, sentence.span):
                yield whole
            continue
        yield from _beside(article.text, sentence, inside, annotation)


def _beside(text: str, sentence: Sentence, taken: list[Span], annotation: Annotation) -> list[Span]:
    """What of a sentence can be read by itself beside somebody's claim."""
    found = []
    for rest in _remainders(sentence, taken):
        stretch = _stretch(text, rest, ends=rest.end == sentence.span.end)
        if stretch is None:
            continue
        clause = _clause(text, sentence, rest, stretch, annotation.attributions)
        if clause:
            found.append(clause)
        elif any(stretch.contains(q.span) for q in annotation.quantities):
            return [whole for whole in [_trimmed(text, sentence.span)] if whole]
    return found


def _clause(
    text: str, sentence: Sentence, rest: Span, stretch: Span, attributions: tuple[Attribution, ...]
) -> Span | None:
    """The stretch with the subject that it lacks, or None where it is only a part of what stands beside it."""
    words = stretch.of(text)
    if len(WORD.findall(words)) < OWN_WORDS:
        return None
    if rest.start == sentence.span.start:
        return stretch
    before = _just_before(text, stretch, (s for a in attributions for s in a.cue))
    if TAIL.match(words) or before:  # "told" / "Reuters at the court of the town": the cue's own complement
        return None
    if any(s.end == rest.start and APPOSED.match(text, rest.start) for a in attributions for s in a.source):
        return None
    subject = _just_before(text, stretch, (s for a in attributions for s in a.source))
    return Span(subject.start, stretch.end) if subject else stretch


def _just_before(text: str, stretch: Span, spans: Iterable[Span]) -> Span | None:
    """The span that ends where a stretch begins, with nothing but white space between."""
    return next((s for s in spans if s.end <= stretch.start and not text[s.end : stretch.start].strip()), None)


def _stretch(text: str, rest: Span, *, ends: bool) -> Span | None:
    """A remainder without what joins it to its neighbours; None when no word is left."""
    stretch = _trimmed(text, rest)
    if stretch is None or ends:
        return stretch
    over = LEADING_OVER.search(stretch.of(text))
    return Span(stretch.start, stretch.start + over.start()) if over else stretch


def _is_dateline(text: str, sentence: Span) -> bool:
    dateline = DATELINE.match(text, sentence.start)
    return dateline is not None and dateline.end() >= sentence.end


def _remainders(sentence: Sentence, taken: list[Span]) -> Iterable[Span]:
    """What of a sentence lies between the spans taken."""
    at = sentence.span.start
    for span in taken:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < sentence.span.end:
        yield Span(at, sentence.span.end)


def _trimmed(text: str, span: Span) -> Span | None:
    """A span without white space and joining punctuation at its ends; None when no word is left."""
    words = span.of(text)
    if not WORD.search(words):
        return None
    lead = len(words) - len(words.lstrip(" \t\r\n,;:—–-"))
    tail = len(words) - len(words.rstrip(" \t\r\n,;:—–-"))
    return Span(span.start + lead, span.end - tail)
