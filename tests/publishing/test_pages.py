"""Whole pages: each kind is there, links lead somewhere, nothing is loaded from elsewhere, and nothing is made up."""

import posixpath
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from fixture import site
from jinja2 import UndefinedError
from small_site import small_site
from story import CLASH

from according.cache import Store
from according.config import Config
from according.model import Article, Block, BlockKind, Digest, EventSet, Linked, Span
from according.publishing import data, links, pages, receipts
from according.publishing.layout import OURS
from according.publishing.site import Site

KINDS = ("events", "places", "actors", "sources", "articles")
SINGLE = ("timeline", "map", "disputes", "search", "review", "about", "data")
VOID = {"meta", "link", "input", "br", "img", "hr"}
LOADING = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("use", "href")}


class Tags(HTMLParser):
    """The tags of a page with their attributes; end tags must fit."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(html)
        self.close()
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag, attributes):
        """Note it."""
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        """Note it; it has no end."""
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        """It must end what was opened last."""
        assert self.open, f"</{tag}> without a beginning"
        assert self.open.pop() == tag

    @property
    def ids(self):
        """All ids, in order."""
        return [a["id"] for _, a in self.tags if "id" in a]


@pytest.fixture(scope="module")
def made():
    """The invented site."""
    return site()


@pytest.fixture(scope="module")
def files(made):
    """All its files."""
    return pages.render(made) | data.export(made)


@pytest.fixture(scope="module")
def read(files):
    """Its pages, read."""
    return {path: Tags(text) for path, text in files.items() if path.endswith(".html")}


@pytest.mark.parametrize(("event", "shown"), [(CLASH, False), (None, True)])
def test_no_event_is_said_to_be_found_where_what_others_say_names_one(made, event, shown):
    """Of an actor that takes part in none."""
    who = "northern-command"
    events = {i: replace(e, actors=(), participants=()) for i, e in made.events.events.items()}
    told = replace(made.digest.actors[who], by_event=((event, made.digest.actors[who].by_event[0][1]),))
    digest = replace(made.digest, actors={**made.digest.actors, who: told})
    laid = pages.render(replace(made, events=replace(made.events, events=events), digest=digest))
    assert ("No event was found." in laid[f"actors/{who}/index.html"]) == shown


def test_every_page_kind_is_there(files, made):
    """One page for each thing, one A to Z page for each kind, and the single pages."""
    expected = {"index.html", "404.html"} | {f"{kind}/index.html" for kind in (*KINDS, *SINGLE)}
    for kind, things in (
        ("events", made.events.events),
        ("places", made.linked.places),
        ("actors", made.linked.actors),
        ("sources", made.linked.sources),
        ("articles", made.linked.articles),
    ):
        expected |= {f"{kind}/{id_}/index.html" for id_ in things}
    assert {p for p in files if p.endswith(".html")} == expected


def test_every_link_and_anchor_leads_somewhere(files, read):
    """Relative to the page it stands on, so the site works under any prefix and from a folder."""
    broken = []
    for path, page in read.items():
        for tag, attributes in page.tags:
            for name in ("href", "src", "action"):
                url = urlsplit(attributes.get(name) or "#main")
                if url.scheme:
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url.path) or "."))
                target = path if not url.path else target
                anchor = unquote(url.fragment)
                if target not in files or (anchor and anchor not in read[target].ids):
                    broken.append((path, tag, attributes.get(name)))
    assert broken == []


def test_pages_link_to_files_not_to_folders(read):
    """A folder has no page of its own when the site is opened from a disk."""
    hrefs = {a["href"] for page in read.values() for t, a in page.tags if t == "a" and "href" in a}
    assert [h for h in hrefs if urlsplit(h).path.endswith("/") and not urlsplit(h).scheme] == []


def test_nothing_is_loaded_from_elsewhere(read, files):
    """No request leaves the site: no font, no tile, no script, no picture of others."""
    loaded = [
        a[name]
        for page in read.values()
        for tag, a in page.tags
        for name in ("href", "src")
        if (tag, name) in LOADING and name in a and a.get("rel") != "canonical"
    ]
    assert loaded
    assert [x for x in loaded if urlsplit(x).scheme or x.startswith("//")] == []
    assert re.search(r"url\(|@import", files["assets/style.css"]) is None


def test_no_page_has_an_id_twice(read):
    """An anchor is unambiguous."""
    assert {p: t.ids for p, t in read.items() if len(t.ids) != len(set(t.ids))} == {}


def test_every_quotation_stands_in_its_article(files, made):
    """The finished pages are compared with the texts, as at every build."""
    assert sum(receipts.check_page(p, text, made.linked.articles) for p, text in files.items()) > 60


def test_statements_are_quotations_that_can_be_checked(files):
    """No blockquote on an event's page is without its address."""
    for path, text in files.items():
        if path.startswith("events/2021"):
            assert text.count("<blockquote") == len(re.findall(r"<blockquote[^>]*data-quote=", text)) > 0


def test_the_text_of_an_article_is_on_its_page_unchanged(files, made):
    """Marks add nothing to it and leave nothing out."""
    for id_, article in made.linked.articles.items():
        page = files[links.page("articles", id_)]
        shown = re.sub(r"<[^>]+>", "", page).replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
        for block in article.blocks:
            assert block.span.of(article.text) in shown


def test_the_same_site_gives_the_same_bytes(files, made):
    """No clock, no chance, no order of sets."""
    assert pages.render(made) == {p: t for p, t in files.items() if p in pages.render(made)}


def test_a_second_site_with_odd_texts_is_laid_out(made):
    """Line ends that are none in HTML, emoji, and a figure that looks like a formula."""
    other = small_site()
    files = pages.render(other)
    assert sum(receipts.check_page(p, text, other.linked.articles) for p, text in files.items()) > 0
    for path, text in files.items():
        if path.endswith(".html"):
            Tags(text)


def test_an_empty_site_says_what_to_do():
    """Nothing to read is no reason to fail."""
    empty = Site(
        config=Config(),
        linked=Linked({}, {}, {}, {}, {}, {}, {}),
        events=EventSet({}, {}, {}, {}),
        digest=Digest({}, {}, {}, {}, ()),
        problems=(),
        generator="1",
        model="m",
        model_version="1",
    )
    files = pages.render(empty)
    assert "Put some into the content folder" in files["index.html"]
    assert "There is nothing to decide" in files["review/index.html"]


HOSTILE = '<script>alert("x")</script> & "quoted" \' {{ 7*7 }}'


def test_what_people_bring_is_never_run(made):
    """Titles, outlets, texts, names and the site's own name are shown as text."""
    article = Article(
        "bad", f"{HOSTILE}.md", HOSTILE, HOSTILE, None, "https://example.org/?a=1&b=2", "en", HOSTILE,
        (Block(Span(0, len(HOSTILE)), BlockKind.PARAGRAPH),),
    )  # fmt: skip
    linked = replace(made.linked, articles={**made.linked.articles, "bad": article})
    files = pages.render(replace(made, linked=linked, config=Config(title=HOSTILE, description=HOSTILE)))
    for path, text in files.items():
        if path.endswith(".html"):
            assert "<script>alert" not in text, path
            assert "49" not in text or "{{ 7*7 }}" in text or "bad" not in text


def test_an_address_that_is_no_web_address_is_not_linked(made):
    """A file may claim "javascript:..." as its URL."""
    article = replace(made.linked.articles["note"], url="javascript:alert(1)")
    linked = replace(made.linked, articles={**made.linked.articles, "note": article})
    page = pages.render(replace(made, linked=linked))[links.page("articles", "note")]
    assert 'href="javascript' not in page
    assert "javascript:alert(1)" in page


def test_absolute_addresses_are_written_only_when_the_sites_own_is_known(made):
    """Canonical links, and a page for lost readers that works at any depth."""
    plain, known = pages.render(made), pages.render(site(site_url="https://example.org/delta"))
    assert 'rel="canonical"' not in plain["index.html"]
    assert '<link rel="canonical" href="https://example.org/delta/events/">' in known["events/index.html"]
    assert 'href="/delta/assets/style.css"' in known["404.html"]
    assert 'href="assets/style.css"' in plain["404.html"]


def test_correct_this_opens_the_editor_when_the_repository_is_known(made):
    """With the branch and the folder of overrides."""
    known = pages.render(site(repository="https://github.com/someone/delta", branch="trunk"))
    page = known[links.page("places", "tel-marwan")]
    assert 'href="https://github.com/someone/delta/edit/trunk/overrides/places.yaml"' in page
    assert "/edit/" not in pages.render(made)[links.page("places", "tel-marwan")]


def test_a_renamed_page_keeps_the_one_spelling_of_the_articles(made):
    """Nobody else writes the new name; without the old one, a reader could not tell what the page is of."""
    places = dict(made.linked.places)
    places["nahr-city"] = replace(places["nahr-city"], name="An Nahr", overridden=True)
    page = pages.render(replace(made, linked=replace(made.linked, places=places)))[links.page("places", "nahr-city")]
    assert '<span class="form">Nahr City</span>' in page
    assert '<span class="form">' not in pages.render(made)[links.page("places", "nahr-city")]


def test_a_users_template_wins_file_by_file_and_can_extend_ours(tmp_path, made):
    """One small file changes one page; the others stay."""
    (tmp_path / "home.html").write_text('{% extends "built-in/home.html" %}{% block title %}Mine{% endblock %}', "utf8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "style.css").write_text("body { color: red }", "utf8")
    files = pages.render(replace(made, config=Config(templates=tmp_path)))
    assert "<title>Mine</title>" in files["index.html"]
    assert files["assets/style.css"] == "body{color:red}\n"
    assert "assets/search.js" in files
    assert "Tel Marwan" in files["places/index.html"]


def test_a_misspelt_field_in_a_template_is_an_error(tmp_path, made):
    """Nothing is silently left out."""
    (tmp_path / "home.html").write_text("{{ view.tilte }}", "utf8")
    with pytest.raises(UndefinedError):
        pages.render(replace(made, config=Config(templates=tmp_path)))


def test_templates_trust_nothing():
    """No template switches escaping off."""
    wrong = [p.name for p in OURS.glob("*.html") if re.search(r"\|\s*safe|autoescape", p.read_text("utf8"))]
    assert wrong == []


def test_pages_are_light(files):
    """The stylesheet and the scripts are under 20 KB, a page of this size under 60 KB."""
    assert len(files["assets/style.css"].encode()) < 20 * 1024
    assert sum(len(t.encode()) for p, t in files.items() if p.startswith("assets/") and p.endswith(".js")) < 20 * 1024
    assert {p: len(t) for p, t in files.items() if p.endswith(".html") and len(t.encode()) > 60_000} == {}


def test_a_page_does_not_grow_with_the_number_of_others(made):
    """No page lists everything but the A to Z pages."""
    article = made.linked.articles["note"]
    more = {f"note-{n}": replace(article, id=f"note-{n}") for n in range(50)}
    grown = replace(made, linked=replace(made.linked, articles={**made.linked.articles, **more}))
    path = links.page("articles", "wire-checkpoint")
    assert pages.render(grown)[path] == pages.render(made)[path]


def test_a_title_made_of_a_file_name_is_called_no_title(made):
    """What the article does not tell about itself is shown as missing."""
    article = replace(made.linked.articles["note"], titled=False)
    linked = replace(made.linked, articles={**made.linked.articles, "note": article})
    page = pages.render(replace(made, linked=linked))[links.page("articles", "note")]
    assert "<dt>Title</dt><dd>not stated</dd>" in page


def test_a_changed_template_is_seen_although_compiled_ones_are_kept(tmp_path, made):
    """The store saves work, never an old page."""
    own = tmp_path / "templates"
    own.mkdir()
    shown = []
    for words in ("first", "second"):
        (own / "home.html").write_text(words, "utf8")
        with Store(tmp_path / "maps.sqlite") as store:
            shown.append(pages.render(replace(made, config=Config(templates=own)), store)["index.html"])
    assert shown == ["first", "second"]
