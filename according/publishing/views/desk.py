"""The desk: the register as seen from one depth of the site, where every link is relative and made once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from according.linking.passages import Sentence
from according.model import Article, Carrier, Mention, Span, Statement
from according.publishing import links
from according.publishing.marking import Mark, disjoint
from according.publishing.views.reference import ArticleLine, Day, EventCard, Receipt, Ref
from according.publishing.views.register import Register, known_start

if TYPE_CHECKING:  # the two name each other's types only
    from according.publishing.views.statements import StatementView

NAME = 3  # the rank of a name's mark: inside everything that is marked in an article


class Desk:
    """Makes the small views with links that hold on every page of one depth; ``root`` leads up to the site's root."""

    def __init__(self, register: Register, root: str) -> None:
        self.register = register
        self.linked = register.linked
        self.words = register.words
        self.root = root
        self.accounts: Mapping[str, str] = {}  # sources whose words stand on the same page, and where
        self._refs = register.memo.cache(self._make_ref)
        self._addresses = register.memo.cache(self._address)
        self._cards = register.memo.cache(self._card)
        self._days: dict[date, Day] = {}
        self.names = register.memo.cache(self._names)
        self._names_there = register.memo.cache(self._names_of_sentence)
        self.shown = register.memo.cache(self._show)

    def beside(self, accounts: Mapping[str, str]) -> Desk:
        """The same desk for a page on which some sources have a section: links to these stay on the page."""
        local = copy.copy(self)
        local.accounts = accounts
        local.shown = self.register.memo.cache(local._show)  # noqa: SLF001 - it is of the same class
        return local

    def place(self, id_: str) -> Ref | None:
        """A place, without a link where it has no page, or None where the id is nobody's."""
        return self._ref("places", id_)

    def actor(self, id_: str) -> Ref | None:
        """The same of an actor."""
        return self._ref("actors", id_)

    def known(self, kind: str, ids: Iterable[str]) -> tuple[Ref, ...]:
        """The places or actors among some ids that have a page."""
        return tuple(ref for ref in self.called(kind, ids) if ref.href)

    def called(self, kind: str, ids: Iterable[str]) -> tuple[Ref, ...]:
        """The same with those that have no page, without a link."""
        return tuple(ref for i in ids if (ref := self._ref(kind, i)))

    def source(self, id_: str | None, name: str = "") -> Ref:
        """A source; where nobody is named, the words of the text without a link."""
        ref = self._ref("sources", id_) if id_ else None
        if ref and id_ and (here := self.accounts.get(id_)):
            return Ref(ref.text, here, ref.note)
        return ref or Ref(name or self.words("source.nobody"), None)

    def copied(self, id_: str | None) -> Ref | None:
        """The source that another only repeats, as people have said."""
        known = self.linked.sources.get(id_ or "")
        return self.source(known.copies) if known and known.copies else None

    def article(self, id_: str) -> Ref | None:
        """An article by its title."""
        return self._ref("articles", id_)

    def event(self, id_: str) -> EventCard:
        """An event in one line."""
        return self._cards(id_)

    def events(self, ids: Iterable[str]) -> tuple[EventCard, ...]:
        """Events in one line each; ids of no event are left out."""
        return tuple(self.event(i) for i in ids if i in self.register.briefs)

    def day(self, when: date | None) -> Day | None:
        """A date, or None where none is stated."""
        if when is None:
            return None
        if when not in self._days:
            self._days[when] = Day(when.isoformat(), self.words.day(when), self.words.short_day(when))
        return self._days[when]

    def published(self, article: Article) -> Day | None:
        """When an article was published, with the hour where it is told."""
        day = self.day(article.date)
        if day is None or article.date is None or article.time is None:
            return day
        iso = f"{day.iso}T{article.time.isoformat()}"
        return Day(iso, self.words.moment(article.date, article.time), day.short)

    def passage(self, article: str, offset: int) -> str:
        """The link to the sentence of an article in which an offset lies."""
        return self.root + links.sentence(article, self.register.passages.sentence_at(article, offset))

    def receipt(self, carrier: Carrier) -> Receipt:
        """Where a statement stands in one article."""
        article = self.linked.articles[carrier.article]
        outlet = self.register.outlets.get(article.id)
        return Receipt(
            href=self.passage(article.id, _start(carrier.content)),
            outlet=article.outlet or article.title,
            date=self.day(article.date),
            via=tuple(self.source(v) for v in carrier.via if v != outlet),
            copy=carrier.copy,
        )

    def _names(self, article: str) -> tuple[Mark, ...]:
        """The mentions of an article, in text order, as links to the pages of what they name."""
        return disjoint(self._marked(self.linked.mentions.get(article, ())))

    def _names_of_sentence(self, sentence: Sentence) -> tuple[Mark, ...]:
        return tuple(self._marked(self.register.passages.mentions_of(sentence)))

    def _marked(self, mentions: Iterable[Mention]) -> Iterator[Mark]:
        found = ((m, self._addresses((f"{m.kind}s", m.entity))) for m in mentions if m.entity)
        return (Mark(m.span, NAME, "a", (("href", href),)) for m, href in found if href)

    def _show(self, what: tuple[Callable[[Desk, Statement], StatementView], Statement]) -> StatementView:
        make, statement = what
        return make(self, statement)

    def names_in(self, article: str, spans: tuple[Span, ...]) -> tuple[Mark, ...]:
        """Those that lie wholly inside one of some spans; reads no more of the article than the sentences there."""
        out: list[Mark] = []
        for span in spans:
            sentences = self.register.passages.sentences_of(article, span)
            marks = disjoint(m for sentence in sentences for m in self._names_there(sentence))
            out += (m for m in marks if span.contains(m.span))
        return tuple(out)

    def article_line(self, id_: str) -> ArticleLine:
        """An article in one line."""
        article = self.linked.articles[id_]
        copy = self.register.events.copy_of.get(id_)
        return ArticleLine(
            href=self.root + links.page("articles", id_),
            title=article.title,
            language=article.language,
            outlet=self.outlet(id_),
            date=self.published(article),
            copy_of=self.article(copy) if copy else None,
            events=len(self.register.events.of_article.get(id_, ())),
        )

    def outlet(self, article: str) -> Ref:
        """Who published an article."""
        return self.source(self.register.outlets.get(article), self.register.outlet_name(self.linked.articles[article]))

    def _ref(self, kind: str, id_: str) -> Ref | None:
        return self._refs((kind, id_))

    def _address(self, key: tuple[str, str]) -> str | None:
        """Where a place or an actor has its page, if it has one: all that a link in a text needs of it."""
        return self.page(*key)

    def _make_ref(self, key: tuple[str, str]) -> Ref | None:
        name = self.register.called[key[0]].get(key[1])
        return None if name is None else Ref(name[0], self.page(*key), name[1])

    def page(self, kind: str, id_: str) -> str | None:
        """The link to the page of a thing, if it has one."""
        pages = self.register.pages.get(kind)
        hidden = kind == "sources" and id_ in self.register.unpaged
        return None if hidden or (pages is not None and id_ not in pages) else self.root + links.page(kind, id_)

    def _card(self, id_: str) -> EventCard:
        event = self.register.briefs[id_]
        start = known_start(event)
        return EventCard(
            id=id_,
            href=self.root + links.page("events", id_),
            title=event.title,
            type=self.words.title("event_type", event.type),
            when=self.words.period(event.start, event.end, event.precision),
            start=start.isoformat() if start else "",
            place=self.place(event.place) if event.place else None,
            independent=event.independent,
            articles=event.articles,
            disputes=event.disputes,
        )


def _start(spans: tuple[Span, ...]) -> int:
    return spans[0].start if spans else 0
