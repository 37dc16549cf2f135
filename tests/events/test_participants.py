"""Who takes part in an event, named or not, by the part that the sentences give them."""

from __future__ import annotations

import dataclasses
from datetime import date

from newsroom import Written, actor, corpus

from according.events.drafts import make_draft
from according.events.participants import find_cast, participants
from according.model import Attribution, Label, Linked, Participant, Role, SourceKind, Span, Unnamed, Voice

DAY = date(2021, 5, 5)


def told(*sentences: str) -> Linked:
    """One article."""
    return corpus({"a": Written("", DAY, sentences)}, actors=[actor("Ada Quist"), actor("Wire", Label.MEDIA)])


def parts(linked: Linked) -> tuple[Participant, ...]:
    """Who takes part in the event that all sentences tell."""
    keys = [("a", i) for i in range(len(linked.annotations["a"].sentences))]
    return participants(find_cast(make_draft(keys, set(), linked), linked), linked)


def with_unnamed(linked: Linked, *found: tuple[str, Role, str, bool, bool]) -> Linked:
    """The same with people without a name: their words, part, main word, and whether central and telling."""
    text = linked.articles["a"].text
    spans = [Span(text.index(words), text.index(words) + len(words)) for words, *_ in found]
    starts = [s.span.start for s in linked.annotations["a"].sentences]
    unnamed = tuple(
        Unnamed(span, sum(s <= span.start for s in starts) - 1, role, head, central, telling)
        for span, (_, role, head, central, telling) in zip(spans, found, strict=True)
    )
    return dataclasses.replace(linked, annotations={"a": dataclasses.replace(linked.annotations["a"], unnamed=unnamed)})


def test_people_without_a_name_take_part() -> None:
    """Those of the main action come before somebody who is only named beside it."""
    linked = with_unnamed(
        told("A gunman wounded five people near a rally for Ada Quist."),
        ("A gunman", Role.AGENT, "gunman", True, True),
        ("five people", Role.PATIENT, "people", True, True),
    )
    assert [(p.text, p.actor, p.role) for p in parts(linked)] == [
        ("A gunman", None, Role.AGENT),
        ("five people", None, Role.PATIENT),
        ("Ada Quist", "ada quist", Role.OTHER),
    ]


def test_the_plainest_words_are_shown() -> None:
    """The man and a masked man are one; the words that tell who is meant are shown."""
    linked = with_unnamed(
        told("The man fled.", "A masked man had opened fire."),
        ("The man", Role.AGENT, "man", True, False),
        ("A masked man", Role.AGENT, "man", True, True),
    )
    assert [p.text for p in parts(linked)] == ["A masked man"]


def test_people_without_a_name_have_the_part_of_the_words_shown() -> None:
    """One person was killed, and other persons did much: the words shown are those of the one."""
    linked = with_unnamed(
        told("One person died.", "A person fled.", "Some person sang."),
        ("One person", Role.PATIENT, "person", True, True),
        ("A person", Role.AGENT, "person", True, False),
        ("Some person", Role.AGENT, "person", True, False),
    )
    assert [(p.text, p.role) for p in parts(linked)] == [("One person", Role.PATIENT)]


def test_words_that_tell_nobody_are_not_shown() -> None:
    """Nobody knows who "the man" is."""
    assert not parts(with_unnamed(told("The man fled."), ("The man", Role.AGENT, "man", True, False)))


def test_who_is_told_of_at_the_end_does_not_take_part() -> None:
    """A bystander in the tenth sentence of a story weighs too little."""
    linked = with_unnamed(
        told("A gunman opened fire.", *(f"Gunshots rang {i} times." for i in range(9)), "A baker saw it."),
        ("A gunman", Role.AGENT, "gunman", True, True),
        ("A baker", Role.AGENT, "baker", False, True),
    )
    assert [p.text for p in parts(linked)] == ["A gunman"]


def test_who_reports_it_hardly_takes_part() -> None:
    """An outlet comes behind whoever is in the news."""
    assert [p.text for p in parts(told("Wire and Ada Quist met."))] == ["Ada Quist", "Wire"]


def test_an_outlet_comes_last_however_often_it_is_named() -> None:
    """Unless a headline names it: then the event is about it."""
    sentences = ("Wire has an account of it.", "Wire photographed it.", "A guard saw Ada Quist.")
    keys = [("a", i) for i in range(len(sentences))]

    def first(title: str) -> str:
        corpus_ = corpus({"a": Written(title, DAY, sentences)}, actors=[actor("Ada Quist"), actor("Wire", Label.MEDIA)])
        return find_cast(make_draft(keys, {"a"}, corpus_), corpus_).actors[0]

    assert first("Harbour closes") == "ada quist"
    assert first("Wire closes") == "wire"


def test_who_only_speaks_comes_behind_who_takes_part() -> None:
    """A witness is named first; but where a headline names the speaker, it is the speaker's event."""
    text = "Ada Quist said that Ina Berg had fled.\n\nIna Berg was on the quay."

    def actors_of(title: str) -> tuple[str, ...]:
        sentences = text.split("\n\n")
        linked = corpus({"a": Written(title, DAY, sentences)}, actors=[actor("Ada Quist"), actor("Ina Berg")])
        said = Attribution(
            source=(Span(0, 9),),
            cue=(Span(10, 14),),
            content=(Span(15, 37),),
            kind=SourceKind.NAMED,
            stance="says",
            hedged=False,
            negated=False,
            voice=Voice.INDIRECT,
            rule="told",
        )
        annotations = {"a": dataclasses.replace(linked.annotations["a"], attributions=(said,))}
        linked = dataclasses.replace(linked, annotations=annotations)
        return find_cast(make_draft([("a", 0)], {"a"}, linked), linked).actors

    assert actors_of("Harbour closes") == ("ina berg", "ada quist")
    assert actors_of("Ada Quist accuses harbour")[0] == "ada quist"
