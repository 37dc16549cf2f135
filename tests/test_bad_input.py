"""What people bring that is not an article: each gets a message with file, line, problem and remedy.

One bad article never stops the others; a folder without articles or a bad configuration stops all before it begins.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from according.config import Config, load_config
from according.errors import AccordingError, Level, Problem
from according.model import Article
from according.reading import read_folder

GOOD = "Ship runs aground\n\nA ship ran aground on Tuesday, the authority said.\n"


def read_beside_a_good_one(tmp_path: Path, name: str, data: bytes) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """A folder of one good article and another file: its articles and problems."""
    folder = tmp_path / "content"
    folder.mkdir(exist_ok=True)
    (folder / "a-good-one.txt").write_text(GOOD, "utf8")
    (folder / name).write_bytes(data)
    articles, problems = read_folder(folder, Config(cache=tmp_path / "cache"))
    assert any(a.file == "a-good-one.txt" for a in articles)
    return articles, problems


def left_out(tmp_path: Path, name: str, data: bytes) -> Problem:
    """The one problem of a file that is no article; the good one stays."""
    articles, (problem,) = read_beside_a_good_one(tmp_path, name, data)
    assert len(articles) == 1
    assert problem.file == str(tmp_path / "content" / name)
    assert problem.level is Level.WARNING
    assert problem.message.endswith("The article is left out.")
    assert problem.remedy
    return problem


def test_a_missing_folder(tmp_path: Path) -> None:
    """Without a content folder there is nothing to build."""
    with pytest.raises(AccordingError, match="no such folder"):
        read_folder(tmp_path / "nowhere", Config(cache=tmp_path / "cache"))


def test_an_empty_folder(tmp_path: Path) -> None:
    """An empty folder must not replace a site by an empty one."""
    (tmp_path / "content").mkdir()
    with pytest.raises(AccordingError, match="no article in this folder") as caught:
        read_folder(tmp_path / "content", Config(cache=tmp_path / "cache"))
    assert ".md" in caught.value.problems[0].remedy


def test_a_folder_of_bad_files_only(tmp_path: Path) -> None:
    """All problems are told, and that nothing is left."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "empty.md").touch()
    with pytest.raises(AccordingError) as caught:
        read_folder(tmp_path / "content", Config(cache=tmp_path / "cache"))
    assert [p.level for p in caught.value.problems] == [Level.WARNING, Level.ERROR]


@pytest.mark.parametrize("name", ["x.md", "x.txt", "x.html"])
@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file(tmp_path: Path, name: str, data: bytes) -> None:
    """A file of nothing is told."""
    assert "empty" in left_out(tmp_path, name, data).message


def test_front_matter_without_text(tmp_path: Path) -> None:
    """A title alone is no article."""
    assert "no text" in left_out(tmp_path, "x.md", b"---\ntitle: a\n---\n").message


@pytest.mark.parametrize("name", ["x.md", "x.txt", "x.html"])
def test_a_binary_file(tmp_path: Path, name: str) -> None:
    """A picture that is called an article is none."""
    problem = left_out(tmp_path, name, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
    assert "not" in problem.message


def test_a_stray_control_code(tmp_path: Path) -> None:
    """A code that came with a copied text is no reason to refuse it, but it is none for a title."""
    articles, problems = read_beside_a_good_one(tmp_path, "x.txt", b"Ship\x02 aground\n\n" + GOOD.encode())
    assert problems == ()
    assert articles[1].title == "Ship aground"
    assert articles[1].text.startswith("Ship\x02 aground")


def test_invalid_utf_8(tmp_path: Path) -> None:
    """The line and column of the first wrong byte are told, and what the file may be."""
    problem = left_out(tmp_path, "x.txt", "One line.\nThe café closed.\n".encode("latin-1"))
    assert (problem.line, problem.column) == (2, 8)
    assert "0xe9" in problem.message
    assert "UTF-8" in problem.remedy


def test_a_byte_order_mark(tmp_path: Path) -> None:
    """The mark is not part of the text, and front matter after it is found."""
    articles, problems = read_beside_a_good_one(tmp_path, "x.txt", b"\xef\xbb\xbf---\ntitle: T\n---\nText.\n")
    assert problems == ()
    assert (articles[1].title, articles[1].text) == ("T", "Text.\n")


def test_utf_16(tmp_path: Path) -> None:
    """What Windows calls Unicode is read by its mark."""
    articles, problems = read_beside_a_good_one(tmp_path, "x.txt", GOOD.encode("utf-16"))
    assert problems == ()
    assert articles[1].text == GOOD


def test_crlf(tmp_path: Path) -> None:
    """Line ends of Windows stay in the text and part its paragraphs."""
    text = GOOD.replace("\n", "\r\n")
    articles, problems = read_beside_a_good_one(tmp_path, "x.txt", text.encode())
    assert problems == ()
    assert articles[1].text == text
    assert len(articles[1].blocks) == 2


@pytest.mark.parametrize("name", ["x.md", "x.txt", "x.html"])
@pytest.mark.parametrize(
    "line", [b"word " * 1_000_000, b"x" * 5_000_000, b"[*`<&" * 1_000_000, b"(a.\xd8\xa7" * 1_000_000]
)
def test_a_line_of_five_megabytes(tmp_path: Path, name: str, line: bytes) -> None:
    """It is told that no article is so long, and soon."""
    start = time.perf_counter()
    problem = left_out(tmp_path, name, line)
    assert time.perf_counter() - start < 30
    assert "characters" in problem.message or "No article text" in problem.message


def test_front_matter_that_is_not_yaml(tmp_path: Path) -> None:
    """The line in the file and the remedy are told; without its facts the article would be wrong."""
    problem = left_out(tmp_path, "x.md", b"---\ntitle: Ship: aground\n---\nText.\n")
    assert problem.line == 2
    assert "quotes" in problem.remedy


def test_front_matter_with_a_wrong_date(tmp_path: Path) -> None:
    """The article stays, without a date."""
    articles, (problem,) = read_beside_a_good_one(tmp_path, "x.md", b"---\ntitle: T\ndate: 12/02/2020\n---\nText.\n")
    assert articles[1].date is None
    assert (problem.line, problem.level) == (3, Level.WARNING)


def test_two_articles_with_one_slug(tmp_path: Path) -> None:
    """Both are kept, told apart, and named in one warning; the ids do not depend on what else is there."""
    articles, (problem,) = read_beside_a_good_one(tmp_path, "A good one!.md", GOOD.encode())
    ids = {a.file: a.id for a in articles}
    assert len(set(ids.values())) == 2
    assert "a-good-one" in ids.values()
    assert "A good one!.md" in str(problem)
    assert "a-good-one.txt" in str(problem)
    assert read_beside_a_good_one(tmp_path, "A good one!.md", GOOD.encode())[0] == articles


def test_a_title_of_400_characters(tmp_path: Path) -> None:
    """Title and id keep to their bounds, and nothing is lost."""
    title = "ship " * 80
    articles, problems = read_beside_a_good_one(tmp_path, "x.md", f"---\ntitle: {title}\n---\n{GOOD}".encode())
    assert problems == ()
    assert articles[1].title == title.strip()
    assert articles[1].id == "x"


def test_a_file_name_of_200_characters(tmp_path: Path) -> None:
    """The id is cut at a word."""
    articles, problems = read_beside_a_good_one(tmp_path, "ship-" * 40 + ".md", GOOD.encode())
    assert problems == ()
    assert len(articles[1].id) <= 80
    assert articles[1].id.endswith("ship")


@pytest.mark.parametrize("text", ["قالت الوكالة إن شخصا قتل في القرية.\n", "Агентство сообщило, что погиб человек.\n"])
@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_arabic_and_cyrillic(tmp_path: Path, name: str, text: str) -> None:
    """The text is kept as it is, with a warning that the model does not read it."""
    articles, (problem,) = read_beside_a_good_one(tmp_path, name, text.encode())
    assert articles[1].text.strip() == text.strip()
    assert articles[1].language == "und"
    assert "script" in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    """A file without permission is told."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a-good-one.txt").write_text(GOOD, "utf8")
    (folder / "x.txt").touch(mode=0)
    _, (problem,) = read_folder(folder, Config(cache=tmp_path / "cache"))
    assert "cannot be read" in problem.message


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    """A broken link cannot be read by anybody, and stops nothing."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a-good-one.txt").write_text(GOOD, "utf8")
    (folder / "x.txt").symlink_to(tmp_path / "nowhere")
    articles, (problem,) = read_folder(folder, Config(cache=tmp_path / "cache"))
    assert len(articles) == 1
    assert "cannot be read" in problem.message


def test_a_file_of_another_format(tmp_path: Path) -> None:
    """What is not read is told with what could be."""
    _, (problem,) = read_beside_a_good_one(tmp_path, "x.docx", b"PK")
    assert '".docx"' in problem.message
    assert "text" in problem.remedy


def test_a_wrong_key_in_the_configuration(tmp_path: Path) -> None:
    """A bad configuration stops before anything is read."""
    path = tmp_path / "config.yaml"
    path.write_text("titel: My site\n")
    with pytest.raises(AccordingError) as caught:
        load_config(path)
    assert caught.value.problems[0].line == 1
    assert '"title"' in caught.value.problems[0].remedy
