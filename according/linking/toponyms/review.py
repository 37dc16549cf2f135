"""What the machine is unsure of among places, with the line of YAML that settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from according.linking.forms import alike, fold, skeleton
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.ignoring import lines_to_ignore
from according.linking.same_names import by_form, limited
from according.linking.toponyms.building import Built
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.decided import Decision
from according.linking.toponyms.parents import Parent
from according.linking.toponyms.points import precision_of
from according.linking.typing.overruling import EVIDENCE
from according.model import Alternative, Answer, Place, ReviewItem
from according.overrides.blanks import HOLDER
from according.yamlfile import written

Sharing = Mapping[str, Sequence[str]]  # by folded spelling that several places have, their ids

_FILE = "places.yaml"
_DOUBTFUL = 0.7  # probability below which a reading is asked about
_RIVAL = 0.15  # probability from which another reading is worth showing
_ALIKE = 0.85  # likeness from which two names are asked about


def questions(clusters: Sequence[Cluster], built: Built, gazetteer: Gazetteer) -> tuple[ReviewItem, ...]:
    """The questions about a corpus's places, those with the most mentions first."""
    found: list[ReviewItem] = []
    for index, cluster in enumerate(clusters):
        place = built.places[built.by_cluster[index]]
        if not _is_settled(cluster):
            found += _which(cluster, place, built, gazetteer)
            found += _where(cluster, place, built)
    found += _same(clusters, built)
    return tuple(sorted(found, key=lambda q: (-q.weight, q.kind, q.about)))


def _is_settled(cluster: Cluster) -> bool:
    """Whether a person said which place it is, or where; who only spoke of its names did not."""
    rule = cluster.override
    if rule is None:
        return False
    kind = rule.kind and not _is_guessed(cluster)
    return bool(rule.hide or rule.ignore or rule.geonames or rule.at or kind or (rule.parent and not cluster.entry))


def _is_guessed(cluster: Cluster) -> bool:
    """Whether people alone call it a place, and nothing but the company of names puts it anywhere."""
    spots = (spot for decision in cluster.decisions for spot in decision.group.spots)
    placed = cluster.entry or not cluster.parents or any(p.stated for p in cluster.parents)
    return not placed and all(spot.name.evidence == EVIDENCE for spot in spots)


def _weight(cluster: Cluster) -> float:
    return float(sum(len(d.group.spots) for d in cluster.decisions))


def _described(entry: Entry, gazetteer: Gazetteer) -> str:
    return _named(entry, gazetteer) + (f" (GeoNames {entry.geonames_id})" if entry.geonames_id else "")


def _named(entry: Entry, gazetteer: Gazetteer) -> str:
    """Name, kind, country and point: two towns of one country differ in the last alone."""
    known = entry.latitude is not None and entry.longitude is not None
    point = f" at {entry.latitude:.2f}, {entry.longitude:.2f}" if known else ""
    return f"{gazetteer.described(entry)}{point}"


def _which(cluster: Cluster, place: Place, built: Built, gazetteer: Gazetteer) -> Iterator[ReviewItem]:
    """Of several places with the name, which one?"""
    doubtful = [d for d in cluster.decisions if d.entry and d.probability < _DOUBTFUL and not d.group.demonym]
    if not doubtful:
        return
    worst = min(doubtful, key=lambda d: (d.probability, d.group.article))
    rivals = [r for r in _rivals(worst) if r.geonames_id]
    if rivals:
        form, shown = worst.group.forms[0], _described(cluster.entry or rivals[0], gazetteer)
        where, named = _in_which(worst, doubtful), _as_named(doubtful)
        known = f"  geonames: {place.geonames_id}\n" if place.geonames_id else named
        yield ReviewItem(
            kind="pin",
            about=place.id,
            question=f"Is “{form}” in {where} really {shown}?",
            evidence=tuple(f"It could be {_described(r, gazetteer)}." for r in rivals),
            file=_FILE,
            yes=f"{written(place.name)}:\n{known}",
            no=_choices(rivals, named, built, gazetteer),
            weight=_weight(cluster) * (1 - worst.probability),
            alternatives=tuple(_alternatives([cluster.entry, *rivals], gazetteer)),
        )


def _in_which(worst: Decision, doubtful: Sequence[Decision]) -> str:
    """The article with the most doubts, and how many others are asked about."""
    more = len({d.group.article for d in doubtful}) - 1
    return worst.group.article + (f" and {more} other article{'' if more == 1 else 's'}" if more else "")


def _as_named(doubtful: Sequence[Decision]) -> str:
    """The doubtful names as aliases in their articles alone, since others are sure of what the names mean."""
    forms: dict[str, str] = {}
    articles: dict[str, set[str]] = {}
    for decision in sorted(doubtful, key=lambda d: d.group.article):
        key = fold(decision.group.forms[0])
        forms.setdefault(key, decision.group.forms[0])
        articles.setdefault(key, set()).add(decision.group.article)
    aliases = (
        f"{{text: {written(forms[k])}, articles: [{', '.join(map(written, sorted(articles[k])))}]}}" for k in forms
    )
    return f"  aliases: [{', '.join(aliases)}]  # elsewhere it stays what it is\n"


def _choices(rivals: Sequence[Entry], named: str, built: Built, gazetteer: Gazetteer) -> str:
    """The likeliest as an entry, the others as entries to choose instead."""
    lines: list[str] = []
    for rival, title in _titles(rivals, built, gazetteer):
        said = [f"{written(title or '')}:  # {_named(rival, gazetteer)}\n", named, f"  geonames: {rival.geonames_id}\n"]
        has_page = rival.id in built.of_entry
        lines += [f"{'# ' if lines else ''}{line}" for line in (said[:2] if has_page else said)]
    return "".join(lines)


def _titles(rivals: Sequence[Entry], built: Built, gazetteer: Gazetteer) -> Iterator[tuple[Entry, str]]:
    """What to call each: by the title of its page, else by a name that no page has."""
    taken = {place.name for place in built.places.values()}
    for rival, label in zip(rivals, _told_apart(rivals, gazetteer), strict=True):
        above = label.removeprefix(f"{rival.name}, ")
        page = built.of_entry.get(rival.id)
        tries = (f"{rival.name} ({rival.term or rival.kind})", f"{rival.name} ({above})", f"{rival.name} ({rival.id})")
        title = built.places[page].name if page else next(t for t in tries if t not in taken)
        taken.add(title)
        yield rival, title


def _alternatives(entries: Iterable[Entry | None], gazetteer: Gazetteer) -> Iterator[Alternative]:
    """The entries as points on a map, where they have one, each called by what tells it from the others."""
    known = [e for e in entries if e]
    for entry, label in zip(known, _told_apart(known, gazetteer), strict=True):
        if entry.latitude is not None and entry.longitude is not None:
            yield Alternative(label, entry.latitude, entry.longitude, precision_of(entry))


def _told_apart(entries: Sequence[Entry], gazetteer: Gazetteer) -> list[str]:
    """By entry: name, province and country; with district and kind, where others are called so as well."""
    within = [[c for c in gazetteer.containers(e) if c.name != e.name] for e in entries]
    short = [_joined(e, [c for c in held if c.kind != "district"]) for e, held in zip(entries, within, strict=True)]
    whole = [_joined(e, held) for e, held in zip(entries, within, strict=True)]
    labels = [s if short.count(s) == 1 else w for s, w in zip(short, whole, strict=True)]
    return [
        label if labels.count(label) == 1 else f"{label} ({entry.called})"
        for entry, label in zip(entries, labels, strict=True)
    ]


def _joined(entry: Entry, containers: Iterable[Entry]) -> str:
    return ", ".join((entry.name, *(c.name for c in containers)))


def _rivals(decision: Decision) -> list[Entry]:
    chosen = decision.entry.id if decision.entry else None
    readings = [r for r in decision.ranked.readings if r.candidate and r.probability >= _RIVAL]
    return [r.candidate.entry for r in readings if r.candidate and r.candidate.entry.id != chosen]


def _where(cluster: Cluster, place: Place, built: Built) -> Iterator[ReviewItem]:
    """A place outside the gazetteer: where is it?"""
    if cluster.entry:
        return
    if cluster.override and cluster.override.kind:
        if place.parents:  # none, where the neighbours lie in what has its name
            yield _guessed(cluster, place, built)
        return
    parent = built.places[place.parents[0]].name if place.parents else None
    where = f"in: {written(parent)}  # or what else contains it" if parent else f"kind: {place.kind}"
    key = written(place.name)
    sharing = by_form(built.places.values()) if place.overridden else {}
    may_be_somebody = place.kind == "place"  # what the texts call a village is no body
    yield ReviewItem(
        kind="pin",
        about=place.id,
        question=f"Is {place.name} a place{f' in {parent}' if parent else ''}? No gazetteer lists it.",
        evidence=_put_there("Its place by the text", cluster, built),
        file=_FILE,
        yes=f"{key}:\n  {where}\n  # at: [latitude, longitude]\n",
        no=_ignored(place, sharing),
        weight=_weight(cluster),
        others=(Answer("somebody", "actors.yaml", _as_somebody(place, sharing)),) if may_be_somebody else (),
    )


def _guessed(cluster: Cluster, place: Place, built: Built) -> ReviewItem:
    """A place of which a person said no more than what it is: is it where its neighbours are?"""
    key, parent = written(place.name), built.places[place.parents[0]].name
    return ReviewItem(
        kind="pin",
        about=place.id,
        question=f"Is {place.name} in {parent}? No gazetteer lists it, and no text tells where it is.",
        evidence=_put_there("A guess", cluster, built),
        file=_FILE,
        yes=f"{key}:\n  in: {written(parent)}\n",
        no=f"{key}:\n  in: {HOLDER}\n",
        weight=_weight(cluster),
        no_means="elsewhere",
    )


def _put_there(why: str, cluster: Cluster, built: Built) -> tuple[str, ...]:
    return tuple(f"{why}: {words}." for words in sorted({_as_titled(p, built) for p in cluster.parents}))


def _as_somebody(place: Place, sharing: Sharing) -> str:
    """The entry that makes an actor of it, with all its spellings."""
    named = tuple(form for form in place.forms if fold(form.text) != fold(place.name))
    others = ", ".join(limited(replace(place, forms=named), sharing))
    aliases = f"  aliases: [{others}]\n" if others else ""
    return (
        f"{written(place.name)}:\n  kind: organization  # or person, group, government, armed_force, media\n{aliases}"
    )


def _as_titled(parent: Parent, built: Built) -> str:
    """What puts it there, in words that call the other place by the title of its page, as the question does."""
    page = built.of_entry.get(parent.entry.id)
    return parent.evidence.replace(parent.entry.name, built.places[page].name) if page else parent.evidence


def _ignored(place: Place, sharing: Sharing) -> str:
    """The lines that take a place away, however the articles spell it; none where that is by its entry alone."""
    names = lines_to_ignore(place, sharing)
    remarks = ("  # it is no name of a place", *("" for _ in names[1:]))
    return "".join(f"{written(name)}: ignore{remark}\n" for name, remark in zip(names, remarks, strict=False))


def _same(clusters: Sequence[Cluster], built: Built) -> Iterator[ReviewItem]:
    """Two places with names much alike, at least one outside the gazetteer: one place?"""
    unknown = [(i, c) for i, c in enumerate(clusters) if not c.entry]
    for (i, a), (j, b) in combinations(unknown, 2):
        one, other = built.places[built.by_cluster[i]], built.places[built.by_cluster[j]]
        apart = one.country and other.country and one.country != other.country
        if apart or skeleton(one.name)[:1] != skeleton(other.name)[:1] or _are_parted(a, other) or _are_parted(b, one):
            continue
        likeness = alike(one.name, other.name)
        if likeness >= _ALIKE:
            yield ReviewItem(
                kind="merge",
                about=one.id,
                question=f"Are {one.name} and {other.name} one place?",
                evidence=(f"The names are alike to {likeness:.0%}.",),
                file=_FILE,
                yes=f"{written(one.name)}:\n  aliases: [{written(other.name)}]\n",
                no=f"{written(one.name)}:\n  not: [{written(other.name)}]\n",
                weight=_weight(a) + _weight(b),
            )


def _are_parted(cluster: Cluster, other: Place) -> bool:
    """Whether a person says that the two are not one."""
    return cluster.override is not None and fold(other.name) in map(fold, cluster.override.never)
