"""People and bodies without a name who take part, and what a sentence mainly tells."""

from __future__ import annotations

from parses import article_of, parsed

from according.annotating.clauses import is_central
from according.annotating.sentences import find_sentences
from according.annotating.unnamed import find_unnamed
from according.model import Label, Name, Role, Span, Unnamed

GUNMAN = """
    A a DT det 1
    gunman gunman NN nsubj 2
    wounded wound VBD ROOT 2
    five five CD nummod 4
    people people NNS dobj 2
    in in IN prep 2
    Amara Amara NNP pobj 5
    , , , punct 2
    officials official NNS nsubj 9
    said say VBD parataxis 2
"""
TOLD = """
    Officials official NNS nsubj 1
    said say VBD ROOT 1
    dozens dozen NNS nsubjpass 6
    of of IN prep 2
    miners miner NNS pobj 3
    were be VBD auxpass 6
    trapped trap VBN ccomp 1
    after after IN mark 9
    guards guard NNS nsubj 9
    fled flee VBD advcl 6
"""


def found(table: str, *names: Name) -> dict[str, Unnamed]:
    """What is found in a parsed text, by its words."""
    doc = parsed(table)
    told = find_unnamed(doc, names, find_sentences(doc, article_of(doc)), ())
    return {u.span.of(doc.text): u for u in told}


def test_who_does_it_and_to_whom() -> None:
    """A gunman does it, five people suffer it."""
    told = found(GUNMAN)
    assert told["A gunman"].role is Role.AGENT
    assert told["five people"].role is Role.PATIENT
    assert told["A gunman"].head == "gunman"


def test_an_amount_is_told_with_those_it_counts() -> None:
    """Dozens of miners are no dozens; they are what the sentence tells, the guards in a clause of time are not."""
    told = found(TOLD)
    assert told["dozens of miners"].role is Role.PATIENT
    assert told["dozens of miners"].central
    assert not told["guards"].central


def test_who_has_a_name_is_not_without_one() -> None:
    """The people of a name are those of the name."""
    assert "A gunman" not in found(GUNMAN, Name(Span(2, 8), Label.PERSON, 0, Role.AGENT, "test"))


def test_words_that_do_not_tell_who_is_meant() -> None:
    """The man may be anybody; the masked man, a man and the police are somebody."""
    for words, telling in (("The man", False), ("A man", True), ("The masked man", True), ("The police", True)):
        *before, head = words.split()
        rows = [f"{w} {w.lower()} {'DT' if w in {'The', 'A'} else 'JJ'} det {len(before)}" for w in before]
        rows = [r.replace("JJ det", "JJ amod") for r in rows]
        rows += [f"{head} {head} NN nsubj {len(before) + 1}", f"left leave VBD ROOT {len(before) + 1}"]
        assert found("\n".join(rows))[words].telling is telling


def test_where_the_main_verb_puts_it_is_central() -> None:
    """Amara is where the main verb puts it; what only hangs on the clause of time is not central."""
    doc = parsed(GUNMAN)
    assert is_central(doc[6])
    assert not is_central(parsed(TOLD)[8])
    assert not is_central(parsed(TOLD)[0])  # who only tells it
