"""Who stands behind an attribution."""

from dataclasses import replace

import pytest
from small_gazetteer import said

from according.linking.source_names import named_head, source_head, spoken_name
from according.linking.sources import Voice as Spoken
from according.linking.sources import find_sources
from according.model import (
    Actor,
    Annotation,
    Article,
    Form,
    Mention,
    Relay,
    SourceKind,
    Span,
)
from according.overrides import AliasRule, EntityOverride, Overrides, SourceOverride


def span(text, words, nth=0):
    """Where some words stand in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def article(text, id_="a", outlet="Example Wire"):
    """An article with nothing but a text."""
    return Article(id_, f"{id_}.txt", "A title", outlet, None, None, "en", text, ())


def sources(texts, attributions, mentions=None, named=None, overrides=None, relays=()):
    """The voices of articles given as {id: text}."""
    articles = {i: article(t, i) for i, t in texts.items()}
    annotations = {i: Annotation(attributions=attributions.get(i, ()), relays=relays) for i in texts}
    entities = {id_: actor(id_, name) for id_, name in (named or {}).items()}
    return find_sources(articles, annotations, mentions or {}, entities, overrides or Overrides())


def actor(id_, name, kind="organization"):
    """An actor of whom nothing but the name is known."""
    return Actor(id_, name, kind, (), ())


def test_a_source_that_ends_in_a_name_is_that_actor():
    """The words "Operation Inherent Resolve spokesman Myles Caggins" mean Caggins, not the operation."""
    text = "Operation Inherent Resolve spokesman Myles Caggins said it was over."
    mentions = (
        Mention("a", span(text, "Operation Inherent Resolve"), "Operation Inherent Resolve", "actor", "oir"),
        Mention("a", span(text, "Myles Caggins"), "Myles Caggins", "actor", "caggins"),
    )
    voices = sources(
        {"a": text},
        {"a": (said(text, "Operation Inherent Resolve spokesman Myles Caggins", "it was over"),)},
        {"a": mentions},
        {"oir": "Operation Inherent Resolve", "caggins": "Myles Caggins"},
    )
    voice = voices.of["a"][0]
    assert (voice.source, voice.name, voice.kind) == ("caggins", "Myles Caggins", SourceKind.NAMED)
    assert voice.via == ("example-wire",)


def test_a_name_that_only_describes_is_not_the_source():
    """What "Pentagon officials" say is not said by the Pentagon; they speak through it and belong to their article."""
    text = "Pentagon officials said it was over."
    voices = sources(
        {"a": text},
        {"a": (said(text, "Pentagon officials", "it was over", SourceKind.UNNAMED),)},
        {"a": (Mention("a", span(text, "Pentagon"), "Pentagon", "actor", "pentagon"),)},
        {"pentagon": "Pentagon"},
    )
    voice = voices.of["a"][0]
    assert voice.source == "pentagon-officials--a"
    assert voice.kind is SourceKind.UNNAMED
    assert voice.via == ("example-wire", "pentagon")


def test_unnamed_sources_of_two_articles_stay_apart():
    """Nobody knows that the residents of two reports are the same people."""
    text = "Local residents said it was over."
    claim = (said(text, "Local residents", "it was over", SourceKind.UNNAMED),)
    voices = sources({"a": text, "b": text}, {"a": claim, "b": claim})
    assert voices.of["a"][0].source != voices.of["b"][0].source


def test_a_source_without_words_stays_nobody():
    """The words "it has been said that" have no source, and none is made up."""
    text = "It has been said that it was over."
    voices = sources({"a": text}, {"a": (said(text, "", "it was over"),)})
    assert voices.of["a"][0].source is None


def test_a_pronoun_speaks_for_its_antecedent():
    """The pronoun "It" becomes the agency of the sentence before, and the reason is kept."""
    text = "SANA reported a fire. It said two died."
    attribution = said(
        text, "It", "two died", antecedent=span(text, "SANA"), antecedent_reason='"It" follows SANA as subject'
    )
    voices = sources(
        {"a": text},
        {"a": (attribution,)},
        {"a": (Mention("a", span(text, "SANA"), "SANA", "actor", "sana"),)},
        {"sana": "SANA"},
    )
    assert voices.of["a"][0].source == "sana"
    assert "SANA" in voices.of["a"][0].reason


def test_a_relay_stands_between_the_outlet_and_its_source():
    """Inside a relayed stretch the chain is outlet, relayed outlet, source."""
    text = "Comment: Sample Gazette reports on a fire. The mayor said two died."
    relay = Relay(Span(0, len(text)), span(text, "Sample Gazette"), span(text, "reports on"), "end of the article")
    voices = sources(
        {"a": text},
        {"a": (said(text, "The mayor", "two died", SourceKind.UNNAMED),)},
        {"a": (Mention("a", span(text, "Sample Gazette"), "Sample Gazette", "actor", "sample-gazette"),)},
        {"sample-gazette": "Sample Gazette"},
        relays=(relay,),
    )
    assert voices.of["a"][0].via == ("example-wire", "sample-gazette")


def test_a_remark_on_a_source_is_no_part_of_its_name():
    """What is only remarked of the residents is left out; what tells which residents stays."""
    assert spoken_name("residents, some of whom had fled") == "residents"
    assert spoken_name("The residents who had fled") == "residents who had fled"
    assert spoken_name("an official, who asked not to be named,") == "official"


def test_what_can_say_nothing_is_no_source():
    """What a text lets "the violence" say is kept, said by nobody who is named."""
    text = "The violence said it was over."
    voices = sources({"a": text}, {"a": (said(text, "The violence", "it was over", SourceKind.UNNAMED, speaks=False),)})
    assert voices.of["a"][0] == Spoken(None, "", SourceKind.UNNAMED, ("example-wire",))
    assert set(voices.sources) == {"example-wire"}


def test_a_piece_of_a_name_is_whom_the_name_means():
    """The parser's "in" is a piece of "Moon Jae-in"."""
    text = "Moon Jae-in said it was over."
    piece = replace(said(text, "Moon", "it was over", SourceKind.UNNAMED, speaks=False), source=(Span(9, 11),))
    mentions = (Mention("a", span(text, "Moon Jae-in"), "Moon Jae-in", "actor", "moon"),)
    voices = sources({"a": text}, {"a": (piece,)}, {"a": mentions}, {"moon": "Moon Jae-in"})
    assert voices.of["a"][0].source == "moon"


def test_nobody_speaks_through_a_person_named_beside_them():
    """A body inside a source's words is behind it; a person there only describes it."""
    text = "One survivor, who gave his name as Peter, said it was over."
    voices = find_sources(
        {"a": article(text)},
        {"a": Annotation(attributions=(said(text, text[:40], "it was over", SourceKind.UNNAMED),))},
        {"a": (Mention("a", span(text, "Peter"), "Peter", "actor", "peter"),)},
        {"peter": actor("peter", "Peter", "person")},
        Overrides(),
    )
    assert (voices.of["a"][0].name, voices.of["a"][0].via) == ("One survivor", ("example-wire",))


def test_people_are_not_their_country():
    """What Germans say is said by people of one article, not by Germany."""
    text = "Germans said it was over."
    mention = Mention("a", span(text, "Germans"), "Germans", "place", "germany")
    claim = said(text, "Germans", "it was over", kind=SourceKind.UNNAMED)
    voices = sources({"a": text}, {"a": (claim,)}, mentions={"a": (mention,)}, named={"germany": "Germany"})
    assert (voices.of["a"][0].name, voices.of["a"][0].kind) == ("Germans", SourceKind.UNNAMED)


def test_a_person_names_a_source():
    """An alias in sources.yaml joins two names, the label is kept, and the old page leads to the new one."""
    text = "The Syrian agency said it was over."
    rule = SourceOverride("SANA", "sources.yaml", 1, aliases=(AliasRule("Syrian agency"),), label="state news agency")
    claim = (said(text, "The Syrian agency", "it was over"),)
    voices = sources({"a": text}, {"a": claim}, overrides=Overrides(sources={"SANA": rule}))
    assert voices.of["a"][0].source == "sana"
    assert voices.sources["sana"].label == "state news agency"
    assert voices.moved == {"sources/syrian-agency": "sources/sana"}
    assert ("sources.yaml", "SANA") in voices.applied


def test_the_head_of_a_source():
    """The head ends where a description begins."""
    text = "Myles Caggins, spokesman of the coalition"
    assert source_head(text, Span(0, len(text))).of(text) == "Myles Caggins"


def test_a_spoken_name_loses_its_article_only():
    """Labels keep the text's words."""
    assert spoken_name("The  residents of\nboth villages,") == "residents of both villages"


def named_after(text, *names, persons=()):
    """The name that a source of these words comes down to, given the names in it, and those of people."""
    inside = [Mention("a", span(text, n), n, "actor", n) for n in names]
    found = named_head(text, Span(0, len(text)), inside, persons)
    return found and found.text


def test_a_preposition_inside_a_name_cuts_nothing():
    """The observatory is one name although it holds a "for"."""
    text = "the Observatory for Human Rights (OHR), which is based in Britain"
    assert named_after(text, "Observatory for Human Rights") == "Observatory for Human Rights"


def test_an_apposition_names_the_source():
    """The words "the insurer, the UK P&I Club" name the club; "officials, some from Japan" are not Japan."""
    assert named_after("the insurer, the UK P&I Club", "UK P&I Club") == "UK P&I Club"
    assert named_after("officials, some from Japan", "Japan") is None


def test_the_longest_name_is_the_source():
    """A name inside a name is not who speaks: the bank, not its country; the club, not the kingdom."""
    assert named_after("the Bank of Japan", "Bank of Japan", "Japan") == "Bank of Japan"
    assert named_after("the insurer, the UK P&I Club", "UK", "UK P&I Club") == "UK P&I Club"


@pytest.mark.parametrize(
    ("text", "person", "others"),
    [
        ("US Secretary of State Ada Holm", "Ada Holm", ("US",)),
        (
            "Washington's ambassador to the United Nations Ada Holm, speaking in New York",
            "Ada Holm",
            ("United Nations",),
        ),
        ("Head of the Duma's Defense and Security Committee Ada Holm", "Ada Holm", ("Duma",)),
        ("the chairman of Germany's police union, Ada Holm", "Ada Holm", ("Germany",)),
        ("One of the law firm's founders, Ada Holm", "Ada Holm", ()),
        ("the minister of the economy, Mrs. Ada Holm", "Ada Holm", ()),
    ],
)
def test_an_office_comes_down_to_who_holds_it(text, person, others):
    """The person behind the words for an office speaks, whatever stands in these words."""
    assert named_after(text, *others, person, persons=(person,)) == person


@pytest.mark.parametrize(
    "text",
    [
        "a spokesman for President Ada Holm",
        "A spokesman for U.N. Secretary-General Ada Holm",
        "a spokesman for Ada Holm",
        "lawyers for the singer Ada Holm",
        "officials in Oslo and the minister's aide, Ada Holm",
        "members of the party including Ada Holm",
        "the family of Norwegian Ada Holm",
        "a spokesman for Norway's Ada Holm",
        "a spokesman for All Ada Holm",
    ],
)
def test_who_speaks_for_a_person_is_somebody_else(text):
    """A person for whom others speak, or who is one of many, is not the source."""
    assert named_after(text, "Ada Holm", persons=("Ada Holm",)) is None


@pytest.mark.parametrize(("text", "name"), [("the U.N.", "U.N."), ("Justice Ola G. Holm Jr.", "Ola G. Holm")])
def test_a_full_stop_or_a_junior_behind_a_name_is_no_other_name(text, name):
    """What is written behind a name as a part of it does not part the source from it."""
    assert named_after(text, name) == name


def test_who_is_a_person_is_told_by_the_corpus():
    """A name in office is the source when its actor is a person, whatever the article alone would take it for."""
    text = "A chairman of the union, Ada Holm, said it was over."
    claim = said(text, "A chairman of the union, Ada Holm", "it was over")
    mention = Mention("a", span(text, "Ada Holm"), "Ada Holm", "actor", "ada-holm")
    for kind, source in (("person", "ada-holm"), ("organization", "chairman-of-the-union-ada-holm")):
        entities = {"ada-holm": actor("ada-holm", "Ada Holm", kind)}
        annotation = {"a": Annotation(attributions=(claim,))}
        voices = find_sources({"a": article(text)}, annotation, {"a": (mention,)}, entities, Overrides())
        assert voices.of["a"][0].source == source


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Le Jour newspaper", True),
        ("Le Jour state news agency", True),
        ("the Le Jour news portal", True),
        ("a Le Jour newspaper", False),
        ("Le Jour's website", False),
        ("the Le Jour reporter", False),
        ("the Le Jour Foreign Agency", False),
    ],
)
def test_a_body_is_told_what_it_is(text, named):
    """The noun behind a name says what the body is; another noun makes somebody else of it."""
    assert named_after(text, "Le Jour") == ("Le Jour" if named else None)


def test_a_union_has_bodies_of_its_own():
    """An agency of the UN is another one than the UN."""
    assert named_after("the UN refugee agency", "UN") is None


def unnamed_in_two(**rules):
    """The sources, and the voice of each of two articles, that both cite local residents, under rules by key."""
    text = "Local residents said it was over."
    claim = (said(text, "Local residents", "it was over", SourceKind.UNNAMED),)
    told = {key: SourceOverride(key, "sources.yaml", 1, **said_of_it) for key, said_of_it in rules.items()}
    found = sources({"a": text, "b": text}, {"a": claim, "b": claim}, overrides=Overrides(sources=told))
    return found.sources, found.of["a"][0], found.of["b"][0]


def test_a_person_speaks_of_the_unnamed_source_of_one_article():
    """Its id is the key; a word on all that are called so holds for those of the other article."""
    known, here, there = unnamed_in_two(
        **{"local-residents--a": {"label": "farmers"}, "Local residents": {"label": "people"}}
    )
    assert (here.source, there.source) == ("local-residents--a", "local-residents--b")
    assert known[here.source].label == "farmers"
    assert known[there.source].label == "people"
    assert (known[here.source].name, known[here.source].article) == ("Local residents", "a")


def test_a_person_takes_the_unnamed_source_of_one_article_away():
    """The other one still speaks."""
    _, here, there = unnamed_in_two(**{"local-residents--a": {"ignore": True}})
    assert (here.source, there.source) == (None, "local-residents--b")


def test_a_person_names_the_unnamed_source_of_one_article():
    """By its id among the aliases of another name."""
    known, here, there = unnamed_in_two(**{"Farmers of Hamou": {"aliases": (AliasRule("local-residents--a"),)}})
    assert known[here.source].name == "Farmers of Hamou"
    assert there.source == "local-residents--b"


def test_a_person_puts_unnamed_sources_together():
    """Two that are called otherwise are one when a person says so, in one article and in two."""
    one, other = "Local residents said it was over.", "Villagers said it was over."
    rule = SourceOverride("Local residents", "sources.yaml", 1, aliases=(AliasRule("Villagers"),))
    voices = sources(
        {"a": one, "b": other},
        {
            "a": (said(one, "Local residents", "it was over", SourceKind.UNNAMED),),
            "b": (said(other, "Villagers", "it was over", SourceKind.UNNAMED),),
        },
        overrides=Overrides(sources={rule.name: rule}),
    )
    (source,) = {voices.of[a][0].source for a in "ab"}
    assert (voices.sources[source].kind, voices.sources[source].article) == (SourceKind.UNNAMED, None)


def test_an_entry_for_some_articles_concerns_these_alone():
    """That its name is what another article calls somebody does not join those."""
    one, other = "Villagers said it was over.", "Local residents said it was over."
    rule = SourceOverride("Local residents", "sources.yaml", 1, aliases=(AliasRule("Villagers", ("a",)),))
    voices = sources(
        {"a": one, "b": other},
        {
            "a": (said(one, "Villagers", "it was over", SourceKind.UNNAMED),),
            "b": (said(other, "Local residents", "it was over", SourceKind.UNNAMED),),
        },
        overrides=Overrides(sources={rule.name: rule}),
    )
    assert [voices.of[a][0].source for a in "ab"] == ["local-residents", "local-residents--b"]


@pytest.mark.parametrize(("key", "label"), [("holm", "colonel"), ("Ada Holm", "colonel"), ("Grove", None)])
def test_a_source_is_spoken_of_by_any_spelling_of_its_own(key, label):
    """It keeps its name; a spelling that two share says of neither."""
    text = "Holm said it was over."
    rule = SourceOverride(key, "sources.yaml", 1, label="colonel")
    spelled = {"ada-holm": ("Ada Holm", "Holm", "Grove"), "ben-grove": ("Ben Grove", "Grove")}
    entities = {
        id_: replace(actor(id_, names[0]), forms=tuple(Form(n, 1, ("a",), "") for n in names))
        for id_, names in spelled.items()
    }
    mention = Mention("a", Span(0, 4), "Holm", "actor", "ada-holm")
    notes = {"a": Annotation(attributions=(said(text, "Holm", "it was over"),))}
    told = Overrides(sources={key: rule})
    voices = find_sources({"a": article(text)}, notes, {"a": (mention,)}, entities, told)
    source = voices.sources["ada-holm"]
    assert (source.name, source.label) == ("Ada Holm", label)


@pytest.mark.parametrize("file", ["actors", "sources"])
def test_who_has_no_page_says_what_it_says_under_its_name(file):
    """Hidden as an actor it is no other source, and hidden as a source it is the actor's still."""
    text = "Secretary Ada Holm in Brussels said it was over."
    rule = (EntityOverride if file == "actors" else SourceOverride)("Ada Holm", f"{file}.yaml", 1, hide=True)
    mention = Mention("a", span(text, "Ada Holm"), "Ada Holm", "actor", "ada-holm")
    claim = (said(text, "Secretary Ada Holm in Brussels", "it was over"),)
    told = Overrides(**{file: {"Ada Holm": rule}})
    voices = sources({"a": text}, {"a": claim}, {"a": (mention,)}, {"ada-holm": "Ada Holm"}, told)
    source = voices.sources[voices.of["a"][0].source]
    assert (source.id, source.name, source.hidden) == ("ada-holm", "Ada Holm", True)
    assert source.actor == "ada-holm"


def test_a_person_takes_a_source_away():
    """What it says stays, with nobody named."""
    text = "The lamp-post said it was over."
    rule = SourceOverride("lamp-post", "sources.yaml", 1, ignore=True)
    claim = (said(text, "The lamp-post", "it was over"),)
    voices = sources({"a": text}, {"a": claim}, overrides=Overrides(sources={"lamp-post": rule}))
    assert voices.of["a"][0].source is None
    assert list(voices.sources) == ["example-wire"]


def test_a_source_that_only_repeats_another():
    """The other is found by its name in any spelling; nobody is invented."""
    text = "Radio One said it was over. Radio Two said it was not."
    claims = (said(text, "Radio One", "it was over"), said(text, "Radio Two", "it was not"))
    for told, expected in (("radio two", "radio-two"), ("Radio Three", None)):
        rule = SourceOverride("Radio One", "sources.yaml", 1, copies=told)
        voices = sources({"a": text}, {"a": claims}, overrides=Overrides(sources={"Radio One": rule}))
        assert voices.sources["radio-one"].copies == expected


def test_a_copied_source_is_found_by_a_spelling_of_its_page():
    """Unless a source of its own is called so."""
    text = "Radio One said it was over. Harbour Union said so too."
    claims = tuple(said(text, who, what) for who, what in (("Radio One", "it was over"), ("Harbour Union", "so too")))
    union = Actor("harbour-union", "Harbour Union", "organization", (Form("HU", 1, ("a",), ""),), ())
    mention = Mention("a", span(text, "Harbour Union"), "Harbour Union", "actor", "harbour-union")
    overrides = Overrides(sources={"Radio One": SourceOverride("Radio One", "sources.yaml", 1, copies="HU")})
    for more, expected in (((), "harbour-union"), (("HU said no more.", "HU", "no more"), "hu")):
        texts = {"a": text} | ({"b": more[0]} if more else {})
        told = {"a": claims} | ({"b": (said(*more),)} if more else {})
        annotations = {i: Annotation(attributions=told[i]) for i in texts}
        articles = {i: article(t, i) for i, t in texts.items()}
        voices = find_sources(articles, annotations, {"a": (mention,)}, {union.id: union}, overrides)
        assert voices.sources["radio-one"].copies == expected


def residents(**told):
    """The residents of three articles, under what is said of those of the second."""
    text = "Local residents said it was over."
    claims = dict.fromkeys("abc", (said(text, "Local residents", "it was over", SourceKind.UNNAMED),))
    rule = SourceOverride("local-residents--b", "sources.yaml", 1, **told)
    return sources(dict.fromkeys("abc", text), claims, overrides=Overrides(sources={rule.name: rule})).sources


@pytest.mark.parametrize(
    ("told", "expected"),
    [("local-residents--c", "local-residents--c"), ("Local residents", "local-residents--a"), ("people--a", None)],
)
def test_an_unnamed_source_that_only_repeats_another(told, expected):
    """The other is called by its id as well, or by the name that both have, which means no source itself."""
    found = residents(copies=told)
    assert {id_: s.copies for id_, s in found.items() if s.article} == {
        "local-residents--a": None,
        "local-residents--b": expected,
        "local-residents--c": None,
    }


def test_an_unnamed_source_is_kept_apart_by_its_id():
    """What an entry says of all who are called so leaves those of one article alone."""
    text = "Local residents said it was over."
    claims = dict.fromkeys("ab", (said(text, "Local residents", "it was over", SourceKind.UNNAMED),))
    rule = SourceOverride(
        "Farmers", "sources.yaml", 1, aliases=(AliasRule("Local residents"),), never=("local-residents--b",)
    )
    found = sources(dict.fromkeys("ab", text), claims, overrides=Overrides(sources={rule.name: rule}))
    assert [found.of[a][0].source for a in "ab"] == ["farmers", "local-residents--b"]


def two_agencies(*named, **rules):
    """The voices where Radio One speaks in one article and Radio Two in another; ``named`` are names of actors."""
    texts = {"a": "Radio One said it was over.", "b": "Radio Two said it was not.", "c": "A guest said it was so."}
    ids = {"a": "first", "b": "second"}
    attributions = {
        "a": (said(texts["a"], "Radio One", "it was over"),),
        "b": (said(texts["b"], "Radio Two", "it was not"),),
        "c": (said(texts["c"], "A guest", "it was so", SourceKind.UNNAMED),),
    }
    mentions = {a: (Mention(a, Span(0, 9), texts[a][:9], "actor", id_),) for a, id_ in ids.items()}
    mentions["c"] = (Mention("c", Span(0, 0), "", "actor", "third"),)
    shown = {**dict(zip(ids.values(), ("Radio One", "Radio Two"), strict=True)), "third": "Radio Three"} | dict(named)
    return sources(texts, attributions, mentions, shown, Overrides(**rules))


@pytest.mark.parametrize(
    ("name", "alias", "actor"),
    [
        ("Radio One", "Radio Two", "first"),
        ("Radio Two", "Radio One", "second"),
        ("Radio Three", "Radio One", "third"),
        ("Radio Three", "guest", "third"),
        ("Radio Four", "Radio One", "first"),
    ],
)
def test_who_takes_another_in_is_the_actor_of_its_own_name(name, alias, actor):
    """Whether or not it speaks itself; only where nobody has the name, it is the one who is taken in."""
    rule = SourceOverride(name, "sources.yaml", 1, aliases=(AliasRule(alias),))
    found = two_agencies(sources={name: rule})
    (source,) = {v.source for vs in found.of.values() for v in vs if v.name == name}
    assert (found.sources[source].actor, found.sources[source].kind) == (actor, SourceKind.NAMED)
    assert f"sources/{source}" not in found.moved


@pytest.mark.parametrize(("alias", "moved"), [("Radio Two", "sources/second"), ("guest", None)])
def test_who_takes_another_in_may_be_called_as_before_it_was_renamed(alias, moved):
    """The name that actors.yaml has taken from it means it still; old addresses lead there."""
    told = {
        "actors": {"Agency A": EntityOverride("Agency A", "actors.yaml", 1, aliases=(AliasRule("Radio One"),))},
        "sources": {"Radio One": SourceOverride("Radio One", "sources.yaml", 1, aliases=(AliasRule(alias),))},
    }
    found = two_agencies(("first", "Agency A"), **told)
    assert {v.source for a, vs in found.of.items() for v in vs if v.name == "Agency A"} == {"first"}
    assert "first" in (found.of["b"][0].source, found.of["c"][0].source)
    assert (found.sources["first"].actor, found.moved) == (
        "first",
        {moved: "sources/first"} if moved else {},
    )


@pytest.mark.parametrize("name", ["Sela", "SELA"])
def test_who_takes_another_in_is_called_by_its_own_letters(name):
    """Where a town and an agency differ in nothing else."""
    text = "Sela slept, SELA ate. A guest said it was so."
    named = {"town": "Sela", "agency": "SELA"}
    mentions = [Mention("a", span(text, n), n, "actor", i) for i, n in named.items()]
    rule = SourceOverride(name, "sources.yaml", 1, aliases=(AliasRule("guest"),))
    claims = {"a": (said(text, "A guest", "it was so", SourceKind.UNNAMED),)}
    found = sources({"a": text}, claims, {"a": tuple(mentions)}, named, Overrides(sources={name: rule}))
    voice = found.of["a"][0]
    assert (named[voice.source or ""], voice.name) == (name, name)


@pytest.mark.parametrize("hide", [False, True])
def test_an_outlet_that_is_an_actor_is_called_and_hidden_with_it(hide):
    """Under the name that people give the actor it is one source, whether it publishes or is cited."""
    texts = {"a": "The Wire said it was over.", "b": "Rain fell."}
    mention = Mention("a", span(texts["a"], "The Wire"), "The Wire", "actor", "wire")
    rule = EntityOverride("The Wire", "actors.yaml", 1, aliases=(AliasRule("Example Wire"),), hide=hide)
    claims = {"a": (said(texts["a"], "The Wire", "it was over"),)}
    found = sources(texts, claims, {"a": (mention,)}, {"wire": "The Wire"}, Overrides(actors={"The Wire": rule}))
    assert found.of_article == {"a": "wire", "b": "wire"}
    (source,) = found.sources.values()
    assert (source.name, source.kind, source.hidden) == ("The Wire", SourceKind.OUTLET, hide)
    assert source.actor == "wire"
