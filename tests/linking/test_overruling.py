"""What people write of names, and words that are none though they have a capital."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, place, said, small_gazetteer

from according.linking.corpus import link
from according.model import EventSet, Label, Name, Role, Sentence, SourceKind, Span
from according.overrides import AliasRule, EntityOverride, Overrides
from according.overrides.reading import read_overrides
from according.unused import unused_overrides

SAID = "Guards said rain fell. "
BLORPO = "They drank Blorpo. Then more Blorpo. Then Blorpo again."


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


def test_a_name_that_people_know_takes_the_words_of_which_only_parts_were_read_as_names(tmp_path):
    """A place stays named within it, as in any body's name; what reaches out of it is another name."""
    text = "Springfield Papers told of rain. Of the Springfield Papers Board nobody knew."
    names = place("Springfield"), body("Springfield Papers Board"), body("Papers told")
    part = Name(Span(12, 18), Label.ORGANIZATION, 0, Role.OTHER, "model")
    notes = annotated(text, *names[:2])
    notes = replace(notes, names=tuple(sorted((*notes.names, part), key=lambda n: n.span)))
    rule = entry("Springfield Papers", kind="organization")
    with small_gazetteer(tmp_path) as gazetteer:
        told = {"one": article(text)}, {"one": notes}, gazetteer
        found = link(*told, Overrides(actors={rule.name: rule}))
        reaching = link(told[0], {"one": annotated(text, *names)}, gazetteer, Overrides(actors={rule.name: rule}))
    named = [(m.text, m.kind) for m in found.mentions["one"] if m.span.start < 30]
    assert named == [("Springfield Papers", "actor"), ("Springfield", "place")]
    assert found.mentions["one"][0].entity == "springfield-papers"
    assert "springfield-papers" not in {m.entity for m in reaching.mentions["one"]}


def test_a_question_about_a_name_counts_what_its_answer_links(tmp_path):
    """Also where the machine has found only a part of it or nothing, and in a headline that is not the text's own."""
    text = "Rain ruined Velvet Lamps. " * 4 + "The lamps were of velvet."
    *whole, last = annotated(text, body("Velvet Lamps")).names
    part = replace(last, span=Span(last.span.start, last.span.start + len("Velvet")))
    untold = replace(annotated(text), title=annotated("Velvet Lamps is wet"))
    notes = {"one": replace(annotated(text), names=(*whole, part)), "two": untold}
    articles = {"one": article(text), "two": article(text, "two", "Velvet Lamps is wet")}
    rule = entry("Velvet Lamps", kind="group")
    with small_gazetteer(tmp_path) as gazetteer:
        (question,) = [q for q in link(articles, notes, gazetteer, Overrides()).review if q.kind == "unlinked"]
        found = link(articles, notes, gazetteer, Overrides(actors={rule.name: rule}))
    (deed,) = [d for e in found.effects["actors/velvet-lamps"] for d in e.deeds if d.what == "link"]
    assert (deed.count, deed.articles) == (9, 2)
    assert question.evidence[-1] == f"Written {deed.count} times, first in one."


def test_an_entry_for_an_unnamed_source_is_sent_to_its_file(tmp_path):
    """Whoever wants to say who they are learns where."""
    _, (problem,) = read(tmp_path, SAID + "Rain went on.", entry("Guards", kind="organization"))
    assert "sources.yaml" in problem.remedy


def test_a_name_that_the_machine_finds_is_sought_nowhere_else(tmp_path):
    """An entry that only says what its page is, as the page offers it, adds no picture's credit to it.

    A spelling that is given for articles is sought everywhere, and so is one that the page does not have.
    """
    text = "Rain fell, Radio Amara reported. Photo: Handout / Radio Amara."
    notes = annotated(text, ("Radio Amara", Label.MEDIA, "rule"))
    notes = {"one": replace(notes, names=notes.names[:1])}

    def found(name="Radio Amara", **what):
        overrides = Overrides(actors={name: entry(name, **what)})
        linked = link({"one": article(text)}, notes, gazetteer, overrides)
        deeds = [deed.what for told in linked.effects.values() for effect in told for deed in effect.deeds]
        return [m.text for m in linked.mentions["one"]], deeds

    with small_gazetteer(tmp_path) as gazetteer:
        assert found(kind="media") == (["Radio Amara"], [])
        assert found(aliases=(AliasRule("Radio Amara", ("*",)),))[0] == ["Radio Amara"] * 2
        assert found(aliases=(AliasRule("Handout"),))[0] == ["Radio Amara", "Handout"]
        assert found("New Radio", aliases=(AliasRule("Radio Amara"),)) == (["Radio Amara"], ["rename"])


def mentioned(folder, texts, marks, rule):
    """Where articles, each with the names that the program finds, name something under an entry about an actor."""
    notes = {id_: annotated(text, *marks.get(id_, ())) for id_, text in texts.items()}
    articles = {id_: article(text, id_) for id_, text in texts.items()}
    with small_gazetteer(folder) as gazetteer:
        linked = link(articles, notes, gazetteer, Overrides(actors={rule.name: rule}))
    return {id_: [(m.entity, m.text) for m in found if m.entity] for id_, found in linked.mentions.items()}


def test_a_name_that_people_give_goes_before_shorter_ones_inside(tmp_path):
    """The place is still named within it, as within the names of bodies; the other words are no name any more."""
    texts = {"one": "Rain fell, the Springfield Papers say. Springfield was dry."}
    marks = {"one": (place("Springfield"), body("Papers"))}
    found = mentioned(tmp_path, texts, marks, entry("Springfield Papers", kind="group"))
    named, within, alone = found["one"]
    assert named == ("springfield-papers", "Springfield Papers")
    assert within == alone == ("springfield", "Springfield")


def test_a_name_limited_to_articles_is_theirs_alone(tmp_path):
    """Where another article writes the same name, it is not whom the entry is about."""
    texts = {"one": "Rain fell, the Springfield Papers say.", "two": "Snow fell, the Springfield Papers say."}
    rule = entry("Springfield Papers", aliases=(AliasRule("Springfield Papers", ("one",)),))
    found = mentioned(tmp_path, texts, {"two": (body("Springfield Papers"),)}, rule)
    assert len(found["one"]) == len(found["two"]) == 1
    assert found["one"] != found["two"]


def test_a_name_without_a_page_may_be_a_place(tmp_path):
    """The question offers it, and the lines as they are offered make it one and settle the question."""
    corpus = {"one": article(BLORPO)}, {"one": annotated(BLORPO, body("Blorpo"))}
    with small_gazetteer(tmp_path) as gazetteer:
        (question,) = link(*corpus, gazetteer, Overrides()).review
        (answer,) = (other for other in question.others if other.means == "a place")
        (tmp_path / answer.file).write_text(answer.yaml)
        overrides, problems = read_overrides(tmp_path)
        found = link(*corpus, gazetteer, overrides)
    assert not problems
    assert found.places["blorpo"].name == "Blorpo"
    assert not any(item.about == "Blorpo" for item in found.review)
