"""The blocks of an article's text with sentences, claims and names marked, and the key to the marks."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from according.model import Annotation, Article, BlockKind, Claim, SourceKind, Span
from according.publishing import marking
from according.publishing.marking import Mark
from according.publishing.views.desk import NAME, Desk
from according.publishing.views.reference import EventCard, Ref

COLOURS = 8
SENTENCE, CLAIM, PART = range(NAME)  # which marks lie outside which; names lie inside all of them
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Spots:
    """The sentences in which a source is heard in one way: it says, it denies."""

    stance: str
    links: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One source of the article: its letter and colour, and where it is heard."""

    letter: str
    colour: int
    source: Ref
    spots: tuple[Spots, ...]
    claims: tuple[str, ...]  # the link to each of its passages, in text order


@dataclass(frozen=True, slots=True)
class Heard:
    """A source that is heard in a block, and the way to what else it says in the article."""

    key: KeyEntry
    numbers: str  # which of its passages stand here: "2" or "2–3"
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the text, marked, and what stands beside it in the margin."""

    kind: BlockKind
    html: Markup
    events: tuple[EventCard, ...]
    speakers: tuple[Heard, ...]


def key_of(desk: Desk, article: str) -> Mapping[str, KeyEntry]:
    """The sources whom an article makes say something, by first words; its own outlet has no letter."""
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in desk.linked.claims.get(article, ()):
        if _attributed(claim):
            said[_speaker(claim)].append(claim)
    return {who: _entry(desk, i, claims) for i, (who, claims) in enumerate(said.items())}


def blocks(desk: Desk, article: Article, key: Mapping[str, KeyEntry]) -> tuple[BlockView, ...]:
    """The text of an article, block by block."""
    annotation = desk.register.passages.bare.get(article.id, Annotation())
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in desk.linked.claims.get(article.id, ()):
        if _attributed(claim):
            said[_speaker(claim)].append(claim)
    texts = desk.register.memo.trace("text of article", (desk.root, article.id), partial(_marked, desk, article.id))
    events = _events(desk, article.id, annotation)
    return tuple(
        BlockView(
            kind=block.kind,
            html=texts[i],
            events=desk.events(events.get(i, ())),
            speakers=_heard(key, said, block.span),
        )
        for i, block in enumerate(article.blocks)
    )


def _marked(desk: Desk, id_: str) -> tuple[Markup, ...]:
    """The blocks of an article with sentences, claims and names marked: all of them but the events told in them."""
    article, key = desk.linked.articles[id_], key_of(desk, id_)
    claims = (c for c in desk.linked.claims.get(id_, ()) if _attributed(c))
    marks = [*_sentences(desk.register.passages.bare.get(id_, Annotation()))]
    marks += (m for c in claims for m in _claim(c, key[_speaker(c)]))
    inside = _by_block(article, [*marks, *desk.names(id_)])
    return tuple(marking.mark(article.text, block.span, inside[i]) for i, block in enumerate(article.blocks))


def letter(index: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    rest, last = divmod(index, len(ALPHABET))
    return (letter(rest - 1) if rest else "") + ALPHABET[last]


def _attributed(claim: Claim) -> bool:
    return bool(claim.cue or claim.via) or claim.source_kind is not SourceKind.OUTLET


def _speaker(claim: Claim) -> str:
    return claim.source or f"{claim.source_name}?"


def _entry(desk: Desk, index: int, claims: Sequence[Claim]) -> KeyEntry:
    first = claims[0]
    by_stance: dict[str, list[Ref]] = defaultdict(list)
    for number, claim in enumerate(claims, 1):
        by_stance[claim.stance].append(Ref(str(number), f"#s{_sentence(desk, claim)}"))
    spots = tuple(Spots(desk.words.term("stance", stance), tuple(refs)) for stance, refs in by_stance.items())
    return KeyEntry(
        letter=letter(index),
        colour=index % COLOURS + 1,
        source=desk.source(first.source, first.source_name),
        spots=spots,
        claims=tuple(f"#s{_sentence(desk, claim)}" for claim in claims),
    )


def _sentence(desk: Desk, claim: Claim) -> int:
    return desk.register.passages.sentence_at(claim.article, claim.content[0].start if claim.content else 0)


def _sentences(annotation: Annotation) -> Iterable[Mark]:
    for i, sentence in enumerate(annotation.sentences):
        yield Mark(sentence.span, SENTENCE, attributes=(("class", "s"),), once=(("id", f"s{i}"),))


def _claim(claim: Claim, entry: KeyEntry) -> Iterable[Mark]:
    """A claim's content in its source's colour with its letter before it; the source and the cue stand out."""
    for i, span in enumerate(claim.content):
        once = (("data-by", entry.letter),) if i == 0 else ()
        yield Mark(span, CLAIM, attributes=(("class", f"claim k{entry.colour} by-{entry.letter}"),), once=once)
    for kind, spans in (("cue", claim.cue), ("speaker", claim.source_spans)):
        for span in spans:
            yield Mark(span, PART, attributes=(("class", f"{kind} k{entry.colour}"),))


def _by_block(article: Article, marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each block; one that crosses blocks is in all of them."""
    starts = [b.span.start for b in article.blocks]
    out: list[list[Mark]] = [[] for _ in starts]
    for m in marks:
        i = max(bisect_right(starts, m.span.start) - 1, 0)
        while i < len(starts) and starts[i] < m.span.end:
            out[i].append(m)
            i += 1
    return out


def _heard(key: Mapping[str, KeyEntry], said: Mapping[str, Sequence[Claim]], block: Span) -> tuple[Heard, ...]:
    """The sources whose words begin in a block; ``said`` has the claims of each."""
    return tuple(heard for who, entry in key.items() if (heard := _heard_of(entry, said[who], block)))


def _heard_of(entry: KeyEntry, own: Sequence[Claim], block: Span) -> Heard | None:
    here = [i for i, c in enumerate(own) if c.content and block.start <= c.content[0].start < block.end]
    if not here:
        return None
    first, last = here[0], here[-1]
    return Heard(
        key=entry,
        numbers=str(first + 1) if first == last else f"{first + 1}–{last + 1}",
        before=entry.claims[first - 1] if first else "",
        after=entry.claims[last + 1] if last + 1 < len(own) else "",
    )


def _events(desk: Desk, article: str, annotation: Annotation) -> dict[int, dict[str, None]]:
    """The events that each block tells of, by the block's index; an event is named again only after another."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for event in desk.register.events.of_article.get(article, ()):
        for passage in desk.register.told_in[event]:
            if passage.article == article:
                for n in passage.sentences:
                    found[annotation.sentences[n].block][event] = None
    shown: dict[int, dict[str, None]] = {}
    last: dict[str, None] = {}
    for i in sorted(found):
        if found[i] != last:
            shown[i] = found[i]
        last = found[i]
    return shown
