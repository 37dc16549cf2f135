"""Corrections: the lines that a page offers are lines that the next build accepts."""

import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
import yaml
from fixture import site
from story import CLASH

from according.config import Config
from according.errors import AccordingError
from according.events.types import TYPES
from according.explaining import offers
from according.explaining.entities import of_entities
from according.linking.entries import entries
from according.linking.forms import fold
from according.linking.ignoring import lines_to_ignore, names_to_ignore
from according.linking.reasons import in_words
from according.linking.same_names import ask_of_namesakes
from according.model import Form, Precision, Relation
from according.overrides import Overrides
from according.overrides.reading import read_overrides
from according.overrides.syntax import ActorKind, PlaceKind, SourceKindName
from according.pipeline import Corpus
from according.publishing.layout import OURS
from according.publishing.site import part_hidden
from according.publishing.views import corrections
from according.publishing.views.desk import Desk
from according.publishing.views.register import Register
from according.publishing.words import read_words
from according.yamlfile import written

DAY = "2020-02-12"


@pytest.fixture(scope="module")
def desk():
    """The invented site."""
    return Desk(Register(site(), read_words([OURS], "en")), "../../")


def offered(desk):
    """Every correction that the site's pages offer."""
    linked = desk.linked
    yield from (corrections.place_correction(desk, p) for p in linked.places.values())
    yield from (corrections.actor_correction(desk, a) for a in linked.actors.values())
    yield from (corrections.source_correction(desk, s) for s in linked.sources.values())
    yield corrections.event_correction(desk, desk.register.events.events[CLASH])


def read(folder, file, text):
    """The rules of a file of overrides by their names, and what the build says against it; an error is raised."""
    file = file.removeprefix("overrides/")
    for old in folder.glob("*.yaml"):
        old.unlink()
    (folder / file).write_text(text, "utf8")
    overrides, problems = read_overrides(folder, TYPES)
    return getattr(overrides, file.removesuffix(".yaml")), problems


def test_the_lines_are_accepted_as_they_stand(desk, tmp_path):
    """Pasted without a change they do no harm."""
    for correction in offered(desk):
        rules, problems = read(tmp_path, correction.file, correction.yaml)
        assert (list(rules), problems) == (list(yaml.safe_load(correction.yaml)), ())


def test_the_lines_are_accepted_with_everything_switched_on(desk, tmp_path):
    """Each line that waits behind a # is valid too; "ignore" alone contradicts the others."""
    for correction in offered(desk):
        lines = [re.sub(r"^  # ", "  ", line) for line in correction.yaml.splitlines() if "ignore" not in line]
        rules, problems = read(tmp_path, correction.file, filled("\n".join(lines)))
        assert (list(rules), problems) == (list(yaml.safe_load(correction.yaml)), ())


@pytest.mark.parametrize(
    ("precision", "end", "offered"),
    [
        (Precision.DAY, DAY, DAY),
        (Precision.DAY, "2020-02-14", f"{{start: {DAY}, end: 2020-02-14}}"),
        (Precision.UNKNOWN, DAY, "YYYY-MM-DD"),
        (Precision.MONTH, "2020-02-29", "YYYY-MM-DD"),
    ],
)
def test_only_a_day_that_is_known_is_offered(desk, precision, end, offered):
    """That it was reported on a day does not say when it was."""
    start, end = date.fromisoformat(DAY), date.fromisoformat(end)
    event = replace(desk.register.events.events[CLASH], start=start, end=end, precision=precision)
    assert f"  # date: {offered}\n" in corrections.event_correction(desk, event).yaml
    assert f"  date: {offered}" in list(offers.of_event(event, None, offers.Files(desk.register.site.config, {})))


def test_the_lines_of_an_event_leave_its_title_to_the_program(desk, tmp_path):
    """Whoever pastes them for one of them does not freeze what he did not think of."""
    event = desk.register.events.events[CLASH]
    rules, _ = read(tmp_path, "events.yaml", corrections.event_correction(desk, event).yaml)
    rule = rules[event.id]
    assert (rule.title, rule.start, rule.place, rule.type) == (None, None, None, event.type)


def test_every_spelling_is_offered_to_be_ignored(desk, tmp_path):
    """Whoever takes an entity away does not find it again under its other spellings; a place's title has them all."""
    places = desk.linked.places.values()
    renamed = [replace(place, overridden=True) for place in places]
    offers = [(p, corrections.place_correction(desk, p), {p.name}) for p in places]
    offers += [(p, corrections.place_correction(desk, p), {f.text for f in p.forms}) for p in renamed]
    actors = desk.linked.actors.values()
    offers += [(a, corrections.actor_correction(desk, a), {f.text for f in a.forms}) for a in actors]
    for entity, correction, names in offers:
        lines = [line.removeprefix("# ") for line in correction.yaml.splitlines() if ": ignore" in line]
        rules, problems = read(tmp_path, correction.file, "\n".join(lines))
        assert problems == ()
        assert set(map(fold, names)) <= {fold(name) for name, rule in rules.items() if rule.ignore}, entity


def test_lines_that_take_it_away_say_that_they_stand_alone(desk):
    """And where there are several, that it takes all of them."""
    actor = next(a for a in desk.linked.actors.values() if len(lines_to_ignore(a)) > 1)
    count = len(lines_to_ignore(actor))
    assert f"all {count} lines of ignore in place of those above" in corrections.actor_correction(desk, actor).yaml
    alone = next(p for p in desk.linked.places.values() if len(lines_to_ignore(p)) == 1)
    assert "no name at all; in place of all lines above" in corrections.place_correction(desk, alone).yaml
    files = offers.Files(desk.register.site.config, {})
    assert "in place of all lines above; one line for each" in "\n".join(offers.of_actor(actor, files))
    assert "in place of all lines above\n" in "\n".join(offers.of_source("Radio", files))


@pytest.mark.parametrize(
    ("away", "lines", "printed"),
    [
        (
            (),
            ["# No name at all? Then take the entry out: without it this page is not there."],
            "Then take its entry out: without it",
        ),
        (
            (("actors.yaml", ("Ada Holm",)),),
            ["# No name at all? Then take the entry out, and put into overrides/actors.yaml:", "# Ada Holm: ignore"],
            "put these into overrides/actors.yaml:\n\nAda Holm: ignore\n",
        ),
        (
            (("actors.yaml", ("Ada Holm",)), ("places.yaml", ("Tell",))),
            [
                "# Tell: ignore  # it is no name at all; in place of all lines above",
                "# and into overrides/actors.yaml:",
                "# Ada Holm: ignore",
            ],
            "And these into overrides/actors.yaml:\n\nAda Holm: ignore\n",
        ),
    ],
)
def test_what_an_entry_made_is_taken_away_where_it_comes_from(desk, away, lines, printed):
    """A place that the machine alone takes for somebody is no name in the file of these."""
    place = next(iter(desk.linked.places.values()))
    linked = replace(desk.linked, away={f"places/{place.id}": away})
    with_entry = Desk(Register(replace(desk.register.site, linked=linked), desk.words), "../../")
    yaml = corrections.place_correction(with_entry, place).yaml
    assert "\n".join(lines) in yaml
    assert yaml.count(": ignore") == len([line for line in lines if ": ignore" in line])
    files = offers.Files(desk.register.site.config, {}, linked.away)
    assert printed in "\n".join(offers.of_place(place, files))


@pytest.mark.parametrize(("key", "told"), [("aliases: [Tell]", True), ("kind: village", False)])
def test_what_is_among_the_aliases_is_said_to_leave_these_when_it_is_parted(desk, tmp_path, key, told):
    """An entry that both takes in and forbids a name would stop the build."""
    place = next(iter(desk.linked.places.values()))
    (tmp_path / "places.yaml").write_text(f"{written(place.name)}:\n  {key}\n", "utf8")
    said = entries(read_overrides(tmp_path, TYPES)[0])
    with_entry = Desk(Register(replace(desk.register.site, said=said), desk.words), "../../")
    (line,) = re.findall("# not: .*", corrections.place_correction(with_entry, place).yaml)
    assert ("aliases" in line) == told
    printed = "\n".join(offers.of_place(place, offers.Files(desk.register.site.config, said)))
    assert ("one of its aliases" in printed) == told


def test_who_publishes_articles_is_not_offered_to_be_ignored(desk):
    """It would stay; of all other sources the line is there."""
    publishing = set(desk.register.published)
    offering = {i for i, s in desk.linked.sources.items() if ": ignore" in corrections.source_correction(desk, s).yaml}
    assert publishing
    assert offering == set(desk.linked.sources) - publishing


@pytest.mark.parametrize(
    ("name", "forms", "keys"),
    [
        ("Zarnouk", ("Zarnook", "Zarnouk", "Zárnouk"), ("Zarnouk", "Zarnook")),
        ("Idlib (province)", ("Idlib", "Edlib"), ("Edlib",)),
        ("Idlib (province)", ("Idlib",), ("Idlib (province)",)),
        ("Turkey", ("Türkiye",), ("Türkiye",)),
        ("Freedonia", (), ("Freedonia",)),
    ],
)
def test_what_has_to_be_ignored_to_take_an_entity_away(name, forms, keys):
    """Spellings that are read as one are one; what others are called too stays theirs; unwritten names do nothing."""
    assert names_to_ignore(name, forms) == keys


def test_what_people_of_a_place_are_called_is_no_name_of_it(desk):
    """It goes where the place goes: no line is offered for it, neither to take it away nor as a spelling."""
    place = next(p for p in desk.linked.places.values() if p.forms)
    called = Form("Wadiyan", 9, ("one",), in_words("demonym"))
    said = replace(place, forms=(called, *place.forms), overridden=True)
    assert "Wadiyan" not in corrections.place_correction(desk, said).yaml
    assert "Wadiyan" not in lines_to_ignore(said)
    assert "Wadiyan" in lines_to_ignore(replace(said, forms=(replace(called, evidence=""), *place.forms)))


def filled(text):
    """The lines with something in the blanks for which there is nothing to offer."""
    for blank, value in (("[latitude, longitude]", "[1, 2]"), ("wikidata: Q ", "wikidata: Q5 "), ("YYYY-MM-DD", DAY)):
        text = text.replace(blank, value)
    return text


def all_printed(desk, language):
    """Everything that pages and ``explain`` offer, of what is known well and of what is hardly known."""
    words = Desk(Register(desk.register.site, read_words([OURS], language)), "../../")
    event = desk.register.events.events[CLASH]
    yield from (line for c in offered(words) for line in c.yaml.splitlines())
    bare = replace(event, place=None, articles=(), related=(), precision=Precision.UNKNOWN)
    yield from corrections.event_correction(words, bare).yaml.splitlines()
    files = offers.Files(desk.register.site.config, {})
    linked = desk.linked
    alone = replace(next(iter(linked.places.values())), parents=(), latitude=None)
    yield from corrections.place_correction(words, alone).yaml.splitlines()
    yield from offers.of_place(alone, files)
    yield from offers.of_actor(next(iter(linked.actors.values())), files)
    yield from offers.of_source("Radio", files)
    yield from offers.of_event(bare, None, files)


@pytest.mark.parametrize(
    ("file", "line", "language"),
    [
        ("places.yaml", "at: [latitude, longitude]", "en"),
        ("actors.yaml", "wikidata: Q", "en"),
        ("events.yaml", "date: YYYY-MM-DD", "en"),
        ("places.yaml", "in: Larger place", "en"),
        ("places.yaml", "in: Größerer Ort", "de"),
        ("places.yaml", "in: a place that holds it", "en"),
        ("places.yaml", "aliases: [Other spelling]", "en"),
        ("places.yaml", "not: [Other name]", "en"),
        ("actors.yaml", "aliases: [another spelling]", "en"),
        ("actors.yaml", "not: [another name]", "en"),
        ("sources.yaml", "label: what it is", "en"),
        ("sources.yaml", "aliases: [another name]", "en"),
        ("sources.yaml", "copies: Other source", "en"),
        ("sources.yaml", "copies: Andere Quelle", "de"),
        ("sources.yaml", "copies: another source", "en"),
        ("events.yaml", "place: Name of the place", "en"),
        ("events.yaml", "includes: [id-of-another-event]", "en"),
        ("events.yaml", "without: [id-of-an-article]", "en"),
    ],
)
def test_a_blank_that_nobody_filled_in_is_told_as_one(desk, tmp_path, file, line, language):
    """Each that is offered, in one way: it is no name, place, item or day by accident."""
    assert any(line in printed for printed in all_printed(desk, language))
    (tmp_path / file).write_text(f"X:\n  {line}\n", "utf8")
    with pytest.raises(AccordingError) as refused:
        read_overrides(tmp_path, TYPES, fold, corrections.blanks(read_words([OURS], language)))
    (problem,) = refused.value.problems
    key, _, blank = line.partition(": ")
    shown = blank if key == "at" else blank.strip("[]")
    assert (problem.message, problem.line) == (f'"{key}" still has the placeholder "{shown}".', 2)
    assert problem.remedy.startswith("Write ")


def test_blanks_of_two_entries_are_no_name_that_both_claim(tmp_path):
    """What else is wrong in the entries is told beside them."""
    text = "X:\n  aliases: [Other name]\nY:\n  kind: vilage\n  aliases: [{text: Other name, articles: [one]}]\n"
    (tmp_path / "places.yaml").write_text(text, "utf8")
    with pytest.raises(AccordingError) as refused:
        read_overrides(tmp_path, TYPES, fold, corrections.blanks(read_words([OURS], "en")))
    assert [(p.line, "placeholder" in p.message) for p in refused.value.problems] == [(2, True), (4, False), (5, True)]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [("place_kinds", PlaceKind), ("actor_kinds", ActorKind), ("source_kinds", SourceKindName)],
)
def test_the_kinds_to_choose_from_are_those_that_are_read(desk, words, kinds):
    """All of them: the one that is offered as it stands is among them."""
    assert desk.words(f"correct.{words}").split(", ") == [*get_args(kinds)]


def test_what_is_not_known_is_a_blank(desk):
    """No page offers a point, a day or an item that is somebody else's."""
    offers = [c.yaml for c in offered(desk)]
    assert any("at: [latitude, longitude]" in text for text in offers)
    assert not any("0.0, 0.0" in text or "Q1 " in text or "2020-01-31" in text for text in offers)


@pytest.mark.parametrize(
    "name", ["Qamishli", "yes", "null", "12", "a: b", "# c", "- d", '"e"', "Khan al-Assal", "تل", "1e3", ""]
)
def test_a_name_survives_yaml(name):
    """Whatever YAML would make of it."""
    assert yaml.safe_load(f"{written(name)}: x") == {name: "x"}


def test_a_name_that_two_places_have_is_claimed_by_neither(desk):
    """Pasting the lines of one must not take the other's mentions away."""
    place = next(p for p in desk.linked.places.values() if p.forms)
    other = replace(place.forms[0], text="Another spelling")
    told_apart = replace(place, name=f"{place.forms[0].text} (province)", forms=(place.forms[0], other))
    (entry,) = yaml.safe_load(corrections.place_correction(desk, told_apart).yaml).values()
    assert entry["aliases"] == ["Another spelling"]


def test_a_spelling_by_which_another_page_is_called_is_no_alias(desk):
    """Nor is one of somebody else's: the form would be claimed by both entries."""
    place, other = [p for p in desk.linked.places.values() if p.forms][:2]
    actor = next(iter(desk.linked.actors.values()))
    forms = tuple(replace(place.forms[0], text=text) for text in (other.name.upper(), actor.name, "A spelling"))
    linked = replace(desk.linked, places={**desk.linked.places, place.id: replace(place, forms=forms)})
    own = Desk(Register(replace(desk.register.site, linked=linked), desk.words), "")
    (entry,) = yaml.safe_load(corrections.place_correction(own, linked.places[place.id]).yaml).values()
    assert entry["aliases"] == ["A spelling"]


@pytest.mark.parametrize(("key", "kept"), [("Another", ["A spelling"]), ("{}", ["Heard", "A spelling"])])
def test_a_spelling_that_another_source_takes_in_is_no_alias(desk, tmp_path, key, kept):
    """Nobody's words may be those of two; a source of the name of the page is the one that the page is about."""
    place = next(p for p in desk.linked.places.values() if p.forms)
    spelled = replace(place, forms=tuple(replace(place.forms[0], text=text) for text in ("Heard", "A spelling")))
    sources = f"{written(key.format(place.name))}:\n  aliases: [heard]\n"
    (tmp_path / "sources.yaml").write_text(sources, "utf8")
    said = entries(read_overrides(tmp_path, TYPES)[0])
    own = Desk(Register(replace(desk.register.site, said=said), desk.words), "")
    offered = corrections.place_correction(own, spelled).yaml
    (entry,) = yaml.safe_load(offered).values()
    assert entry["aliases"] == kept
    (tmp_path / "places.yaml").write_text(offered, "utf8")
    assert read_overrides(tmp_path, TYPES, fold)[0].sources


def test_a_name_of_both_sorts_is_offered_without_a_kind(desk, tmp_path):
    """A kind would take from the other page what was only guessed to be there; the name alone takes nothing."""
    actor = next(iter(desk.linked.actors.values()))
    place = replace(next(p for p in desk.linked.places.values() if p.forms), name=actor.name, forms=actor.forms)
    linked = replace(desk.linked, places={place.id: place})
    both = Desk(Register(replace(desk.register.site, linked=linked), desk.words), "")
    for made in (corrections.actor_correction(both, actor), corrections.place_correction(both, place)):
        rules, problems = read(tmp_path, made.file, made.yaml)
        rule = rules[actor.name]
        assert (rule.kind, [a.text for a in rule.aliases], problems) == (None, [actor.name], ())
        assert "  # kind: " in made.yaml


def test_a_named_source_leaves_unnamed_ones_of_its_name_alone(desk, tmp_path):
    """Its name is claimed in its own articles."""
    claim = next(c for cs in desk.linked.claims.values() for c in cs if c.source and not c.via)
    named = replace(desk.linked.sources[claim.source], name="Police", actor=None, kind="named")
    unnamed = replace(named, id="police--other", name="police", kind="unnamed", article="other")
    sources = {**desk.linked.sources, named.id: named, unnamed.id: unnamed}
    own = Desk(Register(replace(desk.register.site, linked=replace(desk.linked, sources=sources)), desk.words), "")
    made = corrections.source_correction(own, named)
    rules, problems = read(tmp_path, made.file, made.yaml)
    (alias,) = rules["Police"].aliases
    assert (alias.text, problems) == ("Police", ())
    assert claim.article in alias.articles
    assert "other" not in alias.articles
    assert ": ignore" not in made.yaml


def test_sources_that_are_actors_of_one_name_are_told_apart_as_these_are(desk):
    """By the same name of their own."""
    source = next(s for s in desk.linked.sources.values() if s.actor)
    actor = desk.linked.actors[source.actor]
    actors = {**desk.linked.actors, "another": replace(actor, id="another")}
    linked = replace(desk.linked, actors=actors)
    own = Desk(Register(replace(desk.register.site, linked=linked), desk.words), "")
    one, other = (
        yaml.safe_load(made.yaml)
        for made in (corrections.source_correction(own, source), corrections.actor_correction(own, actor))
    )
    assert one.keys() == other.keys() != {source.name}
    ((said,), (of_actor,)) = one.values(), other.values()
    assert said["aliases"] == of_actor["aliases"]


def test_the_name_of_its_own_is_the_same_wherever_it_is_offered(desk):
    """The question, the page and ``explain`` know the same others: who is called so for short, and has a page."""
    first = next(iter(desk.linked.actors.values()))
    days = sorted(desk.linked.articles.values(), key=lambda a: a.appeared)[:4]
    told = {a.id: replace(a, outlet=outlet) for a, outlet in zip(days, ("A", "B", "B", "A"), strict=True)}
    forms = [(Form("Chris", 1, (id_,), "itself"),) for id_ in told]
    names = (("one", "Chris"), ("two", "Chris"), ("long", "Chris Holm"), ("gone", "Chris"))
    made = {i: replace(first, id=i, name=name, forms=f) for (i, name), f in zip(names, forms, strict=True)}
    made["gone"] = replace(made["gone"], hidden=True)
    linked, hidden = part_hidden(replace(desk.linked, actors=made, articles={**desk.linked.articles, **told}))
    (question,) = ask_of_namesakes(linked.actors, linked.articles)
    own = next(iter(yaml.safe_load(question.no)))
    assert own.startswith("Chris (B, ")
    shown = Desk(Register(replace(desk.register.site, linked=linked, hidden=hidden), desk.words), "")
    offered = corrections.actor_correction(shown, made["two"]).yaml
    (key,) = yaml.safe_load(offered)
    assert "Then this name with its aliases in places.yaml, and kind: village below it" in offered
    corpus = Corpus(Config(), replace(linked, actors=made), desk.register.events, Overrides(), "", ())
    lines = of_entities("two", corpus, None, lambda id_, entity: entity.id == id_)
    assert (key, f"{written(own)}:  # the name to show" in "\n".join(lines)) == (own, True)


def test_what_the_other_sort_has_too_is_taken_over_by_its_spelling(desk):
    """A kind alone would leave the other page its mentions; where there is no other, the kind says it."""
    actor = next(iter(desk.linked.actors.values()))
    place = replace(next(p for p in desk.linked.places.values() if p.forms), name=actor.name, forms=actor.forms)
    linked = replace(desk.linked, places={place.id: place})
    both = Desk(Register(replace(desk.register.site, linked=linked), desk.words), "")
    for made, other in (
        (corrections.actor_correction(both, actor), "places"),
        (corrections.place_correction(both, place), "actors"),
    ):
        line = made.yaml.splitlines()[-1]
        assert f"{other}.yaml" in line
        (said,) = yaml.safe_load(f"[{{{re.search('aliases: .*(?= below)', line).group()}}}]")
        assert said == {"aliases": [{"text": actor.name, "articles": ["*"]}]}
    assert "kind: village" in corrections.actor_correction(desk, actor).yaml


def test_a_source_that_is_an_actor_or_a_place_says_where_its_name_is_corrected(desk, tmp_path):
    """With the file and the key, also where the file has an entry, and the way to its page; others say nothing."""
    actors = desk.linked.actors
    source = next(s for s in desk.linked.sources.values() if s.actor in actors)
    actor, place = actors[source.actor], next(iter(desk.linked.places.values()))
    offered = corrections.source_correction(desk, source)
    assert f"into overrides/actors.yaml, and below it aliases: [{written(actor.name)}]" in offered.yaml
    assert offered.named.href == f"../../actors/{actor.id}/index.html"
    (tmp_path / "actors.yaml").write_text(f"\n{written(actor.name)}:\n  kind: {actor.kind}\n", "utf8")
    said = entries(read_overrides(tmp_path, TYPES)[0])
    with_entry = Desk(Register(replace(desk.register.site, said=said), desk.words), "../../")
    there = corrections.source_correction(with_entry, source).yaml
    assert f"in place of “{written(actor.name)}:” in overrides/actors.yaml, and this one among its aliases" in there
    bare = replace(source, id=place.id, name=place.name, actor=None)
    assert "into overrides/places.yaml" in corrections.source_correction(desk, bare).yaml
    other = corrections.source_correction(desk, replace(bare, id="nobody"))
    assert ("A wrong name?" in other.yaml, other.named) == (False, None)


@pytest.mark.parametrize(
    ("how", "offered"), [("same day and place", "2020-02-13-other"), ("follows", "id-of-another-event")]
)
def test_an_event_that_could_be_another_is_offered_as_one_that_is_not(desk, tmp_path, how, offered):
    """Where the build may ask whether the two are one, by its id; the line is valid and is no comment by mistake."""
    event = desk.register.events.events[CLASH]
    close = replace(event, related=(Relation("2020-02-13-other", how, "x"),))
    lines = corrections.event_correction(desk, close).yaml.splitlines()
    (line,) = [line for line in lines if line.startswith("  # not: ")]
    rules, _ = read(tmp_path, "events.yaml", f"{CLASH}:\n{line.replace('# ', '', 1)}\n")
    assert rules[CLASH].never == (offered,)


def test_what_the_entry_of_an_event_has_stands_in_its_box(desk, tmp_path):
    """On its page, and in what ``explain`` prints, which offers the same keys."""
    event = desk.register.events.events[CLASH]
    entry = f"{CLASH}:\n  title: A title\n  includes: [one, two]\n  not: [three]\n"
    (tmp_path / "events.yaml").write_text(entry, "utf8")
    said = entries(read_overrides(tmp_path, TYPES)[0])
    with_entry = Desk(Register(replace(desk.register.site, said=said), desk.words), "../../")
    page = corrections.event_correction(with_entry, event).yaml
    printed = list(offers.of_event(event, None, offers.Files(desk.register.site.config, said)))
    for key, value in (("title", event.title), ("includes", ["one", "two"]), ("not", ["three"])):
        assert yaml.safe_load(page)[CLASH][key] == value
        assert yaml.safe_load("\n".join(printed[1:]))[CLASH][key] == value
    keys = [re.findall(r"^  (?:# )?(\w+):", text, re.MULTILINE) for text in (page, "\n".join(printed[1:]))]
    assert keys[0] == keys[1]


def test_the_editor_opens_in_the_repository(desk):
    """Owner, branch, folder and file; for a file that is not there yet, the one that makes it."""
    made = replace(desk.register.site, missing=frozenset({"events.yaml"}))
    config = Config(repository="https://github.com/a/b/", branch="main")
    register = Register(replace(made, config=config), desk.words)
    assert corrections.editor(register, "places.yaml") == "https://github.com/a/b/edit/main/overrides/places.yaml"
    new = "https://github.com/a/b/new/main/overrides?filename=events.yaml"
    assert corrections.editor(register, "events.yaml") == new
    assert corrections.editor(Register(made, desk.words), "places.yaml") is None
