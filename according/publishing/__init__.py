"""Pages, data and feeds: what the world sees of a build."""

from __future__ import annotations

from collections.abc import Mapping

from according.cache import Store
from according.memo import FORGETFUL, Memo
from according.publishing import pages, receipts
from according.publishing.data import export
from according.publishing.feeds import make_feeds
from according.publishing.indexing import Indexing, Search
from according.publishing.redirects import make_redirects
from according.publishing.site import Site, part_hidden
from according.publishing.sitemap import make_sitemap
from according.publishing.standing import Standing, states
from according.publishing.writing import Written, check_output, write

__all__ = ["Search", "Site", "Standing", "Written", "check_output", "compose", "part_hidden", "states", "write"]

PLAIN = {".nojekyll": ""}  # GitHub Pages then serves every file as it is


def compose(site: Site, memo: Memo = FORGETFUL, search: Search | None = None) -> dict[str, str | bytes]:
    """Every file of the site by its path; nothing is written. A ``memo`` keeps what is made of the site's tables.

    With a ``search`` that ``is_late`` afterwards, the index of the texts is that of an earlier build.
    Raises ReceiptError when something is quoted that its article does not hold.
    """
    receipts.check(site, memo)
    cache = site.config.cache
    with (
        Store(cache / "maps.sqlite", prune=memo.empty) as maps,
        Store(cache / "search.sqlite", prune=memo.empty) as kept,
        Indexing(site, kept, memo, search) as index,
    ):
        run = pages.Pages(site, maps, memo)
        laid, drawn = run.render(), run.pictures(maps)
        moved = make_redirects(site, laid)
        others = (
            export(site, memo),
            make_feeds(site),
            moved,
            run.taken_away({*laid, *moved}),
            make_sitemap(site, laid),
            index.files(),
            drawn,
        )
    return _joined(laid, *others, PLAIN)


def _joined(*parts: Mapping[str, str] | Mapping[str, bytes] | Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """All files in the order of their paths; two of one path are a fault of this program."""
    files: dict[str, str | bytes] = {}
    for part in parts:
        if not files.keys().isdisjoint(part):
            raise ValueError(f"two files for {min(files.keys() & part.keys())}")
        files.update(part)
    return dict(sorted(files.items()))
