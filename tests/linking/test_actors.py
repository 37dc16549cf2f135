"""Which names are one actor, what it is called, and what people may say about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pytest

from according.linking.actors import ActorLinks, resolve_actors
from according.linking.actors.uses import clean_form
from according.linking.reasons import in_words
from according.model import Annotation, Article, Equation, Label, Mention, Name, Place, Role, Sentence, Span
from according.overrides import AliasRule, EntityOverride, Overrides

KINDS = {
    "per": Label.PERSON,
    "org": Label.ORGANIZATION,
    "gov": Label.GOVERNMENT,
    "force": Label.ARMED_FORCE,
    "media": Label.MEDIA,
    "group": Label.GROUP,
    "place": Label.PLACE,
}
MARK = re.compile(r"\[([^\]|]+)\|(\w+)\]")


@dataclass(frozen=True)
class NoPlaces:
    """A corpus in which no span is a place's."""

    places: Mapping[str, Place] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    title_mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)


def annotated(
    id_: str,
    marked: str,
    title: str = "",
    equal: tuple[tuple[str, str], ...] = (),
    evidence: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Article, Annotation]:
    """An article from text in which names are marked like [Omar Haddad|per]; its lower-case words are its terms."""
    text, names = _unmarked(marked, evidence)
    headline, title_names = _unmarked(title)
    article = Article(id_, f"{id_}.txt", headline, None, None, None, "en", text, ())
    terms = tuple(w for w in re.findall(r"\b[a-z]{4,}\b", text))
    equations = tuple(
        Equation(Span(text.index(a), text.index(a) + len(a)), Span(text.index(b), text.index(b) + len(b)), "acronym")
        for a, b in equal
    )
    sentence = Sentence(Span(0, len(text)), 0, terms, leans_back=False)
    return article, Annotation((sentence,), names, equations, title=Annotation(names=title_names))


def _unmarked(marked: str, evidence: Mapping[str, str] = MappingProxyType({})) -> tuple[str, tuple[Name, ...]]:
    text, names, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        span = Span(len(text), len(text) + len(match.group(1)))
        names.append(Name(span, KINDS[match.group(2)], 0, Role.OTHER, evidence.get(match.group(2), "cue: test")))
        text += match.group(1)
        at = match.end()
    return text + marked[at:], tuple(names)


def resolved(*corpus: tuple[Article, Annotation], actors: Mapping[str, EntityOverride] | None = None) -> ActorLinks:
    """The actors of a small corpus."""
    articles = {a.id: a for a, _ in corpus}
    return resolve_actors(articles, {a.id: n for a, n in corpus}, NoPlaces(), Overrides(actors=actors or {}))


def groups(links: ActorLinks) -> set[frozenset[str]]:
    """The forms of each actor."""
    return {frozenset(form.text for form in actor.forms) for actor in links.actors.values()}


def told(name: str, **said: object) -> dict[str, EntityOverride]:
    """One override."""
    return {name: EntityOverride(name, "actors.yaml", 1, **said)}  # type: ignore[arg-type]


def test_a_surname_goes_to_the_full_name() -> None:
    """The page bears the full name, and the surname says why it belongs there."""
    links = resolved(annotated("a", "[Omar Haddad|per] spoke; [Haddad|per] left and [Haddad|per] slept."))
    (actor,) = links.actors.values()
    assert (actor.id, actor.name, actor.kind) == ("omar-haddad", "Omar Haddad", "person")
    assert {f.text: (f.count, f.evidence) for f in actor.forms} == {
        "Omar Haddad": (1, "It is the name itself."),
        "Haddad": (2, "It is the surname of somebody whom the article names in full."),
    }


def test_a_surname_of_two_goes_to_the_one_last_named() -> None:
    """Brothers share a surname; alone it means the one of whom the text has just spoken."""
    links = resolved(
        annotated("a", "[Omar Haddad|per] spoke. [Haddad|per] left. [Lina Haddad|per] came. [Haddad|per] slept.")
    )
    of = {(m.text, m.span.start): m.entity for m in links.mentions["a"]}
    assert list(of.values()) == ["omar-haddad", "omar-haddad", "lina-haddad", "lina-haddad"]


def test_father_and_son_are_two() -> None:
    """Generations keep full names apart."""
    links = resolved(annotated("a", "[Omar Haddad Sr.|per] and [Omar Haddad Jr.|per] met."))
    assert len(links.actors) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Robert Marsh", "Bob Marsh"),
        ("J. Marsh", "Jane Marsh"),
        ("Mark Marsh", "W. Mark Marsh"),
        ("Jane Marsh", "Jane A. Marsh"),
        ("Qasem Soleimani", "Kassem Suleimani"),
    ],
)
def test_given_names_may_be_shortened(a: str, b: str) -> None:
    """Nicknames, initials, middle names and transliteration do not part a person from himself."""
    assert len(resolved(annotated("a", f"[{a}|per]"), annotated("b", f"[{b}|per]")).actors) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("John Marsh", "Joan Marsh"),
        ("Karim Saab", "Karima Saab"),
        ("Jane A. Marsh", "Jane B. Marsh"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("Bashar al-Assad", "Maher al-Assad"),
    ],
)
def test_other_given_names_are_other_persons(a: str, b: str) -> None:
    """A shared surname is not enough."""
    assert len(resolved(annotated("a", f"[{a}|per]"), annotated("b", f"[{b}|per]")).actors) == 2


STORY = "soldiers stormed checkpoint near harbour before dawn while residents watched burning warehouse"


def test_a_surname_alone_crosses_articles_only_within_a_story() -> None:
    """The same surname in an article about something else stays by itself."""
    links = resolved(
        annotated("a", f"[Omar Haddad|per] said {STORY}"),
        annotated("b", f"[Haddad|per] said {STORY}"),
        annotated("c", "[Haddad|per] scored twice yesterday because nobody defended properly"),
    )
    entity = {a: links.mentions[a][0].entity for a in "abc"}
    assert entity["a"] == entity["b"] != entity["c"]


def test_forces_of_a_nation_meet_and_its_services_stay_apart() -> None:
    """The case of "US troops" and "American soldiers" are one force; the air force and the navy are others."""
    text = "[US troops|force] [American soldiers|force] [U.S. Air Force|force] [US Air Force|force] [US Navy|force]"
    assert groups(resolved(annotated("a", text))) == {
        frozenset({"US troops", "American soldiers"}),
        frozenset({"U.S. Air Force", "US Air Force"}),
        frozenset({"US Navy"}),
    }


def test_an_army_by_its_full_name_is_the_army() -> None:
    """A colour word does not make another army, another nation does."""
    text = "[Syrian Arab Army|force] [Syrian army|force] [Syrian army troops|force] [Turkish army|force]"
    assert groups(resolved(annotated("a", text))) == {
        frozenset({"Syrian Arab Army", "Syrian army", "Syrian army troops"}),
        frozenset({"Turkish army"}),
    }


def test_a_ministry_is_known_by_its_words() -> None:
    """Order, spelling, a look-alike letter and the nation's name or adjective do not matter; the nation does."""
    text = (
        "[Turkish Defen\u0441e Ministry|gov], [Turkish Ministry of Defense|gov], Turkey's [Defence Ministry|gov] and "
        "[Ministry of Defence of Turkey|gov] against the [Russian Ministry of Defense|gov]"
    )
    found = groups(resolved(annotated("a", text)))
    assert {len(forms) for forms in found} == {4, 1}
    assert frozenset({"Russian Ministry of Defense"}) in found


def test_a_nameless_ministry_is_that_of_the_articles_nation() -> None:
    """The case of "Defence Ministry" in articles about two countries is two ministries."""
    links = resolved(
        annotated("a", "[Turkey|place] said that the [Defence Ministry|gov] knew"),
        annotated("b", "[Russia|place] said that the [Defence Ministry|gov] knew"),
    )
    assert len(links.actors) == 2


def test_an_acronym_goes_to_the_name_that_the_article_gives() -> None:
    """A definition in one article holds in the others."""
    links = resolved(
        annotated("a", f"[Darna Relief Board|org] [DRB|org] {STORY}", equal=(("Darna Relief Board", "DRB"),)),
        annotated("b", f"[DRB|org] {STORY}"),
    )
    (actor,) = links.actors.values()
    assert actor.name == "Darna Relief Board"
    assert {f.text: f.evidence for f in actor.forms}["DRB"] == in_words("acronym, in a")


def test_a_name_that_comes_by_an_acronym_of_somebody_else_is_no_spelling_of_theirs() -> None:
    """A person gives it to another; the name that it is short for comes with it, and for no other reason."""
    links = resolved(
        annotated("a", f"[Darna Relief Board|org] [DRB|org] {STORY}", equal=(("Darna Relief Board", "DRB"),)),
        annotated("b", f"[Darna Relief Board|org] spoke {STORY}"),
        annotated("c", f"[Sea Guard|org] spoke {STORY}"),
        actors=told("Sea Guard", acronym="DRB"),
    )
    (actor,) = links.actors.values()
    reasons = {f.text: f.evidence for f in actor.forms}
    told_so = "Its initials are “DRB”. A person speaks of these (actors.yaml, “Sea Guard”)."
    assert reasons["Darna Relief Board"] == told_so


def test_every_reason_is_a_sentence_and_names_the_entry_of_an_override() -> None:
    """Nobody should have to know what the program calls its evidence."""
    texts = (
        annotated("a", "[Omar Haddad|per] spoke; [Haddad|per] left. [Sea Guard|org] (SG)"),
        annotated("b", f"[DRB|org] and [Darna Relief Board|org] {STORY}"),
    )
    links = resolved(*texts, actors=told("Sea Guard", aliases=(AliasRule("Darna Relief Board"),)))
    reasons = {f.text: f.evidence for actor in links.actors.values() for f in actor.forms}
    assert reasons["Darna Relief Board"] == "A person says so (actors.yaml, “Sea Guard”)."
    assert all(why[0].isupper() and why.endswith(".") and " " in why for why in reasons.values())


def test_an_acronym_of_another_kind_is_another() -> None:
    """Initials that happen to fit do not make an agency an army."""
    links = resolved(annotated("a", "[Zoran Arab Army|force] said [ZAA|media]"))
    assert len(links.actors) == 2


def test_a_typing_error_is_the_same_body() -> None:
    """One letter more, the same consonants; the evidence says so."""
    links = resolved(annotated("a", "[Fort Marr|media] and [Fort Marr|media]"), annotated("b", "[Forth Marr|media]"))
    (actor,) = links.actors.values()
    assert actor.name == "Fort Marr"
    assert {f.text: f.evidence for f in actor.forms} == {
        "Fort Marr": in_words("itself"),
        "Forth Marr": in_words("same consonants"),
    }


def test_ids_do_not_depend_on_the_order_of_articles() -> None:
    """The same articles in another order have the same pages."""
    one = annotated("a", "[Marsh|per] [Omar Haddad|per] [Darna Front|group]")
    two = annotated("b", "[Marsh|org] [Haddad|per] [Darna Frontt|group]")
    assert resolved(one, two) == resolved(two, one)


def test_one_name_of_two_actors_has_two_addresses() -> None:
    """Addresses are unique, not empty, and never a place's."""
    corpus = [annotated("a", "[Ø|org] [東京|org] [Darna|group]")]
    taken = NoPlaces(places={"darna": None})  # type: ignore[dict-item]
    articles = {a.id: a for a, _ in corpus}
    links = resolve_actors(articles, {a.id: n for a, n in corpus}, taken, Overrides())
    assert all(links.actors)
    assert len(links.actors) == 3
    assert "darna" not in links.actors


def test_places_keep_their_spans() -> None:
    """A name that is a place's is no actor's."""
    links = resolved(annotated("a", "[Darna|place] [Omar Haddad|per]"))
    assert [m.text for m in links.mentions["a"]] == ["Omar Haddad"]


def test_a_title_runs_on_past_a_name() -> None:
    """A headline's capitals do not lengthen a name that the text knows."""
    links = resolved(annotated("a", "[Ana Lee|per] left.", title="[Ana Lee Checks|per] Out"))
    (mention,) = links.title_mentions["a"]
    assert (mention.text, mention.span, mention.entity) == ("Ana Lee", Span(0, 7), "ana-lee")


def test_an_override_renames_and_redirects() -> None:
    """The page moves to the name that a person gives, and the old address leads there."""
    links = resolved(
        annotated("a", "[HTS|group] and [Hayat Front|group]"),
        actors=told("Tahrir Front", aliases=(AliasRule("HTS"), AliasRule("Hayat Front")), wikidata="Q1"),
    )
    (actor,) = links.actors.values()
    assert (actor.id, actor.name, actor.wikidata, actor.overridden) == ("tahrir-front", "Tahrir Front", "Q1", True)
    assert links.moved == {"actors/hts": "actors/tahrir-front", "actors/hayat-front": "actors/tahrir-front"}
    assert links.applied == {("actors.yaml", "Tahrir Front")}


@pytest.mark.parametrize("answered", [0, 1])
def test_an_answer_settles_one_question(answered: int) -> None:
    """Of three spellings, a person says of one that it is the same: the other question stays, and why it is asked."""
    name, *others = "Maksym Dolynskyi", "Maksym Dolynskyy", "Maxim Dolinsky"
    texts = [annotated("a", f"[{name}|per] left. [{name}|per] ate.")]
    texts += [annotated("b", "; ".join(f"[{other}|per] left" for other in others))]
    asked = {other: f"Is “{other}” {name}?" for other in others}
    assert {item.question for item in resolved(*texts).review} == {*asked.values()}
    links = resolved(*texts, actors=told(name, aliases=(AliasRule(others[answered]),)))
    (question,) = links.review
    assert question.question == asked[others[1 - answered]]
    assert "It is the same name in another spelling." in question.evidence[0]


def test_an_alias_may_hold_in_some_articles_only() -> None:
    """Elsewhere the form stays what it was."""
    links = resolved(
        annotated("war-1", "[Guard|force]"),
        annotated("club-1", "[Guard|force]"),
        actors=told("Home Guard", aliases=(AliasRule("Guard", ("war-*",)),)),
    )
    assert links.mentions["war-1"][0].entity == "home-guard"
    assert links.mentions["club-1"][0].entity == "guard"


def test_never_outweighs_every_rule() -> None:
    """What a person has told apart is not joined by anything."""
    links = resolved(
        annotated("a", "[Omar Haddad|per]"),
        annotated("b", "[O. Haddad|per]"),
        actors=told("Omar Haddad", never=("O. Haddad",)),
    )
    assert len(links.actors) == 2


def test_ignored_names_are_no_mentions_and_hidden_ones_have_no_page() -> None:
    """The case of "ignore" is no entity at all; "hide" keeps the actor with its mentions, but without a page."""
    marked = "[Zora|org] [Darna Front|group]"
    assert resolved(annotated("a", marked), actors=told("Zora", ignore=True)).mentions["a"][0].text == "Darna Front"
    hidden = resolved(annotated("a", marked), actors=told("Zora", hide=True))
    assert {i: a.hidden for i, a in hidden.actors.items()} == {"zora": True, "darna-front": False}
    assert [(m.entity, m.reason) for m in hidden.mentions["a"]] == [("zora", ""), ("darna-front", "")]


def test_a_kind_can_be_told() -> None:
    """A person's word on the kind goes before every rule."""
    links = resolved(annotated("a", "[Zora|per]"), actors=told("Zora", kind="media"))
    assert links.actors["zora"].kind == "media"


def test_a_name_that_means_another_in_some_articles_is_no_spelling_of_it_elsewhere() -> None:
    """Neither in its other spellings nor cut short."""
    texts = annotated("one", "[Sergey Holm|per] [Holm|per]"), annotated("two", "[Sergei Holm|per]")
    assert len(resolved(*texts).actors) == 1
    rule = told("Other Holm", aliases=(AliasRule("Sergey Holm", ("one",)),))
    links = resolved(*texts, actors=rule)
    assert {a.name for a in links.actors.values()} == {"Other Holm", "Sergei Holm"}
    assert [m.entity for m in links.mentions["one"]] == ["other-holm", "other-holm"]
    assert [m.entity for m in links.mentions["two"]] == ["sergei-holm"]


def test_a_kind_is_that_of_all_spellings() -> None:
    """Also of those that only the program counts to the same actor."""
    marked = "[Darna Agency|media] [Darna Agency|media] [the Agency of Darna|media]"
    together = told("Darna Agency", kind="government", aliases=(AliasRule("the Agency of Darna"),))
    for rules in (told("Darna Agency", kind="government"), together):
        assert resolved(annotated("a", marked), actors=rules).actors["darna-agency"].kind == "government"
    spelled = "[Ada Holm|per] [Holm|per] [Holm|per]"
    assert resolved(annotated("a", spelled), actors=told("Ada Holm", kind="group")).actors["ada-holm"].kind == "group"


def test_what_a_company_is_called_for_short_is_no_person() -> None:
    """Unless somebody has the name."""
    guess = (("per", "model"), ("org", "model"))
    links = resolved(annotated("a", "[Blorpo|per] [Blorpo Inc.|org]", evidence=dict(guess)))
    assert {a.kind for a in links.actors.values()} == {"organization"}
    links = resolved(annotated("a", "[Ana Quill|per] [Quill|per] [Quill Inc.|org]", evidence=dict(guess)))
    assert links.actors["ana-quill"].kind == "person"


def test_what_a_body_is_for_is_not_its_name_cut_short() -> None:
    """The senator of that name is no league."""
    links = resolved(annotated("a", "[League for Justice|org] [Justice|org] [Darna Saints|org] [Saints|org]"))
    assert groups(links) == {
        frozenset({"League for Justice"}),
        frozenset({"Justice"}),
        frozenset({"Darna Saints", "Saints"}),
    }


def test_a_well_known_name_is_nobodys_surname() -> None:
    """The United Nations are no Kim, whatever the letters."""
    guess = {"per": "model", "org": "model"}
    links = resolved(annotated("a", "[Kim Jong Un|per] spoke to the [UN|org]", evidence=guess))
    assert frozenset({"Kim Jong Un", "UN"}) not in groups(links)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("mayor of Hamra", True),
        ("Islamist alliance", True),
        ("a prize-winning photographer", True),
        ("shocking celebrity splits", False),
        ("file photo", False),
        ("copyright", False),
        ("best season", False),
        ("same missile", False),
    ],
)
def test_descriptions_are_of_somebody(words: str, kept: bool) -> None:
    """What stands before a name in a caption or a headline calls nobody anything."""
    article, annotation = annotated("a", f"{words} [Ana Lee|per]")
    names = tuple(replace(name, descriptions=(Span(0, len(words)),)) for name in annotation.names)
    (actor,) = resolved((article, replace(annotation, names=names))).actors.values()
    assert [d.text for d in actor.descriptions] == [words] * kept


def test_near_misses_are_asked_about() -> None:
    """Names alike but not enough become a question with both answers as YAML."""
    links = resolved(annotated("a", "[Darna Liberation Front|group]"), annotated("b", "[Darna Literation Front|group]"))
    (item,) = links.review
    assert item.kind == "merge"
    assert item.yes == "Darna Liberation Front:\n  aliases: [Darna Literation Front]\n"
    assert item.no == "Darna Liberation Front:\n  not: [Darna Literation Front]\n"


def test_a_part_of_a_body_is_another_body() -> None:
    """The council of a union is neither the union nor its assembly; its two spellings are one."""
    met = "The [UN|org] met after storms battered coastal villages, and the [UN Security Council|org] agreed."
    met_too = (
        "The [United Nations|org] met after storms battered coastal villages; the [UN General Assembly|org] and "
        "the [United Nations Security Council|org] agreed."
    )
    assert groups(resolved(annotated("a", met), annotated("b", met_too))) == {
        frozenset({"UN", "United Nations"}),
        frozenset({"UN Security Council", "United Nations Security Council"}),
        frozenset({"UN General Assembly"}),
    }


def test_names_are_recalled_from_articles_on_the_same_story() -> None:
    """What two articles name is found in a third that has it without the annotation noticing; elsewhere it is not."""
    links = resolved(
        annotated("a", f"[Darna Rovers|org] {STORY}"),
        annotated("b", f"[Darna Rovers|org] {STORY}"),
        annotated("c", f"Yesterday Darna Rovers {STORY}"),
        annotated("d", "Yesterday Darna Rovers bought cheaper office furniture"),
    )
    assert [m.text for m in links.mentions["c"]] == ["Darna Rovers"]
    assert links.mentions.get("d", ()) == ()


def test_no_name_is_recalled_over_a_place_that_a_person_ignores() -> None:
    """Where the place was, nothing longer had been found."""
    rest, notes = annotated("c", f"Yesterday Darna Rovers {STORY}")
    gone = Name(Span(10, 15), Label.PLACE, 0, Role.OTHER, "model")
    links = resolved(
        annotated("a", f"[Darna Rovers|org] {STORY}"),
        annotated("b", f"[Darna Rovers|org] {STORY}"),
        (rest, replace(notes, ignored=(gone,))),
    )
    assert links.mentions.get("c", ()) == ()


def test_a_name_is_recalled_once_where_a_part_of_it_is_known_too() -> None:
    """The longer one is there; the same words are no second mention."""
    links = resolved(
        annotated("a", f"[Darna Rovers|org] beat the [Rovers|org] {STORY}"),
        annotated("b", f"[Darna Rovers|org] beat the [Rovers|org] {STORY}"),
        annotated("c", f"Yesterday Darna Rovers beat the Rovers {STORY}"),
    )
    assert [m.text for m in links.mentions["c"]] == ["Darna Rovers", "Rovers"]


def test_the_first_words_of_a_teaser_are_no_part_of_a_name() -> None:
    """Its kicker is in capitals; a name that is itself in capitals is whole."""
    assert clean_form("HATS OFF Blorpo") == "Blorpo"
    assert clean_form("NATO") == "NATO"
    assert clean_form("US NAVY") == "US NAVY"


def test_what_nobody_sees_is_no_part_of_a_name() -> None:
    """A soft hyphen, a break without width and a byte order mark; where it stands in the text stays the same."""
    links = resolved(annotated("a", "[Blor\u00adpo\u200b Board\ufeff|group] and [Blorpo Board|group]"))
    (actor,) = links.actors.values()
    assert [(form.text, form.count) for form in actor.forms] == [("Blorpo Board", 2)]
    assert links.mentions["a"][0].text == "Blor\u00adpo\u200b Board\ufeff"
