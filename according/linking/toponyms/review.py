"""What the machine is unsure of among places, with the line of YAML that settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from according.linking.forms import alike, skeleton
from according.linking.gazetteer import Entry, Gazetteer
from according.linking.ignoring import names_to_ignore
from according.linking.toponyms.building import Built, precision_of
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.decisions import Decision
from according.model import Alternative, Place, ReviewItem
from according.yamlfile import written

_FILE = "places.yaml"
_DOUBTFUL = 0.7  # probability below which a reading is asked about
_RIVAL = 0.15  # probability from which another reading is worth showing
_ALIKE = 0.85  # likeness from which two names are asked about


def questions(clusters: Sequence[Cluster], built: Built, gazetteer: Gazetteer) -> tuple[ReviewItem, ...]:
    """The questions about a corpus's places, those with the most mentions first."""
    found: list[ReviewItem] = []
    for index, cluster in enumerate(clusters):
        place = built.places[built.by_cluster[index]]
        if not cluster.override:
            found += _which(cluster, place, gazetteer)
            found += _where(cluster, place, built)
    found += _same(clusters, built)
    return tuple(sorted(found, key=lambda q: (-q.weight, q.kind, q.about)))


def _weight(cluster: Cluster) -> float:
    return float(sum(len(d.group.spots) for d in cluster.decisions))


def _described(entry: Entry, gazetteer: Gazetteer) -> str:
    return _named(entry, gazetteer) + (f" (GeoNames {entry.geonames_id})" if entry.geonames_id else "")


def _named(entry: Entry, gazetteer: Gazetteer) -> str:
    """Name, kind, country and point: two towns of one country differ in the last alone."""
    known = entry.latitude is not None and entry.longitude is not None
    point = f" at {entry.latitude:.2f}, {entry.longitude:.2f}" if known else ""
    return f"{gazetteer.described(entry)}{point}"


def _which(cluster: Cluster, place: Place, gazetteer: Gazetteer) -> Iterator[ReviewItem]:
    """Of several places with the name, which one?"""
    doubtful = [d for d in cluster.decisions if d.entry and d.probability < _DOUBTFUL and not d.group.demonym]
    if not doubtful:
        return
    worst = min(doubtful, key=lambda d: (d.probability, d.group.article))
    rivals = [r for r in _rivals(worst) if r.geonames_id]
    if rivals:
        form, shown = worst.group.forms[0], _described(cluster.entry or rivals[0], gazetteer)
        sure = {d.group.article for d in cluster.decisions} - {d.group.article for d in doubtful}
        told = _called_there(form, doubtful, cluster.entry, rivals[0]) if sure else f"{written(form)}:\n"
        yield ReviewItem(
            kind="pin",
            about=place.id,
            question=f"Is “{form}” in {worst.group.article} really {shown}?",
            evidence=tuple(f"It could be {_described(r, gazetteer)}." for r in rivals),
            file=_FILE,
            yes=f"{written(form)}:\n  geonames: {place.geonames_id}\n" if place.geonames_id else "",
            no=told + "".join(_choices(rivals, gazetteer)),
            weight=_weight(cluster) * (1 - worst.probability),
            alternatives=tuple(_alternatives([cluster.entry, *rivals], gazetteer)),
        )


def _called_there(form: str, doubtful: Sequence[Decision], shown: Entry | None, rival: Entry) -> str:
    """The head of an entry for the doubtful articles alone, since the others are sure of what the name means."""
    name = f"{rival.name} ({rival.kind})" if shown and shown.kind != rival.kind else f"{rival.name} (2)"
    articles = ", ".join(written(a) for a in sorted({d.group.article for d in doubtful}))
    return (
        f"{written(name)}:  # the name to show\n"
        f"  aliases: [{{text: {written(form)}, articles: [{articles}]}}]  # elsewhere it stays what it is\n"
    )


def _choices(rivals: Sequence[Entry], gazetteer: Gazetteer) -> Iterator[str]:
    """The likeliest as a line of YAML, the others as lines to choose instead."""
    for index, rival in enumerate(rivals):
        yield f"  {'# ' if index else ''}geonames: {rival.geonames_id}  # {_named(rival, gazetteer)}\n"


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
    parent = built.places[place.parents[0]].name if place.parents else None
    told = sorted({p.evidence for p in cluster.parents})
    where = f"in: {written(parent)}  # or what else contains it" if parent else f"kind: {place.kind}"
    yield ReviewItem(
        kind="pin",
        about=place.id,
        question=f"Is {place.name} a place{f' in {parent}' if parent else ''}? No gazetteer lists it.",
        evidence=tuple(f"Its place by the text: {words}." for words in told),
        file=_FILE,
        yes=f"{written(place.name)}:\n  {where}\n  # at: [latitude, longitude]\n",
        no=_ignored(place),
        weight=_weight(cluster),
    )


def _ignored(place: Place) -> str:
    """The lines that take a place away, however the articles spell it."""
    first, *others = names_to_ignore(place.name, (form.text for form in place.forms))
    more = "".join(f"{written(name)}: ignore\n" for name in others)
    return f"{written(first)}: ignore  # it is no name of a place\n{more}"


def _same(clusters: Sequence[Cluster], built: Built) -> Iterator[ReviewItem]:
    """Two places with names much alike, at least one outside the gazetteer: one place?"""
    unknown = [(i, c) for i, c in enumerate(clusters) if not c.entry and not c.override]
    for (i, a), (j, b) in combinations(unknown, 2):
        one, other = built.places[built.by_cluster[i]], built.places[built.by_cluster[j]]
        apart = one.country and other.country and one.country != other.country
        if apart or skeleton(one.name)[:1] != skeleton(other.name)[:1]:
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
