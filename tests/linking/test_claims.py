"""Claims: what is attributed, and the rest in the outlet's own voice."""

from datetime import date

import pytest
from test_sources import article, said, span

from according.linking.claims import make_claims
from according.linking.crediting import credit_descriptions
from according.linking.sources import find_sources
from according.model import (
    Actor,
    Annotation,
    Block,
    BlockKind,
    Description,
    Mention,
    Precision,
    Quantity,
    Relay,
    Sentence,
    SourceKind,
    Span,
    TimeExpression,
    Voice,
)
from according.overrides import Overrides


def claims(text, *, attributions=(), mentions=(), blocks=(), cuts=(), **more):
    """The claims of one article, its text cut into sentences at . and —, and into paragraphs where told."""
    starts, ends = [0], []
    for i, c in enumerate(text):
        if c in ".—":
            ends.append(i + 1)
            starts.append(i + 2)
    found = tuple(Sentence(Span(s, e), 0, (), leans_back=False) for s, e in zip(starts, ends, strict=False))
    whole = (Block(Span(0, len(text)), blocks[0]),) if blocks else (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    if cuts:
        whole = tuple(Block(Span(s, e), BlockKind.PARAGRAPH) for s, e in zip([0, *cuts[:-1]], cuts, strict=True))
    one = article(text)
    one = type(one)(one.id, one.file, one.title, one.outlet, date(2020, 2, 13), None, "en", text, whole)
    annotation = Annotation(sentences=found, attributions=attributions, **more)
    voices = find_sources(
        {"a": one}, {"a": annotation}, {"a": mentions}, {"sana": Actor("sana", "SANA", "outlet", (), ())}, Overrides()
    )
    return make_claims({"a": one}, {"a": annotation}, {"a": mentions}, voices)["a"], voices


def words(claim, text):
    """The content of a claim as text."""
    return [s.of(text) for s in claim.content]


def test_every_sentence_is_somebodys_claim():
    """What nobody is made to say is said by the outlet, without a cue."""
    text = "A fire broke out. SANA said two people died."
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),))
    assert [words(c, text) for c in found] == [["A fire broke out."], ["two people died"]]
    assert (found[0].source_kind, found[0].cue, found[0].source_spans) == (SourceKind.OUTLET, (), ())
    assert found[0].voice is Voice.OUTLET
    assert found[1].source_name == "SANA"


def test_credits_claim_nothing():
    """A photo credit is nobody's claim."""
    found, _ = claims("Example Agency, all rights reserved.", blocks=(BlockKind.CREDIT,))
    assert found == ()


def test_a_long_remainder_is_the_outlets():
    """Eight words and more beside somebody's words are the outlet's own claim, without the word that leads over."""
    text = "The convoy left the village late in the evening and SANA said two people died."
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),))
    assert ["The convoy left the village late in the evening"] in [words(c, text) for c in found]


def test_a_figure_belongs_to_whoever_says_it():
    """A number inside attributed words is the source's, not the outlet's."""
    text = "A fire broke out. SANA said two people died."
    quantity = Quantity(span(text, "two"), "killed", span(text, "people"), 2, 2, approximate=False, unit="people")
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),), quantities=(quantity,))
    assert found[0].figures == ()
    assert [(f.claim, f.text, f.of) for f in found[1].figures] == [(found[1].id, "two", "people")]


def test_the_day_it_was_said():
    """The words "said on Tuesday" date the claim; without such words the article's date does."""
    text = "SANA said on Tuesday two people died."
    tuesday = TimeExpression(span(text, "Tuesday"), date(2020, 2, 11), date(2020, 2, 11), Precision.DAY)
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),), times=(tuesday,))
    assert found[0].date == date(2020, 2, 11)
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),))
    assert found[0].date == date(2020, 2, 13)


def test_ids_do_not_move_when_others_come():
    """A claim's id is its offset, so an earlier new claim does not rename it."""
    text = "A fire broke out. SANA said two people died."
    before, _ = claims(text, attributions=(said(text, "SANA", "two people died"),))
    both = (said(text, "SANA", "two people died"), said(text, "SANA", "A fire broke out."))
    after, _ = claims(text, attributions=both)
    assert before[1].id in {c.id for c in after}


def test_a_description_is_credited_to_who_utters_it():
    """Inside somebody's claim a description is theirs; elsewhere it is the outlet's."""
    text = "Rebels fled. SANA said terrorists fled."
    mention = Mention("a", span(text, "SANA"), "SANA", "actor", "sana")
    found, voices = claims(text, attributions=(said(text, "SANA", "terrorists fled"),), mentions=(mention,))
    described = tuple(Description(w, "a", span(text, w), "") for w in ("Rebels", "terrorists"))
    actor = Actor("x", "X", "group", (), described)
    credited = credit_descriptions({"x": actor}, {"a": found}, voices)["x"].descriptions
    assert [d.source for d in credited] == ["example-wire", "sana"]


def test_a_tail_is_no_claim():
    """The end of a clause that somebody's words interrupt is not shown as the outlet's own statement."""
    text = "SANA said two people died in a fire at the old market hall of the northern town."
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),))
    assert [words(c, text) for c in found] == [["two people died"]]


def test_a_tail_with_a_figure_is_kept():
    """No figure is lost, nor told in half a sentence: the outlet says the whole of it."""
    text = "SANA said two people died in a fire that cost 550 million dollars."
    at = span(text, "550 million dollars")
    cost = Quantity(at, "money", None, 5.5e8, 5.5e8, approximate=False, unit="USD")
    found, _ = claims(text, attributions=(said(text, "SANA", "two people died"),), quantities=(cost,))
    assert [f.text for c in found for f in c.figures] == ["550 million dollars"]
    assert [c.source for c in found if c.figures] == ["example-wire"]
    assert [words(c, text) for c in found if c.figures] == [[text]]


def test_a_clause_beside_a_claim_keeps_its_subject():
    """Who is the source of one clause and the subject of the next is told with both."""
    text = "The ministry rebuilt the market hall of the northern town in two years, adding that it was safe."
    added = said(text, "The ministry", "it was safe", cue="adding")
    found, _ = claims(text, attributions=(added,))
    assert words(found[0], text) == ["The ministry rebuilt the market hall of the northern town in two years"]


@pytest.mark.parametrize(
    "between",
    [
        "SANA, the official news agency of the old and tired republic, said",
        "SANA told reporters at the military court in the northern town:",
    ],
)
def test_what_belongs_to_the_source_or_the_cue_is_no_claim(between: str):
    """Neither who the source is nor to whom it spoke is shown as the outlet's own statement."""
    text = f"{between} two people died."
    died = said(text, "SANA", "two people died", cue="told" if "told" in between else "said")
    found, _ = claims(text, attributions=(died,))
    assert [words(c, text) for c in found] == [["two people died"]]


def test_what_is_passed_on_is_said_by_the_outlet_passed_on():
    """In a relay the sentences that nobody is made to say are the relayed outlet's, through the publisher."""
    text = "A fire broke out. SANA reports on a flood. Two barns were lost. A storm came."
    relay = Relay(Span(18, text.index(" A storm")), span(text, "SANA"), span(text, "reports on"), "a heading follows")
    mention = Mention("a", span(text, "SANA"), "SANA", "actor", "sana")
    blocks = [text.index("SANA"), text.index("Two"), len(text)]
    found, _ = claims(text, mentions=(mention,), relays=(relay,), cuts=blocks)
    assert [(c.source_name, c.via) for c in found] == [
        ("Example Wire", ()),
        ("Example Wire", ()),
        ("SANA", ("example-wire",)),
        ("Example Wire", ()),
    ]
    assert (found[2].cue, found[2].source_spans, found[2].voice) == ((), (), Voice.OUTLET)
    assert "SANA reports on" in found[2].source_reason
    assert "a heading follows" in found[2].source_reason


def test_a_dateline_claims_nothing():
    """Where and for whom a report was written is told by nobody; a sentence in capitals is still a claim."""
    found, _ = claims("PORT ANSA (Example Agency) — The ferry sank.")
    assert [c.content[0].start for c in found] == [29]
    found, _ = claims("THE FERRY SANK AND NINE DROWNED. The search goes on.")
    assert len(found) == 2
