"""Entries that say only what the machine finds are left out for a try, as long as these tries are few."""

import pytest

from according.linking.needed import MOST_TRIED, Needed
from according.model import Linked
from according.overrides import AliasRule, EntityOverride, Overrides

NOTHING = Linked({}, {}, {}, {}, {}, {}, {})


def entries(count):
    """Pairs of entries that share a name, and one that shares none."""
    names = [f"Board {i}" for i in range(count)]
    shared = [EntityOverride(n, "actors.yaml", 1, aliases=(AliasRule(f"Port {i // 2}"),)) for i, n in enumerate(names)]
    alone = EntityOverride("Quay", "actors.yaml", 1)
    return Overrides(actors={rule.name: rule for rule in (*shared, alone)})


@pytest.mark.parametrize(("count", "tries", "needed"), [(2, 1, False), (MOST_TRIED + 2, 0, True)])
def test_an_entry_is_tried_where_few_share_names(count, tries, needed):
    """Nothing is otherwise without it; where nobody tries, it is kept. What shares no name is never needed."""
    tried = []

    def relinked(others):
        tried.append(others)
        return NOTHING

    asked = Needed(entries(count), NOTHING, relinked)
    assert asked.has("actors", "Board 0") is needed
    assert len(tried) == tries
    assert not asked.has("actors", "Quay")
    assert len(tried) == tries
