"""Source, cue and content of an attribution, from hand-built parses of each form."""

from __future__ import annotations

from parses import article_of, parsed
from spacy.tokens import Doc, Span

from according.annotating.attribution import find_attributions
from according.model import Attribution, BlockKind, SourceKind, Voice

SAID = """
    The the DT det 1
    mayor mayor NN nsubj 2
    said say VBD ROOT 2
    that that IN mark 6
    the the DT det 5
    bridge bridge NN nsubj 6
    held hold VBD ccomp 2
    . . . punct 2
"""


def found(doc: Doc) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, pieces joined by a bar."""
    attributions, _ = find_attributions(doc, article_of(doc), ())
    return [tuple("|".join(s.of(doc.text) for s in part) for part in roles(a)) for a in attributions]  # type: ignore[misc]


def roles(a: Attribution) -> tuple[tuple[object, ...], ...]:
    """The three roles."""
    return a.source, a.cue, a.content


def only(doc: Doc) -> Attribution:
    """The one attribution of a document."""
    ((attribution,), _) = find_attributions(doc, article_of(doc), ())
    return attribution


def test_a_clause_with_that() -> None:
    """The "that" belongs to what is said, the full stop does not."""
    doc = parsed(SAID)
    assert found(doc) == [("The mayor", "said", "that the bridge held")]
    attribution = only(doc)
    assert (attribution.stance, attribution.voice, attribution.kind) == ("says", Voice.INDIRECT, SourceKind.UNNAMED)
    assert attribution.rule == "verb: clause"


def test_the_speaker_after_the_words() -> None:
    """Told first and attributed after the comma."""
    doc = parsed("""
        The the DT det 1
        bridge bridge NN nsubj 2
        held hold VBD ccomp 6
        , , , punct 6
        the the DT det 5
        mayor mayor NN nsubj 6
        said say VBD ROOT 6
        . . . punct 6
    """)
    assert found(doc) == [("the mayor", "said", "The bridge held")]


def test_according_to() -> None:
    """The phrase comments on the rest of its sentence."""
    doc = parsed("""
        According accord VBG prep 6
        to to IN prep 0
        Reuters Reuters NNP pobj 1
        , , , punct 6
        the the DT det 5
        bridge bridge NN nsubj 6
        held hold VBD ROOT 6
        . . . punct 6
    """)
    assert found(doc) == [("Reuters", "According to", "the bridge held")]
    assert only(doc).kind is SourceKind.NAMED


def test_an_infinitive_with_its_condition() -> None:
    """What is threatened, and on what condition."""
    doc = parsed("""
        Ankara Ankara NNP nsubj 2
        has have VBZ aux 2
        threatened threaten VBN ROOT 2
        to to TO aux 4
        attack attack VB xcomp 2
        if if IN mark 7
        they they PRP nsubj 7
        advance advance VBP advcl 2
        . . . punct 2
    """)
    assert found(doc) == [("Ankara", "has threatened", "to attack if they advance")]
    assert only(doc).stance == "threatens"


def test_an_event_that_threatens_says_nothing() -> None:
    """The incident threatens to raise tension: nobody spoke."""
    doc = parsed("""
        The the DT det 1
        incident incident NN nsubj 2
        threatens threaten VBZ ROOT 2
        to to TO aux 4
        raise raise VB xcomp 2
        tension tension NN dobj 4
        . . . punct 2
    """)
    assert found(doc) == []


def test_an_object_with_its_complement() -> None:
    """Whom and of what."""
    doc = parsed("""
        Rebels rebel NNS nsubj 1
        accused accuse VBD ROOT 1
        the the DT det 3
        army army NN dobj 1
        of of IN prep 1
        looting loot VBG pcomp 4
        . . . punct 1
    """)
    assert found(doc) == [("Rebels", "accused", "the army of looting")]


def test_a_passive_names_nobody() -> None:
    """X is expected to Y: subject and predicate are expected, by nobody who is named."""
    doc = parsed("""
        The the DT det 1
        court court NN nsubjpass 3
        is be VBZ auxpass 3
        expected expect VBN ROOT 3
        to to TO aux 5
        rule rule VB xcomp 3
        . . . punct 3
    """)
    assert found(doc) == [("", "is expected", "The court|to rule")]


def test_an_agent_is_the_source_of_a_passive() -> None:
    """The charges were denied by the ministry."""
    doc = parsed("""
        The the DT det 1
        charges charge NNS nsubjpass 3
        were be VBD auxpass 3
        denied deny VBN ROOT 3
        by by IN agent 3
        the the DT det 6
        ministry ministry NN pobj 4
        . . . punct 3
    """)
    assert found(doc) == [("the ministry", "were denied", "The charges")]


def test_the_addressee_is_no_content() -> None:
    """Told reporters that: the reporters are spoken to."""
    doc = parsed("""
        She she PRP nsubj 1
        told tell VBD ROOT 1
        reporters reporter NNS dobj 1
        that that IN mark 5
        nobody nobody NN nsubj 5
        left leave VBD ccomp 1
        . . . punct 1
    """)
    assert found(doc) == [("She", "told", "that nobody left")]


def test_a_participle_after_the_comma_is_another_act() -> None:
    """Said Y, adding Z: two contents of one speaker, though the parse hangs the second on the first."""
    doc = parsed("""
        Officials official NNS nsubj 1
        said say VBD ROOT 1
        trains train NNS nsubj 3
        stopped stop VBD ccomp 1
        , , , punct 3
        adding add VBG advcl 3
        that that IN mark 8
        nobody nobody NN nsubj 8
        left leave VBD ccomp 5
        . . . punct 1
    """)
    assert found(doc) == [("Officials", "said", "trains stopped"), ("Officials", "adding", "that nobody left")]


def test_a_dateline_is_not_what_was_said() -> None:
    """Where the report was written stands before the words of its source."""
    doc = parsed("""
        ARLE ARLE NNP npadvmod 4
        — — : punct 0
        A a DT det 3
        ferry ferry NN nsubj 4
        sank sink VBD ccomp 7
        , , , punct 7
        police police NNS nsubj 7
        said say VBD ROOT 7
        . . . punct 7
    """)
    assert found(doc) == [("police", "said", "A ferry sank")]


def test_a_dateline_is_not_who_said_it() -> None:
    """The parse runs the place of writing and the speaker together; the source begins behind the dash."""
    doc = parsed("""
        ARLE ARLE NNP nsubj 3
        — — : punct 0
        Police Police NNP appos 0
        say say VBP ROOT 3
        it it PRP nsubj 5
        sank sink VBD ccomp 3
        . . . punct 3
    """)
    assert found(doc) == [("Police", "say", "it sank")]


def test_a_quotation_goes_on_after_its_speaker() -> None:
    """The quotation before, and the one that follows in the same paragraph."""
    doc = parsed("""
        “ “ `` punct 2
        We we PRP nsubj 2
        waited wait VBD ccomp 6
        , , , punct 6
        ” ” '' punct 6
        she she PRP nsubj 6
        said say VBD ROOT 6
        . . . punct 6
        “ “ `` punct 10
        Nobody nobody NN nsubj 10
        came come VBD ROOT 10
        . . . punct 10
        ” ” '' punct 10
    """)
    assert found(doc) == [("she", "said", "“We waited,”|“Nobody came.”")]
    assert only(doc).voice is Voice.DIRECT


def test_a_noun_with_its_owner() -> None:
    """X's claim that Y, where the verb around it attributes nothing."""
    doc = parsed("""
        Nobody nobody NN nsubj 1
        heard hear VBD ROOT 1
        Ankara Ankara NNP poss 4
        's 's POS case 2
        claim claim NN dobj 1
        that that IN mark 7
        trains train NNS nsubj 7
        stopped stop VBD acl 4
        . . . punct 1
    """)
    assert found(doc) == [("Ankara", "claim", "that trains stopped")]


def test_a_claim_inside_a_claim_keeps_both_levels() -> None:
    """The agency reports that residents said: a chain, the inner one with its parent."""
    doc = parsed("""
        SANA SANA NNP nsubj 1
        reports report VBZ ROOT 1
        that that IN mark 4
        residents resident NNS nsubj 4
        said say VBD ccomp 1
        two two CD nummod 6
        houses house NNS nsubj 8
        had have VBD aux 8
        burned burn VBN ccomp 4
        . . . punct 1
    """)
    outer, inner = find_attributions(doc, article_of(doc), ())[0]
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.source[0].of(doc.text) == "residents"


def test_credits_say_nothing() -> None:
    """A credit line attributes nothing."""
    doc = parsed(SAID)
    assert find_attributions(doc, article_of(doc, BlockKind.CREDIT), ()) == ((), ())


def test_a_byline_speaks() -> None:
    """CHAIR: what follows is what the chair said."""
    doc = parsed("""
        CHAIR CHAIR NNP nsubj 4
        : : : punct 4
        The the DT det 3
        pipes pipe NNS nsubj 4
        held hold VBD ROOT 4
        well well RB advmod 4
        . . . punct 4
    """)
    assert found(doc) == [("CHAIR", ":", "The pipes held well")]
    assert only(doc).voice is Voice.DIRECT


def test_an_empty_text_has_no_attributions() -> None:
    """No words, no sources."""
    doc = Doc(parsed(SAID).vocab, words=[])
    assert find_attributions(doc, article_of(doc), ()) == ((), ())


def test_a_noun_with_a_capital_inside_a_sentence_can_speak() -> None:
    """A surname that the model takes for a thing is somebody; the thing is not."""
    rows = """
    Today today NN npadvmod 2
    {} wine NNS nsubj 2
    said say VBD ROOT 2
    the the DT det 4
    bridge bridge NN nsubj 5
    held hold VBD ccomp 2
    . . . punct 2
    """
    assert only(parsed(rows.format("Wines"))).speaks
    assert not only(parsed(rows.format("wines"))).speaks


def test_a_description_that_goes_on_to_a_name_is_nobody_told_before() -> None:
    """The second ambassador is the one whose name follows, not the first."""
    table = """
        The the DT det 1
        envoy envoy NN nsubj 2
        said say VBD ROOT 2
        it it PRP nsubj 4
        rained rain VBD ccomp 2
        . . . punct 2
        The the DT det 7
        envoy envoy NN nsubj 13
        to to IN prep 7
        Norway Norway NNP pobj 8
        , , , punct 7
        Ada Ada NNP compound 12
        Holm Holm NNP appos 7
        said say VBD ROOT 13
        it it PRP nsubj 15
        snowed snow VBD ccomp 13
        . . . punct 13
    """
    doc = parsed(table)
    doc.set_ents([Span(doc, 11, 13, label="PERSON")])
    article = article_of(doc)
    assert [a.antecedent for a in find_attributions(doc, article, ())[0]] == [None, None]
    doc.set_ents([])
    assert [a.antecedent for a in find_attributions(doc, article, ())[0]] == [None, None]
    doc.set_ents([Span(doc, 11, 13, label="GPE")])
    assert find_attributions(doc, article, ())[0][1].antecedent is not None


def test_people_of_a_nation_are_nobody_in_particular() -> None:
    """Germans in one article are other people than those in the next."""
    table = """
        Germans German NNPS nsubj 1
        said say VBD ROOT 1
        it it PRP nsubj 3
        rained rain VBD ccomp 1
        . . . punct 1
    """
    doc = parsed(table)
    doc[0].pos_ = "PROPN"
    assert only(doc).kind is SourceKind.UNNAMED
