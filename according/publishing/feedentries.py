"""The entries of feeds: an event with what each source says of it, or one report with what is said in it.

Their dates are those of the articles. What sources say is quoted, never told in other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from html import escape

from according.model import Article, Carrier, Event, Statement
from according.publishing import links
from according.publishing.feedformats import Entry, moment
from according.publishing.layout import folders
from according.publishing.receipts import join
from according.publishing.site import Site
from according.publishing.words import read_words


def last_report(site: Site, event: Event) -> date | None:
    """The day of an event's latest article, or of the event itself where no article has a date."""
    days = [day for a in event.articles if (day := site.linked.articles[a].date)]
    return max(days, default=event.end or event.start)


class Entries:
    """Makes each event's entry once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._base = site.config.site_url or ""
        self._words = read_words(folders(site.config.templates), site.config.language)
        self._made: dict[str, Entry] = {}

    def event(self, event: Event) -> Entry:
        """An event as feeds show it."""
        if event.id not in self._made:
            self._made[event.id] = self._event(event)
        return self._made[event.id]

    def reports(self, event: Event, most: int) -> Iterator[Entry]:
        """The latest reports of an event, the newest first, each with who is heard in it."""
        said = self._by_article(event)
        articles = sorted((self._site.linked.articles[a] for a in event.articles), key=lambda a: a.appeared)
        undated = last_report(self._site, event)
        for article in [*(a for a in reversed(articles) if a.date), *(a for a in articles if not a.date)][:most]:
            yield self._report(event, article, said[article.id], undated)

    def _event(self, event: Event) -> Entry:
        told = sorted(moment(a.date, a.time) for i in event.articles if (a := self._site.linked.articles[i]).date)
        told = told or [moment(last_report(self._site, event))]
        summary = self._summary(event)
        url = links.absolute(self._base, links.page("events", event.id))
        content = f"<p>{escape(summary)}</p>{''.join(self._said(event.id))}"
        return Entry(url, url, event.title, summary, content, told[0], told[-1])

    def _report(self, event: Event, article: Article, said: list[str], undated: date | None) -> Entry:
        at = moment(article.date or undated, article.time)
        outlet = self._site.linked.articles[article.id].outlet or article.title
        summary = self._words("describe.report", outlet=outlet, sources=self._words.count("sources", len(said)))
        return Entry(
            id=f"{links.absolute(self._base, links.page('events', event.id))}#{article.id}",
            url=links.absolute(self._base, links.page("articles", article.id)),
            title=article.title,
            summary=summary,
            content=f"<p>{escape(summary)}</p>{''.join(said)}",
            published=at,
            updated=at,
        )

    def _summary(self, event: Event) -> str:
        digest = self._site.digest.events.get(event.id)
        return self._words(
            "describe.event",
            sources=self._words.count("sources", digest.independent if digest else len(event.sources)),
            articles=self._words.count("articles", len(event.articles)),
            type=self._words.term("event_type", event.type),
            when=self._words.period(event.start, event.end, event.precision),
        )

    def _said(self, event: str) -> Iterator[str]:
        """The first statement of each source, in its words."""
        digest = self._site.digest.events.get(event)
        for account in digest.accounts if digest else ():
            for statement in account.lead[:1]:
                first = next((c for c in statement.carriers if c.claim == statement.claim), statement.carriers[0])
                yield self._statement(account.name, statement, first)

    def _by_article(self, event: Event) -> dict[str, list[str]]:
        """By article: the first statement of each source that is heard in it."""
        digest = self._site.digest.events.get(event.id)
        said: defaultdict[str, list[str]] = defaultdict(list)
        for account in digest.accounts if digest else ():
            heard: dict[str, tuple[Statement, Carrier]] = {}
            for statement in (*account.lead, *account.rest):
                for carrier in statement.carriers:
                    heard.setdefault(carrier.article, (statement, carrier))
            for article, (statement, carrier) in heard.items():
                said[article].append(self._statement(account.name, statement, carrier))
        return said

    def _statement(self, name: str, shown: Statement, carrier: Carrier) -> str:
        said = join(self._site.linked.articles[carrier.article].text, carrier.content)
        who, stance = escape(name or self._words("source.nobody")), escape(self._words.term("stance", shown.stance))
        return f"<p><cite>{who}</cite> {stance}: <q>{escape(said)}</q></p>"
