"""Pages that moved: at the old address a page that leads to the new one, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

from according.publishing import links
from according.publishing.layout import folders
from according.publishing.site import Site
from according.publishing.words import read_words

# With JavaScript the anchor and the query survive; the refresh serves everybody else a moment later.
STUB = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{canonical}">
<script>location.replace("{target}" + location.search + location.hash)</script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<main><h1>{title}</h1><p><a href="{target}">{link}</a></p></main>
</body>
</html>
"""


def make_redirects(site: Site, live: Collection[str]) -> dict[str, str]:
    """A page at each address that moved; never where a page stands, and never to where none does."""
    live = set(live)
    words = read_words(folders(site.config.templates), site.config.language)
    files = {}
    for old, new in moves(site).items():
        path, target = f"{old}/{links.HOME}", f"{new}/{links.HOME}"
        if path not in live and target in live:
            here = links.relative(path, target)
            files[path] = STUB.format(
                language=words.language,
                direction=words.direction,
                title=escape(words("moved.title")),
                link=escape(words("moved.link")),
                target=escape(here),
                canonical=escape(links.absolute(site.config.site_url, target) if site.config.site_url else here),
            )
    return files


def moves(site: Site) -> dict[str, str]:
    """Where each address that moved leads in the end."""
    return ends({**site.linked.moved, **site.events.moved})


def ends(moved: Mapping[str, str]) -> dict[str, str]:
    """Where each of some addresses leads in the end: steps are followed, circles lead nowhere."""
    found = {}
    for old in sorted(moved):
        seen, new = {old}, moved[old]
        while new in moved and new not in seen:
            seen.add(new)
            new = moved[new]
        if new not in seen:
            found[old] = new
    return found
