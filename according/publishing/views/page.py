"""What every page has: an address, a title, a description for search engines, and its way back."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from according.publishing import links

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a page announces."""

    href: str
    type: str
    title: str
    format: str  # "Atom"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    path: str
    root: str  # the way up to the site's root, or an absolute prefix where the page may be served from anywhere
    section: str  # which entry of the navigation it belongs to
    title: str
    description: str = ""
    canonical: str | None = None
    feeds: tuple[Feed, ...] = ()
    about: Markup = NOTHING  # JSON-LD
    picture: str = ""  # what other sites show beside a link


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on every page."""

    title: str
    description: str
    language: str
    direction: str
    generator: str
    model: str
    repository: str | None
    previews: int  # in how many parts the previews of links come


def new_page(path: str, section: str, title: str, description: str = "", *, site_url: str | None = None) -> Page:
    """A page at a path, with its canonical address when the site's own is known."""
    canonical = f"{site_url.rstrip('/')}/{links.folder(path)}" if site_url else None
    return Page(path, links.root_of(path), section, title, description, canonical)
