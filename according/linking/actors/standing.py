"""Which actors have a page: those whom more than a guess of the language model shows to be somebody.

The model gives a label to any word with a capital: a song, a button, half of a longer name. What nothing else supports
and what neither does nor says anything is left a name without a page, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from according.annotating.wordlists.kinds import kind_of_words, words_of
from according.linking.actors.bodies import is_generic
from according.linking.actors.groups import Group
from according.linking.actors.local_rules import is_acronym
from according.linking.actors.uses import Use, is_guess
from according.linking.census import is_given_name, is_surname
from according.linking.forms import fold
from according.memo import FORGETFUL, Memo
from according.model import Annotation, Article, Label, Role, Span

FRAGMENT = "It is always part of a longer name."
THING = "The articles quote it, or speak of it as of a thing: a film, a ship, a law."
SMALL = "The articles write its words without capitals, too."
IDLE = "Only the language model takes it for somebody: it does and says nothing, and nobody calls it anything."

_WORD = re.compile(r"[^\W\d_]{3,}")
_PIECE = re.compile(r"[^\s/–-]+")
_SMALL_IN_NAMES = frozenset("of the and for in on a to de al el la".split())
_BEFORE = re.compile(r"(?P<opening>(?:^|[.!?:\n“\"])\s*)?\b(?P<word>[A-Z][\w.]*)['’]? $")
_AFTER = re.compile(r"['’]? [A-Z]")
_OPENERS = frozenset("The In At On But And With For From By As When While If".split())
_POST = (
    r"spokes(?:man|woman|person)|coach(?:es)?|executives?|officials?|officers?|chief|president|chair(?:man|woman)|"
    r"director|analysts?|leaders?|members?|lawyers?|attorneys?|founders?|editors?|reporters?|engineers?|employees?|"
    r"managers?|players?|shareholders?|lawmakers?|candidates?|senators?|troops|staff|board|head|economists?|"
    r"professors?|fellows?|researchers?|columnists?|advis[eo]rs?|partners?|correspondents?|scientists?|owners?"
)
_OF_POST = re.compile(rf"\b(?:{_POST})(?: \w+){{0,2}}? (?:of|at|for|with|from) (?:the )?$")
_WITH_POST = re.compile(rf"(?:['’]s?)? (?:{_POST})\b")
_OWNS = re.compile(r"['’]s?\b")
_THINGS = (
    r"(?:movies?|films?|songs?|albums?|singles?|series|sitcom|shows?|soundtrack|novels?|books?|musical|games?|apps?|"
    r"software|updates?|index|currency|cryptocurrency|smartphones?|phones?|handsets?|tablets?|laptops?|consoles?|"
    r"headsets?|devices?|cars?|trucks?|planes?|aircraft|jets?|bombers?|helicopters?|missiles?|rockets?|satellites?|"
    r"drones?|warships?|ships?|vessels?|ferry|ferries|boats?|trains?|flights?|virus(?:es)?|vaccines?|drugs?|pills?|"
    r"hurricane|storm|typhoon|cyclone|iceberg|glacier|awards?|medals?|prizes?|trophy|trophies|resolutions?|bills?|"
    r"laws?|acts?|treaty|treaties|statues?|festival|celebrations?|era|clips?|exercises?|drills?|syndrome|disease)"
)
_BEFORE_THING = re.compile(rf"['’”\"]? {_THINGS}\b(?!['’]s)")
_AFTER_THING = re.compile(rf"\b{_THINGS},? [“\"‘']?$")
_OPENS_QUOTE, _CLOSES_QUOTE = re.compile(r"[“\"‘]$"), re.compile(r"[,.]?[”\"’]")
# One noun is the name: "Congress", "the Navy", "the Times".
_BODIES_ALONE = frozenset({Label.GOVERNMENT, Label.ARMED_FORCE, Label.MEDIA})
_REACH = 50  # characters before a name


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the texts show of a name at all its spots."""

    acts: bool  # it does or owns something, somebody heads it or speaks for it, or it is described
    often: bool  # it does something, and several articles name it
    described: bool
    fragment: bool  # another capitalised word stands beside it wherever it is
    thing: bool  # quotation marks stand around it, or a noun for a thing beside it, wherever it is


class Standing:
    """Judges the actors of a corpus."""

    def __init__(
        self, articles: Mapping[str, Article], annotations: Mapping[str, Annotation], memo: Memo = FORGETFUL
    ) -> None:
        self._articles, self._annotations, self._memo = articles, annotations, memo
        self._small = memo.recall("small words", "", (articles,), lambda: _small_words(articles.values()))
        self._outlets = memo.recall("outlets named", "", (articles,), lambda: _outlets(articles.values()))
        self._speaking = memo.recall("speaking", "", (annotations,), lambda: _speaking(annotations))

    def lacking(self, groups: Iterable[Group]) -> list[str]:
        """Why each of some actors has no page; "" where it has one."""
        rows = ((group.nodes[0], (group, self._small, self._outlets, *self._read(group))) for group in groups)
        return list(self._memo.recall_each("lacking", rows, lambda group, *_: self._lacking(group)).values())

    def _read(self, group: Group) -> Iterator[object]:
        """The articles that name somebody, and their annotations."""
        for article in dict.fromkeys(node.article for node in group.nodes):
            yield from (self._articles[article], self._annotations[article])

    def _lacking(self, group: Group) -> str:
        if group.rule or not all(is_guess(use) for use in group.uses) or self._speaks(group.uses):
            return ""
        words, shown = _words(group.found), self._shown(group.uses)
        if group.kind is Label.PERSON and len(words) > 1:
            return self._of_person(words, shown)
        headline = all(use.in_title for use in group.uses) and all(map(self._is_small, words))
        if len(words) > 1 and (kind_of_words(words) or is_generic(group.found)) and not headline:
            return ""
        if shown.fragment and len(words) == 1:
            return FRAGMENT
        return self._of_body(group.found, words, shown)

    def _of_person(self, words: Sequence[str], shown: _Shown) -> str:
        """What a full name lacks: a given name, words that are nothing but names, or somebody who is described."""
        plain = words[:-1] if is_surname(words[-1]) else words
        common = all(map(self._is_small, words)) and not is_surname(words[-1])  # "Sell Coal"
        given = is_given_name(words[0]) and not common
        named = given or not any(map(self._is_small, plain))
        return "" if named or shown.described or shown.often else SMALL

    def _of_body(self, form: str, words: Sequence[str], shown: _Shown) -> str:
        """What another name lacks: a word that is nothing but a name, and that it acts, is led or is described."""
        if kind_of_words(words) in _BODIES_ALONE:
            return ""
        if shown.thing:
            return THING
        if all(map(self._is_small, words)):
            return "" if len(words) > 1 and shown.often else SMALL
        unusual = len(words) > 1 and not any(map(self._is_small, words))  # "Denver Broncos"
        return "" if shown.acts or unusual or is_acronym(form) else IDLE

    def _speaks(self, uses: Iterable[Use]) -> bool:
        """Whether somebody is heard under the name, or an article is by an outlet of the name."""
        return any(
            use.key in self._outlets
            or (not use.in_title and any(use.span.overlaps(span) for span in self._speaking[use.article]))
            for use in uses
        )

    def _is_small(self, word: str) -> bool:
        return re.sub(r"['’]s?$", "", word).lower() in self._small

    def _shown(self, uses: Sequence[Use]) -> _Shown:
        spots = [(self._articles[use.article].text, use) for use in uses if not use.in_title]
        agent = any(self._is_agent(use) for _, use in spots)
        described = any(use.descriptions for _, use in spots)
        return _Shown(
            acts=agent or described or any(_has_post(text, use) or _owns(text, use) for text, use in spots),
            often=agent and len({use.article for _, use in spots}) > 1,
            described=described,
            fragment=bool(spots) and all(self._is_fragment(text, use) for text, use in spots),
            thing=bool(spots) and all(_is_thing(text, use) for text, use in spots),
        )

    def _is_fragment(self, text: str, use: Use) -> bool:
        """Whether a capitalised word stands beside the name: no title, and none that only opens a sentence."""
        before = _BEFORE.search(_before(text, use))
        if before and before["word"].lower().rstrip(".") not in words_of("title"):
            opens = before["opening"] is not None and (before["word"] in _OPENERS or self._is_small(before["word"]))
            if not opens:
                return True
        return _AFTER.match(text, use.span.end) is not None

    def _is_agent(self, use: Use) -> bool:
        names = self._annotations[use.article].names
        return any(name.span == use.span and name.role is Role.AGENT for name in names)


def _outlets(articles: Iterable[Article]) -> frozenset[str]:
    return frozenset(fold(article.outlet) for article in articles if article.outlet)


def _words(form: str) -> list[str]:
    """The words of a name without the small ones inside it."""
    pieces = [piece.strip(".,'’\"&") for piece in _PIECE.findall(form)]
    return [w for i, w in enumerate(pieces) if w and (i == 0 or w.lower() not in _SMALL_IN_NAMES)]


def _has_post(text: str, use: Use) -> bool:
    """Whether somebody heads it or speaks for it: "the Delta spokesman", "an economist at Indesa"."""
    return bool(_OF_POST.search(_before(text, use)) or _WITH_POST.match(text, use.span.end))


def _owns(text: str, use: Use) -> bool:
    return use.text.endswith(("'s", "’s")) or _OWNS.match(text, use.span.end) is not None


def _before(text: str, use: Use) -> str:
    return text[max(0, use.span.start - _REACH) : use.span.start]


def _is_thing(text: str, use: Use) -> bool:
    """Whether the text speaks of it as of a film, a ship or a law, or quotes it: "the song Purple Rain"."""
    before = _before(text, use)
    quoted = _OPENS_QUOTE.search(before) and _CLOSES_QUOTE.match(text, use.span.end)
    return bool(quoted or _AFTER_THING.search(before) or _BEFORE_THING.match(text, use.span.end))


def _small_words(articles: Iterable[Article]) -> Container[str]:
    """The words that the articles write without a capital somewhere."""
    return frozenset(word for article in articles for word in _WORD.findall(article.text) if word.islower())


def _speaking(annotations: Mapping[str, Annotation]) -> dict[str, tuple[Span, ...]]:
    """By article, the words of all who are made to say something."""
    return {
        article: (
            *(s for a in annotation.attributions for s in (*a.source, a.antecedent, a.owner) if s),
            *(relay.source for relay in annotation.relays),
        )
        for article, annotation in annotations.items()
    }
