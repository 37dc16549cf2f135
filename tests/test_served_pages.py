"""The addresses at which ``build.py serve`` serves a site that will be published below a path."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from according.config import Config
from according.serving import Handler, News

Asked = Callable[[str], tuple[int, str]]
FILES = {
    "index.html": "home",
    "style.css": "style",
    "404.html": "<head></head>lost",
    "events/index.html": "events",
    "events/one/index.html": "one",
}


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Callable[[str], Asked]]:
    """By the site's own address: the status and the text at a path of the server."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf8")
    servers: list[ThreadingHTTPServer] = []

    def at(url: str) -> Asked:
        made = partial(Handler, directory=str(tmp_path), news=News(), top=Config(site_url=url).top)
        server = ThreadingHTTPServer(("127.0.0.1", 0), made)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def ask(path: str) -> tuple[int, str]:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

        return ask

    yield at
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("url", ["https://example.org/news/", "https://example.org/news", "https://example.org/a/b"])
def test_what_the_page_for_dead_addresses_links_is_there(url: str, asked: Callable[[str], Asked]) -> None:
    """Its links begin at the top of the site as it will be published; the site is at the server's top all the same."""
    ask, top = asked(url), Config(site_url=url).top
    for below in ("/", top):
        assert ask(f"{below}style.css") == (200, "style")
        assert ask(below)[1].startswith("home")
        assert ask(f"{below}events/")[1].startswith("events")
        status, lost = ask(f"{below}events/none/")
        assert (status, "lost" in lost) == (404, True)
    assert ask(top.rstrip("/"))[0] == 301


def test_what_the_site_has_goes_before_what_is_below_its_path(asked: Callable[[str], Asked]) -> None:
    """A site that is published below a folder that it has itself."""
    ask = asked("https://example.org/events/")
    assert ask("/events/one/")[1].startswith("one")
    assert ask("/events/style.css") == (200, "style")


@pytest.mark.parametrize("url", ["https://example.org", "https://example.org/"])
def test_a_site_without_a_path_is_at_the_top(url: str, asked: Callable[[str], Asked]) -> None:
    """And nowhere else."""
    ask = asked(url)
    assert ask("/style.css") == (200, "style")
    assert ask("/news/style.css")[0] == 404
