"""Places of people's own that nothing but the company of names puts anywhere: what is asked of them."""

import pytest
from small_gazetteer import small_gazetteer

from according.linking.toponyms.building import Built
from according.linking.toponyms.clusters import Cluster
from according.linking.toponyms.parents import Parent
from according.linking.toponyms.review import questions
from according.model import Place, PlacePrecision
from according.overrides import EntityOverride


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
