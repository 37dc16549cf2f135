"""Fixtures of the end-to-end tests: real builds with the real model."""

import os
import shutil

import pytest
from playwright.sync_api import Error, sync_playwright
from site_builder import CACHE, workshop

from according.config import Config
from according.linking.gazetteer import open_gazetteer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session", autouse=True)
def place_index():
    """The index of place names, built once for all tests into the project's own cache."""
    CACHE.mkdir(exist_ok=True)
    open_gazetteer(Config(cache=CACHE))


@pytest.fixture
def shop(tmp_path):
    """A workshop with two articles, not yet built."""
    return workshop(tmp_path)


@pytest.fixture(scope="session")
def browser():
    """Chromium; without one these tests cannot say anything, which only the project's own checks may not accept."""
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        except Error as error:
            reason = f"no Chromium to test with: {str(error).splitlines()[0]}"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        yield started
        started.close()
