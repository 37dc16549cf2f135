"""Scores figures, claimed differences and merged statements of built sites against a judged sample.

The sample holds no text: articles are named by their file, passages by their offsets into the published text. It was
drawn from 163 news articles on 30 events (the Giveme5W1H news clusters, Apache 2.0) and one compilation, the
differences of all kinds from several corpora more (judged/README.md); whoever has them builds a site of each, without
overrides, and passes the sites' folders:

    python benchmarks/judged.py SITE [SITE ...] [--show]

    judged/figures.tsv      what a number counts ("none": nothing), its bounds, and whether it is about its article's
                            main event, another or none ("-")
    judged/differences.tsv  pairs of figures of one kind that exclude each other as numbers: whether they differ, that
                            is, count the same thing at the same time and cannot both be right
    judged/disputes.tsv     pairs of passages that were shown as opposed, of every kind of difference, and some that
                            were not: whether they are, and whether those who are said to hold them are the right ones
    judged/merged.tsv       pairs of passages of one source: whether they say the same
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JUDGED = Path(__file__).with_name("judged")
NOTHING = "none"  # a number that counts nothing
COMPILED = 5  # sampled figures from which an article is taken for a compilation
Row = dict[str, Any]
Place = tuple[str, int, int]  # file, start, end


@dataclass(frozen=True)
class Site:
    """What one build published, by file name."""

    articles: Mapping[str, Row]  # file name without its ending -> article
    figures: Mapping[str, list[Row]]  # article -> rows
    carriers: Mapping[str, list[tuple[int, int, int]]]  # article -> (start, end, number of the statement)
    claims: Mapping[str, Place]  # claim -> file name without its ending, start, end
    disputes: list[Row]


def read(folder: Path) -> Site:
    """The data of one built site."""
    articles = {Path(a["file"]).stem: a for a in rows(folder, "articles")}
    file_of = {a["id"]: file for file, a in articles.items()}
    made = rows(folder, "claims")
    article_of = {c["id"]: c["article"] for c in made}
    figures = defaultdict(list)
    for figure in rows(folder, "figures"):
        figures[article_of[figure["claim"]]].append(figure)
    carriers = defaultdict(list)
    for number, statement in enumerate(rows(folder, "statements")):
        for c in statement["carriers"]:
            carriers[c["article"]].append((c["spans"][0][0], c["spans"][-1][1], number))
    spans = {c["id"]: (c["article"], c["content"]["spans"]) for c in made}
    claims = {id_: (file_of[article], told[0][0], told[-1][1]) for id_, (article, told) in spans.items()}
    return Site(articles, figures, carriers, claims, rows(folder, "disputes"))


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of one published table."""
    lines = (folder / "data" / f"{name}.jsonl").read_text("utf8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def judged(name: str) -> Iterator[list[str]]:
    """The rows of one judged table, as lists: some column names stand twice."""
    with (JUDGED / f"{name}.tsv").open(encoding="utf8", newline="") as file:
        lines = csv.reader(file, delimiter="\t")
        next(lines)
        yield from lines


def at(site: Site, place: Place) -> list[Row]:
    """The figures published at a place, one row for each event."""
    file, start, end = place
    if file not in site.articles:
        return []
    found = site.figures[site.articles[file]["id"]]
    return [f for f in found if f["span"][0] < end and start < f["span"][1]]


def score_figures(site: Site, *, show: bool) -> None:
    """How many figures have the right value, bounds and kind, and stand with the right event.

    A figure of another event is in its place when it is on another page, or set apart with the reason on this one.
    """
    right = told = placed = asked = 0
    mains = compiled(site)
    for _, file, start, end, counts, low, high, rough, about in judged("figures"):
        if file not in site.articles:
            continue
        found, told = at(site, (file, int(start), int(end))), told + 1
        gold = (counts, float(low) if low else None, float(high) if high else None, rough == "1")
        same = any((f["counts"], f["low"], f["high"], f["approximate"]) == gold for f in found)
        fits = not found if counts == NOTHING else same
        right += fits
        if about != "-":
            main = mains.get(file) or site.articles[file]["events"][:1]
            here = any([f["event"]] == main for f in found)
            beside = here and not any([f["event"]] == main and not f["apart"] for f in found)
            fine = here if about == "event" else beside or not here
            asked, placed = asked + 1, placed + fine
            if show and not fine:
                print("  event:", file, start, about, [(f["text"], f["event"], f["apart"]) for f in found])
        if show and not fits:
            print("  figure:", file, start, gold, [(f["counts"], f["low"], f["high"]) for f in found])
    print(f"figures right in value, bounds and kind: {right} of {told}; with the right event: {placed} of {asked}")


def compiled(site: Site) -> dict[str, list[str]]:
    """Of a compilation, which has no main event: the event of most of the sampled figures judged to be about one."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for _, file, start, end, *_, about in judged("figures"):
        if about == "event":
            told[file].update(f["event"] for f in at(site, (file, int(start), int(end))) if f["event"])
    return {file: [events.most_common(1)[0][0]] for file, events in told.items() if events.total() >= COMPILED}


def score_differences(site: Site, *, show: bool) -> None:
    """How many of the differences shown are real, and how many of the real ones are shown."""
    claimed = correct = real = 0
    points: list[tuple[set[Place], bool]] = []  # pairs that share a figure are about one point
    for file, start, end, other, other_start, other_end, differ in judged("differences"):
        if file not in site.articles or other not in site.articles:
            continue
        shown = differ_on(
            site, at(site, (file, int(start), int(end))), at(site, (other, int(other_start), int(other_end)))
        )
        claimed, real = claimed + shown, real + (differ == "1")
        correct += shown and differ == "1"
        if differ == "1":
            pair = {(file, int(start), int(end)), (other, int(other_start), int(other_end))}
            near = [p for p in points if p[0] & pair]
            points = [p for p in points if p not in near]
            points.append((pair.union(*(p[0] for p in near)), shown or any(p[1] for p in near)))
        if show and shown != (differ == "1"):
            print("  difference:", file, start, other, other_start, "shown" if shown else "missed")
    print(f"differences shown among the judged pairs: {claimed}, right: {correct}; real ones: {real}")
    print(f"points on which sources really differ: {len(points)}, shown: {sum(p[1] for p in points)}")
    print(f"disputes on figures on the whole site: {sum(d['kind'] == 'figures' for d in site.disputes)}")


def differ_on(site: Site, one: list[Row], other: list[Row]) -> bool:
    """Whether some dispute has two figures on different sides."""
    for dispute in site.disputes:
        if dispute["kind"] != "figures":
            continue
        kind = dispute["about"].split(":")[0]
        sides = [
            {
                i
                for i, side in enumerate(dispute["readings"])
                for f in found
                if f["counts"] == kind and f["claim"] in side["claims"]
            }
            for found in (one, other)
        ]
        if any(i != j for i in sides[0] for j in sides[1]):
            return True
    return False


def score_disputes(site: Site, *, show: bool) -> None:
    """How many of the differences of all kinds that are shown are real, and how many of the real ones are shown."""
    claimed = correct = named = real = found = 0
    for _, kind, file, start, end, other, other_start, other_end, differ, names in judged("disputes"):
        if file not in site.articles or other not in site.articles:
            continue
        pair = (file, int(start), int(end)), (other, int(other_start), int(other_end))
        shown, opposed = any(opposes(site, d, kind, pair) for d in site.disputes), differ == "1"
        claimed, real, found = claimed + shown, real + opposed, found + (shown and opposed)
        correct, named = correct + (shown and opposed), named + (shown and opposed and names == "1")
        if show and shown != opposed:
            print("  dispute:", kind, file, start, other, other_start, "shown" if shown else "missed")
    print(f"disputes of all kinds shown among the judged: {claimed}, right: {correct}, with the right names: {named}")
    print(f"real ones among the judged: {real}, shown: {found}; on the whole site: {len(site.disputes)}")


def opposes(site: Site, dispute: Row, kind: str, pair: tuple[Place, Place]) -> bool:
    """Whether a dispute has one passage of a pair on one side and the other on another."""
    if dispute["kind"] != kind:
        return False
    sides = [
        {i for i, side in enumerate(dispute["readings"]) if any(meets(site.claims[c], place) for c in side["claims"])}
        for place in pair
    ]
    return any(i != j for i in sides[0] for j in sides[1])


def meets(one: Place, other: Place) -> bool:
    """Whether two passages share words."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def score_merged(site: Site, *, show: bool) -> None:
    """How many merged pairs say the same, and how many that say the same are merged."""
    merged = correct = same = 0
    for file, start, end, other, other_start, other_end, gold in judged("merged"):
        if file not in site.articles or other not in site.articles:
            continue
        one = statements(site, (file, int(start), int(end)))
        two = statements(site, (other, int(other_start), int(other_end)))
        together = bool(one & two)
        merged, same = merged + together, same + (gold == "1")
        correct += together and gold == "1"
        if show and together != (gold == "1"):
            print("  statement:", file, start, other, other_start, "merged" if together else "kept apart")
    print(f"pairs merged: {merged}, saying the same: {correct}; pairs that say the same: {same}")


def statements(site: Site, place: Place) -> set[int]:
    """The statements that a passage carries: those whose carrier covers nearly the same words."""
    file, start, end = place
    spans = site.carriers[site.articles[file]["id"]]
    return {n for s, e, n in spans if min(e, end) - max(s, start) > 0.8 * (max(e, end) - min(s, start))}


def main() -> None:
    """Score every site given."""
    parser = argparse.ArgumentParser(description="Score built sites against the judged sample.")
    parser.add_argument("sites", nargs="+", type=Path, help="folders of built sites")
    parser.add_argument("--show", action="store_true", help="print every miss")
    options = parser.parse_args()
    for folder in options.sites:
        site = read(folder)
        print(folder)
        for score in (score_figures, score_differences, score_disputes, score_merged):
            score(site, show=options.show)


if __name__ == "__main__":
    main()
