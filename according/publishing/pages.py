"""Every page of the site: a view each, laid out by a template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from according.cache import Store
from according.memo import FORGETFUL, Memo
from according.model import Article, Event
from according.publishing import links, palette, pictures, receipts
from according.publishing.feeds import announced, feed_pages
from according.publishing.layout import Layout, assets, folders
from according.publishing.removed import removed
from according.publishing.site import Site
from according.publishing.views import about, linked_data, previews, search
from according.publishing.views.actor import actor_view
from according.publishing.views.article import article_view
from according.publishing.views.atlas import map_page
from according.publishing.views.desk import Desk
from according.publishing.views.directory import ENTRIES, DirectoryView, directory
from according.publishing.views.disputes import disputes_page
from according.publishing.views.event import event_view
from according.publishing.views.home import counts, home
from according.publishing.views.page import Feed, Frame, Page, new_page
from according.publishing.views.place import place_view
from according.publishing.views.register import Register
from according.publishing.views.review import review
from according.publishing.views.source import source_view
from according.publishing.views.timeline import timeline
from according.publishing.words import read_words

LOST = "404.html"
STYLE = "assets/style.css"
Laid = Iterator[tuple[str, bytes]]  # pages as they are written: text in memory takes twice the room


class _View(Protocol):
    """Every view knows its page."""

    @property
    def page(self) -> Page: ...


def render(site: Site, store: Store | None = None) -> dict[str, str]:
    """Every page and every asset as text by its path from the site's root; ``store`` keeps the ground of maps."""
    files = Pages(site, store).render().items()
    return {path: content if isinstance(content, str) else content.decode() for path, content in files}


class Pages:
    """One run over all pages: the register, a desk for each depth, and the templates."""

    def __init__(self, site: Site, store: Store | None = None, memo: Memo = FORGETFUL) -> None:
        self.site = site
        self._memo = memo
        self._folders = folders(site.config.templates)
        self.words = read_words(self._folders, site.config.language)
        self.register = Register(site, self.words, store, memo)
        frame = _frame(site, self.words.direction)
        self._layout = Layout(self._folders, self.words, frame, store, memo)
        self._frame = memo.table("frame", {"": frame})
        self._feeds = memo.derive("feeds", lambda: feed_pages(site))
        questions = (*site.linked.review, *site.events.review)
        self._review = memo.table("review", {"": (questions, site.problems)})
        self._pictured = pictures.available()  # to ask takes longer than many a page
        self._desks = {root: Desk(self.register, root) for root in ("", "../", "../../")}

    def render(self) -> dict[str, str | bytes]:
        """Every page and every asset by its path from the site's root."""
        parts = (self._single(), self._directories(), self._events(), self._places(), self._actors(), self._sources())
        pages: dict[str, str | bytes] = {path: page for part in (*parts, self._articles()) for path, page in part}
        pages[search.NAMES] = search.names(self._desks[""])
        pages |= previews.previews(self._desks[""])
        return pages | self._assets()

    def taken_away(self, taken: Collection[str]) -> dict[str, bytes]:
        """At each address that has no page because of what a person says: that it is so, for who kept the address."""
        found = sorted(removed(self.site).items())
        return dict(self._gone(address, *why) for address, why in found if f"{address}/{links.HOME}" not in taken)

    def _gone(self, address: str, told_under: tuple[str, ...], why: str) -> tuple[str, bytes]:
        def lay() -> tuple[str, bytes]:
            kind, _, id_ = address.partition("/")
            page = new_page(links.page(kind, id_), kind, self.words(f"{why}.title"))
            desk = self._desk(page)
            return self._lay("gone", about.gone(desk, page, self.words(f"{why}.text"), told_under))

        return self._memo.trace("gone", (address, told_under, why), lay)

    def _assets(self) -> dict[str, str]:
        files = dict(assets(self._folders))
        files[STYLE] = files.get(STYLE, "") + palette.rules(self.site.config.colours)
        return files

    def pictures(self, store: Store | None) -> dict[str, bytes]:
        """The pictures that other sites show beside a link; ``store`` keeps them between builds."""
        return pictures.make_pictures(self._desks[""], store)

    def _single(self) -> Laid:
        """The pages of which there is one."""

        def front() -> tuple[str, bytes]:
            top = self._page(links.HOME, "home", self.site.config.title, self.site.config.description)
            return self._lay("home", home(self._desk(top), top))

        def lost() -> tuple[str, bytes]:
            top = self.site.config.top  # it is served at every dead address
            page = replace(self._page(LOST, "", self.words("lost.title")), root=top, canonical=None)
            return self._lay("404", about.lost(self._desks[""], page))

        def own(kind: str, make: Callable[[Desk, Page], _View]) -> tuple[str, bytes]:
            if kind == "review":
                self._review[""]  # the view sees it
            page = self._own(kind)
            return self._lay(kind, make(self._desk(page), page))

        yield self._memo.trace("page", "home", front)
        yield self._memo.trace("page", LOST, lost)
        for kind, make in (
            ("timeline", timeline),
            ("map", map_page),
            ("disputes", disputes_page),
            ("review", review),
            ("search", search.search),
            ("data", about.data_page),
            ("about", lambda desk, page: about.about(desk, page, counts(desk))),
        ):
            yield self._memo.trace("page", kind, partial(own, kind, make))

    def _directories(self) -> Laid:
        def view(kind: str) -> dict[str, DirectoryView]:
            page = self._own(kind)
            return {"": directory(self._desk(page), kind, page)}

        for kind in ENTRIES:
            views = self._memo.derive(f"directory of {kind}", partial(view, kind))
            yield self._memo.trace("directory", kind, lambda v=views: self._lay("directory", v[""]))  # type: ignore[misc]

    def _events(self) -> Laid:
        def lay(id_: str) -> tuple[str, bytes]:
            event = self.register.events.events[id_]
            page = self._page(links.page("events", id_), "events", event.title, self._told(event))
            page = self._about(page, linked_data.of_event(event, self.register.place(event.place)))
            return self._lay("event", event_view(self._desk(page), event, page))

        return self._each("events", self.register.events.events, lay)

    def _places(self) -> Laid:
        inside = self._memo.derive("places inside", partial(_inside, self.site))

        def lay(id_: str) -> tuple[str, bytes]:
            place = self.site.linked.places[id_]
            page = self._page(links.page("places", id_), "places", place.name, self._of("place", place.name))
            page = self._about(page, linked_data.of_place(place))
            return self._lay("place", place_view(self._desk(page), place, page, inside.get(id_, ())))

        return self._each("places", self.site.linked.places, lay)

    def _actors(self) -> Laid:
        sources = self.site.linked.sources
        speaks = self._memo.derive(
            "speaking actors", lambda: {s.actor: i for i, s in sorted(sources.items()) if s.actor and not s.hidden}
        )

        def lay(id_: str) -> tuple[str, bytes]:
            actor = self.site.linked.actors[id_]
            page = self._page(links.page("actors", id_), "actors", actor.name, self._of("actor", actor.name))
            page = self._about(page, linked_data.of_actor(actor))
            return self._lay("actor", actor_view(self._desk(page), actor, page, speaks.get(id_)))

        return self._each("actors", self.site.linked.actors, lay)

    def _sources(self) -> Laid:
        def lay(id_: str) -> tuple[str, bytes]:
            source = self.site.linked.sources[id_]
            page = self._page(links.page("sources", id_), "sources", source.name, self._of("source", source.name))
            said = (s for _, ss in self.register.digest.sources.get(id_, ()) for s in ss)
            page = self._about(page, linked_data.of_source(source, said, self.site.linked))
            return self._lay("source", source_view(self._desk(page), source, page))

        shown = (id_ for id_ in self.site.linked.sources if id_ not in self.register.unpaged)
        return self._each("sources", shown, lay)

    def _articles(self) -> Laid:
        def lay(id_: str) -> tuple[str, bytes]:
            article = self.site.linked.articles[id_]
            page = self._page(links.page("articles", id_), "articles", article.title, self._published(article))
            page = self._about(page, linked_data.of_article(article, self.register.outlet_name(article)))
            return self._lay("article", article_view(self._desk(page), article, page))

        return self._each("articles", self.site.linked.articles, lay)

    def _each(self, kind: str, ids: Iterable[str], lay: Callable[[str], tuple[str, bytes]]) -> Laid:
        """The pages of one kind; ``lay`` reads nothing but tables, so a page is laid out when a row of these is new."""
        return iter(self._memo.each(f"page of {kind}", ids, lay).values())

    def _told(self, event: Event) -> str:
        """An event in one sentence, for search engines and previews."""
        card = self._desks[""].event(event.id)
        sources, articles = self.words.count("sources", card.independent), self.words.count("articles", card.articles)
        return self.words("describe.event", sources=sources, articles=articles, type=card.type, when=card.when)

    def _of(self, kind: str, name: str) -> str:
        return self.words(f"describe.{kind}", name=name)

    def _published(self, article: Article) -> str:
        date = self.words.day(article.date) if article.date else self.words("article.no_date")
        return self.words("describe.article", outlet=self.register.outlet_name(article), date=date)

    def _own(self, kind: str) -> Page:
        return self._page(links.page(kind), kind, self.words(f"nav.{kind}"), self.words(f"describe.{kind}"))

    def _page(self, path: str, section: str, title: str, description: str = "") -> Page:
        page = new_page(path, section, title, description, site_url=self.site.config.site_url)
        picture = pictures.address(path, self.site.config.site_url) if self._pictured else ""
        return replace(page, picture=picture, feeds=tuple(Feed(*found) for found in announced(path, self._feeds)))

    def _about(self, page: Page, thing: Mapping[str, Any]) -> Page:
        return replace(page, about=linked_data.script(thing, page.canonical))

    def _desk(self, page: Page) -> Desk:
        return self._desks[page.root]

    def _lay(self, template: str, view: _View) -> tuple[str, bytes]:
        self._frame[""]  # templates see it
        text = self._layout.render(template, view)
        receipts.check_page(view.page.path, text, self.site.linked.articles)
        return view.page.path, text.encode()


def _inside(site: Site) -> dict[str, tuple[str, ...]]:
    """By place: the places that lie in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, place in site.linked.places.items():
        if holder := next((p for p in place.parents if p not in site.hidden.places), None):
            found[holder].append(id_)
    return {id_: tuple(ids) for id_, ids in found.items()}


def _frame(site: Site, direction: str) -> Frame:
    config = site.config
    return Frame(
        title=config.title,
        description=config.description,
        language=config.language,
        direction=direction,
        generator=f"According {site.generator}",
        model=f"{site.model} {site.model_version}".strip(),
        repository=config.repository,
        previews=previews.parts(site),
    )
