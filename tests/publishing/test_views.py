"""Views: what a template gets to see of events, entities, sources and articles."""

import re
from dataclasses import replace

import pytest
import yaml
from fixture import site
from story import CLASH, MARCH

from according.model import Answer, Effect, ReviewItem, SourceKind
from according.publishing import links
from according.publishing.layout import OURS
from according.publishing.views.actor import actor_view
from according.publishing.views.article import article_view
from according.publishing.views.atlas import map_page
from according.publishing.views.blocks import letter
from according.publishing.views.desk import Desk
from according.publishing.views.directory import ENTRIES, directory, folded
from according.publishing.views.disputes import disputes_page
from according.publishing.views.event import event_view
from according.publishing.views.figures import figures, shared
from according.publishing.views.home import home
from according.publishing.views.linked_data import of_place
from according.publishing.views.page import new_page
from according.publishing.views.place import place_view
from according.publishing.views.previews import previews
from according.publishing.views.reference import Ref, held
from according.publishing.views.register import Register
from according.publishing.views.review import review
from according.publishing.views.search import names
from according.publishing.views.source import source_view
from according.publishing.views.statements import anchor, statement
from according.publishing.views.timeline import timeline
from according.publishing.words import read_words


@pytest.fixture(scope="module")
def made():
    """The whole invented site."""
    return site()


@pytest.fixture(scope="module")
def register(made):
    """Its lookups."""
    return Register(made, read_words([OURS], "en"))


@pytest.fixture(scope="module")
def desk(register):
    """As seen from a page two folders down."""
    return Desk(register, "../../")


@pytest.fixture(scope="module")
def clash(desk, made):
    """The page of the clash."""
    page = new_page(links.page("events", CLASH), "events", "Clash")
    return event_view(desk, made.events.events[CLASH], page)


def page(kind, id_=""):
    """Any page."""
    return new_page(links.page(kind, id_), kind, id_ or kind)


def test_the_head_of_an_event_tells_what_when_where_and_how_many(clash):
    """What a reader with thirty seconds needs."""
    assert (clash.card.type, clash.card.when) == ("Clash", "Thursday 4 March 2021")
    assert [p.text for p in clash.where] == ["Tel Marwan", "Nahr City", "Nahr Province"]
    assert (clash.card.independent, clash.card.articles, clash.card.disputes) == (7, 3, 2)


def test_who_takes_part_is_told_with_the_part(clash, made):
    """People without a name stand in the words of a passage, with the link to it; names have their page.

    Parties come first: those with a name, then others, and last those who are only counted.
    """
    assert [p.part for p in clash.who] == ["acting", "affected"]
    (command, soldiers), (people,) = (p.who for p in clash.who)
    assert [p.actor for p in made.events.events[CLASH].participants[:2]] == [None, "northern-command"]
    assert people.name.text == "at least three people"
    assert people.name.href.startswith("../../articles/wire-checkpoint/")
    assert people.address.startswith("wire-checkpoint:")
    assert (command.name.href, command.address) == ("../../actors/northern-command/index.html", "")
    assert soldiers.name.text == "soldiers"
    assert "Northern Command" not in [a.text for a in clash.more_actors]
    assert len(clash.more_actors) == len(made.events.events[CLASH].actors) - 1


def test_sides_of_a_dispute_are_told_in_one_line(clash):
    """The head of the page says on what they differ."""
    assert (clash.disputes[0].title, clash.disputes[0].summary) == ("Killed", "at least three, five or seven")


def test_a_statement_links_to_the_sentence_in_which_it_stands(clash):
    """The receipt leads to the second sentence of the wire report, after the credit and the opening."""
    first = clash.accounts[0].lead[0]
    assert first.receipt.href == "../../articles/wire-checkpoint/index.html#s2"
    assert [r.outlet for r in first.others] == ["Sample Gazette"]


def test_the_words_of_a_cue_are_shown_as_written(clash):
    """The word "put" tells more than that it is an estimate."""
    seven = next(a for a in clash.accounts if a.source.text == "Harun Rights Monitor").lead[0]
    assert (seven.stance, seven.cue.text) == ("estimates", "put")


def test_an_outlet_that_speaks_for_itself_has_no_cue(clash):
    """Nobody is made to say it."""
    assert clash.accounts[-1].lead[0].cue is None


def test_a_statement_knows_who_else_says_the_same(clash):
    """The doctor and the colonel agree; the agency's second sentence is its own."""
    by_words = {s.quote.html: s.anchor for a in clash.accounts for s in (*a.lead, *a.rest)}
    assert [r.text for r in clash.echo[by_words["We saw four bodies"]].also] == ["Sami Haddad"]
    assert clash.echo[by_words["Helicopters circled over the village until the evening"]].only


def test_only_the_words_of_others_are_called_direct(clash):
    """Quotation marks around an outlet's account would put words into a mouth."""
    direct = {a.source.text for a in clash.accounts for s in a.lead if s.quote.direct}
    assert direct == {"Sami Haddad"}


def test_left_out_words_are_shown_as_left_out(clash):
    """A statement with two content spans has an ellipsis between them."""
    monitor = next(a for a in clash.accounts if a.source.text == "Harun Rights Monitor")
    assert monitor.lead[1].quote.html == "Soldiers … reportedly fired without a warning"


def test_a_day_is_shown_only_where_it_is_not_the_day_of_the_article(clash):
    """The receipt has the article's date already."""
    assert all(s.date is None for a in clash.accounts for s in a.lead)


def test_figures_that_differ_stand_first_and_in_the_order_of_size(clash):
    """What is not compared stands last."""
    killed = clash.figures[0]
    assert killed.label == "Killed"
    assert [r.text for r in killed.readings] == ["at least three", "four", "five", "seven", "two"]
    assert killed.readings[-1].apart
    assert killed.spread == "3 to 7"


def test_the_head_of_an_event_tells_who_holds_what(clash):
    """Who says five and who says seven can be read without scrolling, and what else who mentions."""
    names = {h.value: [s.text for s in h.sources] for h in clash.disputes[0].held}
    assert "Harun Rights Monitor" in names["seven"]
    assert [m.value for m in clash.mentions] == ["Wounded", "Opened fire", "Checkpoint"]


def test_a_name_that_stands_for_two_unnamed_sources_is_told_once():
    """Shipping sources of one article and of another are one name in a line."""
    line = held("369", [Ref("Shipping sources", "a"), Ref("shipping sources", "b"), Ref("SCA", None)], 1)
    assert ([s.text for s in line.sources], line.more) == (["Shipping sources"], 1)


def test_values_that_are_compared_are_told_once_each(desk, made):
    """What is part of a larger count is no value of it."""
    killed = figures(desk, made.digest.events[CLASH].figures)[0]
    assert [v.value for v in killed.values] == ["at least three", "four", "five", "seven"]


def test_all_groups_of_the_dead_stand_together(desk, made):
    """A group that only one source counts stays beside the other dead; a thing that only one source counts does not."""
    everybody, wounded = made.digest.events[CLASH].figures
    soldiers = replace(everybody, of="soldiers", readings=everybody.readings[:1], differ=False)
    tents = replace(wounded, counts="buildings", of="tents", readings=wounded.readings[:1], differ=False)
    earlier = replace(everybody, of="monks", readings=everybody.readings[-1:], differ=False)
    told = shared(figures(desk, (everybody, soldiers, earlier, wounded, tents)))
    assert [(f.counts, f.of) for f in told] == [("killed", "people"), ("killed", "soldiers"), ("wounded", "")]


def test_a_cue_that_tells_its_stance_is_not_told_twice(desk, made):
    """Who "claimed" need not be said to claim once more; another stance is told beside the cue."""
    told = (s for a in made.digest.events[CLASH].accounts for s in (*a.lead, *a.rest))
    said = next(s for s in told if statement(desk, s).cue)
    cue = statement(desk, said).cue.text
    assert statement(desk, replace(said, stance=cue.split()[-1])).plain
    assert not statement(desk, replace(said, stance="warns")).plain


def test_points_lead_to_the_words_and_gaps_stay_empty(clash):
    """A dot is a link within the page; who does not mention it has none."""
    wounded = next(r for r in clash.points.rows if r.label == "Wounded")
    anchors = {s.anchor for a in clash.accounts for s in (*a.lead, *a.rest)}
    assert [bool(c) for c in wounded.cells] == [True, True, False, False, False, False]
    assert all(c.removeprefix("#") in anchors for r in clash.points.rows for c in r.cells if c)


def test_a_place_without_a_point_is_shown_about_the_larger_one(desk, made):
    """Its map has an area and no pin, and says near what."""
    view = place_view(desk, made.linked.places["tel-marwan"], page("places", "tel-marwan"))
    assert "near Nahr City" in view.map
    assert "map-area" in view.map
    assert "map-dot" not in view.map
    assert view.coordinates == ""


def test_a_point_that_another_place_lends_is_not_given_as_its_own(desk, made):
    """The page names whose point it is shown about, without numbers; programs are told of no point, either."""
    village, city = made.linked.places["tel-marwan"], made.linked.places["nahr-city"]
    lent = replace(village, latitude=city.latitude, longitude=city.longitude)
    view = place_view(desk, lent, page("places", "tel-marwan"))
    assert (view.precision, view.coordinates) == ("no point of its own; shown about Nahr City", "")
    assert "geo" not in of_place(lent)
    assert "geo" in of_place(city)
    nowhere = replace(village, parents=())
    assert place_view(desk, nowhere, page("places", "tel-marwan")).precision == "no point of its own"


def test_a_place_says_what_lies_outside_its_events(desk, made):
    """Two chapters: the clash, and what no event page tells."""
    view = place_view(desk, made.linked.places["tel-marwan"], page("places", "tel-marwan"))
    assert [c.event.id if c.event else None for c in view.chapters] == [CLASH, None]


def test_where_an_event_was_is_told_apart_from_what_it_names(desk, made):
    """A place has the events that were there, or in what lies in it, apart from those that only name it."""

    def events(place):
        view = place_view(desk, made.linked.places[place], page("places", place))
        return [e.id for e in view.events], [e.id for e in view.naming]

    assert events("tel-marwan") == ([CLASH], [MARCH])
    assert events("nahr-province") == ([CLASH], [])
    view = map_page(desk, page("map", "map"))
    assert [p.place.text for p in (*view.places, *view.unlocated)] == ["Nahr City", "Tel Marwan"]
    assert [p.place.text for p in view.naming] == ["Nahr Province"]
    assert "Nahr Province" not in view.map


def test_an_actor_is_called_what_texts_call_it_and_by_whom(desk, made):
    """The words are verbatim and each user of them is linked to the passage."""
    view = actor_view(desk, made.linked.actors["sami-haddad"], page("actors", "sami-haddad"), "sami-haddad")
    only = view.descriptions[0]
    assert only.text == "a spokesman for the Northern Command"
    assert [(u.source.text, u.href) for u in only.users] == [
        ("Example Wire", "../../articles/wire-checkpoint/index.html#s3")
    ]
    assert view.as_source.href == "../../sources/sami-haddad/index.html"


def test_an_actor_of_whom_nothing_is_told_has_the_articles_that_name_it(desk, made):
    """A page that tells something needs no such list."""
    told = made.linked.actors["sami-haddad"]
    assert actor_view(desk, told, page("actors", told.id), None).named_in == ()
    silent = replace(told, id="nobody-else")
    view = actor_view(desk, silent, page("actors", silent.id), None)
    assert [a.text for a in view.named_in] == [
        made.linked.articles[a].title for a in sorted({a for form in told.forms for a in form.articles})
    ]


def test_a_source_knows_who_cites_it_and_how_often_it_is_alone(desk, made):
    """Three outlets carry the agency; two of its statements are made by nobody else."""
    view = source_view(desk, made.linked.sources["delta-news-agency"], page("sources", "delta-news-agency"))
    assert {c.of.text: c.count for c in view.cited_by} == {
        "Example Wire": 1,
        "Sample Gazette": 1,
        "Вестник Дельты": 1,
    }
    assert view.only == 2


def test_a_source_that_only_repeats_another_is_told_so_beside_its_words(made):
    """On its own page, on that of the one it repeats, and over its words on an event's page; its name stays."""
    copy = replace(made.linked.sources["sami-haddad"], copies="delta-news-agency")
    made = replace(made, linked=replace(made.linked, sources={**made.linked.sources, copy.id: copy}))
    desk = Desk(Register(made, read_words([OURS], "en")), "../../")
    agency = source_view(desk, made.linked.sources["delta-news-agency"], page("sources", "delta-news-agency"))
    event = event_view(desk, made.events.events[CLASH], page("events", CLASH))
    assert source_view(desk, copy, page("sources", copy.id)).copies.text == "Delta News Agency"
    assert [r.text for r in agency.copied_by] == ["Sami Haddad"]
    assert {a.source.text: a.copies.text for a in event.accounts if a.copies} == {"Sami Haddad": "Delta News Agency"}


def test_an_outlet_knows_whom_it_cites(desk, made):
    """Named sources only; itself never."""
    view = source_view(desk, made.linked.sources["example-wire"], page("sources", "example-wire"))
    assert [c.of.text for c in view.cites] == ["Delta News Agency", "Northern Command", "Sami Haddad"]


def test_an_unnamed_source_belongs_to_its_article(desk, made):
    """Nobody can know that two articles mean the same residents."""
    view = source_view(desk, made.linked.sources["residents--wire"], page("sources", "residents--wire"))
    assert view.article.text == "Soldier and two villagers killed at Tel Marwan checkpoint"


def test_a_denial_is_summed_up_by_what_is_denied_and_who_stands_on_either_side(clash):
    """A reader of one line sees whose words they are, and who disputes them."""
    denial = next(d for d in clash.disputes if d.title == "Disputed")
    assert denial.summary == "“two of the dead were farmers” (Residents of Tel Marwan), by Northern Command"


def test_the_key_of_an_article_has_a_letter_a_source_in_the_order_of_their_words(desk, made):
    """The outlet has no letter; a source that speaks twice has one."""
    view = article_view(desk, made.linked.articles["wire-checkpoint"], page("articles", "wire-checkpoint"))
    assert [(k.letter, k.source.text) for k in view.key] == [
        ("A", "Delta News Agency"),
        ("B", "Sami Haddad"),
        ("C", "Residents of Tel Marwan"),
        ("D", "Northern Command"),
    ]
    assert [len(s.links) for s in view.key[0].spots] == [2]


def test_every_sentence_of_an_article_has_its_anchor(desk, made):
    """Receipts link to them."""
    for id_, article in made.linked.articles.items():
        view = article_view(desk, article, page("articles", id_))
        ids = re.findall(r'id="s(\d+)"', "".join(b.html for b in view.blocks))
        assert ids == [str(n) for n in range(len(made.linked.annotations[id_].sentences))]


def test_what_an_article_does_not_state_is_not_made_up(desk, made):
    """No outlet, no date, no address."""
    view = article_view(desk, made.linked.articles["note"], page("articles", "note"))
    assert (view.outlet_stated, view.date, view.url) == (False, None, None)


def test_a_copied_text_is_told_on_both_sides(desk, made):
    """The copy names the original, the original its copies."""
    copy = article_view(desk, made.linked.articles["gazette-tel-merwan"], page("articles", "gazette-tel-merwan"))
    first = article_view(desk, made.linked.articles["wire-checkpoint"], page("articles", "wire-checkpoint"))
    assert copy.copy_of.text == first.title
    assert [r.text for r in first.repeated_by] == [copy.title]


def test_an_event_names_the_outlets_that_carry_one_text(clash, made):
    """One group of two outlets, the first to publish it first."""
    (outlets,) = clash.copies
    copy, first = "gazette-tel-merwan", "wire-checkpoint"
    assert [o.text for o in outlets] == [made.linked.articles[a].outlet for a in (first, copy)]


def test_an_event_is_named_in_the_margin_once_where_it_begins(desk, made):
    """Not again beside every paragraph."""
    view = article_view(desk, made.linked.articles["gazette-tel-merwan"], page("articles", "gazette-tel-merwan"))
    assert [len(b.events) for b in view.blocks] == [1, 0]


@pytest.mark.parametrize(("index", "told"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
def test_letters_go_on_after_z(index, told):
    """A compilation may cite more sources than the alphabet has letters."""
    assert letter(index) == told


def test_a_directory_sorts_without_case_accents_and_quotation_marks(register):
    """Scripts stand apart, under their own letters."""
    view = directory(Desk(register, "../"), "articles", page("articles"))
    assert [x.name for x in view.letters] == ["N", "S", "T", "В"]
    assert folded("“Élan”") == folded("elan”")


def test_sources_without_a_name_stand_by_article_behind_the_named(register, made):
    """Nobody looks for "a doctor" under A; every source stands once, and all are counted."""
    view = directory(Desk(register, "../"), "sources", page("sources"))
    named = [e.name for x in view.letters for e in x.entries]
    assert [(u.article.text, [e.name for e in u.entries]) for u in view.unnamed] == [
        ("Soldier and two villagers killed at Tel Marwan checkpoint", ["Residents of Tel Marwan"]),
        ("Thousands march in Nahr City", ["Organisers"]),
        ("Вестник: стрельба у Тель-Марвана", ["a doctor at Nahr hospital"]),
    ]
    assert "Delta News Agency" in named
    assert view.count == len(made.linked.sources) == len(named) + 3


def test_the_timeline_stands_with_the_latest_first(register):
    """Days within months, each with its weekday."""
    view = timeline(Desk(register, "../"), page("timeline"))
    assert [(m.name, m.count) for m in view.months] == [("March 2021", 2)]
    assert [(d.number, d.weekday) for d in view.months[0].days] == [("6", "Saturday"), ("4", "Thursday")]


def test_the_home_page_leads_with_what_many_sources_tell_and_dispute(register, made):
    """The clash has seven sources and two disputes."""
    view = home(Desk(register, ""), new_page(links.HOME, "home", "Delta Record"))
    assert [x.event.id for x in view.leads] == [CLASH, MARCH]
    assert view.cited[0].source.text == "Delta News Agency"
    assert view.cited[0].share == 100


def test_the_disputes_page_has_every_dispute(register, made):
    """Nothing is left out."""
    view = disputes_page(Desk(register, "../"), page("disputes"))
    assert view.count == len(made.digest.disputes)


@pytest.mark.parametrize(
    ("kind", "term", "shown"),
    [
        ("province", "state", "State"),
        ("province", "land", "State"),
        ("province", "country", "Country of the United Kingdom"),
        ("province", "", "State or province"),
        ("province", "ministry of fish", "State or province"),
        ("region", "state", "Region"),
    ],
)
def test_a_province_is_called_what_its_country_calls_it(desk, made, kind, term, shown):
    """Where the language has a word for that; what a person calls it otherwise stands."""
    place = replace(made.linked.places["tel-marwan"], kind=kind, term=term)
    assert place_view(desk, place, page("places", "tel-marwan")).kind == shown


def test_the_review_page_asks_the_weightiest_first(register):
    """And tells what is wrong in files."""
    view = review(Desk(register, "../"), page("review"))
    assert view.kinds[0].items[0].question == "Are “Tel Marwan” and “Tel Merwan” one place?"
    assert [(p.file, p.line) for p in view.problems] == [("overrides/places.yaml", 4)]


def test_a_question_whether_two_are_one_leads_to_both_and_to_their_articles(made):
    """But not from what it quotes; two of one name are told apart by their addresses."""
    one, two = [*made.linked.actors.values()][:2]
    article = next(iter(made.linked.articles))
    line = f"{one.name}: written once, in {article}. In {article}: “It is in {article}”"
    asked = ReviewItem("merge", one.id, "One?", (line,), "actors.yaml", "A: {}\n", "", 9.0, beside=(two.id,))
    named = {**made.linked.actors, two.id: replace(two, name=one.name)}
    for actors, shown in ((made.linked.actors, (one.name, two.name)), (named, (one.id, two.id))):
        site = replace(made, linked=replace(made.linked, review=(asked,), actors=actors))
        found = Desk(Register(site, read_words([OURS], "en")), "../")
        question = review(found, page("review")).kinds[0].items[0]
        assert [(ref.text, ref.href) for ref in question.about] == [
            (text, f"../actors/{actor.id}/index.html") for text, actor in zip(shown, (one, two), strict=True)
        ]
        (told,) = question.evidence
        assert "".join(part.text for part in told) == line
        assert [part.text for part in told if part.href] == [article, article]


def kind_of_harbour(number):
    """A question of what kind somebody is, who may also be nobody."""
    return ReviewItem(
        kind="kind",
        about="harbour",
        question=f"What is Harbour ({number})?",
        evidence=(),
        file="actors.yaml",
        yes='"Harbour: East":\n  kind: group\n',
        no='"Harbour: East":\n  kind: person\n',
        weight=9.0 - number,
        yes_means="a group",
        no_means="a person",
        others=(Answer("no name at all", "actors.yaml", '"Harbour: East": ignore\n'),),
    )


def test_an_answer_says_what_it_means_and_whether_its_first_line_is_there(made):
    """Two questions with one first line say so of each other; one that is in a file goes before."""
    asking = replace(made.linked, review=(kind_of_harbour(1), kind_of_harbour(2)))
    told = {"actors/harbour": (Effect("overrides/actors.yaml", 3, "Harbour: East", ()),)}
    for linked, *below in (
        (asking, "and what is below it together", "Another question has “{}:” too: write it once."),
        (replace(asking, effects=told), "put what is below it there", "put this line in its place"),
    ):
        found = Register(replace(made, linked=linked), read_words([OURS], "en"))
        replies = review(Desk(found, "../"), page("review")).kinds[0].items[0].replies
        assert [(r.means, r.file) for r in replies] == [
            ("If a group", "overrides/actors.yaml"),
            ("If a person", "overrides/actors.yaml"),
            ("If no name at all", "overrides/actors.yaml"),
        ]
        told_below = [words.replace("{}", '"Harbour: East"') for words in (below[0], below[0], below[1])]
        assert all(words in r.below for words, r in zip(told_below, replies, strict=True))
        assert all('“"Harbour: East":”' in r.below for r in replies)


def test_a_source_without_a_page_is_named_without_a_link(made):
    """Wherever it is heard; no list, search or preview leads to it."""
    id_, source = next((i, s) for i, s in made.linked.sources.items() if s.kind is SourceKind.NAMED)
    hidden = {**made.linked.sources, id_: replace(source, hidden=True, actor=None)}
    desk = Desk(Register(replace(made, linked=replace(made.linked, sources=hidden)), read_words([OURS], "en")), "")
    assert (desk.source(id_).text, desk.source(id_).href) == (source.name, None)
    address = f"sources/{id_}"
    assert address not in names(desk)
    assert all(address not in script for script in previews(desk).values())
    assert all(address not in (e.href or "") for e in ENTRIES["sources"](desk))


def test_the_index_of_names_is_a_script_with_every_spelling(register):
    """It cannot end the element that it may be put into."""
    script = names(Desk(register, ""))
    assert script.startswith("var accordingNames=[")
    assert "تل مروان" in script
    assert "</" not in script


def test_ready_yaml_is_yaml_with_the_real_names(clash, desk, made):
    """Also for names that YAML would take for something else."""
    assert list(yaml.safe_load(clash.correction.yaml)) == [CLASH]
    for place in made.linked.places.values():
        view = place_view(desk, place, page("places", place.id))
        assert list(yaml.safe_load(view.correction.yaml)) == [place.name]


def test_what_a_person_calls_a_source_leaves_its_account_where_it_is(made):
    """A link to it goes on leading there; only an unnamed source, whose id is long, has a number."""
    told = [account for event in made.digest.events.values() for account in event.accounts if account.source]
    for account in told:
        assert {anchor(replace(account, kind=kind)) for kind in SourceKind} == {anchor(account)}
        assert (anchor(account) == f"by-{account.source}") == ("--" not in account.source)
    assert any("--" in account.source for account in told)
