"""Corrections of actors that change what the rules see: the names that nobody speaks of stay where they were."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, person, place, small_gazetteer

from according.linking.corpus import link
from according.model import Sentence, Span
from according.overrides import EntityOverride, Overrides

TEXTS = {
    "alone": "Minister Holm left the harbour at dawn.",
    "misread": "Ola Per-Holm left the harbour at dawn.",
    "two": "Ada Berg came; Berg sang. Then Bea Berg came; Berg wept.",
    "first": "Minister Lund sat down.",
    "second": "Minister Lund ate at noon.",
    "named": "Cara Lund ran at noon.",
    "canal": "A ship blocked the Grand Gate, the Grand Gate Authority wrote. Authority staff waited.",
}
STORY = {  # by article, its words, where another one has the same
    **dict.fromkeys(("alone", "misread"), ("harbour", "dawn")),
    **dict.fromkeys(("first", "second", "named"), ("noon", "minister")),
}
MARKS = {
    "alone": (person("Holm", "title"),),
    "misread": (person("Ola Per", "title"),),
    "two": (person("Ada Berg", "title"), person("Bea Berg", "title"), person("Berg", "title")),
    "first": (person("Lund", "title"),),
    "second": (person("Lund", "title"),),
    "named": (person("Cara Lund", "title"),),
    "canal": (body("Grand Gate Authority", "kind word"), place("Grand Gate", "kind word")),
}


def noted(id_):
    """The annotation of an article, without names inside names."""
    text = TEXTS[id_]
    note = annotated(text, *MARKS[id_])
    spans = [name.span for name in note.names]
    names = tuple(n for n in note.names if not any(s.contains(n.span) and s != n.span for s in spans))
    whole = Sentence(Span(0, len(text)), 0, STORY.get(id_, (id_,)), leans_back=False)
    return replace(note, names=names, sentences=(whole,))


@pytest.fixture
def pages(tmp_path):
    """Under some entries about actors: by name, the words of each page's mentions with their starts."""
    with small_gazetteer(tmp_path) as gazetteer:

        def linked(*rules):
            articles = {id_: article(text, id_) for id_, text in TEXTS.items()}
            notes = {id_: noted(id_) for id_ in TEXTS}
            found = link(articles, notes, gazetteer, Overrides(actors={rule.name: rule for rule in rules}))
            named = {**found.places, **found.actors}
            shown = {}
            for mention in (m for each in found.mentions.values() for m in each if m.entity):
                shown.setdefault(named[mention.entity].name, []).append((mention.text, mention.span.start))
            effects = {d for each in found.effects.values() for e in each for d in e.deeds}
            return shown, effects

        yield linked


def said(name, **what):
    """One entry."""
    return EntityOverride(name, "overrides.yaml", 1, **what)


def test_the_machine_alone_has_these_pages(pages):
    """What the following starts from."""
    assert pages()[0] == {
        "Holm": [("Holm", 9)],
        "Ola Per": [("Ola Per", 0)],
        "Ada Berg": [("Ada Berg", 0), ("Berg", 15)],
        "Bea Berg": [("Bea Berg", 31), ("Berg", 46)],
        "Cara Lund": [("Lund", 9), ("Lund", 9), ("Cara Lund", 0)],
        "Grand Gate": [("Grand Gate", 19)],
        "Grand Gate Authority": [("Grand Gate Authority", 35)],
    }


def test_a_surname_with_a_page_is_not_drawn_to_a_name_that_a_person_adds(pages):
    """The entry does not speak of "Holm", who may be anybody of that name."""
    found, _ = pages(said("Ola Per-Holm", kind="person"))
    assert found["Ola Per-Holm"] == [("Ola Per-Holm", 0)]
    assert found["Holm"] == pages()[0]["Holm"]


def test_a_body_does_not_go_along_with_a_place_that_its_name_begins_with(pages):
    """The canal's authority is no spelling of the canal."""
    found, _ = pages(said("Grand Gate", kind="organization"))
    assert found == pages()[0]


def test_who_shares_a_surname_with_nobody_keeps_it(pages):
    """It goes on meaning whom it meant; of the one who is ignored it is a name of its own, and that is told."""
    found, deeds = pages(said("Ada Berg", ignore=True))
    before, _ = pages()
    assert found == {name: same for name, same in before.items() if name != "Ada Berg"} | {"Berg": [("Berg", 15)]}
    assert ("part", "Berg", 1) in {(d.what, d.new, d.count) for d in deeds}


def test_nothing_is_found_within_a_name_that_is_taken_away(pages):
    """Though other articles on the story write that part of it as a name."""
    found, _ = pages(said("Cara Lund", ignore=True))
    assert found["Lund"] == [("Lund", 9), ("Lund", 9)]


def test_a_name_that_is_gone_leaves_the_others_of_their_kind(tmp_path):
    """The full name that only the model calls a person follows the short one, be that ignored."""
    texts = {
        "one": "Velvet Lamps came to Ada Holm. Velvet Lamps left.",
        "two": "Velvet Lamps sold wine.",
        "three": "The Lamps won a prize.",
    }
    marks = {
        "one": (person("Velvet Lamps"), person("Ada Holm", "title")),
        "two": (body("Velvet Lamps"),),
        "three": (body("Lamps", "known name"),),
    }
    articles = {id_: article(text, id_) for id_, text in texts.items()}
    notes = {id_: annotated(text, *marks[id_]) for id_, text in texts.items()}
    notes["three"] = replace(notes["three"], names=(*notes["three"].names[:1],))
    rule = EntityOverride("Lamps", "actors.yaml", 1, ignore=True)
    with small_gazetteer(tmp_path) as gazetteer:
        before, after = (link(articles, notes, gazetteer, Overrides(actors=rules)) for rules in ({}, {"Lamps": rule}))
    assert before.actors["velvet-lamps"].kind == "organization"
    assert after.actors["velvet-lamps"] == before.actors["velvet-lamps"]
