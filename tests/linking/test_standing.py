"""Which names get a page, and what becomes of the others."""

import dataclasses

import pytest
from small_gazetteer import annotated, article, body, person
from test_actors import NoPlaces

from according.linking.actors import resolve_actors
from according.linking.actors.standing import FRAGMENT, IDLE, SMALL, THING
from according.model import Attribution, Role, SourceKind, Span, Voice
from according.overrides import EntityOverride, Overrides


def links(*texts, overrides=None, change=lambda _, annotation: annotation):
    """What is made of texts, each with its marks; ``change`` may add to their annotations."""
    articles = {f"a{i}": article(text, f"a{i}") for i, (text, *_) in enumerate(texts)}
    annotations = {f"a{i}": change(text, annotated(text, *marks)) for i, (text, *marks) in enumerate(texts)}
    return resolve_actors(articles, annotations, NoPlaces(), Overrides(actors=overrides or {}))


def reason(found, form):
    """Why a form of the first article has no page; "" where it has one."""
    return next(m.reason for m in found.mentions["a0"] if m.text == form)


@pytest.mark.parametrize(
    ("text", "mark", "why"),
    [
        ("They drank Blorpo all night.", body("Blorpo"), IDLE),
        ("They drank Blorpo all night.", body("Blorpo", "known name"), ""),
        ("The Blorpo spokesman sighed.", body("Blorpo"), ""),
        ("Ana Lee, an economist at Blorpo, sighed.", body("Blorpo"), ""),
        ("Blorpo's factory burned.", body("Blorpo"), ""),
        ("They asked Blorpo Motors Corp for help.", body("Blorpo Motors Corp"), ""),
        ("They asked Congress for help.", body("Congress"), ""),
        ("They read of times past in the Times.", body("Times"), ""),
        ("In Settings, there are more settings.", body("Settings"), SMALL),
        ("They met at the Grand Zumzum Lodge.", body("Zumzum"), FRAGMENT),
        ("They sang the song Zumzum at the Rex.", body("Zumzum"), THING),
        ("They called her “Zumzum” at home.", body("Zumzum"), THING),
        ("They went home with Lester Quill.", person("Lester Quill"), ""),
        ("They went home with Zubin Mehrotra.", person("Zubin Mehrotra"), ""),
        ("Try Turbo Mode, a mode for speed.", person("Turbo Mode"), SMALL),
        ("They asked Umberto Rice for rice.", person("Umberto Rice"), ""),
        ("They asked Grant Brown to grant a brown dog a bone.", person("Grant Brown"), ""),
        ("Sell Coal, they said: sell coal now.", person("Sell Coal"), SMALL),
    ],
)
def test_a_guess_alone_makes_no_page(text, mark, why):
    """Something must show somebody: what he does, who speaks for him, or that the words can be nothing but a name."""
    assert reason(links((text, mark)), mark[0]) == why


def test_who_speaks_or_acts_has_a_page():
    """Whatever the model thinks of the word."""
    text = "They drank with Blorpo all night."
    start = text.index("Blorpo")
    span = Span(start, start + len("Blorpo"))

    def speaking(_, annotation):
        said = Attribution(
            (span,), (), (), SourceKind.NAMED, "says", hedged=False, negated=False, voice=Voice.INDIRECT, rule=""
        )
        return dataclasses.replace(annotation, attributions=(said,))

    def acting(_, annotation):
        names = tuple(dataclasses.replace(name, role=Role.AGENT) for name in annotation.names)
        return dataclasses.replace(annotation, names=names)

    assert reason(links((text, body("Blorpo")), change=speaking), "Blorpo") == ""
    assert reason(links((text, body("Blorpo")), change=acting), "Blorpo") == ""


def test_one_article_that_knows_more_is_enough():
    """The page tells of all the articles."""
    found = links(
        ("They drank Blorpo all night.", body("Blorpo")),
        ("The news agency Blorpo closed.", body("Blorpo", "cue: news agency")),
    )
    assert reason(found, "Blorpo") == ""


def test_a_person_gives_a_name_its_page():
    """What is named often is asked about, with the lines for either answer."""
    text = "They drank Blorpo. Then more Blorpo. Then Blorpo again."
    found = links((text, body("Blorpo")))
    (question,) = found.review
    assert (question.kind, question.yes, question.no) == (
        "unlinked",
        "Blorpo:\n  kind: organization\n",
        "Blorpo: ignore\n",
    )
    told = {"Blorpo": EntityOverride("Blorpo", "actors.yaml", 1, kind="organization")}
    found = links((text, body("Blorpo")), overrides=told)
    assert "blorpo" in found.actors
    assert not found.review
