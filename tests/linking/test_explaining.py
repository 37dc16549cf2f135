"""What is told of names, ids and addresses, those included that corrections have taken away."""

from dataclasses import replace

import pytest
from small_gazetteer import annotated, article, body, place, small_gazetteer
from test_sources import said

from according.config import Config
from according.explaining import explain
from according.linking.corpus import link
from according.linking.gazetteer.rows import Row
from according.model import EventSet, SourceKind
from according.overrides.reading import read_overrides
from according.pasted import address_of
from according.pipeline import Corpus
from according.yamlfile import parse

TEXT = "Rain fell on Al Qasim, in Freedonia's Springfield and in Springfield. The Harbour Board said it rained. "
TEXT += "Local residents said it snowed."
MARKS = (place("Al Qasim"), place("Freedonia"), place("Springfield"), body("Harbour Board", "known name"))
TITLED = {  # a city and a province of one name
    "city": "Crowds filled Marad in Wadiya. The city of Marad was calm.",
    "province": "Rain fell on Marad province. The governor of Marad province left Wadiya.",
}
SPELLED = {  # a village that is in no gazetteer, and one that is told by its country
    "Khirbat Zedd": "Two died in Khirbat Zedd near Al Qasim.",
    "Khirbet Zed": "Jets hit Khirbet Zed near Al Qasim.",
    "Tel Amara": "Snow fell on Tel Amara, Freedonia.",
}
ROWS = (
    Row(20, "Marad", "city", 10.7, 20.7, 6_000, "WD", admin1=21, known=5),
    Row(21, "Marad", "province", 10.8, 20.8, country="WD", known=90),
)
SPEAKING = (
    said(TEXT, "The Harbour Board", "it rained"),
    said(TEXT, "Local residents", "it snowed", SourceKind.UNNAMED),
)


@pytest.fixture
def told(tmp_path):
    """What is told of a name, an id or an address under corrections, each file's as text."""
    with small_gazetteer(tmp_path, *ROWS) as gazetteer:

        def lines(asked, unmade=(), **files):
            for name, text in files.items():
                (tmp_path / f"{name}.yaml").write_text(text, "utf8")
            overrides, _ = read_overrides(tmp_path)
            notes = {"one": replace(annotated(TEXT, *MARKS), attributions=SPEAKING)}
            notes |= {id_: annotated(text, place("Marad"), place("Wadiya")) for id_, text in TITLED.items()}
            near = place("Al Qasim"), place("Freedonia")
            notes |= {
                n: annotated(t, place(n, "cue: village" if "Kh" in n else "model"), *near) for n, t in SPELLED.items()
            }
            articles = {id_: article(text, id_) for id_, text in {"one": TEXT, **TITLED, **SPELLED}.items()}
            linked = replace(link(articles, notes, gazetteer, overrides), unmade=unmade)
            corpus = Corpus(Config(overrides=tmp_path), linked, EventSet({}, {}, {}, {}), overrides, "", ())
            return "\n".join(explain(asked, corpus, gazetteer)).replace(f"{tmp_path}/", "")

        yield lines


@pytest.mark.parametrize(
    "asked",
    [
        "places/al-qasim",
        "places/al-qasim/",
        "/places/al-qasim/index.html",
        "site/places/al-qasim/index.html",
        "https://news.example/delta/places/al-qasim/?q=1#map",
    ],
)
def test_an_address_is_taken_as_it_is_printed_or_pasted(asked, told):
    """With or without slashes, the file's name, and all of a URL."""
    assert address_of(asked) == "places/al-qasim"
    assert told(asked) == told("al-qasim")


@pytest.mark.parametrize(
    ("asked", "name", "key"),
    [
        ("Al Qasim", "Al Qasim", "at"),
        ("Harbour Board", "Harbour Board", "kind"),
        ("sources/harbour-board", "Harbour Board", "label"),
        ("snowed", "snowed", "kind"),
    ],
)
def test_the_lines_that_it_offers_can_be_copied_as_they_stand(asked, name, key, told):
    """They begin at the margin, between blank lines, with nothing beside them."""
    (_, *blocks) = (b for b in told(asked).split("\n\n") if not b.startswith("  "))
    made = [parse(block, "f.yaml").data for block in blocks]
    assert all([*entry] == [name] for entry in made)
    assert key in {said for entry in made if isinstance(entry[name], dict) for said in entry[name]}


def test_whose_words_a_longer_name_took_is_told_the_entry(told):
    """Though the entry does not name it."""
    assert "Overrides that speak of it: none" in told("Springfield")
    lines = told("Springfield", places="Freedonia's Springfield:\n  kind: site\n")
    assert "places.yaml:1: Freedonia's Springfield\n      takes over some of what was “Freedonia”" in lines
    assert "takes over some of what was “Springfield”" in lines


@pytest.mark.parametrize("asked", ["places", "places/", "al-qasim", "N/A", "sources/residents said", "a/b"])
def test_other_words_are_no_address(asked):
    """A name may have a slash too."""
    assert address_of(asked) == ""


def test_an_address_means_a_page_of_its_kind(told):
    """The actor and the source of one id have a page each."""
    assert told("actors/harbour-board/").startswith("Harbour Board (actor: organization)")
    assert told("sources/harbour-board/").startswith("Harbour Board (source: named)")
    assert "(source:" not in told("actors/harbour-board/")
    assert "(actor:" not in told("sources/harbour-board/")
    assert told("articles/one").startswith(" (article)")
    assert told("places/harbour-board").startswith("Nothing in the articles")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("places", "Al Qasim", "Kasim"),
        ("actors", "Harbour Board", "Port Authority"),
        ("sources", "Harbour Board", "Port Authority"),
        ("sources", "outlet not stated", "The Paper"),
        ("sources", "Local residents", "Farmers"),
    ],
)
def test_what_a_name_was_before_leads_to_what_it_is_now(file, old, new, told):
    """With the entry that says so; it is not offered as if nobody had spoken of it."""
    lines = told(old, **{file: f"{new}:\n  aliases: [{old}]\n"})
    assert f'"{old}" is {new} (' in lines
    assert f"{file}.yaml:1: {new}" in lines
    assert "taken for no name" not in lines


def test_words_of_unnamed_sources_lead_to_their_keys(told):
    """They are no name, but somebody speaks; all words of it, be it as one of several, are asked for by the source."""
    lines = told("residents")
    assert '"residents" stands in one, but is taken for no name there.' in lines
    assert "by its key:\n    local-residents--one: Local residents" in lines
    assert "Unnamed sources" not in told("snowed")


def test_the_title_of_a_page_leads_on_though_no_article_has_it(told):
    """The program gave it, to tell two places of a name apart."""
    title = "Marad (province)"
    assert told(title).startswith(f"{title} (place: province)")
    lines = told(title, places=f"Merad:\n  aliases: [{title}]\n")
    assert f'"{title}" is Merad (place: province)' in lines
    assert "places.yaml:1: Merad" in lines


@pytest.mark.parametrize(
    ("file", "text", "old", "new", "spot"),
    [
        ("places", "Kasim:\n  aliases: [Al Qasim]\n", "places/al-qasim", "places/kasim", "2:13"),
        ("actors", "Port:\n  aliases:\n  - Harbour Board\n", "actors/harbour-board", "actors/port", "3:5"),
        ("actors", "Port:\n  aliases:\n  - Harbour Board\n", "sources/harbour-board", "sources/port", "3:5"),
        ("actors", "Harbour Board:\n  formerly: The Quay\n", "actors/the-quay", "actors/harbour-board", "2"),
        ("sources", "Folk:\n  aliases: [Local residents]\n", "sources/local-residents--one", "sources/folk", "2:13"),
        (
            "sources",
            "Folk:\n  aliases: [local-residents--one]\n",
            "sources/local-residents--one",
            "sources/folk",
            "2:13",
        ),
    ],
)
def test_an_address_that_moved_is_told_with_the_line_that_moved_it(file, text, old, new, spot, told):
    """By the address and by the id alone."""
    for asked in (old, f"https://news.example/{old}/", old.partition("/")[2]):
        lines = told(asked, **{file: text})
        assert f"{old}/ leads to {new}/\n  A person says so: {file}.yaml:{spot}" in f"{lines}\n".replace("\n\n", "\n")


def test_an_address_that_was_taken_away_is_told_with_the_line(told):
    """Also where it would lead to what has no page."""
    text = "Folk:\n  hide: true\n  aliases: [Local residents]\n"
    lines = told("sources/local-residents--one/", sources=text)
    assert "sources/folk/ has no page, since sources.yaml:1 says so." in lines
    assert told("places/al-qasim/", places="Al Qasim: ignore\n") == (
        "places/al-qasim/ has no page, since places.yaml:1 says so."
    )


@pytest.mark.parametrize("asked", ["places/khirbet-zed", "Khirbet Zed"])
@pytest.mark.parametrize("said", [":\n  hide: true\n", ": ignore\n"])
def test_another_spelling_of_what_was_taken_away_is_told_with_the_line(asked, said, told):
    """By its address, which led to the page, and by the name, for which no line is offered."""
    lines = told(asked, places=f"Khirbat Zedd{said}")
    assert "places.yaml:1" in lines
    assert ": ignore" not in lines or "hide" in said
    assert "taken for no name" not in lines
    assert ("places/khirbet-zed/ led to places/khirbat-zedd/" in lines) is asked.startswith("places/")


def test_a_page_that_another_correction_left_without_a_name_is_told_with_the_line(told):
    """By its address and by its name."""
    for asked in ("places/tel-amara", "Tel Amara"):
        lines = told(asked, places="Old Hill:\n  aliases: [{text: Freedonia, articles: [Tel Amara]}]\n", actors="")
        assert "places/tel-amara/ has no page any more, by what places.yaml:1 changed in its articles." in lines, lines


def test_a_page_that_only_a_correction_had_made_is_told_to_be_no_more(told):
    """By its address; nobody says so any more."""
    lines = told("places/zork", unmade=("places/zork",))
    assert lines == "places/zork/ has no page any more: only a correction had made it, which is another one or gone."


def test_a_page_of_which_a_spelling_is_taken_away_is_there(told):
    """It is not told to have none."""
    lines = told("places/khirbat-zedd", places="Khirbet Zed: ignore\n")
    assert "Its page: places/khirbat-zedd/" in lines
    assert "has no page" not in lines


@pytest.mark.parametrize("said", [":\n  hide: true\n", ": ignore\n"])
def test_an_entry_that_is_not_obeyed_is_told_as_one_that_changes_nothing(said, told):
    """It stands in the file of the other sort."""
    lines = told("Al Qasim", actors=f"Al Qasim{said}")
    assert "a person says" not in lines
    assert "actors.yaml:1: Al Qasim\n      changes nothing" in lines
