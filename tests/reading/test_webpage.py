"""Saved web pages: what the page says of itself, and its main text without what surrounds it."""

from __future__ import annotations

from datetime import UTC, date, time

import pytest

from according.errors import AccordingError
from according.reading.webpage import read

PAGE = """\
<!DOCTYPE html>
<!-- saved from url=(0031)https://www.tribune.example/ship -->
<html lang="en-GB"><head><meta charset="utf-8"><title>Ship freed | Tribune</title>{meta}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<div class="cookies">We use cookies. <button>Accept</button></div>
<main><article><h1>Ship freed after six days</h1>
<p>A container ship that had blocked the canal was <a href="/x">freed</a> on Monday, the authority said.</p>
<h2>What the owner says</h2>
<p>The owner apologised for the disruption.<br>It said that the crew was <em>safe</em> &amp; well.</p>
<blockquote><p>We are grateful to everyone who helped us in these days.</p></blockquote>
<ul><li>The ship is 400 metres long and carries containers.</li><li>It was on its way to Europe.</li></ul>
<p>Traffic through the canal started again on Monday evening, the authority added.</p>
</article></main>
<footer>© 2021 Tribune. All rights reserved.</footer></body></html>
"""
META = (
    '<meta property="og:site_name" content="Placeholder Tribune">'
    '<meta property="og:title" content="Ship freed after six days">'
    '<meta property="article:published_time" content="2021-03-29T18:20:00+00:00">'
)


def page(meta: str = META) -> bytes:
    """The page with some metadata."""
    return PAGE.format(meta=meta).encode()


def test_facts() -> None:
    """Title, outlet, date, address and language are the page's own."""
    facts = read(page(), "a.html").facts
    assert facts.title == "Ship freed after six days"
    assert facts.outlet == "Placeholder Tribune"
    assert facts.date == date(2021, 3, 29)
    assert facts.url == "https://www.tribune.example/ship"
    assert facts.language == "en"


def test_the_hour_is_that_of_the_page_itself() -> None:
    """Only an hour of the day that the page was published counts; without one the day stands alone."""
    assert read(page(), "a.html").facts.time == time(18, 20, tzinfo=UTC)
    assert read(page(META.replace("T18:20:00+00:00", "")), "a.html").facts.time is None


def test_an_hour_that_is_none_is_told_with_its_line() -> None:
    """The day of a page stays when its hour cannot be read."""
    found = read(page(META.replace("T18:20:00+00:00", "T18h20")), "a.html")
    assert (found.facts.date, found.facts.time) == (date(2021, 3, 29), None)
    (problem,) = found.problems
    assert (problem.file, problem.line) == ("a.html", 3)
    assert "T18h20" in problem.message


def test_the_main_text_and_its_blocks() -> None:
    """The article stays with the kinds of its blocks; menu, banner and footer go."""
    text = read(page(), "a.html").text
    assert [(b.kind.value, b.span.of(text.text)) for b in text.blocks] == [
        ("heading", "Ship freed after six days"),
        (
            "paragraph",
            "A container ship that had blocked the canal was freed on Monday, the authority said.",
        ),
        ("heading", "What the owner says"),
        ("paragraph", "The owner apologised for the disruption."),
        ("paragraph", "It said that the crew was safe & well."),
        ("quote", "We are grateful to everyone who helped us in these days."),
        ("list_item", "The ship is 400 metres long and carries containers."),
        ("list_item", "It was on its way to Europe."),
        ("paragraph", "Traffic through the canal started again on Monday evening, the authority added."),
    ]


def test_what_a_page_does_not_say_is_missing() -> None:
    """Without metadata there is no date; the outlet is the host that the page was saved from."""
    facts = read(page(meta=""), "a.html").facts
    assert facts.date is None
    assert facts.outlet == "tribune.example"


def test_a_date_in_the_text_is_not_the_date() -> None:
    """The copyright year and the days of the story do not date the page."""
    dated = page(meta="").replace(b"on Monday, the", b"on 29 March 2021, the")
    assert read(dated, "a.html").facts.date is None


def test_a_future_date_is_taken_as_written() -> None:
    """What is read does not depend on the day on which it is read."""
    facts = read(page(META.replace("2021-03-29", "2099-03-29")), "a.html").facts
    assert facts.date == date(2099, 3, 29)


def test_another_encoding_that_the_page_names() -> None:
    """Old pages name their encoding."""
    old = PAGE.format(meta="").replace("utf-8", "windows-1251").replace("The owner apologised", "Владелец извинился")
    text = read(old.encode("windows-1251"), "a.html").text
    assert "Владелец извинился" in text.text


@pytest.mark.parametrize("data", [b"<html></html>", b"<"])
def test_a_page_without_text_is_an_error(data: bytes) -> None:
    """A page of links and pictures is no article."""
    with pytest.raises(AccordingError, match=r"a\.html"):
        read(data, "a.html")
