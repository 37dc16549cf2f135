"""Pages, data and feeds: what the world sees of a build."""

from __future__ import annotations

from collections.abc import Mapping

from according.cache import Store
from according.publishing import pages, receipts
from according.publishing.data import export
from according.publishing.feeds import make_feeds
from according.publishing.fulltext import Indexing
from according.publishing.redirects import make_redirects
from according.publishing.site import Site
from according.publishing.sitemap import make_sitemap
from according.publishing.writing import Written, check_output, write

__all__ = ["Site", "Written", "check_output", "compose", "write"]

PLAIN = {".nojekyll": ""}  # GitHub Pages then serves every file as it is


def compose(site: Site) -> dict[str, str | bytes]:
    """Every file of the site by its path; nothing is written.

    Raises ReceiptError when something is quoted that its article does not hold.
    """
    receipts.check(site)
    cache = site.config.cache
    with Store(cache / "maps.sqlite") as maps, Store(cache / "search.sqlite") as kept, Indexing(site, kept) as index:
        run = pages.Pages(site, maps)
        laid, drawn = run.render(), run.pictures(maps)
        receipts.check_pages(laid, site.linked.articles)
        others = (
            export(site),
            make_feeds(site),
            make_redirects(site, laid),
            make_sitemap(site, laid),
            index.files(),
            drawn,
        )
    return _joined(laid, *others, PLAIN)


def _joined(*parts: Mapping[str, str] | Mapping[str, bytes]) -> dict[str, str | bytes]:
    """All files in the order of their paths; two of one path are a fault of this program."""
    files: dict[str, str | bytes] = {}
    for part in parts:
        if both := files.keys() & part.keys():
            raise ValueError(f"two files for {min(both)}")
        files.update(part)
    return dict(sorted(files.items()))
