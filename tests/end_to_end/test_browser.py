"""A site in a real browser: every page kind, narrow to wide, light and dark, scripts on and off.

It is the demonstration's; with ACCORDING_TEST_CONTENT set to another folder of articles, those tests that hold for any
articles look at the site of these.
"""

import functools
import http.server
import itertools
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from site_builder import ROOT

OTHER = os.environ.get("ACCORDING_TEST_CONTENT", "")
of_the_demonstration = pytest.mark.skipif(bool(OTHER), reason="It asks for names of the demonstration.")
PREFIX = "some/where"
WIDTHS = (320, 834, 1920)  # 320 is a phone, and also 1280 at a zoom of 400 %
SCHEMES = ("light", "dark")
SINGLE = ("timeline", "map", "disputes", "search", "review", "about", "data")
KINDS = ("events", "places", "actors", "sources", "articles")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A site, built as a user builds it, under a prefix as GitHub Pages has it."""
    root = tmp_path_factory.mktemp("served")
    output = root / PREFIX
    output.parent.mkdir(parents=True)
    command = [sys.executable, str(ROOT / "build.py"), "build", "--output", str(output), "--quiet"]
    if OTHER:
        command += ["--content", OTHER, "--overrides", str(root / "overrides")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="module")
def address(folder):
    """Where a web server shows it."""
    root = folder.parents[len(Path(PREFIX).parts) - 1]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{PREFIX}/"
    server.shutdown()


@pytest.fixture(scope="module")
def paths(folder):
    """One page of each kind, of those with many the heaviest, and all single pages."""
    heaviest = [
        max((folder / kind).glob("*/index.html"), key=lambda p: (p.stat().st_size, p)).relative_to(folder).as_posix()
        for kind in KINDS
    ]
    return ("index.html", "404.html", *heaviest, *(f"{k}/index.html" for k in (*KINDS, *SINGLE)))


BROKEN_OFF = "net::ERR_ABORTED"  # by the browser itself, when it leaves a page


def watched(context, address):
    """A page that notes every message of the console, every failure, and every request to elsewhere."""
    page, noted = context.new_page(), []
    page.on("console", lambda m: noted.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: noted.append(f"error: {e}"))
    # Going to the next page breaks off a request for the icon; a file that is missing fails otherwise.
    page.on(
        "requestfailed", lambda r: None if r.failure == BROKEN_OFF else noted.append(f"failed: {r.failure} {r.url}")
    )
    page.on("request", lambda r: noted.append(f"elsewhere: {r.url}") if not r.url.startswith(address) else None)
    page.on("response", lambda r: noted.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    return page, noted


def test_pages_are_quiet_and_fit(browser, address, paths):
    """No error, no request that fails or leaves the site, nothing wider than the window, light and dark."""
    context = browser.new_context()
    page, noted = watched(context, address)
    wide = []
    for path in paths:
        page.goto(address + path)
        for scheme, width in itertools.product(SCHEMES, WIDTHS):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((path, width, scheme))
    context.close()
    assert (noted, wide) == ([], [])


def test_axe_finds_nothing(browser, address, paths):
    """WCAG 2.2 AA and axe's best practices, on a phone in the dark and on a desk in the light."""
    context = browser.new_context()
    page = context.new_page()
    found = []
    for path in paths:
        page.goto(address + path)
        for scheme, width in (("light", 1280), ("dark", 390)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            violations = Axe().run(page).response["violations"]
            found += [(path, scheme, v["id"], v["nodes"][0]["html"][:160], len(v["nodes"])) for v in violations]
    context.close()
    assert found == []


def test_everything_works_from_a_folder(browser, folder, paths):
    """Opened by a double click, without a server."""
    address = folder.as_uri() + "/"
    context = browser.new_context()
    page, noted = watched(context, address)
    for path in paths:
        page.goto(address + path)
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", f"{path} has no stylesheet"
    context.close()
    assert noted == []


def test_pages_are_whole_without_scripts(browser, address, paths):
    """The words are in the page; the search page leads to the A to Z pages instead."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in paths:
        page.goto(address + path)
        assert page.locator("main h1").inner_text()
    page.goto(address + "search/index.html")
    assert page.locator(".script").is_visible()
    assert page.locator(".ways a").count() == len(KINDS)
    assert not page.locator(".seek").is_visible()
    context.close()


@of_the_demonstration
@pytest.mark.parametrize("where", ["server", "folder"])
def test_search_finds_a_name_in_any_spelling(browser, folder, address, where):
    """Also from a folder, where pages cannot fetch files; the query of the head of any page is carried over."""
    start = address if where == "server" else folder.as_uri() + "/"
    context = browser.new_context()
    page = context.new_page()
    page.goto(start + "index.html")
    page.locator("header input[type=search]").fill("khirbet ammo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=khirbet*")
    assert "Khirbet" in page.locator("#hits a").first.inner_text()
    page.locator("#q").fill("no such name anywhere")
    assert page.locator("#hits a").count() == 0
    page.locator("#q").fill("KAMYSHLY")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/*/index.html")
    assert page.locator("h1").inner_text() == "Qamishli"
    context.close()


def test_a_receipt_leads_to_the_sentence_in_view_and_highlighted(browser, address, paths):
    """One click from what is said to where it stands."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + next(p for p in paths if p.startswith("events/2")))
    said = page.locator(".said blockquote").first.inner_text()
    page.locator(".said .receipt a").first.click()
    target = page.locator(":target")
    box = target.bounding_box()
    assert said.split(" … ")[0][:20] in target.inner_text()
    assert box is not None
    assert 0 <= box["y"] < 800
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    context.close()


def test_the_filter_of_statements_needs_no_script(browser, address, paths):
    """What one source alone says, and what several say, are parts of everything."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + next(p for p in paths if p.startswith("events/2")))
    shown = {}
    for choice in ("all", "only", "shared"):
        page.locator(f"#show-{choice}").check()
        shown[choice] = page.locator("#accounts .account > .said > li:visible").count()
    assert 0 < shown["only"] < shown["all"]
    assert shown["only"] + shown["shared"] == shown["all"]
    context.close()


def test_the_keyboard_reaches_the_content_first(browser, address):
    """The first stop is a link past the navigation."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    context.close()


@pytest.mark.parametrize("from_folder", [False, True])
def test_lines_to_paste_are_copied_from_the_keyboard(browser, address, folder, paths, from_folder):
    """The button comes before the lines and says that they are copied, also where no clipboard may be asked for."""
    context = browser.new_context()
    if not from_folder:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((folder.as_uri() + "/" if from_folder else address) + next(p for p in paths if p.startswith("places/")))
    page.locator("details.correct > summary").press("Enter")
    name = page.locator("details.correct pre").get_attribute("aria-label")
    assert page.get_by_role("group", name=name).count() == page.get_by_role("button", name=name).count() == 1
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.tagName") == "A":  # a link to the file
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Copy"
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Copied").wait_for()
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("textarea").press("Control+V")
    pasted, offered = page.locator("textarea").input_value(), page.locator("details.correct code").text_content()
    assert pasted.rstrip() == offered.rstrip() != ""
    context.close()


def test_an_event_prints_as_a_briefing(browser, address, paths):
    """Without the site's navigation, with what is folded away on the screen."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + next(p for p in paths if p.startswith("events/2")))
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert not page.locator(".contents").is_visible()
    assert page.locator("h1").is_visible()
    folded = page.locator("details.rest .said > li")
    assert folded.count() == 0 or folded.first.bounding_box()["height"] > 0
    context.close()


def test_nothing_moves_while_a_page_loads(browser, address, paths):
    """No layout shift: sizes are known before anything is painted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    shifts = {}
    for path in paths:
        page.goto(address + path)
        shifts[path] = page.evaluate(
            """() => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
                    .observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 50);
            })"""
        )
    context.close()
    assert {p: s for p, s in shifts.items() if s > 0.01} == {}


@of_the_demonstration
@pytest.mark.parametrize("where", ["server", "folder"])
def test_a_link_shows_what_it_leads_to(browser, folder, address, paths, where):
    """On hover and on focus, also from a folder; Esc puts it away, and the page stays quiet."""
    start = address if where == "server" else folder.as_uri() + "/"
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, noted = watched(context, start)
    page.goto(start + next(p for p in paths if p.startswith("events/2")))
    link = page.locator(".facts a[href*='/places/']").first
    link.hover()
    page.locator(".peek").wait_for()
    assert page.locator(".peek").inner_text().startswith(link.inner_text())
    page.keyboard.press("Escape")
    assert page.locator(".peek").count() == 0
    page.locator(".facts a[href*='/actors/']").first.focus()
    page.locator(".peek").wait_for()
    assert "1 event" in page.locator(".peek").inner_text()
    context.close()
    assert noted == []


@of_the_demonstration
def test_the_timeline_is_filtered_by_place_actor_and_source(browser, address):
    """Fewer events, no month without any, and the choice stands in the address."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "timeline/index.html")
    every = page.locator("[data-of]:visible").count()
    place = page.locator("select[name=place]")
    place.select_option(place.locator("option[data-id='suez-canal']").get_attribute("value"))
    few = page.locator("[data-of]:visible").count()
    assert 0 < few < every
    assert page.locator(".month:visible").count() <= few
    page.goto(page.url)
    assert page.locator("[data-of]:visible").count() == few
    context.close()


@of_the_demonstration
def test_arriving_at_a_sentence_one_sees_what_else_its_source_says(browser, address):
    """Its other passages and its line in the key stand out, and the margin leads on to the next."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "articles/2020-02-12-placeholder-tribune/index.html")
    page.locator(".speaks a[href^='#s']").first.click()
    letter = page.locator(":target [data-by]").first.get_attribute("data-by")
    lit = page.locator(f".key li.by-{letter}").evaluate("e => getComputedStyle(e).backgroundColor")
    dark = page.locator(f".key li:not(.by-{letter})").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert lit != dark
    context.close()


@of_the_demonstration
def test_pages_are_light(folder):
    """Under 60 KB each in the demonstration, with one stylesheet and scripts of under 20 KB each."""
    heavy = {p.relative_to(folder).as_posix(): p.stat().st_size for p in folder.rglob("*.html")}
    assert {p: size for p, size in heavy.items() if size >= 60_000} == {}
    assert (folder / "assets/style.css").stat().st_size < 20_000
    assert sum(p.stat().st_size for p in (folder / "assets").glob("*.js")) < 20_000


def test_html_is_valid(folder, paths):
    """One page of each kind, where html-validate (npm) is installed."""
    validator = shutil.which("html-validate")
    if validator is None:
        pytest.skip("html-validate is not installed: npm install --global html-validate")
    (folder.parent / ".htmlvalidate.json").write_text('{"root": true, "extends": ["html-validate:standard"]}', "utf8")
    files = [str(folder / p) for p in paths]
    done = subprocess.run([validator, *files], cwd=folder.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
