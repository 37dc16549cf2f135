"""A gazetteer of two invented countries, in an index like the real one, and articles about them."""

import sqlite3

from according.linking.corpus import link
from according.linking.gazetteer import Gazetteer, How
from according.linking.gazetteer import index as building
from according.linking.gazetteer.rows import Row
from according.model import (
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Event,
    Label,
    Name,
    Precision,
    Role,
    Sentence,
    SourceKind,
    Span,
    Voice,
)
from according.overrides import Overrides

ROWS = (
    Row(1, "Wadiya", "country", 10.0, 20.0, 9_000_000, "WD", names=(("Wadiyan", How.DEMONYM),), known=200),
    Row(2, "Freedonia", "country", 50.0, 5.0, 5_000_000, "FD", names=(("Freedonian", How.DEMONYM),), known=200),
    Row(3, "Qasim Governorate", "province", 10.5, 20.5, country="WD", known=60),
    Row(4, "Al Qāsim", "city", 10.4, 20.4, 300_000, "WD", admin1=3, known=40),
    Row(5, "Tel Amara", "village", 10.6, 20.6, 900, "WD", admin1=3, known=3),
    Row(6, "Springfield", "city", 50.2, 5.2, 400_000, "FD", known=60),
    Row(7, "Springfield", "town", 10.3, 20.3, 6_000, "WD", admin1=3, known=5),
    Row(8, "Port Haven", "city", 50.4, 5.4, 800_000, "FD", known=70),
    Row(
        9, "Greenland Bay Province", "province", 50.5, 5.5, country="FD", names=(("G.B.", How.ABBREVIATION),), known=50
    ),
)
# Tells of one event in the place of the articles.
RAIN = Event(
    id="2020-01-01-rain",
    title="Rain, Tel Amara",
    title_from=None,
    type="event",
    plover=None,
    start=None,
    end=None,
    precision=Precision.UNKNOWN,
    place="tel-amara",
    places=("tel-amara",),
    actors=(),
    passages=(),
    claims=(),
    articles=("one",),
    sources=(),
)


def small_gazetteer(folder, *more):
    """The index of the two countries, with what else a test needs, opened."""
    path = folder / "small.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(building.SCHEMA)
    for row in (*ROWS, *more):
        building._insert(connection, row)
    connection.commit()
    connection.close()
    return Gazetteer(path)


def article(text, identifier="one", title=""):
    """An article of one paragraph."""
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    return Article(identifier, f"{identifier}.txt", title, None, None, None, "en", text, (block,))


def annotated(text, *marks):
    """An annotation whose names are (form, label, evidence), each at all its occurrences."""
    names = []
    for form, label, evidence in marks:
        start = text.find(form)
        while start >= 0:
            names.append(Name(Span(start, start + len(form)), label, 0, Role.OTHER, evidence))
            start = text.find(form, start + 1)
    sentence = Sentence(Span(0, len(text)), 0, (), leans_back=False)
    return Annotation(sentences=(sentence,), names=tuple(sorted(names, key=lambda n: n.span)))


def place(form, evidence="model"):
    """A mark for a place."""
    return form, Label.PLACE, evidence


def person(form, evidence="model"):
    """A mark for a person."""
    return form, Label.PERSON, evidence


def body(form, evidence="model"):
    """A mark for an organization."""
    return form, Label.ORGANIZATION, evidence


def said(text, source, content, kind=SourceKind.NAMED, cue="said", **more):
    """An attribution by words of a text, each where they stand first."""
    return Attribution(
        source=(_words(text, source),) if source else (),
        cue=(_words(text, cue),),
        content=(_words(text, content),),
        kind=kind,
        stance="says",
        hedged=False,
        negated=False,
        voice=Voice.INDIRECT,
        rule="test",
        **more,
    )


def _words(text, words):
    return Span(text.index(words), text.index(words) + len(words))


TEXT = "Rain fell on Al Qasim and Al-Qaseem, then on Tel Amara. Ada Holm of the Harbour Board left Springfield."
MARKS = (place("Al Qasim"), place("Al-Qaseem"), place("Tel Amara"), place("Springfield"))
MARKS += (person("Ada Holm"), body("Harbour Board"))


def linked(gazetteer, *, places=(), actors=(), sources=()):
    """One article, of this text, under some corrections, and these."""
    overrides = Overrides(*({rule.name: rule for rule in rules} for rules in (places, actors, sources)))
    return link({"one": article(TEXT)}, {"one": annotated(TEXT, *MARKS)}, gazetteer, overrides), overrides
