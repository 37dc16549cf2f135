"""Events keep their ids from build to build: what a cluster shares with the ledger decides which event it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from according.events.drafts import Draft
from according.events.ledger import Ledger, sentence_hash, shape
from according.memo import FORGETFUL, Memo
from according.model import Linked

LEAST_KEPT = 0.5  # of an event's known sentences: the part whose claim to the id goes before those of lesser parts

Told = frozenset[tuple[str, str]]  # article, hash of the sentence


@dataclass(frozen=True, slots=True)
class Named:
    """The id of each draft, and where known ids without an event of their own lead."""

    ids: tuple[str, ...]
    moved: Mapping[str, str]


def name_drafts(
    drafts: Sequence[Draft],
    fresh: Callable[[Draft], str],
    linked: Linked,
    ledger: Ledger,
    pinned: Mapping[int, str],
    memo: Memo = FORGETFUL,
) -> Named:
    """Known ids where a draft is a known event, else its fresh one, made unique; ``pinned`` drafts have theirs."""
    told = [memo.trace("told by", d, partial(told_by, d, linked)) for d in drafts]
    key = tuple(drafts), tuple(pinned.items())
    inputs = told, ledger.events, ledger.gone
    known_ids, moved = memo.recall("matched", key, inputs, lambda: _match(told, ledger, pinned))
    used = {*known_ids.values(), *ledger.known, *ledger.moved}
    ids = dict(known_ids)
    for index, draft in sorted(enumerate(drafts), key=lambda d: d[1].sentences[0]):
        if index not in ids:
            ids[index] = _unique(fresh(draft), draft, used, linked)
            used.add(ids[index])
    return Named(tuple(ids[i] for i in range(len(drafts))), moved)


def _unique(wanted: str, draft: Draft, used: Collection[str], linked: Linked) -> str:
    """The wanted id, with a hash of the event's first sentence where another event has it."""
    if wanted not in used:
        return wanted
    article, sentence = draft.sentences[0]
    first = linked.annotations[article].sentences[sentence].span.of(linked.articles[article].text)
    seed = f"{article} {first}"
    candidates = (f"{wanted}-{sentence_hash(seed + str(n or ''))[:6]}" for n in count())
    return next(c for c in candidates if c not in used)


def told_by(draft: Draft, linked: Linked) -> Told:
    """The sentences of a draft as the ledger knows them."""
    return frozenset(
        (a, sentence_hash(linked.annotations[a].sentences[i].span.of(linked.articles[a].text)))
        for a, i in draft.sentences
    )


def known(ledger: Ledger) -> dict[str, Told]:
    """The sentences of each event of the ledger, those included that are no more."""
    return {
        key: frozenset((article, h) for article, hashes in entry.told.items() for h in hashes)
        for key, entry in ledger.known.items()
    }


def _match(told: Sequence[Told], ledger: Ledger, pinned: Mapping[int, str]) -> tuple[dict[int, str], dict[str, str]]:
    """Known ids by draft, and the redirects of those that are left over.

    An id goes to the draft that holds most of its sentences that still exist; of several ids that one draft could have,
    the one with most sentences stays and the others lead to it. What was shattered, so that no draft holds half of it,
    comes last: a splinter takes no draft from an event that is still whole. First of all, what people part off has the
    id that it had before. An event that is no more comes back with half of what it told at least, and where the machine
    finds it, which names drafts while none is pinned, it takes none from an event that is there.
    """

    def order(claim: tuple[str, int, int]) -> tuple[bool, bool, int, int, str, int]:
        old, index, shared = claim
        returning = not pinned and old in ledger.gone
        lacking = remaining[old] - shared
        return returning, shared < LEAST_KEPT * remaining[old], -shared, lacking, old, index

    before = known(ledger)
    remaining = _remaining(before, told)
    ids = {**_parted_again(told, ledger, pinned), **pinned}
    taken = set(ids.values())
    moved: dict[str, str] = {}
    for old, index, shared in sorted(_shared(told, before), key=order):
        if old in taken or old in moved:
            continue
        if index in ids:
            moved[old] = ids[index]
        elif old in ledger.events or shared >= LEAST_KEPT * len(before[old]):
            ids[index] = old
            taken.add(old)
    return ids, moved


def _parted_again(told: Sequence[Told], ledger: Ledger, pinned: Mapping[int, str]) -> dict[int, str]:
    """Ids of drafts that people have parted from pinned ones, where these tell just what they once told."""
    new = {shape(told[index]): index for index in range(len(told)) if index not in pinned} if pinned else {}
    there, ids = set(pinned.values()), dict[int, str]()
    entries = ledger.known.items() if new else ()
    claims = ((was != e.as_part[-1], old, new[was]) for old, e in entries for was in e.as_part if was in new)
    for _, old, index in sorted(claims):  # those first that told it last
        if index not in ids and old not in there:
            ids[index] = old
            there.add(old)
    return ids


def _shared(told: Sequence[Told], before: Mapping[str, Told]) -> list[tuple[str, int, int]]:
    """How many sentences each known event shares with each draft, where any."""
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for old, sentences in before.items():
        for sentence in sentences:
            holders[sentence].append(old)
    found = []
    for index, sentences in enumerate(told):
        shared = Counter(old for s in sentences for old in holders.get(s, ()))
        found += [(old, index, number) for old, number in shared.items()]
    return found


def _remaining(before: Mapping[str, Told], told: Iterable[Told]) -> dict[str, int]:
    """How many sentences of each known event still exist."""
    present: set[tuple[str, str]] = set()
    for sentences in told:
        present |= sentences
    return {old: len(sentences & present) for old, sentences in before.items()}


def lead_on(moved: Mapping[str, str], present: Iterable[str]) -> dict[str, str]:
    """Redirects that end at an event that exists, each in one step; others are dropped."""
    here = set(present)
    found = {}
    for old in moved:
        new, seen = moved[old], {old}
        while new not in here and new in moved and new not in seen:
            seen.add(new)
            new = moved[new]
        if new in here and old not in here:
            found[old] = new
    return found
