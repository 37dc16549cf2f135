"""Who takes part in an event, with a name or without, in the words of its passages: the weightiest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from according.events.drafts import Draft
from according.events.where_who import TITLE_WEIGHT, Weights, headed_by, part_weight, summed, weighted_mentions
from according.memo import FORGETFUL, Memo
from according.model import Label, Linked, Participant, Role, Span

MEDIA_WEIGHT = 0.3  # who reports it does not take part, nor where it is written
PLATFORMS = frozenset("Twitter Facebook Instagram YouTube WhatsApp Telegram TikTok Reddit Snapchat LinkedIn".split())
MOST_ACTORS, MOST_UNNAMED = 20, 6
LEAST_SHARE = 0.2  # of the weightiest's weight, to take part; who has less is only named


class Who(NamedTuple):
    """An actor by its id, or people without a name by the word for them, over all articles of an event."""

    actor: str | None
    head: str = ""


class Word(NamedTuple):
    """Where an article tells of somebody; the words of a title or of "the man" alone are not shown."""

    who: Who
    span: Span
    role: Role
    weight: float
    shown: bool


class Cast(NamedTuple):
    """Everybody in an event with their weight, and where each is told of by article."""

    scores: Mapping[Who, float]
    words: Mapping[str, tuple[Word, ...]]
    reporting: frozenset[Who] = frozenset()  # outlets that no headline names: they come last

    @property
    def ranked(self) -> list[Who]:
        """Everybody, the weightiest first; who only reports comes behind all others."""
        return sorted(self.scores, key=lambda w: (w in self.reporting, -self.scores[w], w.actor or "", w.head))

    @property
    def actors(self) -> tuple[str, ...]:
        """Those with a name."""
        return tuple([w.actor for w in self.ranked if w.actor][:MOST_ACTORS])


def find_cast(draft: Draft, linked: Linked, memo: Memo = FORGETFUL) -> Cast:
    """Who is told of in the passages of an event, by their part in what the sentences mainly tell."""

    def of(article: str, weights: Weights) -> tuple[Word, ...]:
        return tuple(_words(draft, article, weights, linked))

    words = {a: memo.trace("cast", draft.telling(a, w), partial(of, a, w)) for a, w in draft.weights().items()}
    scores = summed(draft, lambda article, _: ((w.who, w.weight) for w in words[article]))
    headed = headed_by(draft.titled, linked)
    reporting = (w for w in scores if w.actor and w.actor not in headed and linked.actors[w.actor].kind == Label.MEDIA)
    return Cast(scores, words, frozenset(reporting))


def participants(cast: Cast, linked: Linked) -> tuple[Participant, ...]:
    """Those who take part, each with the passage that tells most plainly of them."""
    best: dict[Who, tuple[str, Word]] = {}
    roles: defaultdict[Who, defaultdict[Role, float]] = defaultdict(lambda: defaultdict(float))
    for article, words in cast.words.items():
        for word in words:
            roles[word.who][word.role] += word.weight
            if word.shown and (word.who not in best or word.weight > best[word.who][1].weight):
                best[word.who] = article, word
    least = LEAST_SHARE * max(cast.scores.values(), default=0.0)
    taking = [w for w in cast.ranked if w in best and cast.scores[w] >= least]
    unnamed = [w for w in taking if not w.actor][:MOST_UNNAMED]
    found = []
    for who in taking:
        if who.actor or who in unnamed:
            article, word = best[who]
            told = word.span.of(linked.articles[article].text)
            # people without a name are those of the words shown: "one person" who was killed, no other person
            role = max(Role, key=lambda r: roles[who].get(r, 0.0)) if who.actor else word.role
            found.append(Participant(told, who.actor, article, word.span, role))
    return tuple(found)


def _words(draft: Draft, article: str, weights: Weights, linked: Linked) -> Iterator[Word]:
    titled = set(map(id, linked.title_mentions.get(article, ())))
    for mention, name, weight in weighted_mentions(draft, article, weights, linked):
        if mention.kind == "actor" and mention.entity and mention.entity in linked.actors:
            known, role = linked.actors[mention.entity], name.role if name else Role.OTHER
            told = known.kind == Label.MEDIA or (known.name in PLATFORMS and role is Role.OTHER)
            shown = id(mention) not in titled
            yield Word(Who(mention.entity), mention.span, role, weight * (MEDIA_WEIGHT if told else 1.0), shown)
    annotation = linked.annotations[article]
    if article in draft.titled and annotation.title:
        for u in annotation.title.unnamed:
            weight = TITLE_WEIGHT * part_weight("actor", u.role, central=u.central)
            yield Word(Who(None, u.head), u.span, u.role, weight, shown=False)
    for u in annotation.unnamed:
        if u.sentence in weights:
            weight = weights[u.sentence] * part_weight("actor", u.role, central=u.central)
            yield Word(Who(None, u.head), u.span, u.role, weight, u.telling)
