"""Sets of words that overlap are found without comparing all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.digesting.termindex import TermIndex
from according.digesting.wording import overlap

SETS = st.lists(st.frozensets(st.sampled_from("abcdefghij"), max_size=8), max_size=12)


@pytest.mark.parametrize("least", [0.33, 0.5, 0.9])
@settings(deadline=None, max_examples=40)
@given(sets=SETS)
def test_nothing_that_overlaps_enough_is_missed(least, sets):
    """The same as comparing each with all before it; two empty sets share nothing."""
    index = TermIndex(sets)
    for i, terms in enumerate(sets):
        expected = [j for j in range(i) if overlap(terms, sets[j]) >= least]
        assert index.add(terms, least) == expected
