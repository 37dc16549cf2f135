"""The articles by sentence: a reader of one sentence is told of changes in it, and of no others."""

from dataclasses import replace

from according.linking.passages import Passages
from according.memo import LongMemo
from according.model import Annotation, Linked, Mention, Sentence, Span
from according.watching import watched

TEXT = "Ana Lee spoke. Bo Ray of Oslo replied."
SENTENCES = tuple(Sentence(Span(*at), 0, (), leans_back=False) for at in ((0, 14), (15, 38)))


def mention(words, entity, kind="actor"):
    """The mention of some words of the text."""
    start = TEXT.index(words)
    return Mention("a", Span(start, start + len(words)), words, kind, entity)


MENTIONS = (mention("Ana Lee", "ana-lee"), mention("Bo Ray", "bo-ray"), mention("Oslo", "oslo", "place"))


def linked(mentions=MENTIONS):
    """One article of two sentences."""
    return Linked(
        articles={},
        annotations={"a": Annotation(sentences=SENTENCES)},
        mentions={"a": mentions},
        claims={},
        places={},
        actors={},
        sources={},
    )


def test_mentions_are_found_by_the_stretch_in_which_they_lie():
    """Those wholly inside, in the order of the text; and those that begin there."""
    passages = Passages(linked())
    names = lambda found: [m.text for m in found]  # noqa: E731
    assert names(passages.mentions_in("actor", "a", Span(0, len(TEXT)))) == ["Ana Lee", "Bo Ray"]
    assert names(passages.mentions_in("place", "a", Span(0, len(TEXT)))) == ["Oslo"]
    assert names(passages.mentions_in("actor", "a", Span(4, 27))) == ["Bo Ray"]
    assert names(passages.mentions_from("actor", "a", Span(0, 16))) == ["Ana Lee", "Bo Ray"]
    assert passages.mentions_in("actor", "a", Span(5, 5)) == []
    assert sorted(names(passages.mentions_of(("a", 1)))) == ["Bo Ray", "Oslo"]
    assert [passages.sentence_at("a", at) for at in (0, 14, 15, 99)] == [0, 0, 1, 1]


def test_only_readers_of_the_corrected_sentence_work_again():
    """The second sentence's actor has another address: who reads the first, or its place, is not asked again."""
    memo, done = LongMemo(), []
    for entity in ("bo-ray", "bo-roy"):
        memo.begin("s")
        passages = Passages(
            watched(linked((MENTIONS[0], replace(MENTIONS[1], entity=entity), MENTIONS[2])), memo), memo
        )

        def first(key, p=passages):
            done.append(p.mentions_in(key[0], "a", SENTENCES[key[1]].span)[0].entity)

        memo.each("read", (("actor", 0), ("actor", 1), ("place", 1)), first)
        memo.end()
    assert done == ["ana-lee", "bo-ray", "oslo", "bo-roy"]
