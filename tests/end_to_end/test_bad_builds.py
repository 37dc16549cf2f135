"""Bad input to a whole build: it is told, the rest is built, and nothing already published is lost."""

import pytest

GOOD = "2021-05-04-wire.md"

BAD_ARTICLES = {  # file name -> (content, words that the message must hold)
    "empty.md": (b"", "empty"),
    "binary.md": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01", "text"),
    "latin1.txt": ("Le maire a d\u00e9menti mercredi.".encode("latin-1"), "UTF-8"),
    "front.md": (b"---\ntitle: [unclosed\n---\n\nText.\n", "front.md:"),
    "date.md": (b"---\ntitle: A\ndate: 2020-13-45\n---\n\nThe mayor said it was over.\n", "date"),
}


@pytest.mark.parametrize("name", BAD_ARTICLES)
def test_one_bad_article_never_stops_the_others(shop, name):
    """The bad file is named with what is wrong, and the good ones are built."""
    content, words = BAD_ARTICLES[name]
    shop.write(f"content/{name}", content)
    done = shop.build()
    assert name in done.stderr
    assert words.lower() in done.stderr.lower()
    assert (shop.site / "articles" / GOOD.removesuffix(".md") / "index.html").exists()


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffThe mayor said the bridge was safe.\n".encode(),
        b"A headline\r\n\r\nThe mayor said the bridge was safe.\r\nThe police denied it.\r\n",
        "قال المتحدث إن الجسر آمن.\n\nМэр сказал, что мост безопасен.\n".encode(),
        ("---\ntitle: " + "very long " * 40 + "\n---\n\nThe mayor said it was over.\n").encode(),
    ],
    ids=["byte order mark", "CRLF", "Arabic and Cyrillic", "title of 400 characters"],
)
def test_unusual_text_is_built(shop, content):
    """Unusual is not bad: the article gets its page."""
    shop.write("content/unusual.md", content)
    shop.build()
    assert (shop.site / "articles" / "unusual" / "index.html").exists()


def test_a_line_of_five_megabytes(shop):
    """A text too long to analyse is told, and does not hang or stop the build."""
    shop.write("content/long.txt", b"The mayor said it was over. " * 190_000)
    done = shop.build()
    assert "long.txt" in done.stderr
    assert (shop.site / "articles" / "2021-05-05-gazette" / "index.html").exists()


def test_two_articles_with_one_address(shop):
    """Both get a page, and a warning names both files."""
    shop.write("content/a/same.md", "The mayor said it was over.\n")
    shop.write("content/b/same.md", "The mayor said it was not over.\n")
    done = shop.build()
    assert "a/same.md" in done.stderr
    assert "b/same.md" in done.stderr
    assert sum(p.name.startswith("same") for p in (shop.site / "articles").iterdir()) == 2


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("config.yaml", "titel: x\n", ["config.yaml:1", "titel", "title"]),
        ("config.yaml", "title: [\n", ["config.yaml:"]),
        ("config.yaml", "model: no_such_model\n", ["no_such_model", "not installed"]),
        ("overrides/places.yaml", "Selden:\n  knd: town\n", ["places.yaml:2", "knd", "kind"]),
        ("overrides/places.yaml", "Selden:\n  at: [99, 5]\n", ["places.yaml:2"]),
        ("overrides/actors.yaml", "A: ignore\nA: ignore\n", ["actors.yaml:2"]),
    ],
)
def test_a_bad_configuration_stops_before_anything_is_touched(shop, file, text, words):
    """The message names file, line and remedy, the exit code is 1, and the old site stands as it was."""
    shop.build()
    before = shop.files()
    old = (shop.root / file).read_text("utf8") if file == "config.yaml" else ""
    shop.write(file, (old.split("\n", 1)[1] if file == "config.yaml" else "") + text if "titel" not in text else text)
    done = shop.run("build")
    assert done.returncode == 1, done.stderr
    for word in words:
        assert word in done.stderr
    assert shop.files() == before


def test_an_empty_folder(shop):
    """No article is an error with a remedy, and the old site stands."""
    shop.build()
    before = shop.files()
    for path in (shop.root / "content").iterdir():
        path.unlink()
    done = shop.run("build")
    assert done.returncode == 1
    assert "content" in done.stderr
    assert shop.files() == before


def test_somebody_elses_output_folder(shop):
    """A folder that the generator did not make is never written to."""
    shop.write("site/thesis.txt", "Ten years of work.")
    done = shop.run("build")
    assert done.returncode == 1
    assert "site" in done.stderr
    assert {p.name for p in shop.site.iterdir()} == {"thesis.txt"}
