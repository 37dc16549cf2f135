"""The file of settings is edited while ``build.py serve`` serves the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from according import serving
from according.config import Config, load_config
from according.console import Console, Loudness
from according.publishing import Written
from according.serving import News, Served, Settings

DONE = Written((), (), ("index.html",), ())


@pytest.fixture
def served(tmp_path, monkeypatch):
    """Edits the file of settings once by once: the titles under which the site is built, and what browsers are told."""
    file, built = tmp_path / "config.yaml", list[str]()
    news = News()
    for folder in ("content", "more"):
        (tmp_path / folder).mkdir()

    def build(config: Config, *_: object, **__: object) -> Written:
        built.append(f"{config.title} of {config.content.name}")
        return DONE

    def run(*texts):
        told: list[tuple[str, ...]] = []
        waiting: Iterator[str | None] = iter(texts)

        def edited(*_: object) -> Iterator[set[tuple[int, str]]]:
            for text in waiting:
                file.unlink(missing_ok=True)
                if text is not None:
                    file.write_text(text, "utf8")
                yield {(1, str(file))}
                told.append(news.after(None, 1).problems)

        monkeypatch.setattr(serving, "build", build)
        monkeypatch.setattr(serving, "edits", edited)
        file.write_text("title: One\n", "utf8")
        settings = Settings(file, partial(load_config, file), required=True)
        server = Served(settings, settings.read(), Console(Loudness.QUIET), news, strict=False)
        server.build()
        while server.follow():
            told.append(news.after(None, 1).problems)
        return built, told

    return run


def test_the_site_is_built_under_the_settings_of_now(served) -> None:
    """Another folder of articles is read, too."""
    built, told = served("title: Two\n", "title: Two\ncontent: more\n")
    assert built == ["One of content", "Two of content", "Two of more"]
    assert told == [(), ()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: Two\ncolour: 1\n", ':2:1: error: There is no key "colour" here.'),
        ("content: nowhere\n", "does not exist"),
        (None, "The file is gone."),
    ],
)
def test_a_mistake_in_the_settings_is_told_and_the_site_stays(text, words, served) -> None:
    """Nothing is built under the old ones either, until it is mended."""
    built, told = served(text, text, "title: Three\n")
    assert built == ["One of content", "Three of content"]
    assert all(words in lines[0] for lines in told[:2])
    assert told[0][-1] == "The site stays as it was: 1 to mend."
    assert told[2] == ()
