"""The content folder: every file an article, in the order of the names."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from according.config import Config, Outlet
from according.errors import Level, Problem
from according.model import Article, BlockKind
from according.reading import read_folder

ROOT = Path(__file__).parent.parent.parent
BODY = "A ship ran aground on Tuesday, the authority said.\n\nNobody was hurt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty content folder."""
    made = tmp_path / "content"
    made.mkdir()
    return made


def put(folder: Path, **files: str) -> None:
    """Write files; ``__`` in a name stands for its dot."""
    for name, text in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8", newline="")


def read(folder: Path, **settings: object) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The folder's articles and problems, with a cache beside it."""
    return read_folder(folder, Config(cache=folder.parent / "cache", **settings))


def only(folder: Path, **settings: object) -> Article:
    """The one article of a folder without problems."""
    (article,), problems = read(folder, **settings)
    assert problems == ()
    return article


def test_a_plain_text_is_the_file(folder: Path) -> None:
    """Without front matter every character keeps its offset, line ends and spaces included."""
    text = "  Ship runs aground  \r\n\r\nA ship ran aground.\r\nNobody was hurt. \n\n\n"
    put(folder, note__txt=text)
    article = only(folder)
    assert article.text == text
    assert [b.span.of(text) for b in article.blocks] == ["Ship runs aground", "A ship ran aground.", "Nobody was hurt."]
    assert article.blocks[0].kind is BlockKind.HEADING
    assert article.title == "Ship runs aground"


def test_front_matter_of_a_plain_text(folder: Path) -> None:
    """The text starts after the front matter, as it is."""
    put(folder, note__txt=f"---\ntitle: Ship aground\ndate: 2021-03-23\n---\n\n{BODY}")
    article = only(folder)
    assert article.text == "\n" + BODY
    assert (article.title, article.date) == ("Ship aground", date(2021, 3, 23))


def test_a_markdown_file(folder: Path) -> None:
    """Title, date, outlet and address come from the front matter, the text is what a reader sees."""
    put(
        folder,
        a__md=f"---\ntitle: Ship aground\ndate: 2021-03-23\npublisher: Wire\nurl: https://w.example/1\n---\n*{BODY}*",
    )
    article = only(folder)
    assert (article.title, article.outlet, article.url) == ("Ship aground", "Wire", "https://w.example/1")
    assert article.text == "*A ship ran aground on Tuesday, the authority said.\n\nNobody was hurt.\n*"
    assert article.titled


def test_a_heading_is_the_title_of_a_markdown_file(folder: Path) -> None:
    """The first heading comes before the file's name."""
    put(folder, **{"2021-03-23-wire-other-words__md": f"# Ship aground\n\n{BODY}"})
    article = only(folder)
    assert (article.title, article.outlet, article.date) == ("Ship aground", "wire", date(2021, 3, 23))


def test_the_first_line_is_the_title_of_a_plain_text(folder: Path) -> None:
    """A headline in the file is the outlet's own words, a file name is not."""
    put(folder, **{"2021-03-23-wire-other-words__txt": f"Ship aground\n\n{BODY}"})
    assert only(folder).title == "Ship aground"


def test_an_article_without_title_is_labelled_by_its_file_name(folder: Path) -> None:
    """The label is told apart from a title."""
    put(folder, **{"ship_in-canal__txt": BODY})
    article = only(folder)
    assert article.title == "Ship in canal"
    assert not article.titled


def test_what_is_missing_is_missing(folder: Path) -> None:
    """No outlet, day or address is made up; a dateline does not date the article."""
    put(folder, note__txt="CAIRO, March 23 (Wire) — A ship ran aground.\n\nNobody was hurt.\n")
    article = only(folder)
    assert (article.outlet, article.date, article.url) == (None, None, None)


def test_the_file_name_of_an_article_with_front_matter_gives_no_outlet(folder: Path) -> None:
    """Many sites name files date-and-title; what tells of itself is not of our pattern."""
    put(folder, **{"2021-03-23-ship-runs-aground__md": f"---\ntitle: Ship aground\n---\n{BODY}"})
    article = only(folder)
    assert (article.outlet, article.date) == (None, date(2021, 3, 23))


def test_outlets_by_their_other_names(folder: Path) -> None:
    """A host name or alias of the configuration becomes the outlet's name; "www." says nothing."""
    outlets = {"Example Wire": Outlet(aliases=("wire.example", "EW"))}
    put(folder, a__md=f"---\npublisher: www.wire.example\n---\n{BODY}", b__md=f"---\noutlet: ew\n---\n{BODY}")
    put(folder, c__md=f"---\nsource: www.other.example\n---\n{BODY}")
    put(folder, **{"2021-03-23-example-wire-ship__txt": BODY})
    articles, problems = read(folder, outlets=outlets)
    assert problems == ()
    assert {a.file: a.outlet for a in articles} == {
        "2021-03-23-example-wire-ship.txt": "Example Wire",
        "a.md": "Example Wire",
        "b.md": "Example Wire",
        "c.md": "other.example",
    }


def test_articles_come_in_the_order_of_their_files(folder: Path) -> None:
    """Folders inside the folder are read too."""
    put(folder, b__md=BODY, a__txt=BODY, **{"sub/c__markdown": BODY})
    articles, _ = read(folder)
    assert [a.file for a in articles] == ["a.txt", "b.md", "sub/c.markdown"]


def test_ids_are_file_names(folder: Path) -> None:
    """An article keeps its address when its title is corrected."""
    put(folder, **{"Ärger im Hafen__md": BODY, "порт__md": BODY, "!!!__md": BODY})
    assert [a.id for a in read(folder)[0]] == ["article-" + sha256(b"!!!.md").hexdigest()[:6], "arger-im-hafen", "port"]


def test_what_browsers_save_beside_a_page_is_left_alone(folder: Path) -> None:
    """Pictures, scripts and the pages of frames are no articles, and hidden files neither."""
    put(
        folder, a__md=BODY, **{"page_files/ad__html": "<p>Buy!</p>", "x__png": "", "__gitkeep": "", "__git/a__md": BODY}
    )
    assert only(folder).file == "a.md"


def test_another_script_is_told(folder: Path) -> None:
    """The model reads English; an article in another script is kept, with a warning."""
    put(folder, a__txt="السفينة عالقة في قناة السويس منذ يوم الثلاثاء.\n")
    put(folder, b__txt="Судно село на мель во вторник.\n")
    articles, problems = read(folder)
    assert [a.language for a in articles] == ["und", "und"]
    assert [p.level for p in problems] == [Level.WARNING] * 2


def test_a_few_foreign_words_do_not_change_the_language(folder: Path) -> None:
    """Names in their own script stand in English articles."""
    put(folder, a__txt="The ship (السفينة) ran aground on Tuesday.\n")
    assert only(folder).language == "en"


def test_a_second_build_reads_the_same(folder: Path) -> None:
    """What comes from the cache equals what was read, warnings included."""
    put(folder, a__md=f"---\ntitle: T\ntags: x\nlanguage: fr\ndate: 2021-03-23\n---\n# T\n{BODY}\n- one\n")
    first = read(folder)
    assert len(first[1]) == 2
    assert read(folder) == first


def test_a_changed_file_is_read_again(folder: Path) -> None:
    """The cache goes by the file's bytes."""
    put(folder, a__txt=BODY)
    read(folder)
    put(folder, a__txt="Another text.\n")
    assert only(folder).text == "Another text.\n"


def test_a_second_build_imports_no_slow_library(folder: Path) -> None:
    """With nothing new neither trafilatura nor markdown-it-py is imported."""
    put(folder, a__md=BODY, b__html=f"<html><body><article><p>{BODY * 5}</p></article></body></html>")
    code = (
        "import sys; from pathlib import Path; from according.config import Config; "
        "from according.reading import read_folder; "
        f"read_folder(Path({str(folder)!r}), Config(cache=Path({str(folder.parent / 'cache')!r}))); "
        "print([m for m in ('trafilatura', 'markdown_it', 'lxml', 'spacy') if m in sys.modules])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert runs == ["['trafilatura', 'markdown_it', 'lxml']", "[]"]


def test_the_demonstration_is_read_without_problems(tmp_path: Path) -> None:
    """The articles that the project ships have titles, outlets and days, but for the one that tells nothing."""
    articles, problems = read_folder(ROOT / "content", Config(cache=tmp_path))
    assert problems == ()
    assert 12 <= len(articles) <= 16
    assert sum(a.date is None for a in articles) <= 1
    assert {Path(a.file).suffix for a in articles} == {".md", ".txt", ".html"}
