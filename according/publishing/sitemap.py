"""For machines that visit: ``sitemap.xml`` (sitemaps.org) and ``robots.txt``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from xml.etree import ElementTree as ET

from according.publishing import links
from according.publishing.feedentries import last_report
from according.publishing.site import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses that one file may hold, by the standard
APART = ("review/",)  # pages for those who edit the site, not for those who search


def make_sitemap(site: Site, paths: Collection[str]) -> dict[str, str]:
    """The map of the site's pages, when its address is known, and what visitors may read: everything."""
    site_url = site.config.site_url
    robots = "User-agent: *\nAllow: /\n"
    if site_url is None:
        return {"robots.txt": robots}
    days = _days(site)
    pages = sorted(p for p in paths if p.endswith("index.html") and not p.startswith(APART))
    parts = [pages[i : i + MOST] for i in range(0, len(pages), MOST)]
    files = {}
    if len(parts) == 1:
        files["sitemap.xml"] = _urls(site_url, parts[0], days)
    else:
        files = {f"sitemap-{n}.xml": _urls(site_url, part, days) for n, part in enumerate(parts, 1)}
        files["sitemap.xml"] = _index(site_url, sorted(files))
    return {"robots.txt": f"{robots}\nSitemap: {links.absolute(site_url, 'sitemap.xml')}\n", **files}


def _days(site: Site) -> dict[str, date]:
    """When pages last changed, by what the articles tell; no clock."""
    events = {links.page("events", e.id): last_report(site, e) for e in site.events.events.values()}
    articles = {links.page("articles", a.id): a.date for a in site.linked.articles.values()}
    return {path: day for path, day in (events | articles).items() if day}


def _urls(site_url: str, pages: list[str], days: dict[str, date]) -> str:
    root = ET.Element("urlset", xmlns=NAMESPACE)
    for page in pages:
        node = ET.SubElement(root, "url")
        ET.SubElement(node, "loc").text = links.absolute(site_url, page)
        if page in days:
            ET.SubElement(node, "lastmod").text = days[page].isoformat()
    return _written(root)


def _index(site_url: str, files: list[str]) -> str:
    root = ET.Element("sitemapindex", xmlns=NAMESPACE)
    for file in files:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = links.absolute(site_url, file)
    return _written(root)


def _written(root: ET.Element) -> str:
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
