"""From drafts in tokens to attributions in characters: spans, voice, stance, kind, antecedents, nesting, denials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.annotating.antecedents import Mention, find_antecedent
from according.annotating.attribution.mute import can_speak
from according.annotating.attribution.page import Draft, Page, Tokens
from according.annotating.attribution.sources import kind_of, mention_of, name_mentions, owner_of, relative_head
from according.annotating.attribution.tree import clean
from according.annotating.relays import Announcement, find_relays
from according.annotating.stance import is_hedged, is_negated, stance_of
from according.model import Attribution, BlockKind, Label, Relay, SourceKind, Span, Voice

# What a denial takes up by a general word instead of repeating it: "denied the charges".
TAKEN_UP = frozenset(
    "claim claims allegation allegations accusation accusations charge charges report reports rumour rumours rumor "
    "rumors statement it this that which them".split()
)
# How a compiler's line names the outlet that it passes on: "reports on", "More from", "provides video of".
# A description that ends in a name which no finder took for one: "the ambassador in Geneva, Han Tae Song".
FULL_NAME_BEHIND = re.compile(r",\s+(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+\Z")
PASSING_ON = {"announcing", "opened", "more", "picture"}
# How many blocks back the denied claim may stand.
DENIED_BLOCKS = 2


def finish(page: Page, drafts: Sequence[Draft]) -> tuple[tuple[Attribution, ...], tuple[Relay, ...]]:
    """The attributions in text order, and the relays that they announce."""
    drafts = sorted(drafts, key=_position)
    found = [_attribution(page, d) for d in drafts]
    found = _with_antecedents(page, drafts, found)
    found = _with_parents(drafts, found)
    found = _with_denials(page, drafts, found)
    return tuple(found), find_relays(page.article, list(_announcements(page, drafts, found)))


def spans_of(page: Page, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Tokens as spans: white space bridges a gap inside a block, and nothing bridges two blocks."""
    runs: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if page.doc[i].is_space:
            continue
        if runs and _joins(page, runs[-1][1], i):
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    ends = ((min(kept), max(kept)) for a, b in runs if (kept := clean(page.doc, range(a, b + 1))))
    return tuple(Span(page.doc[a].idx, page.doc[b].idx + len(page.doc[b])) for a, b in ends)


def _cue_spans(page: Page, tokens: Tokens) -> tuple[Span, ...]:
    """A cue may be a mark alone: the colon after a byline."""
    if any(page.doc[i].is_alpha for i in tokens):
        return spans_of(page, tokens)
    return tuple(Span(page.doc[i].idx, page.doc[i].idx + len(page.doc[i])) for i in sorted(tokens))


def _joins(page: Page, last: int, following: int) -> bool:
    between = all(page.doc[k].is_space for k in range(last + 1, following))
    return between and page.block_at[last] == page.block_at[following]


def _position(draft: Draft) -> tuple[int, int]:
    return (min((*draft.content, *draft.cue.tokens)), draft.cue.head)


def _attribution(page: Page, draft: Draft) -> Attribution:
    cue = [page.doc[i] for i in sorted(draft.cue.tokens)]
    content = [page.doc[i].text for i in sorted(draft.content)]
    negated = is_negated(t.text for t in cue)
    return Attribution(
        source=spans_of(page, draft.source),
        cue=_cue_spans(page, draft.cue.tokens),
        content=spans_of(page, draft.content),
        kind=kind_of(page, draft.source),
        stance=stance_of(draft.cue.entry.stance, (t.lemma_.lower() for t in cue), negated=negated),
        hedged=is_hedged((t.text for t in cue), content),
        negated=negated,
        voice=_voice(page, draft),
        rule=f"{draft.cue.rule}: {draft.rule}" if draft.cue.rule != draft.rule else draft.rule,
        owner=next(iter(spans_of(page, owner_of(page, draft.source))), None),
        speaks=can_speak(page, draft.source),
    )


def _voice(page: Page, draft: Draft) -> Voice:
    """Direct, indirect, or partly quoted; in a conversation, after its bylines, stands what was said."""
    capitals = all(page.doc[i].is_upper or not page.doc[i].is_alpha for i in draft.source)
    if draft.rule == "turn" or (draft.rule == "byline" and capitals):
        return Voice.DIRECT
    words = [i for i in draft.content if page.doc[i].is_alpha or page.doc[i].like_num]
    quoted = sum(page.quoted(i) for i in words)
    if not quoted:
        return Voice.INDIRECT
    return Voice.DIRECT if quoted == len(words) else Voice.MIXED


def _with_antecedents(page: Page, drafts: Sequence[Draft], found: list[Attribution]) -> list[Attribution]:
    names = name_mentions(page)
    earlier: list[Mention] = []
    by_span: dict[Span, Attribution] = {}
    result: dict[int, Attribution] = {}
    for index in sorted(range(len(found)), key=lambda k: found[k].source[:1]):
        attribution, draft = found[index], drafts[index]
        if attribution.source:
            mention = mention_of(page, draft.source, attribution.source[0])
            if draft.rule in PASSING_ON and page.kind_at(draft.cue.head) is BlockKind.COMMENT:
                mention = replace(mention, label=Label.MEDIA, person=False)
            before = [n for n in names if n.span.end <= mention.span.start]
            described = relative_head(page, draft.source)
            known = described or _names_itself(mention, names)
            antecedent = None if known else find_antecedent(mention, earlier, before)
            if described:
                attribution, mention = _standing_beside(page, attribution, described)
            elif antecedent is not None:
                model = by_span.get(antecedent.span)
                attribution = replace(
                    attribution,
                    kind=model.kind if model else SourceKind.NAMED,
                    antecedent=antecedent.span,
                    antecedent_reason=antecedent.reason,
                    speaks=model.speaks if model else True,
                )
                mention = _standing_for(earlier, names, antecedent.span, mention.block)
            earlier.append(mention)
            by_span[mention.span] = attribution
        result[index] = attribution
    return [result[i] for i in range(len(found))]


def _names_itself(mention: Mention, names: Sequence[Mention]) -> bool:
    """Whether a description goes on to the name of whom it describes: "the ambassador to Norway, Ada Holm"."""
    at = mention.span.start
    own = [(n.span.start - at, n.person) for n in names if mention.span.contains(n.span)]
    apposed = [person for start, person in own if mention.text[:start].rstrip().endswith(",")]
    return any(apposed) or (not apposed and FULL_NAME_BEHIND.search(mention.text) is not None)


def _standing_beside(page: Page, attribution: Attribution, described: Tokens) -> tuple[Attribution, Mention]:
    """A relative pronoun's attribution, with the noun that its clause describes as its antecedent."""
    span = spans_of(page, described)[0]
    reason = f"“{attribution.source[0].of(page.article.text)}” describes “{span.of(page.article.text)}”"
    known = replace(
        attribution,
        kind=kind_of(page, described),
        antecedent=span,
        antecedent_reason=reason,
        speaks=can_speak(page, described),
    )
    return known, mention_of(page, described, span)


def _standing_for(earlier: Sequence[Mention], names: Sequence[Mention], span: Span, block: int) -> Mention:
    """A resolved pronoun is from now on what it stands for, where it stands."""
    model = next(m for m in (*earlier, *names) if m.span == span)
    return replace(model, block=block)


def _with_parents(drafts: Sequence[Draft], found: list[Attribution]) -> list[Attribution]:
    index = {d.cue.head: i for i, d in enumerate(drafts) if d.cue.tokens}
    return [
        replace(a, parent=index.get(d.parent)) if d.parent is not None else a
        for a, d in zip(found, drafts, strict=True)
    ]


def _with_denials(page: Page, drafts: Sequence[Draft], found: list[Attribution]) -> list[Attribution]:
    result = []
    for i, (attribution, draft) in enumerate(zip(found, drafts, strict=True)):
        words = [page.doc[k] for k in sorted(draft.content)]
        general = attribution.stance == "denies" and any(t.lower_ in TAKEN_UP for t in words[:4]) and len(words) < 6
        result.append(replace(attribution, denies=_denied(page, drafts, found, i)) if general else attribution)
    return result


def _denied(page: Page, drafts: Sequence[Draft], found: Sequence[Attribution], index: int) -> int | None:
    """The last claim of another source that a denial can mean."""
    block = page.block_at[drafts[index].cue.head]
    for k in range(index - 1, -1, -1):
        near = block - page.block_at[drafts[k].cue.head] <= DENIED_BLOCKS
        if not near:
            return None
        if found[k].stance != "denies" and _who(page, found[k]) != _who(page, found[index]):
            return k
    return None


def _who(page: Page, attribution: Attribution) -> str:
    span = attribution.antecedent or (attribution.source[0] if attribution.source else None)
    return span.of(page.article.text).lower() if span else ""


def _announcements(page: Page, drafts: Sequence[Draft], found: Sequence[Attribution]) -> Iterable[Announcement]:
    for draft, attribution in zip(drafts, found, strict=True):
        if attribution.source and attribution.cue:
            yield Announcement(page.block_at[draft.cue.head], attribution.source[0], attribution.cue[0])
