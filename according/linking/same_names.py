"""Actors or sources of one name: how a person tells them apart by their articles, which is all that does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from according.linking.forms import fold
from according.linking.source_rules import own_id
from according.model import Actor, Article, Form, Place, ReviewItem, Source
from according.yamlfile import written

ENOUGH = 4  # articles that tell a named source from unnamed ones


def by_form(entities: Iterable[Place | Actor]) -> dict[str, tuple[str, ...]]:
    """By folded name or spelling, the ids of the actors or places that have it, those of one alone left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for form in {fold(entity.name), *(fold(f.text) for f in entity.forms)}:
            found[form].add(entity.id)
    return {form: tuple(sorted(ids)) for form, ids in sorted(found.items()) if len(ids) > 1}


def namesakes(actor: Actor, actors: Mapping[str, Actor], sharing: Mapping[str, Sequence[str]]) -> list[Actor]:
    """The other actors that are called by its name, if only for short."""
    return [actors[i] for i in sharing.get(fold(actor.name), ()) if i != actor.id]


def told_apart(actor: Actor, others: Collection[Actor], articles: Mapping[str, Article]) -> str:
    """A name of its own: with where the first article that names it alone appeared, and when if need be.

    That is known of it, and goes onto pages as it stands. What the article is about would be a guess.
    """
    titled = [other for other in others if fold(other.name) == fold(actor.name)]  # no other can get the same name
    own = _sign(actor, others, articles) or _sign(actor, titled, articles) or actor.id
    return f"{actor.name} ({own})"


def _sign(actor: Actor, others: Iterable[Actor], articles: Mapping[str, Article]) -> str | None:
    """What the first article that names it and none of the others is known by, and none of theirs."""
    there = {article for other in others for article in _articles(other)}
    taken = {sign for article in there for sign in _signs(articles[article])}
    alone = (articles[article] for article in _articles(actor) if article not in there)
    first = min(alone, key=lambda article: article.appeared, default=None)
    return next((sign for sign in _signs(first) if sign not in taken), None) if first else None


def _signs(article: Article) -> Iterator[str]:
    """What an article is known by: its outlet, that with its day, and what no other has."""
    if article.outlet:
        yield article.outlet
        if article.date:
            yield f"{article.outlet}, {article.date.day} {article.date:%B %Y}"
    yield article.id


def limited(entity: Place | Actor, sharing: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Its spellings as aliases, those that another has too in its own articles only."""
    for form in entity.forms:
        yield _in_articles(form) if fold(form.text) in sharing else written(form.text)


def of_it_alone(forms: Iterable[Form], sharing: Container[str]) -> tuple[Form, ...]:
    """The spellings that no other has: a line about one of the others would take them from that one."""
    return tuple(form for form in forms if fold(form.text) not in sharing)


def unnamed_in(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """By folded name, the articles that have an unnamed source who is called so."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for source in sources:
        if source.article:
            found[fold(source.name)].append(source.article)
    return {name: tuple(sorted(articles)) for name, articles in sorted(found.items())}


def beside_unnamed(source: Source, heard_in: Iterable[str], unnamed: Collection[str]) -> list[str]:
    """The keys by which an entry about a source leaves the unnamed ones of its name alone.

    ``heard_in`` are its articles, ``unnamed`` those in which somebody unnamed is called so. An alias that is limited to
    articles leaves the others out; where no article has but the named one, ``not`` does.
    """
    articles = sorted(dict.fromkeys(heard_in))
    own = [a for a in articles if a not in unnamed] or articles
    shown = own[:ENOUGH]
    never = [own_id(source.name, a) for a in shown if a in unnamed]
    aliases = f"aliases: [{{text: {written(source.name)}, articles: [{', '.join(map(written, shown))}]}}]"
    return [*([aliases] if shown else []), *([f"not: [{', '.join(map(written, never))}]"] if never else [])]


def ask_of_namesakes(actors: Mapping[str, Actor], articles: Mapping[str, Article]) -> Iterator[ReviewItem]:
    """Whether those of one name and kind are one; none where a person has spoken of them."""
    sharing = by_form(actors.values())
    for form, ids in sharing.items():
        crowd = [actors[i] for i in ids if fold(actors[i].name) == form]
        if len(crowd) > 1 and not any(a.overridden for a in crowd) and _separable(crowd):
            crowd.sort(key=_by_use)
            apart = [told_apart(actor, namesakes(actor, actors, sharing), articles) for actor in crowd]
            yield _question(crowd, apart, sharing)


def _question(crowd: Sequence[Actor], apart: Sequence[str], sharing: Mapping[str, Sequence[str]]) -> ReviewItem:
    """The most used one keeps the name; the others get the one that tells them apart."""
    first, *others = crowd
    return ReviewItem(
        kind="merge",
        about=first.id,
        question=f"Are the {len(crowd)} called {first.name} one?",
        evidence=(),  # with_sides
        file="actors.yaml",
        yes=_as_one(crowd, sharing),
        no="".join(_entry(own, actor, sharing) for own, actor in zip(apart[1:], others, strict=True)),
        weight=float(sum(map(_uses, others))),
        beside=tuple(actor.id for actor in others),
    )


def _as_one(crowd: Sequence[Actor], sharing: Mapping[str, Sequence[str]]) -> str:
    """An entry about those of one name, in their articles only where somebody of another name is called so too."""
    name, ids = crowd[0].name, {actor.id for actor in crowd}
    own = f"{written(name)}:\n  kind: {crowd[0].kind}\n"
    if ids.issuperset(sharing[fold(name)]):
        return own
    found: dict[str, Form] = {}
    for form in (form for actor in crowd for form in actor.forms):
        known = found.get(fold(form.text))
        found[fold(form.text)] = replace(form, articles=known.articles + form.articles) if known else form
    outside = {form for form in found if not ids.issuperset(sharing.get(form, ()))}
    aliases = [_in_articles(f) if form in outside else written(f.text) for form, f in found.items()]
    return f"{own}  aliases: [{', '.join(aliases)}]  # others are called so too\n"


def _entry(own: str, actor: Actor, sharing: Mapping[str, Sequence[str]]) -> str:
    return f"{written(own)}:  # or any name of its own\n  aliases: [{', '.join(limited(actor, sharing))}]\n"


def _separable(crowd: Iterable[Actor]) -> bool:
    """Whether no article names two of them."""
    counts = Counter(article for actor in crowd for article in _articles(actor))
    return max(counts.values(), default=2) == 1


def _in_articles(form: Form) -> str:
    return f"{{text: {written(form.text)}, articles: [{', '.join(map(written, form.articles))}]}}"


def _articles(actor: Actor) -> tuple[str, ...]:
    return tuple(sorted({article for form in actor.forms for article in form.articles}))


def _uses(actor: Actor) -> int:
    return sum(form.count for form in actor.forms)


def _by_use(actor: Actor) -> tuple[int, str]:
    return -_uses(actor), actor.id
