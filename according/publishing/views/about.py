"""The pages about the site itself: how it works, its limits and licences, its files, and the page for lost readers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from according.publishing import data
from according.publishing.measured import Measured, measured
from according.publishing.views.corrections import told_of
from according.publishing.views.desk import Desk
from according.publishing.views.page import Page
from according.publishing.views.reference import Ref, Told


@dataclass(frozen=True, slots=True)
class Licence:
    """Somebody else's data in the site, and on what terms."""

    name: str
    href: str
    terms: str
    use: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """How the site is made."""

    page: Page
    counts: tuple[Ref, ...]
    model: str
    measured: tuple[Measured, ...]
    licences: tuple[Licence, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """One public file."""

    href: str
    name: str
    description: str
    schema: str
    csv: str | None
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The public files."""

    page: Page
    files: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class LostView:
    """The page for addresses at which there is nothing."""

    page: Page
    ways: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class GoneView:
    """A page that a correction took away, or on which it left nothing."""

    page: Page
    text: str
    told: tuple[Told, ...]
    ways: tuple[Ref, ...]


_MODELS = "https://huggingface.co"
# What stands in the built pages or decides what they say; the licences of programs are in the project's notices.
LICENCES = (
    ("GeoNames", "https://www.geonames.org/", "CC BY 4.0", "geonames"),
    ("Natural Earth", "https://www.naturalearthdata.com/", "public domain", "natural_earth"),
    ("Unicode CLDR", "https://cldr.unicode.org/", "Unicode License v3", "cldr"),
    ("Debian iso-codes", "https://salsa.debian.org/iso-codes-team/iso-codes", "LGPL 2.1 or later", "iso_codes"),
    ("Wikidata", "https://www.wikidata.org/", "CC0", "wikidata"),
    ("all-MiniLM-L6-v2", f"{_MODELS}/sentence-transformers/all-MiniLM-L6-v2", "Apache License 2.0", "minilm"),
    ("United States census of 1990", "https://www.census.gov/", "public domain", "census"),
)


def about(desk: Desk, page: Page, counts: tuple[Ref, ...]) -> AboutView:
    """How the site is made, from what, and what it cannot do."""
    site = desk.register.site
    licences = tuple(Licence(name, href, terms, desk.words(f"about.uses.{use}")) for name, href, terms, use in LICENCES)
    return AboutView(page, counts, f"{site.model} {site.model_version}".strip(), measured(), licences)


def data_page(desk: Desk, page: Page) -> DataView:
    """Every public file, what its rows mean, and where it is."""
    return DataView(
        page,
        tuple(
            FileView(
                href=desk.root + d.path,
                name=d.path.rpartition("/")[2],
                description=d.description,
                schema=desk.root + d.schema,
                csv=desk.root + d.csv if d.csv else None,
                fields=d.fields,
            )
            for d in data.downloads()
        ),
    )


def gone(desk: Desk, page: Page, text: str, told_under: Collection[str]) -> GoneView:
    """What to tell somebody who kept the address of a page that a correction took away; ``text`` says why."""
    told = {(one.where, one.entry): one for about in told_under for one in told_of(desk, about)}
    kinds = dict.fromkeys((page.section, "articles"))
    lists = (Ref(desk.words(f"nav.{k}"), page.root + f"{k}/index.html") for k in kinds)
    others = (ref for about in told_under for ref in _other_pages(desk, about))
    return GoneView(page, text, tuple(told.values()), (*others, *lists))


def _other_pages(desk: Desk, address: str) -> Iterator[Ref]:
    """The pages that a source without one has as an actor or a place."""
    kind, _, id_ = address.partition("/")
    source = desk.linked.sources.get(id_) if kind == "sources" else None
    for other in ("actors", "places") if source else ():
        for ref in desk.known(other, dict.fromkeys(i for i in (id_, source and source.actor) if i)):
            yield Ref(f"{ref.text} ({desk.words(f'nav.{other}')})", ref.href)


def lost(desk: Desk, page: Page) -> LostView:
    """What to offer to somebody who followed a dead link."""
    kinds = ("events", "places", "actors", "sources", "articles", "search")
    return LostView(page, tuple(Ref(desk.words(f"nav.{k}"), page.root + f"{k}/index.html") for k in kinds))
