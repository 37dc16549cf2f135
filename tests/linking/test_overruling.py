"""What people write of names, and words that are none though they have a capital."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, said, small_gazetteer

from according.linking.corpus import link
from according.model import EventSet, Sentence, SourceKind, Span
from according.overrides import AliasRule, EntityOverride, Overrides
from according.unused import unused_overrides

SAID = "Guards said rain fell. "


def read(folder, text, rule):
    """One article, whose first sentence guards say, under one entry: what is linked, and what is wrong."""
    second = text.index(". ") + 2
    sentences = (Span(0, second - 1), Span(second, len(text)))
    guards = said(text, "Guards", "rain fell", SourceKind.UNNAMED)
    notes = replace(
        annotated(text),
        sentences=tuple(Sentence(s, 0, (), leans_back=False) for s in sentences),
        attributions=(guards,),
    )
    with small_gazetteer(folder) as gazetteer:
        overrides = Overrides(actors={rule.name: rule})
        found = link({"one": article(text)}, {"one": notes}, gazetteer, overrides)
        return found, unused_overrides(overrides, found, EventSet({}, {}, {}, {}), gazetteer)


def entry(name, **said):
    """An entry about an actor."""
    return EntityOverride(name, "actors.yaml", 3, **said)


@pytest.mark.parametrize(
    "rule", [entry("Guards", kind="organization"), entry("The Guard", aliases=(AliasRule("Guards"),))]
)
def test_a_word_that_opens_a_sentence_is_no_name_by_an_entry(tmp_path, rule):
    """The unnamed source of a common word stays one; where a capital is nobody's but the name's, it is the name."""
    found, _ = read(tmp_path, SAID + "The Guards slept, and other guards left.", rule)
    assert [(m.text, m.span.start) for m in found.mentions["one"]] == [("Guards", len(SAID) + 4)]
    (claim,) = (c for c in found.claims["one"] if c.cue)
    assert claim.source_kind is SourceKind.UNNAMED


def test_a_name_that_opens_a_sentence_is_one(tmp_path):
    """No article has it in small letters, and it is no source without a name."""
    found, _ = read(tmp_path, SAID + "Wardens left.", entry("Wardens", kind="group"))
    assert [m.text for m in found.mentions["one"]] == ["Wardens"]


def test_an_entry_for_an_unnamed_source_is_sent_to_its_file(tmp_path):
    """Whoever wants to say who they are learns where."""
    _, (problem,) = read(tmp_path, SAID + "Rain went on.", entry("Guards", kind="organization"))
    assert "sources.yaml" in problem.remedy
