"""Whether two actors are one: what a question shows of each, and which name the answer gives."""

import pytest
from small_gazetteer import annotated, article, body, small_gazetteer

from according.linking.actors.sides import _words, with_sides
from according.linking.actors.suggestions import suggest_merges
from according.linking.corpus import link
from according.memo import FORGETFUL
from according.model import Actor, Form, ReviewItem, Span
from according.overrides import Overrides


def actor(name, uses, *others):
    """An actor with some spellings."""
    forms = tuple(Form(text, uses, ("one",), "same name") for text in (name, *others))
    return Actor(name.lower().replace(" ", "-"), name, "organization", forms, ())


@pytest.mark.parametrize(
    ("names", "yes"),
    [
        (
            ("Coastal Harbour Watch", "Coastal Harbour Watch She"),
            "Coastal Harbour Watch She:\n  aliases: [Coastal Harbour Watch]\n",
        ),
        (
            ("Coastal Harbour Watch She", "Coastal Harbour Watch"),
            "Coastal Harbour Watch She:\n  aliases: [Coastal Harbour Watch]\n",
        ),
        (
            ("Coastal Harbour Watch", "Coastal Harbour Watsh"),
            "Coastal Harbour Watch:\n  aliases: [Coastal Harbour Watsh]\n",
        ),
    ],
)
def test_the_fullest_name_is_the_one_to_show(names, yes):
    """That which has all the words of the other; else the most used."""
    actors = {one.id: one for one in (actor(name, 9 - n) for n, name in enumerate(names))}
    (question,) = suggest_merges(actors, ())
    assert (question.yes, {question.about, *question.beside}) == (yes, {*actors})


def test_a_question_shows_a_sentence_of_each(tmp_path):
    """With the article in which it stands."""
    texts = {"one": "It rained. Darna Liberation Front met.", "two": "Darna Literation Front slept."}
    names = [text.removeprefix("It rained. ").rpartition(" ")[0] for text in texts.values()]
    with small_gazetteer(tmp_path) as gazetteer:
        articles = {id_: article(text, id_) for id_, text in texts.items()}
        notes = {id_: annotated(text, *(body(name, "cue: front") for name in names)) for id_, text in texts.items()}
        found = link(articles, notes, gazetteer, Overrides())
    (question,) = found.review
    assert question.evidence == (
        f"{names[0]}: written once, in one. In one: “{texts['one']}”",
        f"{names[1]}: written once, in two. In two: “{texts['two']}”",
    )


def test_a_question_shows_other_spellings():
    """Four of them; those of one name are told by the ends of their pages' addresses."""
    watch, front = actor("Watch", 1, "HW", "A", "B", "C", "D"), actor("Front", 1)
    asked = ReviewItem("merge", watch.id, "?", (), "actors.yaml", "", "", 1.0, beside=(front.id,))
    actors = {one.id: one for one in (watch, front)}
    ((first, second),) = (q.evidence for q in with_sides([asked], actors, ({}, {}), {}, FORGETFUL))
    assert first == "Watch: written 6 times, in one; also written “HW”, “A”, “B”, “C”."
    assert second == "Front: written once, in one."


def test_of_a_long_sentence_what_stands_around_the_name_is_shown():
    """Cut between words."""
    text = f"{'before ' * 30}Front {'after ' * 30}".strip()
    at = text.index("Front")
    shown = _words(text, Span(0, len(text)), Span(at, at + 5))
    assert shown.startswith("…before before ")
    assert " before Front after " in shown
    assert shown.endswith(" after…")
    assert len(shown) < 220
