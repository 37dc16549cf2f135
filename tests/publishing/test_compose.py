"""The whole site put together: complete, the same every time, with every quotation checked."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from small_site import EVENT, POST, small_site

from according import publishing
from according.model import Span
from according.publishing import receipts
from according.publishing.receipts import ReceiptError


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | bytes]:
    """Every file of the small site, at an address of its own."""
    return publishing.compose(
        small_site(
            cache=tmp_path_factory.mktemp("cache"), site_url="https://example.org/x", templates=Path("templates")
        )
    )


def text_of(content: str | bytes) -> str:
    """A file's content as text."""
    return content if isinstance(content, str) else content.decode()


def test_everything_is_there(files: dict[str, str | bytes]) -> None:
    """Pages, data, texts, feeds, the maps for machines, and what moved."""
    expected = {
        "index.html",
        "404.html",
        ".nojekyll",
        "robots.txt",
        "sitemap.xml",
        "feed.xml",
        "data/claims.jsonl",
        "data/schemas/claims.schema.json",
        "articles/delta-post/text.txt",
        "articles/delta-post/index.html",
        f"events/{EVENT}/index.html",
        "places/dalma/feed.xml",
        "places/old-dalma/index.html",
    }
    assert expected <= files.keys()
    assert list(files) == sorted(files)


def test_feeds_that_pages_announce_are_written(files: dict[str, str | bytes]) -> None:
    """No page links to a feed that is not there, and the home page has one."""
    announced = {
        path.rpartition("/")[0] + "/" * ("/" in path) + href
        for path, page in files.items()
        if path.endswith(".html")
        for href in re.findall(r'<link rel="alternate"[^>]* href="([^"]+)"', text_of(page))
    }
    assert {"feed.xml", "feed.json", "places/dalma/feed.json"} <= announced <= files.keys()


def test_pages_quote_with_an_address_that_was_checked(files: dict[str, str | bytes]) -> None:
    """The quotations on the finished pages carry their passages, so that the check has something to check."""
    known = small_site().linked.articles
    html = {p: text_of(page) for p, page in files.items() if p.endswith(".html")}
    assert sum(receipts.check_page(p, text, known) for p, text in html.items()) >= 3
    assert "data-quote=" in text_of(files[f"events/{EVENT}/index.html"])


def test_the_same_site_gives_the_same_bytes(files: dict[str, str | bytes], tmp_path: Path) -> None:
    """A cold cache changes nothing, and the second writing touches no file."""
    site = small_site(cache=tmp_path / "cache", site_url="https://example.org/x", templates=Path("templates"))
    assert publishing.compose(site) == files
    publishing.write(files, tmp_path / "site")
    assert not publishing.write(files, tmp_path / "site").changed


def test_a_wrong_quotation_stops_the_build(tmp_path: Path) -> None:
    """A claim that points behind the end of its article is never published."""
    site = small_site(cache=tmp_path)
    (first, *rest) = site.linked.claims["delta-post"]
    wrong = replace(first, content=(Span(0, len(POST) + 1),))
    linked = replace(site.linked, claims={**site.linked.claims, "delta-post": (wrong, *rest)})
    with pytest.raises(ReceiptError):
        publishing.compose(replace(site, linked=linked))
