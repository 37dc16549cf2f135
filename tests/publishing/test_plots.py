"""Plots: where readings stand, and that what is open is not drawn as known."""

import re

from according.publishing import plots


def test_readings_stand_in_the_order_of_their_values():
    """More is further along, between the ends of the axis."""
    axis = plots.axis([1, 4, 12])
    assert 0 < axis.at(1) < axis.at(4) < axis.at(12) < 100


def test_an_axis_starts_at_nought():
    """Counts are compared from zero, so that twice as much is twice as far."""
    axis = plots.axis([5, 10])
    assert abs((axis.at(10) - axis.at(0)) - 2 * (axis.at(5) - axis.at(0))) < 0.1


def test_readings_that_lie_very_far_apart_get_a_logarithmic_axis():
    """2 and 20,000 on a linear axis would leave everything small in one place."""
    assert plots.axis([2, 20_000]).logarithmic
    assert not plots.axis([2, 40]).logarithmic


def test_an_open_bound_runs_on_to_the_edge():
    """A reading of "at least 19" has a dot at 19 and no dot at any end."""
    svg = plots.reading(plots.axis([0, 40]), 19, None, approximate=False)
    assert svg.count("<circle") == 1
    assert re.search(r'class="open"[^>]*x2="100%"', svg)


def test_a_range_is_a_bar_between_its_bounds():
    """10 to 12 shows both."""
    svg = plots.reading(plots.axis([0, 40]), 10, 12, approximate=True)
    assert svg.count("<circle") == 2
    assert 'class="range"' in svg
    assert 'class="dot about"' in svg


def test_a_plot_fills_its_column_and_keeps_its_letters():
    """Without a viewBox nothing shrinks on a phone."""
    svg = plots.strip([plots.Bar("4 Mar", 2), plots.Bar("5 Mar", 0), plots.Bar("6 Mar", 1)])
    assert "viewBox" not in svg
    assert not re.search(r"<svg[^>]* width=", svg)
    assert svg.count("<circle") == 3


def test_many_reports_become_bars_in_proportion():
    """Beyond what the eye counts a bar stands for a number; twice as many, twice as high."""
    svg = plots.strip([plots.Bar("a", 10), plots.Bar("b", 20)])
    low, high = (int(h) for h in re.findall(r'class="bar"[^>]*height="(\d+)"', svg))
    assert high == 2 * low


def test_labels_are_escaped():
    """A label comes from a catalogue that anybody may write."""
    assert "<b>" not in plots.strip([plots.Bar("<b>", 1)])


def test_numbers_under_an_axis_do_not_touch():
    """The largest stays, and the smallest where there is room for both."""
    near = plots.ticks(plots.axis([369, 422]), [(369, "369"), (422, "422")])
    apart = plots.ticks(plots.axis([3, 4, 5, 7]), [(n, str(n)) for n in (3, 4, 5, 7)])
    assert re.findall(r">(\d+)<", near) == ["422"]
    assert re.findall(r">(\d+)<", apart)[0] == "3"
    assert re.findall(r">(\d+)<", apart)[-1] == "7"
