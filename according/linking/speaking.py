"""Who stands behind each attribution of one article: an actor, an outlet, an unnamed group, a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from according.linking.forms import fold
from according.linking.heads import Head, Heads, find_heads, spoken_by
from according.linking.slugs import slug
from according.linking.source_rules import SEPARATOR, Rules, own_id
from according.model import Annotation, Article, Attribution, Mention, Relay, Source, SourceKind, Span
from according.overrides import SourceOverride

TELLING = (SourceKind.OUTLET, SourceKind.NAMED, SourceKind.DOCUMENT, SourceKind.UNNAMED)  # the most telling first


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution's source, with those between it and the article: ``via`` is outermost first."""

    source: str | None
    name: str
    kind: SourceKind
    via: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Relayed:
    """A stretch that an article passes on: whatever nobody is made to say in it, this source says."""

    span: Span  # what follows the announcing block
    source: str
    reason: str


class Known(NamedTuple):
    """What is known of a place or actor that an article names."""

    id: str
    name: str
    actor: bool
    person: bool
    hidden: bool = False  # a person says that it has no page
    spellings: tuple[str, ...] = ()  # folded: other forms of its own by which people speak of it


@dataclass(frozen=True, slots=True)
class Cited:
    """Who speaks in one article: its sources by id, as it tells of them."""

    sources: Mapping[str, Source]
    voices: tuple[Voice, ...]
    relayed: tuple[Relayed, ...]
    moved: Mapping[str, str]
    applied: frozenset[tuple[str, str]]
    claimed: frozenset[str]  # folded names of whom people speak

    def called(self, known: Sequence[tuple[str, SourceKind]]) -> tuple[Voice, ...]:
        """The voices with the names and kinds that the corpus has for the sources, in their order."""
        of = dict(zip(self.sources, known, strict=True))
        return tuple(_called(voice, *of[voice.source]) if voice.source in of else voice for voice in self.voices)


def _called(voice: Voice, name: str, kind: SourceKind) -> Voice:
    """The voice of a source of the corpus: whom people call by a name is no unnamed one."""
    named = kind is SourceKind.NAMED and voice.kind is SourceKind.UNNAMED
    return replace(voice, name=name, kind=kind if named else voice.kind)


def cite(
    article: Article,
    annotation: Annotation,
    mentions: tuple[Mention, ...],
    known: Sequence[Known],
    outlet: str,
    rules: Rules,
) -> Cited:
    """Everybody whom an article cites, parents before children; ``known`` are those whom it names."""
    persons = frozenset(k.id for k in known if k.person)
    heads, register = find_heads(article, annotation, mentions, persons), Register(rules, known)
    passed = (_relayed(article, r, heads, register) for r in annotation.relays)
    relayed = tuple(relay for relay in passed if relay)
    voices = _voices(article, annotation, heads, register, (outlet, relayed))
    return Cited(
        register.sources, voices, relayed, register.moved, frozenset(register.applied), frozenset(register.claimed)
    )


class Register:
    """Collects sources under one id each; the first who tells most of one says what it is: an outlet says it itself."""

    def __init__(self, rules: Rules, known: Iterable[Known] = ()) -> None:
        self.sources: dict[str, Source] = {}
        self.applied: set[tuple[str, str]] = set()
        self.claimed: set[str] = set()
        self.moved: dict[str, str] = {}
        self._rules = rules
        self._known = {k.id: k for k in known}

    def add(self, cited: Cited) -> None:
        """Take what an article tells of its sources."""
        for source in cited.sources.values():
            self._put(source)
        self.applied |= cited.applied
        self.claimed |= cited.claimed
        self.moved |= cited.moved

    def outlet(self, article: Article, actors: Mapping[str, str]) -> str:
        """The source id of the outlet that published an article; ``actors`` are those that may be one, by name.

        One that people call otherwise has the name of its page.
        """
        if not article.outlet:
            return self._keep("outlet-not-stated", "outlet not stated", SourceKind.OUTLET, None, article.id)
        known = self._known.get(actors.get(fold(article.outlet), ""))
        if known is None:
            return self._keep(slug(article.outlet), article.outlet, SourceKind.OUTLET, None, article.id)
        name = article.outlet if fold(article.outlet) == fold(known.name) else known.name
        return self._keep(known.id, name, SourceKind.OUTLET, known.id, article.id)

    def named(self, entity: str, article: str) -> str:
        """The source id of a place or actor that is made to speak."""
        actor = entity if self._known[entity].actor else None
        return self._keep(entity, self.name_of(entity), SourceKind.NAMED, actor, article)

    def is_body(self, mention: Mention) -> bool:
        """Whether a mention is of an actor for whom others may speak, ignored or not: no place, no person."""
        known = self._known.get(mention.entity or "")
        return mention.kind == "actor" and not (known and known.person)

    def body(self, entity: str, article: str) -> str | None:
        """The source id of the body that an unnamed source belongs to, unless a person says that it is no source."""
        return None if self.is_nobody(self.name_of(entity), article, entity) else self.named(entity, article)

    def described(self, text: str, kind: SourceKind, article: str) -> str:
        """The source id of somebody without a page of their own; unnamed ones belong to their article."""
        if kind is SourceKind.NAMED:
            return self._keep(slug(text), text, kind, None, article)
        return self._keep(own_id(text, article), text, kind, None, article)

    def name_of(self, entity: str) -> str:
        """What a place or actor is called."""
        return self._known[entity].name

    def is_nobody(self, name: str, article: str, entity: str | None = None) -> bool:
        """Whether a person says that this is no source; one without an entity may be one of this article alone."""
        rule = self._rule(name, article, own=entity is None, spellings=self._spellings(entity))
        return rule is not None and rule.ignore

    def _spellings(self, entity: str | None) -> tuple[str, ...]:
        known = self._known.get(entity or "")
        return known.spellings if known else ()

    def _keep(self, id_: str, name: str, kind: SourceKind, actor: str | None, article: str) -> str:
        own = id_ == own_id(name, article)  # nobody can know whether those of another article are the same
        spellings = self._spellings(id_)
        rule = self._rule(name, article, own=own, spellings=spellings)
        bearer = self._rules.bearer(rule) if rule else None
        if rule:
            self.applied.add(("sources.yaml", rule.name))
            if fold(rule.name) not in spellings:  # an actor has the name of its page, whichever it is spoken of by
                id_, name = self._renamed(id_, name, kind, rule)
            own = id_.endswith(f"{SEPARATOR}{article}")
        if bearer and bearer.id == id_:  # whoever is taken in speaks as the one who has the name
            actor, kind = bearer.actor, SourceKind.NAMED if kind is SourceKind.UNNAMED else kind
        unnamed = kind in (SourceKind.UNNAMED, SourceKind.DOCUMENT)
        known = self._known.get(id_)
        hidden = any((known and known.hidden, rule and rule.hide, bearer and bearer.id == id_ and bearer.hidden))
        source = Source(id_, name, kind, actor, article=article if unnamed and own else None, hidden=hidden)
        if rule:
            told = SourceKind(rule.kind) if rule.kind else kind
            source = replace(source, kind=told, label=rule.label, copies=rule.copies)
        self._put(source)
        return id_

    def _put(self, source: Source) -> None:
        old = self.sources.get(source.id)
        if old is None or TELLING.index(source.kind) < TELLING.index(old.kind):
            kept = old.actor if old and not source.actor else None
            self.sources[source.id] = replace(source, actor=kept) if kept else source

    def _renamed(self, id_: str, name: str, kind: SourceKind, rule: SourceOverride) -> tuple[str, str]:
        """The id and name that a person gives a source; the old page of a source that had one leads to the new.

        Unnamed ones of which a person says that they are one are one everywhere; one that is called by its id keeps
        its name.
        """
        if SEPARATOR in rule.name:
            return rule.name, name
        if fold(self._rules.shown.get(fold(rule.name), "")) == fold(name):
            return id_, name
        known = kind in (SourceKind.NAMED, SourceKind.OUTLET)
        if fold(name) == fold(rule.name) and (known or not rule.aliases):
            return id_, rule.name
        bearer = self._rules.bearer(rule)
        new, shown = (bearer.id, bearer.name) if bearer else (slug(rule.name), rule.name)
        if new != id_ and known:
            self.moved[f"sources/{id_}"] = f"sources/{new}"
        return new, shown

    def _rule(self, name: str, article: str, *, own: bool, spellings: Sequence[str] = ()) -> SourceOverride | None:
        called, rule = self._rules.of(name, article, own=own, spellings=spellings)
        if rule:
            self.claimed.add(called)
        return rule


def _relayed(article: Article, relay: Relay, heads: Heads, register: Register) -> Relayed | None:
    """Whose words a relay passes on, and the evidence of where it begins and ends; None: a person says nobody's."""
    source = _speaker(article.id, heads[relay.source], SourceKind.NAMED, register)[0]
    if source is None:
        return None
    announced = next((b.span.end for b in article.blocks if b.span.contains(relay.cue)), relay.cue.end)
    words = Span(relay.source.start, relay.cue.end) if relay.source.end <= relay.cue.start else relay.source
    reason = f"passed on after “{words.of(article.text)}”, until {relay.ends_because}"
    return Relayed(Span(min(announced, relay.span.end), relay.span.end), source, reason)


def _voices(
    article: Article,
    annotation: Annotation,
    heads: Heads,
    register: Register,
    through: tuple[str, Sequence[Relayed]],
) -> tuple[Voice, ...]:
    """The voice of each attribution of one article, parents before children decided, in the attributions' order."""
    own = [_voice(article.id, a, heads, register) for a in annotation.attributions]
    chains = (_chain(annotation.attributions, own, i, through) for i in range(len(own)))
    return tuple(Voice(v.source, v.name, v.kind, via, v.reason) for v, via in zip(own, chains, strict=True))


def _voice(article: str, attribution: Attribution, heads: Heads, register: Register) -> Voice:
    """Who speaks, and the body behind them; ``via`` holds only that body so far."""
    span = spoken_by(attribution)
    if span is None or not (attribution.speaks or heads[span].named):
        return Voice(None, "", SourceKind.UNNAMED, ())
    source, name, kind, owner = _speaker(article, heads[span], attribution.kind, register)
    if owner is None and attribution.owner:
        owner = _speaker(article, heads[attribution.owner], SourceKind.NAMED, register)[0]
    via = (owner,) if owner and owner != source else ()
    return Voice(source, name, kind, via, attribution.antecedent_reason if attribution.antecedent else "")


def _speaker(
    article: str, head: Head, kind: SourceKind, register: Register
) -> tuple[str | None, str, SourceKind, str | None]:
    """Source id (none: a person takes it away), name, kind, and the id of the body of an unnamed source."""
    named = head.named.entity if head.named else None
    if register.is_nobody(register.name_of(named) if named else head.spoken, article, named):
        return None, "", SourceKind.UNNAMED, None
    if named:
        id_ = register.named(named, article)
        return id_, register.sources[id_].name, SourceKind.NAMED, None
    kind = SourceKind.UNNAMED if kind is SourceKind.OUTLET else kind
    owner = next((m.entity for m in head.inside if register.is_body(m)), None) if kind is not SourceKind.NAMED else None
    id_ = register.described(head.spoken, kind, article)
    return id_, register.sources[id_].name, kind, register.body(owner, article) if owner else None


def _chain(
    attributions: tuple[Attribution, ...], own: list[Voice], index: int, through: tuple[str, Sequence[Relayed]]
) -> tuple[str, ...]:
    """Those through whom the words come, outermost first: outlet, relayed outlet, sources of the claims around it."""
    here = attributions[index]
    at = here.cue[0] if here.cue else here.content[0]
    outlet, relayed = through
    chain = [outlet, *(r.source for r in relayed if r.span.contains(at))]
    around: list[int] = []
    parent = here.parent
    while parent is not None and len(around) < len(attributions):
        around.append(parent)
        parent = attributions[parent].parent
    for p in reversed(around):
        chain += [*own[p].via, *([own[p].source] if own[p].source else [])]  # type: ignore[list-item]
    chain += own[index].via
    speaker = own[index].source
    return tuple(s for i, s in enumerate(chain) if s and s != speaker and s not in chain[:i])
