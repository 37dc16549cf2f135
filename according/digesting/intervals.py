"""When two figures cannot both hold: their intervals, as written, have no value in common."""

from __future__ import annotations

import math

from according.model import Figure

MARGIN = 0.2  # "about 60" may be any value within a fifth of it


def is_vague(figure: Figure) -> bool:
    """Whether a figure is a word without a number ("dozens", "more than a dozen"): such words never disagree."""
    return figure.approximate and (figure.low is None or figure.high is None)


def interval(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows; "at least" and "more than" are open above, "up to" is open below."""
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if figure.approximate:
        return low - MARGIN * abs(low), high + MARGIN * abs(high)
    return low, high


def disjoint(one: Figure, other: Figure) -> bool:
    """Whether no value satisfies both figures."""
    if is_vague(one) or is_vague(other):
        return False
    (low, high), (other_low, other_high) = interval(one), interval(other)
    return high < other_low or other_high < low


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures allow the same values."""
    return (one.low, one.high, one.approximate) == (other.low, other.high, other.approximate)
