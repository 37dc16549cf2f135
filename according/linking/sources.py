"""Who stands behind each attribution: an actor, an outlet, an unnamed group of one article, a document.

Sources are decided per article and only then named over the corpus: a named source is one source everywhere, an
unnamed one ("local residents") belongs to its article, since nobody can know that two articles mean the same people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from according.linking.copying import with_copied
from according.linking.forms import fold
from according.linking.renames import Renames, entity_names, source_names
from according.linking.source_rules import Bearer, Rules, find_rules
from according.linking.speaking import Cited, Known, Register, Relayed, Voice, cite
from according.memo import FORGETFUL, Memo
from according.model import Actor, Annotation, Article, Label, Mention, Place, Source
from according.overrides import Overrides


@dataclass(frozen=True, slots=True)
class Voices:
    """The sources of the corpus; ``of_article`` is each outlet's source id, ``of`` one voice an attribution."""

    sources: Mapping[str, Source]
    of_article: Mapping[str, str]
    of: Mapping[str, tuple[Voice, ...]]
    relayed: Mapping[str, tuple[Relayed, ...]] = field(default_factory=dict)
    cited: Mapping[str, Collection[str]] = field(default_factory=dict)  # the ids of an article's sources but its outlet
    moved: Mapping[str, str] = field(default_factory=dict)
    applied: frozenset[tuple[str, str]] = frozenset()
    claimed: frozenset[str] = frozenset()

    def in_article(self, article: str) -> tuple[object, ...]:
        """All that is known of who speaks in one article, to compare."""
        known = self.sources[self.of_article[article]], *(self.sources[i] for i in self.cited[article])
        return self.of[article], self.relayed.get(article, ()), known


def find_sources(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    mentions: Mapping[str, tuple[Mention, ...]],
    entities: Mapping[str, Place | Actor],
    overrides: Overrides,
    memo: Memo = FORGETFUL,
) -> Voices:
    """Every source that the corpus cites; ``entities`` are its places and actors by id."""
    known = memo.recall_each("mentioned", ((a, (found,)) for a, found in mentions.items()), _mentioned)
    hidden = {id_ for id_, entity in entities.items() if _is_hidden(entity, overrides)}
    actors = {i for ids in known.values() for i, actor in ids if actor}
    said = _with_bearers(find_rules(overrides), overrides, entities, actors, hidden)
    rules = memo.recall("source rules", "", (said,), lambda: said)  # one object, which is compared at once
    spellings = _spellings(rules, entities)
    bodies = {i: entities[i].name for i in actors | hidden if isinstance(entities[i], Actor)}
    publishing = _publishing(articles, bodies, entity_names(overrides))
    may_publish = (
        _known(entities[i], spellings.get(i, ()), actor=True, hidden=i in hidden) for i in publishing.values()
    )
    register = Register(rules, may_publish)
    outlets = {a.id: register.outlet(a, publishing) for a in articles.values()}

    def read(a: str) -> tuple[object, ...]:
        here = known.get(a, ())
        told = (_known(entities[i], spellings.get(i, ()), actor=actor, hidden=i in hidden) for i, actor in here)
        return articles[a], annotations[a], mentions.get(a, ()), tuple(told), outlets[a], rules

    cited = memo.recall_each("cited", ((a, read(a)) for a in sorted(articles)), cite)
    for here in cited.values():
        register.add(here)

    called = {i: (source.name, source.kind) for i, source in register.sources.items()}  # in the whole corpus
    rows = ((a, (here, [called[i] for i in here.sources])) for a, here in cited.items())
    of = memo.recall_each("voices", rows, Cited.called)
    return Voices(
        sources=with_copied(register.sources, _other_names(register.sources, overrides, entities)),
        of_article=outlets,
        of=of,
        relayed={a: here.relayed for a, here in cited.items()},
        cited={a: here.sources.keys() for a, here in cited.items()},
        moved=register.moved,
        applied=frozenset(register.applied),
        claimed=frozenset(register.claimed),
    )


def _mentioned(mentions: Iterable[Mention]) -> tuple[tuple[str, bool], ...]:
    """The places and actors that an article names, and which of them are actors; who is ignored is none."""
    return tuple(dict.fromkeys((m.entity, m.kind == "actor" and not m.reason) for m in mentions if m.entity))


def _is_hidden(entity: Place | Actor, overrides: Overrides) -> bool:
    """Whether a person says that it has no page; it keeps its name, for what it says."""
    rule = (overrides.actors if isinstance(entity, Actor) else overrides.places).get(entity.name)
    return rule is not None and rule.hide


def _known(entity: Place | Actor, spellings: tuple[str, ...], *, actor: bool, hidden: bool) -> Known:
    return Known(entity.id, entity.name, actor, entity.kind == Label.PERSON, hidden, spellings)


def _with_bearers(
    rules: Rules,
    overrides: Overrides,
    entities: Mapping[str, Place | Actor],
    actors: Collection[str],
    hidden: Collection[str],
) -> Rules:
    """The rules with the place or actor that each entry's name means: an actor, where a place is called so as well."""
    names = {*overrides.sources, *rules.shown.values()}
    spelled = bearers({*map(fold, names)}, entities.values())
    called: defaultdict[str, list[str]] = defaultdict(list)
    for id_, entity in sorted(entities.items()) if names else ():
        for name in {entity.name, fold(entity.name)}:
            called[name].append(id_)
    found: dict[str, Bearer] = {}
    for name in sorted(names):
        own = called.get(name) or called.get(fold(name)) or []
        speaking = [id_ for id_ in own if isinstance(entities[id_], Actor)] or own
        meant = speaking[0] if len(speaking) == 1 else spelled.get(fold(name))
        if meant:
            found[name] = Bearer(meant, entities[meant].name, meant if meant in actors else None, meant in hidden)
    return replace(rules, bearers=found)


def _spellings(rules: Rules, entities: Mapping[str, Place | Actor]) -> dict[str, tuple[str, ...]]:
    """By entity, the forms but its name by which people speak of it as of a source."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form, id_ in sorted(bearers(rules.by_form, entities.values()).items()):
        if form != fold(entities[id_].name):
            found[id_].append(form)
    return {id_: tuple(forms) for id_, forms in found.items()}


def _other_names(sources: Mapping[str, Source], overrides: Overrides, entities: Mapping[str, Place | Actor]) -> Renames:
    """What people call sources now; of the names that they give to copied ones also the spellings of pages."""
    copied = {fold(rule.copies) for rule in overrides.sources.values() if rule.copies}
    spelled = bearers(copied.difference(fold(s.name) for s in sources.values() if copied), entities.values())
    return {**{form: entities[id_].name for form, id_ in spelled.items()}, **source_names(overrides)}


def bearers(asked: Collection[str], entities: Iterable[Place | Actor]) -> dict[str, str]:
    """Whom each of some folded forms means, where that is one place or actor only, and no other has it as its name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities if asked else ():
        for form in {fold(entity.name), *(fold(f.text) for f in entity.forms)}.intersection(asked):
            found[form].add(entity.id)
    return {form: next(iter(ids)) for form, ids in found.items() if len(ids) == 1}


def _publishing(articles: Mapping[str, Article], names: Mapping[str, str], renamed: Renames) -> dict[str, str]:
    """By folded name of an outlet, the actor that it is: of that name, or of the one that people give it."""
    wanted = {fold(a.outlet) for a in articles.values() if a.outlet}
    bearing = {fold(name): id_ for id_, name in sorted(names.items())}
    now = {form: fold(renamed.get(form, "")) for form in wanted}
    found = {form: bearing.get(form) or bearing.get(now[form]) for form in sorted(wanted)}
    return {form: id_ for form, id_ in found.items() if id_}
