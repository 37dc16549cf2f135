"""``build.py serve``: a correction shows in the open browser by itself."""

import re
import subprocess
import sys

import pytest
from site_builder import ROOT


@pytest.fixture
def served(shop):
    """The address at which a workshop's site is served while it is edited."""
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--port",
        "0",
        "--config",
        str(shop.root / "config.yaml"),
    ]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found.group()
                break
        process.terminate()


def test_a_correction_shows_by_itself(browser, shop, served):
    """A name is corrected and taken back, mistakes are made, shown and mended; nobody touches the browser."""
    page = browser.new_page()
    page.goto(f"{served}actors/index.html")
    page.get_by_text("Ruth Kahl").first.wait_for()
    file = shop.write("overrides/actors.yaml", "Ruth Kahl-Meyer:\n  aliases: [Ruth Kahl]\n")
    page.get_by_text("Ruth Kahl-Meyer").first.wait_for(timeout=60_000)
    file.write_text("Ruth Kahl-Meyer:\n  alias: [Ruth Kahl]\n", "utf8")
    page.get_by_text('Write "aliases".').wait_for(timeout=60_000)
    assert page.get_by_text("actors.yaml:2").count() == 1
    assert page.get_by_text("Ruth Kahl-Meyer").count() > 0
    file.write_text("Ruth K. Meyer:\n  aliases: [Ruth Kahl]\n", "utf8")
    page.get_by_text("Ruth K. Meyer").first.wait_for(timeout=60_000)
    assert page.get_by_text("Ruth Kahl-Meyer").count() == 0
    assert page.get_by_text("to mend").count() == 0
    file.write_text("Ruth K. Meyer:\n  aliases: [Ruth Kahl]\nNobody Atall:\n  kind: person\n", "utf8")
    page.get_by_text("Nobody Atall").wait_for(timeout=60_000)
    file.unlink()
    page.get_by_text("Ruth Kahl", exact=True).first.wait_for(timeout=60_000)
    assert page.get_by_text("Ruth K. Meyer").count() == 0
    assert page.get_by_text("Nobody Atall").count() == 0
    page.close()


def test_what_is_open_stays_open_when_a_page_is_loaded_anew(browser, shop, served):
    """With the lines to paste in view, and the keyboard where it was, others can be corrected."""
    page = browser.new_page()
    page.goto(f"{served}actors/ruth-kahl/index.html")
    page.get_by_text("Correct this", exact=True).click()
    shop.write("overrides/actors.yaml", "Ruth Kahl:\n  wikidata: Q42\n")
    page.get_by_text("Q42").first.wait_for(timeout=60_000)
    fold = page.locator("details.correct")
    assert fold.get_attribute("open") is not None
    assert fold.locator("summary").evaluate("summary => summary === document.activeElement")
    page.close()


def test_an_address_that_is_none_shows_the_site_s_own_page(browser, served):
    """With its links, from whatever depth; and what is wrong later is told in a region that is there already."""
    page = browser.new_page()
    answer = page.goto(f"{served}places/nowhere/at-all.html")
    assert answer.status == 404
    assert page.get_by_role("status").count() == 1
    page.get_by_role("link", name="Events").first.click()
    page.wait_for_url(f"{served}events/index.html")
    page.close()
