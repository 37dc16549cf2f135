"""Takes the README's screenshots of the built demonstration site (``make screenshots``).

Needs Chromium and the test extra; writes PNG files beside this script.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
SITE = HERE.parent.parent / "site"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def shots() -> list[tuple[str, str, int, int, str]]:
    """Name, page, width, height and colour scheme of each picture; the event and actor with most sources are shown."""
    events = [json.loads(line) for line in (SITE / "data" / "events.jsonl").read_text("utf8").splitlines()]
    articles = [json.loads(line) for line in (SITE / "data" / "articles.jsonl").read_text("utf8").splitlines()]
    event = max(events, key=lambda e: (len(e["sources"]), e["id"]))
    article = max(articles, key=lambda a: (len(a["events"]), a["id"]))
    return [
        ("home", "index.html", 1280, 1000, "light"),
        ("event", event["url"], 1280, 1000, "light"),
        ("event-dark-phone", event["url"], 390, 844, "dark"),
        ("article", f"articles/{article['id']}/index.html", 1280, 1000, "light"),
    ]


def take(browser: Browser, name: str, page: str, size: tuple[int, int], scheme: str) -> None:
    """One picture of the top of one page."""
    width, height = size
    tab = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    tab.goto((SITE / page).as_uri())
    tab.screenshot(path=HERE / f"{name}.png")
    tab.close()


def main() -> None:
    """All pictures of the list."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, page, width, height, scheme in shots():
            take(browser, name, page, (width, height), scheme)
        browser.close()


if __name__ == "__main__":
    main()
