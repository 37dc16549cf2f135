"""What pages, corrections and files count of a name: the texts, and titles that do not stand in the text as well."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.counting import count_spellings, with_counts
from according.linking.headings import counted
from according.model import Block, BlockKind, Form, Span
from according.overrides import AliasRule, EntityOverride, Overrides

TITLE = "Rain in Al Qasim"
TEXT = "Rain fell on Al Qasim and on Tel Amara."


def read(text, title, *, titled=True, heads=()):
    """An article with the names of its text and of its title."""
    names = lambda words: [place(n) for n in ("Al Qasim", "Tel Amara") if n in words]  # noqa: E731
    blocks = tuple(Block(Span(0, len(head)), BlockKind.HEADING) for head in heads)
    made = replace(article(text), title=title, titled=titled, blocks=blocks or article(text).blocks)
    return made, replace(annotated(text, *names(text)), title=annotated(title, *names(title)))


@pytest.mark.parametrize(
    ("text", "said", "times"),
    [
        (TEXT, {}, 2),
        (f"{TITLE}\n\n{TEXT}", {"heads": (TITLE,)}, 2),
        (f"{TITLE.upper()}\n\n{TEXT}", {"heads": (TITLE,)}, 2),
        (f"Another head\n\n{TEXT}", {"heads": ("Another head",)}, 2),
        (TEXT, {"titled": False}, 1),
    ],
)
def test_a_headline_counts_once(tmp_path, text, said, times):
    """Whether it stands in the text as well or not; a label made of a file's name does not."""
    made, notes = read(text, TITLE, **said)
    entry = EntityOverride("Tel Amara", "places.yaml", 7, aliases=(AliasRule("Al Qasim"),))
    with small_gazetteer(tmp_path) as gazetteer:
        alone = link({"one": made}, {"one": notes}, gazetteer, Overrides())
        corrected = link({"one": made}, {"one": notes}, gazetteer, Overrides(places={"Tel Amara": entry}))
    (form,) = alone.places["al-qasim"].forms
    (effect,) = corrected.effects["places/tel-amara"]
    mentions = [m for found in counted(alone, "one") for m in found if m.entity == "al-qasim"]
    assert (form.count, len(mentions), effect.deeds[0].count) == (times, times, times)


def test_a_spelling_that_leads_to_no_page_is_not_counted(tmp_path):
    """It is shown behind the others: what a country's people are called, in passing, is no mention of it."""
    made, notes = read(TEXT, TITLE)
    with small_gazetteer(tmp_path) as gazetteer:
        found = link({"one": made}, {"one": notes}, gazetteer, Overrides())
    known = found.places["al-qasim"]
    adjective = Form("Qasimi", 9, ("one",), "It is what the place's people and things are called.")
    more = replace(known, forms=(adjective, *known.forms))
    counts = count_spellings(found.articles, found.mentions, found.title_mentions)
    forms = with_counts({more.id: more}, counts)[more.id].forms
    assert [(form.text, form.count) for form in forms] == [("Al Qasim", 2), ("Qasimi", 0)]
