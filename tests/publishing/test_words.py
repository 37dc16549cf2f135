"""The catalogue of words, and how dates and numbers are told."""

import re
import tomllib
from datetime import date

import pytest
from markupsafe import Markup

from according.annotating.quantities import COUNTED
from according.annotating.stance import STANCES
from according.config import Config
from according.digesting.bearing import REASONS
from according.events.types import TYPES
from according.model import Label, PlacePrecision, Precision, SourceKind
from according.publishing.layout import OURS
from according.publishing.words import _flatten, capital, read_words

DAY = date(2020, 2, 12)


@pytest.fixture(scope="module")
def words():
    """The English catalogue."""
    return read_words([OURS], Config().language)


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        (DAY, DAY, Precision.DAY, "Wednesday 12 February 2020"),
        (DAY, date(2020, 2, 14), Precision.DAY, "12 – 14 February 2020"),
        (DAY, date(2020, 3, 1), Precision.DAY, "12 February – 1 March 2020"),
        (date(2019, 12, 31), date(2020, 1, 1), Precision.DAY, "31 December 2019 – 1 January 2020"),
        (DAY, None, Precision.MONTH, "February 2020"),
        (DAY, None, Precision.YEAR, "2020"),
        (DAY, None, Precision.UNKNOWN, "reported 12 February 2020"),
        (None, None, Precision.DAY, "date not known"),
    ],
)
def test_a_date_is_told_no_finer_than_it_is_known(words, start, end, precision, told):
    """A month is not shown as its first day."""
    assert words.period(start, end, precision) == told


@pytest.mark.parametrize(
    ("value", "told"), [(3, "3"), (10_000, "10,000"), (9.6, "9.6"), (2.50, "2.5"), (1_234.5, "1,234.5"), (0, "0")]
)
def test_numbers_have_thousands_apart_and_no_needless_decimals(words, value, told):
    """As English readers write them."""
    assert words.number(value) == told


def test_a_count_has_its_plural(words):
    """One article, two articles, no articles."""
    assert [words.count("articles", n) for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]


def test_what_is_filled_in_cannot_bring_html(words):
    """Among marked-up values a plain one is escaped."""
    told = words("map.near", place=Markup("<b>x</b>"))
    assert told == "near <b>x</b>"
    assert "<i>" not in words("date.range", start="<i>", end=Markup("<b>y</b>"))


def test_a_word_without_an_entry_is_shown_as_it_is(words):
    """A new kind of thing does not stop the build."""
    assert words.term("actor_kind", "water_company") == "water company"


def test_alternatives_are_told_as_a_sentence_would(words):
    """A, B or C."""
    assert words.alternatives(["three", "five", "seven"]) == "three, five or seven"
    assert words.alternatives(["three"]) == "three"


def test_capitals_leave_other_scripts_alone():
    """Arabic has none."""
    assert [capital("killed"), capital("تل"), capital("")] == ["Killed", "تل", ""]


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("stance", STANCES),
        ("counts", COUNTED),
        ("event_type", TYPES),
        ("apart", REASONS),
        ("precision", PlacePrecision),
        ("source_kind", SourceKind),
    ],
)
def test_every_term_of_the_data_has_a_word(words, group, values):
    """What the stages may say, the catalogue can tell."""
    assert [v for v in values if f"{group}.{v}" not in words.keys] == []


def test_kinds_of_actors_read_as_words(words):
    """No underscore reaches a reader."""
    assert [v for v in Label if "_" in words.term("actor_kind", v)] == []


def test_a_language_falls_back_to_english_key_by_key(tmp_path):
    """A half-finished translation is usable."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "de.toml").write_text('[nav]\nevents = "Ereignisse"\n', "utf8")
    german = read_words([tmp_path, OURS], "de")
    assert (german("nav.events"), german("nav.places")) == ("Ereignisse", "Places")


@pytest.mark.parametrize("language", sorted(p.stem for p in (OURS / "words").glob("*.toml") if p.stem != "en"))
def test_a_translation_is_complete_and_keeps_what_is_filled_in(words, language):
    """Every word of pages has its counterpart, with the same places for values; what YAML says stays English."""
    own = dict(_flatten(tomllib.loads((OURS / "words" / f"{language}.toml").read_text("utf8"))))
    english = dict(_flatten(tomllib.loads((OURS / "words" / "en.toml").read_text("utf8"))))
    assert sorted(k for k in english.keys() - own.keys() if not k.startswith("correct.")) == []
    assert [k for k, text in english.items() if k in own and filled(text) != filled(own[k])] == []


def filled(text):
    """The names in braces; of a count those of its last form."""
    return sorted(re.findall(r"\{(\w+)\}", text[-1] if isinstance(text, list) else str(text)))


def test_templates_use_no_word_that_the_catalogue_lacks(words):
    """A missing key would stop every build."""
    used = {key for path in OURS.glob("*.html") for key in re.findall(r'\bt\("([\w.]+)"[,)]', path.read_text("utf8"))}
    counted = {
        f"count.{key}"
        for path in OURS.glob("*.html")
        for key in re.findall(r'\bcount\("(\w+)"', path.read_text("utf8"))
    }
    assert len(used) > 50
    assert sorted((used | counted) - words.keys) == []
