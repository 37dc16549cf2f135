"""No quotation is published that its article does not hold at its offsets."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import POST, article, small_site

from according.model import Participant, Role, Span
from according.publishing import receipts
from according.publishing.receipts import Receipt, ReceiptError

TEXT = "The bridge is open, “the mayor” said. Nobody was hurt."


def test_words_are_cut_from_the_article() -> None:
    """Several spans are joined with an ellipsis."""
    assert receipts.words(article("a", TEXT), [Span(0, 18), Span(38, 54)]) == "The bridge is open … Nobody was hurt."


@pytest.mark.parametrize(
    "spans", [(), (Span(5, 5),), (Span(7, 3),), (Span(50, 900),), (Span(-4, 3),), (Span(0, 3), Span(60, 61))]
)
def test_wrong_offsets_raise_and_name_article_and_offsets(spans: tuple[Span, ...]) -> None:
    """Empty, reversed and outside spans are no receipt."""
    with pytest.raises(ReceiptError) as error:
        receipts.words(article("a", TEXT), spans)
    assert (error.value.article, error.value.spans) == ("a", spans)
    assert "article a" in str(error.value)


@given(st.text(min_size=1, max_size=60), st.data())
def test_only_the_exact_words_pass(text: str, data: st.DataObject) -> None:
    """Whatever the script, the substring at the offsets passes and any other string of words does not."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    other = data.draw(st.text(max_size=60).filter(lambda t: t != text[start:end]))
    known = {"a": article("a", text)}
    receipts.verify(Receipt("a", (Span(start, end),), text[start:end], "a test"), known)
    with pytest.raises(ReceiptError):
        receipts.verify(Receipt("a", (Span(start, end),), other, "a test"), known)


@given(st.text(min_size=3, max_size=60))
def test_a_page_that_shows_the_words_passes(text: str) -> None:
    """Escapes and links inside the quotation do not matter; the words do."""
    known = {"a": article("a", text)}
    inner = f'{html.escape(text[:1])}<a href="x">{html.escape(text[1:])}</a>'
    page = f'<p>says <q class="x" data-quote="a:0-{len(text)}">{inner}</q> today</p>'
    assert receipts.check_page("events/e/index.html", page, known) == 1
    with pytest.raises(ReceiptError):
        receipts.check_page("events/e/index.html", page.replace("</a>", "!</a>"), known)


def test_the_whole_site_is_checked() -> None:
    """Claims, their figures, mentions, descriptions and the statements of the digest are all counted."""
    site = small_site()
    claims = sum(map(len, site.linked.claims.values()))
    assert receipts.check(site) > 2 * claims


def test_a_mention_outside_its_article_fails_the_build() -> None:
    """A mention that points behind the end of the text is found."""
    site = small_site()
    (first, *rest) = site.linked.mentions["delta-post"]
    wrong = {**site.linked.mentions, "delta-post": (replace(first, span=Span(0, len(POST) + 1)), *rest)}
    with pytest.raises(ReceiptError) as error:
        receipts.check(replace(site, linked=replace(site.linked, mentions=wrong)))
    assert error.value.article == "delta-post"


def test_a_participant_in_other_words_fails_the_build() -> None:
    """Whom a passage names otherwise is found."""
    site = small_site()
    (key, event), *_ = site.events.events.items()
    wrong = replace(event, participants=(Participant("some men", None, "delta-post", Span(0, 4), Role.AGENT),))
    with pytest.raises(ReceiptError) as error:
        receipts.check(replace(site, events=replace(site.events, events={**site.events.events, key: wrong})))
    assert error.value.article == "delta-post"


def test_a_statement_that_points_outside_its_article_fails_the_build() -> None:
    """A carrier of a statement with offsets beyond the text is found."""
    site = small_site()
    event = site.digest.events["2021-03-04-fire-port"]
    account = event.accounts[0]
    carrier = replace(account.lead[0].carriers[0], content=(Span(0, 9999),))
    bad = replace(account, lead=(replace(account.lead[0], carriers=(carrier,)),))
    digest = replace(site.digest, events={event.event: replace(event, accounts=(bad,))})
    with pytest.raises(ReceiptError):
        receipts.check(replace(site, digest=digest))
