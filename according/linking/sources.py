"""Who stands behind each attribution: an actor, an outlet, an unnamed group of one article, a document.

Sources are decided per article and only then named over the corpus: a named source is one source everywhere, an
unnamed one ("local residents") belongs to its article, since nobody can know that two articles mean the same people.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from according.linking.forms import fold
from according.linking.slugs import slug
from according.linking.source_names import named_head, spoken_name
from according.model import Annotation, Article, Attribution, Mention, Relay, Source, SourceKind, Span
from according.overrides import AliasRule, Overrides, SourceOverride


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


@dataclass(frozen=True, slots=True)
class Voices:
    """The sources of the corpus; ``of_article`` is each outlet's source id, ``of`` one voice an attribution."""

    sources: Mapping[str, Source]
    of_article: Mapping[str, str]
    of: Mapping[str, tuple[Voice, ...]]
    relayed: Mapping[str, tuple[Relayed, ...]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    applied: frozenset[tuple[str, str]] = frozenset()

    def in_article(self, article: str) -> tuple[object, ...]:
        """All that is known of who speaks in one article, to compare."""
        outlet, voices, relayed = self.of_article[article], self.of[article], self.relayed.get(article, ())
        ids = {outlet, *(v.source for v in voices), *(r.source for r in relayed)}
        return outlet, voices, relayed, tuple(self.sources[i] for i in sorted(filter(None, ids)))


def find_sources(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    mentions: Mapping[str, tuple[Mention, ...]],
    named: Mapping[str, str],
    overrides: Overrides,
    persons: Collection[str] = (),
) -> Voices:
    """Every source that the corpus cites; ``named`` names each place and actor id, ``persons`` are actors' ids."""
    actors = {m.entity for ms in mentions.values() for m in ms if m.kind == "actor"}
    register = _Register(overrides.sources, named, actors, frozenset(persons))
    outlets = {a.id: register.outlet(a) for a in articles.values()}
    relayed, of = {}, {}
    for a in sorted(articles):
        named_here = mentions.get(a, ())
        passed = (_relayed(articles[a], r, named_here, register) for r in annotations[a].relays)
        relayed[a] = tuple(relay for relay in passed if relay)
        of[a] = _voices(articles[a], annotations[a], named_here, register, (outlets[a], relayed[a]))
    return Voices(_copying(register.sources), outlets, of, relayed, register.moved, frozenset(register.applied))


def _copying(sources: Mapping[str, Source]) -> dict[str, Source]:
    """The sources by id; the name of the one that a source only repeats becomes its id, where there is such a one."""
    ids = {fold(source.name): id_ for id_, source in sorted(sources.items(), reverse=True)}
    return {i: replace(s, copies=ids.get(fold(s.copies))) if s.copies else s for i, s in sorted(sources.items())}


class _Register:
    """Collects sources under one id each while the corpus is read."""

    def __init__(
        self,
        overrides: Mapping[str, SourceOverride],
        named: Mapping[str, str],
        actors: set[str | None],
        persons: frozenset[str],
    ) -> None:
        self.sources: dict[str, Source] = {}
        self.applied: set[tuple[str, str]] = set()
        self.moved: dict[str, str] = {}
        self._overrides = overrides
        self._named = named
        self._actors = actors
        self._persons = persons
        self._by_form = {fold(n): i for i, n in sorted(named.items()) if i in actors}

    def outlet(self, article: Article) -> str:
        """The source id of the outlet that published an article."""
        if not article.outlet:
            return self._keep("outlet-not-stated", "outlet not stated", SourceKind.OUTLET, None, article.id)
        actor = self._by_form.get(fold(article.outlet))
        return self._keep(actor or slug(article.outlet), article.outlet, SourceKind.OUTLET, actor, article.id)

    def named(self, entity: str, article: str) -> str:
        """The source id of a place or actor that is made to speak."""
        actor = entity if entity in self._actors else None
        return self._keep(entity, self._named[entity], SourceKind.NAMED, actor, article)

    def is_body(self, mention: Mention) -> bool:
        """Whether a mention is of an actor for whom others may speak: no place, no person."""
        return mention.kind == "actor" and mention.entity not in self._persons

    def body(self, entity: str, article: str) -> str | None:
        """The source id of the body that an unnamed source belongs to, unless a person says that it is no source."""
        return None if self.is_nobody(self.name_of(entity), article) else self.named(entity, article)

    def described(self, text: str, kind: SourceKind, article: str) -> str:
        """The source id of somebody without a page of their own; unnamed ones belong to their article."""
        if kind is SourceKind.NAMED:
            return self._keep(slug(text), text, kind, None, article)
        return self._keep(f"{slug(text)}--{article}", text, kind, None, article)

    def name_of(self, entity: str) -> str:
        """What a place or actor is called."""
        return self._named[entity]

    def is_nobody(self, name: str, article: str) -> bool:
        """Whether a person says that this is no source."""
        rule = self._rule(name, article)
        return rule is not None and rule.ignore

    def _keep(self, id_: str, name: str, kind: SourceKind, actor: str | None, article: str) -> str:
        rule = self._rule(name, article)
        if rule:
            self.applied.add(("sources.yaml", rule.name))
            id_, name = self._renamed(id_, name, kind, rule)
        old = self.sources.get(id_)
        source = Source(
            id_, name, kind, actor, article=article if kind in (SourceKind.UNNAMED, SourceKind.DOCUMENT) else None
        )
        if rule:
            told = SourceKind(rule.kind) if rule.kind else kind
            source = replace(source, kind=told, label=rule.label, copies=rule.copies)
        if old is None or (old.kind is not SourceKind.OUTLET and kind is SourceKind.OUTLET):
            self.sources[id_] = replace(source, actor=source.actor or (old.actor if old else None))
        return id_

    def _renamed(self, id_: str, name: str, kind: SourceKind, rule: SourceOverride) -> tuple[str, str]:
        """The id and name that a person gives a source; the old page of a source that had one leads to the new."""
        if fold(name) == fold(rule.name):
            return id_, rule.name
        new = slug(rule.name)
        if new != id_ and kind in (SourceKind.NAMED, SourceKind.OUTLET):
            self.moved[f"sources/{id_}"] = f"sources/{new}"
        return new, rule.name

    def _rule(self, name: str, article: str) -> SourceOverride | None:
        key = fold(name)
        holding = [
            (not alias.articles, rule.name)  # what holds in these articles goes before what holds in all
            for rule in self._overrides.values()
            for alias in (AliasRule(rule.name), *rule.aliases)
            if fold(alias.text) == key and _in_scope(article, alias.articles) and key not in map(fold, rule.never)
        ]
        return self._overrides[min(holding)[1]] if holding else None


def _in_scope(article: str, globs: tuple[str, ...]) -> bool:
    return not globs or any(fnmatch.fnmatch(article, g) for g in globs)


def _relayed(article: Article, relay: Relay, mentions: tuple[Mention, ...], register: _Register) -> Relayed | None:
    """Whose words a relay passes on, and the evidence of where it begins and ends; None: a person says nobody's."""
    source = _speaker(article, relay.source, SourceKind.NAMED, mentions, register)[0]
    if source is None:
        return None
    announced = next((b.span.end for b in article.blocks if b.span.contains(relay.cue)), relay.cue.end)
    words = Span(relay.source.start, relay.cue.end) if relay.source.end <= relay.cue.start else relay.source
    reason = f"passed on after “{words.of(article.text)}”, until {relay.ends_because}"
    return Relayed(Span(min(announced, relay.span.end), relay.span.end), source, reason)


def _voices(
    article: Article,
    annotation: Annotation,
    mentions: tuple[Mention, ...],
    register: _Register,
    through: tuple[str, Sequence[Relayed]],
) -> tuple[Voice, ...]:
    """The voice of each attribution of one article, parents before children decided, in the attributions' order."""
    own = [_voice(article, a, mentions, register) for a in annotation.attributions]
    return tuple(replace(v, via=_chain(annotation.attributions, own, i, through)) for i, v in enumerate(own))


def _voice(article: Article, attribution: Attribution, mentions: tuple[Mention, ...], register: _Register) -> Voice:
    """Who speaks, and the body behind them; ``via`` holds only that body so far."""
    if not attribution.source:
        return Voice(None, "", SourceKind.UNNAMED, ())
    span = attribution.antecedent or attribution.source[0]
    if not (attribution.speaks or _named(article, span, mentions)):
        return Voice(None, "", SourceKind.UNNAMED, ())
    source, name, kind, owner = _speaker(article, span, attribution.kind, mentions, register)
    if owner is None and attribution.owner:
        owner = _speaker(article, attribution.owner, SourceKind.NAMED, mentions, register)[0]
    via = (owner,) if owner and owner != source else ()
    return Voice(source, name, kind, via, attribution.antecedent_reason if attribution.antecedent else "")


def _named(article: Article, span: Span, mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention that a source's words come down to, or are only a piece of: "in" of "Moon Jae-in"."""
    linked = [m for m in mentions if m.entity]
    inside = named_head(article.text, span, [m for m in linked if span.contains(m.span)])
    return inside or next((m for m in linked if m.span.contains(span)), None)


def _speaker(
    article: Article, span: Span, kind: SourceKind, mentions: tuple[Mention, ...], register: _Register
) -> tuple[str | None, str, SourceKind, str | None]:
    """Source id (none: a person takes it away), name, kind, and the id of the body of an unnamed source."""
    inside = [m for m in mentions if m.entity and span.contains(m.span)]
    named = _named(article, span, mentions)
    name = spoken_name(span.of(article.text))
    if register.is_nobody(register.name_of(named.entity) if named and named.entity else name, article.id):
        return None, "", SourceKind.UNNAMED, None
    if named and named.entity:
        id_ = register.named(named.entity, article.id)
        return id_, register.sources[id_].name, SourceKind.NAMED, None
    kind = SourceKind.UNNAMED if kind is SourceKind.OUTLET else kind
    owner = next((m.entity for m in inside if register.is_body(m)), None) if kind is not SourceKind.NAMED else None
    id_ = register.described(name, kind, article.id)
    return id_, register.sources[id_].name, kind, register.body(owner, article.id) if owner else None


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
