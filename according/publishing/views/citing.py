"""Who cites whom: outlets on one side, the named sources that they make heard on the other, and what joins them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from according.publishing.views.desk import Desk
from according.publishing.views.reference import Ref

OUTLETS, CITED = 10, 14  # names on each side; a picture with more is a tangle
COLOURS = 8
THIN, THICK = 1.2, 7.0  # pixels of the lines


@dataclass(frozen=True, slots=True)
class Side:
    """One name beside the picture."""

    source: Ref
    colour: int  # 0: none


@dataclass(frozen=True, slots=True)
class Cites:
    """An outlet and whom it cites, in how many articles: the picture in words."""

    outlet: Ref
    cited: tuple[tuple[Ref, int], ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """The overview."""

    outlets: tuple[Side, ...]
    cited: tuple[Side, ...]
    picture: Markup
    words: tuple[Cites, ...]


def citing(desk: Desk) -> Citing | None:
    """The outlets with most articles and the sources that they cite most; None where nobody is cited."""
    pairs = _pairs(desk)
    outlets = _top(pairs, 0, OUTLETS)
    within = Counter({pair: n for pair, n in pairs.items() if pair[0] in outlets})
    cited = _top(within, 1, CITED)
    if not cited:
        return None
    shown = {pair: n for pair, n in within.items() if pair[1] in cited}
    outlets = [o for o in outlets if any(o == pair[0] for pair in shown)]
    return Citing(
        outlets=tuple(Side(desk.source(o), i % COLOURS + 1) for i, o in enumerate(outlets)),
        cited=tuple(Side(desk.source(c), 0) for c in cited),
        picture=_picture(outlets, cited, shown),
        words=tuple(Cites(desk.source(o), _cited(desk, o, shown)) for o in outlets),
    )


def _pairs(desk: Desk) -> Counter[tuple[str, str]]:
    """Outlet and source, and the articles of the one in which the other is heard."""
    return Counter((outlet, source) for outlet, cited in desk.register.cited.items() for source in cited)


def _top(pairs: Counter[tuple[str, str]], side: int, most: int) -> list[str]:
    """The names that most citations have on one side."""
    sums: Counter[str] = Counter()
    for pair, n in pairs.items():
        sums[pair[side]] += n
    return sorted(sums, key=lambda id_: (-sums[id_], id_))[:most]


def _cited(desk: Desk, outlet: str, shown: dict[tuple[str, str], int]) -> tuple[tuple[Ref, int], ...]:
    ordered = sorted((-n, c) for (o, c), n in shown.items() if o == outlet)
    return tuple((desk.source(c), -n) for n, c in ordered)


def _picture(outlets: list[str], cited: list[str], shown: dict[tuple[str, str], int]) -> Markup:
    """The lines between the names, stretched to whatever room there is; the names themselves are text beside it."""
    most = max(shown.values())
    lines = []
    for (outlet, source), n in sorted(shown.items(), key=lambda item: (-item[1], item[0])):
        left, right = _height(outlets, outlet), _height(cited, source)
        width = round(THIN + (THICK - THIN) * (n - 1) / max(most - 1, 1), 1)
        colour = outlets.index(outlet) % COLOURS + 1
        lines.append(f'<path class="k{colour}" d="M0 {left}C50 {left} 50 {right} 100 {right}" stroke-width="{width}"/>')
    frame = '<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    return Markup(f"{frame}{''.join(lines)}</svg>")  # noqa: S704 - numbers only


def _height(side: list[str], name: str) -> float:
    """Where a name stands, in per cent: all names of one side have the same room."""
    return round((side.index(name) + 0.5) / len(side) * 100, 1)
