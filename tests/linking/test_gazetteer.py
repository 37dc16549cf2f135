"""The gazetteer's index, built small from a user's own file and the hand-written tables."""

import sqlite3

import pytest

from according.config import Config
from according.errors import AccordingError
from according.linking.gazetteer import Gazetteer, How, fingerprint
from according.linking.gazetteer import index as building
from according.linking.gazetteer.imports import imported_rows
from according.linking.gazetteer.packages import division_name, division_terms
from according.linking.gazetteer.rows import Row, keys, latin_names, settlement_kind
from according.linking.gazetteer.scripts import native_name
from according.linking.gazetteer.tables import read_countries, read_divisions, region_rows

ROWS = (
    Row(1, "Republic of Wadiya", "country", 10.0, 20.0, country="WD", names=(("Wadiyan", How.DEMONYM),)),
    Row(2, "Aladeen Governorate", "province", None, None, country="WD", names=(("Alad.", How.ABBREVIATION),)),
    Row(3, "Al Qāsim", "city", 10.0, 20.0, 90_000, country="WD", admin1=2),
    Row(4, "Tel Amara", "village", 11.0, 22.0, 900, country="WD", admin1=2),
)


@pytest.fixture
def gazetteer(tmp_path):
    """Four places in an index."""
    path = tmp_path / "small.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(building.SCHEMA)
    for row in ROWS:
        building._insert(connection, row)
    building._add_names(connection, 3, ["Kasim", "Qasym", "القاسم", "kasimu", "QSM"])
    building._sum_up_divisions(connection)
    connection.commit()
    connection.close()
    with Gazetteer(path) as opened:
        yield opened


def test_a_name_is_found_without_accents_and_articles(gazetteer):
    """The article in Al Qāsim may be left out."""
    (hit,) = gazetteer.lookup("Qasim")
    assert (hit.entry.name, hit.how) == ("Al Qāsim", How.MAIN)


def test_an_alternate_name_is_found_and_a_romanized_character_name_is_not(gazetteer):
    """Lower-case romanizations and airport codes are not names that English texts use."""
    assert gazetteer.lookup("Kasim")[0].how is How.ALTERNATE
    assert gazetteer.lookup("kasimu") == ()
    assert gazetteer.lookup("QSM") == ()


def test_the_generic_word_of_a_division_may_be_left_out(gazetteer):
    """The bare name finds Aladeen Governorate, as the shorter reading."""
    (hit,) = gazetteer.lookup("Aladeen")
    assert (hit.entry.id, hit.how) == (2, How.SHORT)


def test_demonyms_and_abbreviations_lead_to_their_place(gazetteer):
    """A reader of the hit can tell that "Wadiyan" is not the country's name."""
    assert gazetteer.lookup("Wadiyan")[0].how is How.DEMONYM
    assert gazetteer.lookup("Alad.")[0].how is How.ABBREVIATION


def test_another_transliteration_is_found_by_its_consonants(gazetteer):
    """Tell Amarah is written otherwise and sounds like Tel Amara."""
    assert gazetteer.lookup("Tell Amarah") == ()
    assert [hit.entry.id for hit in gazetteer.sounding_like("Tell Amarah")] == [4]


def test_a_division_gets_the_middle_of_its_places(gazetteer):
    """Half way between the outermost places that lie in it."""
    province = gazetteer.get(2)
    assert (province.latitude, province.longitude) == (10.5, 21.0)


def test_containers_stand_nearest_first(gazetteer):
    """A village lies in its province, which lies in its country."""
    assert [c.id for c in gazetteer.containers(gazetteer.get(4))] == [2, 1]


def test_a_name_in_the_countrys_own_script_is_kept_only_when_there_is_one():
    """Two Arabic spellings leave a doubt; a Persian letter is not Arabic."""
    assert native_name(["القاسم", "قاسمگ", "Касим"], "SY") == "القاسم"
    assert native_name(["القاسم", "قاسم"], "SY") is None
    assert native_name(["القاسم"], "FR") is None


@pytest.mark.parametrize(
    ("name", "aliases", "shown"),
    [
        ("Dagestan, Respublika", ("Dagestan Republic", "Дагестан"), "Dagestan Republic"),
        ("wallonne, Région", ("Wallonische Region", "Walloon Region"), "Walloon Region"),
        ("Durham, County", (), "County Durham"),
        ("Bruxelles-Capitale, Région de", ("Brussel",), "Région de Bruxelles-Capitale"),
        ("San Andrés, Providencia y Santa Catalina", (), "San Andrés, Providencia y Santa Catalina"),
        ("Halab", ("Aleppo Governorate",), "Aleppo Governorate"),
    ],
)
def test_a_division_is_called_as_it_is_spoken_of(name, aliases, shown):
    """Names that stand as in an index are turned round, a list of names is not, and English ones go first."""
    assert division_name(name, aliases, iso=True) == shown


def test_settlements_are_called_by_their_size():
    """GeoNames has one class for all of them."""
    assert [settlement_kind(n) for n in (700, 20_000, 80_000)] == ["village", "town", "city"]


def test_only_latin_names_with_a_capital_are_kept():
    """Arabic apostrophes and accents are Latin enough."""
    assert list(latin_names(["Šibenik", "‘Amrān", "amuran", "Амран", "LON"])) == ["Šibenik", "‘Amrān"]


def test_keys_hold_the_name_with_and_without_its_article():
    """Both "al qasim" and "qasim" are typed."""
    assert keys(ROWS[2]) == {"al qasim": How.MAIN, "qasim": How.MAIN}


def test_the_tables_are_whole():
    """Every country has a point on the globe, every region a name that leads to it; no two rows share an id."""
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in read_countries().values())
    regions = list(region_rows())
    assert len({r.id for r in regions}) == len(regions)
    assert ("KY", How.POSTAL) in read_divisions()["US-KY"].names


def test_a_geonames_country_file_is_read(tmp_path):
    """Villages and districts are taken in, roads are not."""
    cells = ["77", "Kafr Test", "Kafr Test", "Kfar Test,كفر تست", "36.1", "37.0", "P", "PPL", "SY"]
    road = ["78", "Route 4", "Route 4", "", "36.1", "37.0", "R", "RD", "SY"]
    path = tmp_path / "SY.txt"
    rest = ["", "", "", "", "", "300", "", "", "Asia/Damascus", "2020-01-01"]
    path.write_text("\n".join("\t".join(c + rest) for c in (cells, road)) + "\n", "utf8")
    (row,) = imported_rows(path, -1000)
    assert (row.id, row.kind, row.population, row.native) == (77, "village", 300, "كفر تست")
    assert row.names == (("Kfar Test", How.ALTERNATE),)


def test_a_csv_file_of_own_rows_is_read(tmp_path):
    """Rows without a GeoNames id get ids of their own."""
    path = tmp_path / "own.csv"
    path.write_text("name,latitude,longitude,aliases\nTest Amo,36.5,41.0,Test Ammo|Test Amu\n", "utf8")
    (row,) = imported_rows(path, -1000)
    assert (row.id, row.name, row.latitude) == (-1000, "Test Amo", 36.5)
    assert [name for name, _ in row.names] == ["Test Ammo", "Test Amu"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("name,lat\nA,1\n", 1), ("name,latitude,longitude\nA,north,2\n", 2)],
)
def test_a_file_of_another_kind_is_an_error_with_its_line(tmp_path, text, line):
    """A person who gives a wrong file is told where it is wrong."""
    path = tmp_path / "wrong.csv"
    path.write_text(text, "utf8")
    with pytest.raises(AccordingError) as caught:
        list(imported_rows(path, -1000))
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == (str(path), line)


def test_the_index_is_known_by_what_it_was_made_from(tmp_path):
    """Another file of own rows means another index; the same settings mean the same one."""
    own = tmp_path / "own.csv"
    own.write_text("name,latitude,longitude\n", "utf8")
    plain, with_own = Config(cache=tmp_path), Config(cache=tmp_path, gazetteer=(own,))
    assert fingerprint(plain) == fingerprint(Config(cache=tmp_path / "elsewhere"))
    assert fingerprint(plain) != fingerprint(with_own)
    own.write_text("name,latitude,longitude\nA,1,2\n", "utf8")
    assert len({fingerprint(plain), fingerprint(with_own), fingerprint(Config(cache=tmp_path, gazetteer=(own,)))}) == 2


def test_a_missing_gazetteer_file_is_an_error(tmp_path):
    """The message names the file and the key of the configuration."""
    with pytest.raises(AccordingError, match=r"nowhere\.txt"):
        fingerprint(Config(cache=tmp_path, gazetteer=(tmp_path / "nowhere.txt",)))


def test_a_division_is_what_most_english_names_of_its_kind_say():
    """ISO's word holds where the names say nothing else, or are too few to tell."""
    units = [("WD", "Province", (f"{name}", f"{name} Governorate")) for name in ("Qasim", "Amara", "Zed")]
    units += [("WD", "City", ("Wadiya City", "Wadiya District"))]
    units += [("FD", "State", (name,)) for name in ("Greenland", "Blueland", "Redland")]
    units += [("FD", "Autonomous region", (f"{name} Region",)) for name in ("North", "South", "East")]
    assert division_terms(units) == {
        ("WD", "Province"): "governorate",
        ("WD", "City"): "city",
        ("FD", "State"): "state",
        ("FD", "Autonomous region"): "autonomous region",
    }


def test_a_province_is_described_by_what_its_country_calls_it(tmp_path):
    """In the index as in what is said of it."""
    path = tmp_path / "small.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(building.SCHEMA)
    for row in (ROWS[0], Row(2, "Aladeen", "province", None, None, country="WD", term="governorate")):
        building._insert(connection, row)
    connection.commit()
    connection.close()
    with Gazetteer(path) as opened:
        (hit,) = opened.lookup("Aladeen")
        assert hit.entry.kind == "province"
        assert opened.described(hit.entry) == "Aladeen, governorate in Republic of Wadiya"
