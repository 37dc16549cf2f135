"""Addresses that have no page because of what people say, and lead nowhere: why, and where it is told who did so."""

from __future__ import annotations

from according.linking.emptied import takes_away
from according.publishing.redirects import moves
from according.publishing.site import Site

SPEAKING = ("places", "actors")  # kinds of pages beside which one tells what it says

Why = tuple[tuple[str, ...], str]  # the pages under which it is told who did so, and which words tell why


def removed(site: Site) -> dict[str, Why]:
    """Each such address; where a page stands or leads on all the same is for the caller to leave out."""
    found: dict[str, Why] = {old: (pages, "left") for old, pages in site.linked.left.items()}
    found |= {old: (pages, "emptied") for old, pages in site.linked.emptied.items()}
    found |= {old: ((page,), "gone") for old, page in _taken_away(site).items()}
    found |= {old: found[new] for old, new in moves(site).items() if new in found and old not in found}
    return dict.fromkeys(site.linked.unmade, ((), "unmade")) | found


def _taken_away(site: Site) -> dict[str, str]:
    """The addresses of pages that people have taken away, each with the one under which it is told who did so."""
    found: dict[str, str] = {}
    for effects in (site.linked.effects, site.events.effects):
        for page, told in effects.items():
            if page and takes_away(told):
                kind, _, id_ = page.partition("/")
                found |= {f"sources/{id_}": page} if kind in SPEAKING and id_ in site.linked.sources else {}
                found[page] = page
    return found
