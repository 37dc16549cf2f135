"""Fixtures of the end-to-end tests: real builds with the real model."""

import pytest
from site_builder import CACHE, workshop

from according.config import Config
from according.linking.gazetteer import open_gazetteer


@pytest.fixture(scope="session", autouse=True)
def place_index():
    """The index of place names, built once for all tests into the project's own cache."""
    CACHE.mkdir(exist_ok=True)
    open_gazetteer(Config(cache=CACHE))


@pytest.fixture
def shop(tmp_path):
    """A workshop with two articles, not yet built."""
    return workshop(tmp_path)
