"""Annotations survive the cache."""

from datetime import date

from according.annotating.codec import decode, encode
from according.model import (
    Annotation,
    Attribution,
    Label,
    Name,
    Precision,
    Role,
    Sentence,
    SourceKind,
    Span,
    TimeExpression,
    Voice,
)


def test_what_goes_in_comes_out():
    """Nested types, enums, dates, absent values and lone surrogates come back equal."""
    annotation = Annotation(
        sentences=(Sentence(Span(0, 9), 0, ("mayor", "\ud800"), leans_back=True),),
        names=(Name(Span(0, 3), Label.PERSON, 0, Role.AGENT, "model", inside=Span(0, 9)),),
        times=(TimeExpression(Span(4, 6), date(2020, 2, 12), None, Precision.DAY),),
        attributions=(
            Attribution(
                source=(),
                cue=(Span(1, 2),),
                content=(Span(3, 4), Span(6, 9)),
                kind=SourceKind.UNNAMED,
                stance="says",
                hedged=False,
                negated=True,
                voice=Voice.MIXED,
                rule="test",
                parent=0,
            ),
        ),
        title=Annotation(sentences=(Sentence(Span(0, 4), 0, (), leans_back=False),)),
    )
    back = decode(encode(annotation))
    assert back == annotation
    assert isinstance(back.names[0].span, Span)
    assert back.title.title is None
