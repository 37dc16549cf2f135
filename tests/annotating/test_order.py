"""Attributions that the parse has lost and the order of words still tells: the trees are wrong, as parsers err."""

from __future__ import annotations

from parses import article_of, parsed

from according.annotating.attribution import find_attributions


def found(table: str) -> list[tuple[str, ...]]:
    """Source, cue and content of each attribution, pieces joined by a bar."""
    doc = parsed(table)
    attributions, _ = find_attributions(doc, article_of(doc), ())
    roles = [(a.source, a.cue, a.content) for a in attributions]
    return [tuple("|".join(s.of(doc.text) for s in part) for part in parts) for parts in roles]


def test_a_speaker_after_quotation_and_verb() -> None:
    """The parse takes the name of the speaker for something else."""
    assert found("""
        “ “ `` punct 3
        We we PRP nsubj 3
        will will MD aux 3
        win win VB ccomp 6
        , , , punct 6
        ” ” '' punct 6
        said say VBD ROOT 6
        Chief Chief NNP compound 8
        Ada Ada NNP npadvmod 6
        Lee Lee NNP appos 8
        . . . punct 6
    """) == [("Chief Ada Lee", "said", "“We will win,”")]


def test_a_speaker_between_quotation_and_verb() -> None:
    """The parse makes the verb share the subject of the quotation."""
    assert found("""
        “ “ `` punct 3
        We we PRP nsubj 3
        will will MD aux 3
        win win VB ROOT 3
        , , , punct 3
        ” ” '' punct 3
        Chief Chief NNP compound 7
        Jordan Jordan NNP npadvmod 3
        said say VBD conj 3
        Monday Monday NNP npadvmod 8
        . . . punct 3
    """) == [("Chief Jordan", "said", "“We will win,”")]


def test_a_speaker_before_a_colon() -> None:
    """The verb opens the sentence and is taken for part of a name."""
    assert found("""
        Said say VBD compound 1
        Ellis Ellis NNP ROOT 1
        : : : punct 1
        “ “ `` punct 6
        It it PRP nsubj 6
        is be VBZ aux 6
        gone go VBN acl 1
        . . . punct 1
        ” ” '' punct 1
    """) == [("Ellis", "Said", "“It is gone.”")]


def test_a_subject_parted_from_its_verb() -> None:
    """The relative clause between them is taken for a clause of the verb."""
    assert found("""
        Sanders Sanders NNP nsubj 3
        , , , punct 0
        who who WP nsubj 3
        lost lose VBD ccomp 5
        , , , punct 5
        said say VBD ROOT 5
        he he PRP nsubj 8
        would would MD aux 8
        fight fight VB ccomp 5
        . . . punct 5
    """) == [("Sanders", "said", "he would fight")]


def test_what_was_said_taken_for_an_object() -> None:
    """Saying always has a content: the rest of the sentence."""
    assert found("""
        Aides aide NNS nsubj 1
        say say VBP ROOT 1
        many many JJ dobj 1
        of of IN prep 2
        the the DT det 5
        examples example NNS pobj 3
        were be VBD dep 2
        wrong wrong JJ acomp 6
        . . . punct 1
    """) == [("Aides", "say", "many of the examples were wrong")]


def test_what_was_said_before_the_speaker() -> None:
    """A headline's words without a verb are what was said."""
    assert found("""
        Language language NN dep 4
        unclear unclear JJ amod 0
        , , , punct 4
        experts expert NNS nsubj 4
        say say VBP ROOT 4
        . . . punct 4
    """) == [("experts", "say", "Language unclear")]


def test_a_circumstance_is_not_what_was_said() -> None:
    """On Friday he said so: only the word that stands for it was said."""
    assert found("""
        On on IN prep 4
        Friday Friday NNP pobj 0
        , , , punct 4
        he he PRP nsubj 4
        said say VBD ROOT 4
        so so RB advmod 4
        . . . punct 4
    """) == [("he", "said", "so")]


def test_a_clause_that_quotes_a_few_words() -> None:
    """The quoted words alone would say nothing: told us he was “not there yet” on it."""
    assert found("""
        Trump Trump NNP nsubj 1
        told tell VBD ROOT 1
        us we PRP dobj 1
        he he PRP dep 1
        was be VBD dep 1
        “ “ `` punct 1
        not not RB neg 4
        there there RB advmod 4
        yet yet RB advmod 4
        ” ” '' punct 1
        . . . punct 1
    """) == [("Trump", "told", "he was “not there yet”")]


def test_words_quoted_by_no_clause() -> None:
    """A quoted name after a verb that may speak is not speech."""
    assert (
        found("""
        They they PRP nsubj 1
        added add VBD ROOT 1
        songs song NNS dobj 1
        from from IN prep 2
        “ “ `` punct 5
        Home Home NNP pobj 3
        ” ” '' punct 5
        . . . punct 1
    """)
        == []
    )


def test_a_quotation_that_nobody_is_said_to_speak() -> None:
    """What is said inside it is told by whoever speaks it, who is not known: no source is made of its “I”."""
    assert (
        found("""
        “ “ `` punct 2
        I I PRP nsubj 2
        think think VBP ROOT 2
        we we PRP nsubj 5
        will will MD aux 5
        win win VB ccomp 2
        . . . punct 2
        ” ” '' punct 2
    """)
        == []
    )


def test_what_somebody_calls_himself() -> None:
    """A reflexive object is content with what it is called."""
    assert found("""
        Ted Ted NNP nsubj 1
        calls call VBZ ROOT 1
        himself himself PRP dobj 1
        a a DT det 4
        liar liar NN oprd 1
        . . . punct 1
    """) == [("Ted", "calls", "himself a liar")]


def test_a_relative_pronoun_before_its_speaker() -> None:
    """Which Beijing has vowed to ignore: the speaker stands inside what is ignored and stays the source."""
    assert found("""
        the the DT det 1
        ruling ruling NN ROOT 1
        , , , punct 1
        which which WDT dobj 8
        Beijing Beijing NNP nsubj 6
        has have VBZ aux 6
        vowed vow VBN relcl 1
        to to TO aux 8
        ignore ignore VB xcomp 6
        . . . punct 1
    """) == [("Beijing", "has vowed", "which|to ignore")]


def test_a_speaker_behind_whom_an_apposition_stands() -> None:
    """The parse makes the verb at the end a participle of the apposition: a monitor, reported on Tuesday."""
    assert found("""
        Forces force NNS nsubj 1
        took take VBD ROOT 1
        Arle Arle NNP dobj 1
        , , , punct 2
        the the DT det 5
        Observatory Observatory NNP appos 2
        , , , punct 1
        a a DT det 8
        monitor monitor NN dobj 1
        in in IN prep 8
        Bex Bex NNP pobj 9
        , , , punct 8
        reported report VBN acl 8
        on on IN prep 12
        Tuesday Tuesday NNP pobj 13
        . . . punct 1
    """) == [("the Observatory", "reported", "Forces took Arle")]


def test_a_speaker_whom_the_parse_gives_to_what_was_said() -> None:
    """The last name is taken for the object of the clause before, and the verb for a clause of its own."""
    assert found("""
        Errors error NNS nsubj 1
        delayed delay VBD ROOT 1
        the the DT det 3
        ferry ferry NN dobj 1
        , , , punct 3
        chairman chairman NN compound 7
        Ada Ada NNP compound 7
        Lee Lee NNP appos 3
        said say VBD advcl 1
        on on IN prep 8
        Saturday Saturday NNP pobj 9
        . . . punct 1
    """) == [("chairman Ada Lee", "said", "Errors delayed the ferry")]
