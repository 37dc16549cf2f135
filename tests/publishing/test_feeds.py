"""Feeds and the map of the site: absolute, dated by the articles, in the words of the sources."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest
from small_site import EVENT, POST, article, small_site

from according.publishing import feeds, links, sitemap
from according.publishing.feeds import announced, feed_pages
from according.publishing.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URL = "https://example.org/news"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The feeds of the small site at an address of its own."""
    return feeds.make_feeds(small_site(site_url=URL, title="News & co"))


def atom(files: dict[str, str], path: str = "feed.xml") -> ET.Element:
    """A feed as a reader would parse it."""
    return ET.fromstring(files[path])  # noqa: S314 - our own


def test_without_an_address_there_are_no_feeds() -> None:
    """A feed with links that lead nowhere is worse than none, and no page announces one."""
    assert feeds.make_feeds(small_site()) == {}
    assert feed_pages(small_site()) == {}


def test_there_is_a_feed_for_the_site_each_event_and_each_lasting_entity(files: dict[str, str]) -> None:
    """So have places, actors and sources with events; sources without a name and what has no event have none."""
    pages = ("", "places/dalma/", "places/upper-dalma/", "actors/ministry/", "sources/ministry/", "sources/delta-post/")
    more = ("sources/north-wire/", f"events/{EVENT}/", "events/undated-meeting/")
    assert set(files) == {f"{page}{name}" for page in pages + more for name in ("feed.xml", "feed.json")}
    assert set(feed_pages(small_site(site_url=URL))) == {f"{page}index.html" for page in pages + more}


def test_what_pages_announce_exists(files: dict[str, str]) -> None:
    """The link beside each page leads to a feed that is written, with its media type."""
    titles = feed_pages(small_site(site_url=URL))
    for page in titles:
        for href, media, _, _ in announced(page, titles):
            assert page.replace("index.html", href) in files
            assert media.split("/")[1].startswith(("atom", "feed"))
    assert list(announced("places/ostria/index.html", titles)) == []


def test_atom_has_what_the_standard_wants(files: dict[str, str]) -> None:
    """Id, title, author and date of the feed and of each entry; links and ids are absolute (RFC 4287, section 4)."""
    for path in files:
        if path.endswith(".xml"):
            feed = atom(files, path)
            assert feed.find(f"{ATOM}author/{ATOM}name").text == "News & co"
            for node in (feed, *feed.findall(f"{ATOM}entry")):
                assert node.find(f"{ATOM}title").text
                datetime.fromisoformat(node.find(f"{ATOM}updated").text)
                assert node.find(f"{ATOM}id").text.startswith(f"{URL}/")
                assert all(link.get("href").startswith(f"{URL}/") for link in node.findall(f"{ATOM}link"))


def test_an_entry_is_dated_by_its_articles(files: dict[str, str]) -> None:
    """The latest article tells when an event was last changed; an event without any date is in no feed."""
    entries = atom(files).findall(f"{ATOM}entry")
    assert [e.find(f"{ATOM}id").text for e in entries] == [f"{URL}/events/{EVENT}/"]
    assert entries[0].find(f"{ATOM}updated").text == "2021-03-05T00:00:00Z"


@pytest.mark.parametrize(
    ("hour", "moment"),
    [
        (time(1, 30, tzinfo=timezone(timedelta(hours=3))), "2021-03-04T22:30:00Z"),
        (time(1, 30), "2021-03-05T00:00:00Z"),
    ],
)
def test_an_entry_has_the_hour_where_its_zone_is_known(hour: time, moment: str) -> None:
    """An hour that could be anywhere is none; the formats want a moment, so the day begins in UTC."""
    site = small_site(site_url=URL)
    articles = {id_: replace(a, date=date(2021, 3, 5), time=hour) for id_, a in site.linked.articles.items()}
    files = feeds.make_feeds(replace(site, linked=replace(site.linked, articles=articles)))
    assert {item["date_modified"] for item in json.loads(files["feed.json"])["items"]} == {moment}
    assert atom(files).find(f"{ATOM}entry/{ATOM}updated").text == moment


def test_what_sources_say_is_quoted_with_who_says_it(files: dict[str, str]) -> None:
    """The words are the article's own, escaped once for HTML and once for XML."""
    content = atom(files).find(f"{ATOM}entry/{ATOM}content").text
    assert "<cite>Ministry</cite>" in content
    assert "<q>at least 12 people were killed … “Ça va 🚢”</q>" in content
    assert "residents of Upper Dalma" in content


def test_json_feed_tells_the_same(files: dict[str, str]) -> None:
    """Both formats hold the same entries, with the same addresses and titles."""
    document = json.loads(files["feed.json"])
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = document["items"]
    entry = atom(files).find(f"{ATOM}entry")
    assert item["id"] == item["url"] == entry.find(f"{ATOM}id").text
    assert item["title"] == entry.find(f"{ATOM}title").text
    assert item["content_html"] == entry.find(f"{ATOM}content").text
    assert "content_text" in json.loads(files["places/dalma/feed.json"])["items"][0]


def test_the_feed_of_an_event_has_its_reports_with_who_is_heard_in_each() -> None:
    """Newest first; an entry leads to the article and has an id of its own, since an article may tell of two events."""
    site = small_site(site_url=URL)
    later = replace(site.linked.articles["wire"], date=date(2021, 3, 6))
    site = replace(site, linked=replace(site.linked, articles=site.linked.articles | {"wire": later}))
    made = feeds.make_feeds(site)
    items = json.loads(made[f"events/{EVENT}/feed.json"])["items"]
    assert [i["url"] for i in items] == [f"{URL}/articles/wire/", f"{URL}/articles/delta-post/"]
    assert [i["id"] for i in items] == [f"{URL}/events/{EVENT}/#wire", f"{URL}/events/{EVENT}/#delta-post"]
    assert "<q>30 people died</q>" in items[0]["content_html"]
    assert "<q>at least 12 people were killed … “Ça va 🚢”</q>" in items[1]["content_html"]
    entry = atom(made, f"events/{EVENT}/feed.xml").find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id").text == items[0]["id"]
    assert entry.find(f"{ATOM}content").text == items[0]["content_html"]


def many(count: int) -> Site:
    """A site with many events at one place."""
    site = small_site(site_url=URL)
    first = site.events.events[EVENT]
    texts = {f"a{i}": article(f"a{i}", POST, day=date.fromordinal(700_000 + i)) for i in range(count)}
    events = {f"e{i:03}": replace(first, id=f"e{i:03}", articles=(f"a{i}",)) for i in range(count)}
    linked = replace(site.linked, articles=site.linked.articles | texts)
    return replace(site, linked=linked, events=replace(site.events, events=events))


def test_feeds_stay_small_and_start_with_the_newest() -> None:
    """A feed does not grow with the site."""
    files = feeds.make_feeds(many(70))
    assert len(atom(files).findall(f"{ATOM}entry")) == feeds.MOST
    assert len(atom(files, "places/dalma/feed.xml").findall(f"{ATOM}entry")) == feeds.MOST_OF_ONE
    assert atom(files).find(f"{ATOM}entry/{ATOM}id").text.endswith("/e069/")


def test_characters_that_xml_refuses_do_not_break_a_feed() -> None:
    """A control character in a title is shown as a replacement character."""
    site = small_site(site_url=URL)
    event = replace(site.events.events[EVENT], title="bad \x0b\x00 & <title>")
    site = replace(site, events=replace(site.events, events={EVENT: event}))
    entry = atom(feeds.make_feeds(site)).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "bad \ufffd\ufffd & <title>"


def test_addresses_are_encoded() -> None:
    """A path with other letters is percent-encoded; a page is the address of its folder."""
    assert links.absolute("https://example.org/a/", "places/łódź/index.html") == (
        "https://example.org/a/places/%C5%82%C3%B3d%C5%BA/"
    )
    assert links.absolute("https://example.org", "data/x.csv") == "https://example.org/data/x.csv"


PATHS = ["index.html", f"events/{EVENT}/index.html", "review/index.html", "404.html", "assets/style.css"]


def test_the_sitemap_lists_pages_that_people_look_for() -> None:
    """Every page but the lost one and those for editors, absolute, with the day of its last report."""
    files = sitemap.make_sitemap(small_site(site_url=URL), PATHS)
    root = ET.fromstring(files["sitemap.xml"])  # noqa: S314 - our own
    found = {u.find(f"{MAP}loc").text: u.find(f"{MAP}lastmod") for u in root}
    assert set(found) == {f"{URL}/", f"{URL}/events/{EVENT}/"}
    assert found[f"{URL}/events/{EVENT}/"].text == "2021-03-05"
    assert f"Sitemap: {URL}/sitemap.xml" in files["robots.txt"]


def test_without_an_address_there_is_no_sitemap() -> None:
    """A sitemap must be absolute; robots.txt stands on its own."""
    assert sitemap.make_sitemap(small_site(), PATHS) == {"robots.txt": "User-agent: *\nAllow: /\n"}


def test_a_large_site_has_several_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file lists more pages than the standard allows; an index leads to all of them."""
    monkeypatch.setattr(sitemap, "MOST", 3)
    files = sitemap.make_sitemap(small_site(site_url=URL), [f"events/{i}/index.html" for i in range(8)])
    index = ET.fromstring(files["sitemap.xml"])  # noqa: S314 - our own
    assert index.tag == f"{MAP}sitemapindex"
    parts = [node.find(f"{MAP}loc").text.removeprefix(f"{URL}/") for node in index]
    assert [len(ET.fromstring(files[p])) for p in parts] == [3, 3, 2]  # noqa: S314 - our own
