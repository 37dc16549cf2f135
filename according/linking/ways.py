"""Where the mentions and statements of each page that the machine alone would make went under people's corrections."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from according.linking.forms import fold
from according.linking.headings import heading
from according.linking.machine import Machine
from according.memo import FORGETFUL, Memo
from according.model import Article, Claim, Linked, Mention

NOWHERE = ""  # the page of what has none
_Named = tuple[Sequence[tuple[int, int, str]], Sequence[Mention]]  # where the machine led to which page, and where now
_Step = tuple[str, str, str]  # the page now; of what went, the folded form, and the page of the longer name that has it
_Spot = tuple[tuple[int, int], tuple[str, *_Step]]  # where, the page before, and the step


@dataclass(frozen=True, slots=True)
class Way:
    """Mentions of one form, or statements, that went from a page to another one, or stayed."""

    old: str  # "places/kamyshly", or NOWHERE
    new: str
    form: str  # folded; of statements, and of what stayed, nothing
    count: int
    articles: frozenset[str]
    within: str = ""  # the page of a longer name, to which alone they belong now


@dataclass(frozen=True, slots=True)
class _From:
    """The ways from one page, and the page to which most of it went."""

    ways: tuple[Way, ...]
    most: str


class Ways:
    """All of them, by where they began and by where they end."""

    def __init__(self, by_old: Mapping[str, _From]) -> None:
        self._from = by_old
        self._into: defaultdict[str, list[Way]] = defaultdict(list)
        self._within: defaultdict[str, list[Way]] = defaultdict(list)
        for way in (way for found in by_old.values() for way in found.ways):
            self._into[way.new].append(way)
            if way.within and not way.new:
                self._within[way.within].append(way)

    def went(self) -> dict[str, str]:
        """By page of the machine's, the page to which most of it went, where it went anywhere."""
        return {old: found.most for old, found in self._from.items() if old and found.most}

    def into(self, page: str) -> Sequence[Way]:
        """What a page has now, from wherever it came; of NOWHERE what has no page any more."""
        return self._into.get(page, ())

    def within(self, page: str) -> Sequence[Way]:
        """What stands in a page's longer names, but for the words of each from which it came."""
        return self._within.get(page, ())

    def out_of(self, page: str) -> Sequence[Way]:
        """Where everything on a page of the machine's went."""
        return self._from[page].ways if page in self._from else ()


def total(ways: Iterable[Way]) -> tuple[int, int]:
    """How many mentions or statements took some ways, and in how many articles these stand."""
    known = tuple(ways)
    return sum(w.count for w in known), len(frozenset[str]().union(*(w.articles for w in known)))


def find_ways(
    machine: Machine, linked: Linked, hidden: Collection[str] = (), memo: Memo = FORGETFUL, what: str = "ways"
) -> Ways:
    """Compare the pages of every mention and statement, before and after; ``hidden`` are none.

    ``what`` is the name under which the memo keeps them.
    """

    def read(id_: str) -> tuple[object, ...]:
        return (
            linked.articles[id_],
            (machine.mentions.get(id_, ()), _shown(linked.mentions.get(id_, ()), hidden)),
            (machine.in_titles.get(id_, ()), _shown(linked.title_mentions.get(id_, ()), hidden)),
            machine.speakers.get(id_, ()),
            linked.claims.get(id_, ()),
        )

    steps = memo.recall_each(what, ((id_, read(id_)) for id_ in linked.articles), _counted)
    return Ways(memo.gather(f"{what} by page", (), steps, _ways))


def _shown(mentions: tuple[Mention, ...], hidden: Collection[str]) -> tuple[Mention, ...]:
    """The mentions that lead to a page."""
    return tuple(m for m in mentions if f"{m.kind}s/{m.entity}" not in hidden) if hidden else mentions


def _counted(
    article: Article, body: _Named, title: _Named, speakers: Sequence[str], claims: Sequence[Claim]
) -> dict[str, Counter[_Step]]:
    """By page of the machine's, how often it became which page in one article."""
    steps: defaultdict[str, Counter[_Step]] = defaultdict(Counter)
    in_text = _swallowed(_named(article.text, body))
    head = heading(article)
    said = {way for (start, _), way in in_text if head and head.start <= start < head.end}
    in_title = [way for _, way in _swallowed(_named(article.title, title)) if way not in said] if article.titled else []
    for old, new, form, within in (*(way for _, way in in_text), *in_title):
        steps[old][new, "" if old == new else form, within] += 1
    for old, new in _spoken(speakers, claims):
        steps[old][new, "", ""] += 1
    return dict(steps)


def _named(text: str, read: _Named) -> Iterator[tuple[tuple[int, int], tuple[str, str, str, str]]]:
    """Where a text names something: the page that this led to, the one that it leads to, and the folded form.

    What leads nowhere may stand within a longer name that does.
    """
    before, mentions = read
    pages = {(start, end): old for start, end, old in before}
    now = {(m.span.start, m.span.end): f"{m.kind}s/{m.entity}" for m in mentions if m.entity}
    for span in sorted(pages.keys() | now.keys()):
        around = () if span in now else (p for (start, end), p in now.items() if start <= span[0] and span[1] <= end)
        within = next(iter(around), NOWHERE)
        yield span, (pages.get(span, NOWHERE), now.get(span, NOWHERE), fold(text[slice(*span)]), within)


def _swallowed(named: Iterable[_Spot]) -> list[_Spot]:
    """The same, with longer names that nobody had found coming from the page to which the words within them led."""
    spots = dict(named)
    parts = {span for span, (_, _, _, within) in spots.items() if within}
    around = [span for span, (old, new, _, _) in spots.items() if new and not old] if parts else ()
    for start, end in around:
        inside = [part for part in parts if start <= part[0] and part[1] <= end]
        if inside:
            part = max(inside, key=lambda p: (p[1] - p[0], -p[0]))
            (old, _, _, within), (_, new, form, _) = spots.pop(part), spots[start, end]
            spots[start, end] = old, new, form, within
            parts.remove(part)
    return sorted(spots.items())


def _spoken(speakers: Sequence[str], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    for old, claim in zip(speakers, claims, strict=False):
        new = f"sources/{claim.source}" if claim.source else NOWHERE
        if old or new:
            yield old, new


def _ways(old: str, steps: Mapping[str, Counter[_Step]]) -> _From:
    counts, articles = Counter[_Step](), defaultdict[_Step, set[str]](set)
    for article, counted in steps.items():
        counts += counted
        for step in counted:
            articles[step].add(article)
    ways = tuple(
        Way(old, new, form, n, frozenset(articles[new, form, within]), within)
        for (new, form, within), n in sorted(counts.items())
    )
    return _From(ways, _most(old, ways))


def _most(old: str, ways: Sequence[Way]) -> str:
    """Where most of a page went, if anywhere; all else being the same, it stayed.

    Words within longer names say where only if there are no others.
    """
    if len(ways) == 1:
        return ways[0].new
    counts: Counter[str] = Counter()
    for way in [w for w in ways if w.new and not w.within] or [w for w in ways if w.new]:
        counts[way.new] += way.count
    return min(counts, key=lambda new: (-counts[new], new != old, new), default=NOWHERE)
