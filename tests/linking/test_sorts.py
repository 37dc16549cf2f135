"""Which place of a name is meant by a person who says what it is."""

import pytest
from small_gazetteer import annotated, article, place, small_gazetteer

from according.linking.corpus import link
from according.linking.gazetteer import How
from according.linking.gazetteer.rows import Row
from according.overrides import EntityOverride, Overrides

PROVINCE = "Rain fell on {} province in Wadiya."
CITY = "Rain fell on {} in Wadiya."


def meant(gazetteer, text, name, **what):
    """The entry that a name leads to in one article, under a correction of it."""
    said = text.format(name)
    rules = {name: EntityOverride(name, "places.yaml", 1, **what)} if what else {}
    notes = {"one": annotated(said, place(name), place("Wadiya"))}
    found = link({"one": article(said)}, notes, gazetteer, Overrides(places=rules))
    (page,) = {m.entity for m in found.mentions["one"] if m.text == name}
    return found.places[page].entry


@pytest.mark.parametrize(("kind", "entry"), [("city", 31), ("town", 31), ("village", 32), ("province", 30)])
def test_the_best_known_of_a_name_is_meant(tmp_path, kind, entry):
    """The capital beside the province of its name, not a hamlet far away, unless it is called a village."""
    gazetteer = small_gazetteer(
        tmp_path,
        Row(30, "Zafa", "province", 5.0, 5.0, 100_000, "WD", known=40),
        Row(31, "Zafar", "city", 5.1, 5.1, 900_000, "WD", names=(("Zafa", How.ALTERNATE),), known=30),
        Row(32, "Zafa", "village", 9.0, 9.0, 0, "WD", known=2),
    )
    assert meant(gazetteer, PROVINCE, "Zafa") == 30
    assert meant(gazetteer, PROVINCE, "Zafa", kind=kind) == entry


@pytest.mark.parametrize(("kind", "entry"), [("province", 41), ("district", 40), ("town", 40)])
def test_a_city_that_is_called_a_province_is_the_province_of_its_name(tmp_path, kind, entry):
    """The gazetteer has it with a word behind it. Where no district is called so, the city is only called one."""
    gazetteer = small_gazetteer(
        tmp_path,
        Row(40, "Tirat", "city", 5.0, 5.0, 300_000, "WD", admin1=41, known=30),
        Row(41, "Tirat Governorate", "province", 5.2, 5.2, 400_000, "WD", names=(("Tirat", How.SHORT),), known=10),
    )
    assert meant(gazetteer, CITY, "Tirat") == 40
    assert meant(gazetteer, CITY, "Tirat", kind=kind) == entry


def test_a_province_may_be_a_division_of_the_second_rank(tmp_path):
    """As those of Spain, which lie in its regions."""
    gazetteer = small_gazetteer(
        tmp_path,
        Row(50, "Toled", "city", 5.0, 5.0, 80_000, "WD", admin2=51, known=30),
        Row(51, "Toled", "district", 5.2, 5.2, 600_000, "WD", known=3),
    )
    assert meant(gazetteer, CITY, "Toled") == 50
    assert meant(gazetteer, CITY, "Toled", kind="province") == 51


def test_another_place_that_has_the_name_too_is_meant_only_nearby(tmp_path):
    """Two towns have the province's name among their other names; the far one is the larger."""
    far = Row(61, "Yor", "city", 15.0, 15.0, 700_000, "WD", names=(("Yorik", How.ALTERNATE),), known=50)
    near = Row(62, "Yorik Town", "town", 5.1, 5.1, 8_000, "WD", names=(("Yorik", How.ALTERNATE),), known=5)
    province = Row(60, "Yorik", "province", 5.0, 5.0, 900_000, "WD", known=90)
    for i, (towns, entry) in enumerate((((far,), 60), ((far, near), 62))):
        (tmp_path / str(i)).mkdir()
        gazetteer = small_gazetteer(tmp_path / str(i), province, *towns)
        assert meant(gazetteer, PROVINCE, "Yorik", kind="town") == entry
