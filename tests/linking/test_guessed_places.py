"""Places of people's own that nothing but the company of names puts anywhere: what is asked of them."""

from dataclasses import replace

import pytest
from small_gazetteer import small_gazetteer

from according.linking.toponyms.building import Built
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.parents import Parent
from according.linking.toponyms.review import questions
from according.model import Form, Place, PlacePrecision
from according.overrides import AliasRule, EntityOverride


@pytest.mark.parametrize("parents", [("wadiya",), ()])
def test_nothing_is_asked_where_nothing_is_left_that_a_guessed_place_could_lie_in(tmp_path, parents):
    """As where its neighbours lie in what has its name, and it would lie in itself."""
    rule = EntityOverride("Zed", "places.yaml", 1, kind="site")
    zed, wadiya = (
        Place(name.lower(), name, kind, None, None, PlacePrecision.PARENT, None, "WD", above, ())
        for name, kind, above in (("Zed", "site", parents), ("Wadiya", "country", ()))
    )
    with small_gazetteer(tmp_path) as gazetteer:
        entry = gazetteer.get(1)
        clusters = [Cluster(override=rule, parents=[Parent(entry, "beside Wadiya", stated=False)])]
        asked = questions(clusters, Built({"zed": zed, "wadiya": wadiya}, {0: "zed"}, {1: "wadiya"}), gazetteer)
    told = "Is Zed in Wadiya? No gazetteer lists it, and no text tells where it is."
    assert [item.question for item in asked] == [told] * bool(parents)


def test_a_place_that_only_its_entry_tells_from_another_is_asked_about_without_its_spelling(tmp_path):
    """A line about that would be one about the other, which has it in all other articles."""
    rule = EntityOverride("Zed", "places.yaml", 1, aliases=(AliasRule("Rain", ("two",)),))
    form = Form("Rain", 1, ("two",), "")
    rain = Place("rain", "Rain", "town", None, None, PlacePrecision.UNKNOWN, None, None, (), (form,))
    zed = replace(rain, id="zed", name="Zed", kind="place", overridden=True)
    with small_gazetteer(tmp_path) as gazetteer:
        built = Built({"rain": rain, "zed": zed}, {0: "zed"}, {})
        (asked,) = questions([Cluster(override=rule)], built, gazetteer)
    assert asked.no == ""
    assert "aliases: [{text: Rain, articles: [two]}]" in asked.others[0].yaml
