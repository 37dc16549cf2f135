"""The pictures that other sites show beside a link (Open Graph), drawn by the build: one for the site, one an event.

They are SVG, turned into PNG with fonts that come in a package, so that every machine draws the same. Where the
package is not there, pages have no picture.
"""

from __future__ import annotations

import hashlib
import importlib.util
from html import escape
from pathlib import Path

from according.cache import Store
from according.publishing import links
from according.publishing.feedformats import NOT_XML
from according.publishing.lettering import text_width
from according.publishing.maps import draw
from according.publishing.views.atlas import pins_of
from according.publishing.views.desk import Desk

FILE = "card.png"
WIDTH, HEIGHT = 1200, 630  # what the large previews of all services show whole
MAP = (460, 630)
DRAWN = (307, 420)  # the size at which it is drawn; enlarged, its letters are read in a small preview too
EDGE = 64
FONTS = "sprezzature_figures_fonts"
FACES = ("RobotoSerif-Variable.ttf", "Roboto-Variable.ttf")
LETTERS = frozenset(map(chr, (*range(0x20, 0x530), *range(0x1E00, 0x2030)))) - {chr(c) for c in range(0x7F, 0xA0)}
LINES, SIZES = 4, (64.0, 54.0, 46.0)  # of a title, the largest letters in which it fits
STYLE = """
text{font-family:Roboto;fill:#5a564e}.title{font-family:Roboto Serif;font-weight:600;fill:#1d1c1a}
.kicker{font-weight:600;fill:#92380e}.brand{font-family:Roboto Serif;font-weight:600;fill:#164f66}
.map-sea{fill:#dfe8ec}.map-land{fill:#f6f2e8;stroke:#b9b2a3;stroke-width:6}.map-tint{fill:#92380e;fill-opacity:.14}
.map-lake{fill:#bcd0da}.map-river,.map-border,.map-grid,.map-scale{fill:none;stroke:#b9b2a3;stroke-width:8}
.map-scale{stroke-width:1}.map-river{stroke:#bcd0da}.map-border{stroke-dasharray:40 20}
.map-area{fill:#92380e;fill-opacity:.16;stroke:#92380e;stroke-opacity:.6;stroke-dasharray:2 3}
.map-dot,.map-halo{stroke:#92380e;stroke-width:9;stroke-linecap:round}.map-halo{stroke:#f6f2e8;stroke-width:13}
.map-hit{fill:none}.map-name{fill:#1d1c1a;font-weight:600}.map-country{letter-spacing:1.6px}.map-town{fill:#5a564e}
"""


def available() -> bool:
    """Whether pictures can be drawn here."""
    return all(importlib.util.find_spec(name) for name in ("resvg_py", FONTS))


def address(path: str, site_url: str | None) -> str:
    """Where the picture of a page is: an event has its own. Services want a full address, if there is one."""
    own = links.folder(path) if path.startswith("events/") and path.count("/") > 1 else ""
    return f"{site_url.rstrip('/')}/{own}{FILE}" if site_url else links.relative(path, own + FILE)


def make_pictures(desk: Desk, store: Store | None) -> dict[str, bytes]:
    """Every picture by its path; ``desk`` stands at the site's root."""
    if not available():
        return {}
    memo, events = desk.register.memo, desk.register.events.events
    drawn = {FILE: memo.trace("picture", "", lambda: _png(_of_site(desk), store))}
    own = memo.each("picture of event", events, lambda id_: _png(_of_event(desk, id_), store))
    return drawn | {links.folder(links.page("events", id_)) + FILE: picture for id_, picture in own.items()}


def _of_site(desk: Desk) -> str:
    words, config = desk.words, desk.register.site.config
    sizes = (("events", len(desk.register.in_order)), ("articles", len(desk.linked.articles)))
    counts = " · ".join(words.count(kind, n) for kind, n in sizes)
    return _sheet(("", config.description or config.title, counts, config.title), "")


def _of_event(desk: Desk, id_: str) -> str:
    words, event, card = desk.words, desk.register.briefs[id_], desk.event(id_)
    told = " · ".join((words.count("independent", card.independent), words.count("articles", card.articles)))
    pins = pins_of(desk, (event.place,) if event.place else ())
    ground = draw(pins, title="", size=DRAWN, store=desk.register.store)
    return _sheet((f"{card.type} · {card.when}", card.title, told, desk.register.site.config.title), ground)


def _sheet(told: tuple[str, str, str, str], ground: str) -> str:
    """The picture of one page: kicker, title, counts and the site's name, and a map where there is one."""
    kicker, title, counts, brand = map(_known, told)
    room = WIDTH - 2 * EDGE - (MAP[0] if ground else 0)
    size, lines = _fitted(title, room)
    y = 96.0
    parts = [_line("kicker", kicker, y, 30)]
    for line in lines:
        y += size * 1.18
        parts.append(_line("title", line, y, size))
    parts += [_line("", counts, y + 64, 30), _line("brand", brand, HEIGHT - 56, 34)]
    sized = ground.replace("<svg ", f'<svg width="{MAP[0]}" height="{MAP[1]}" ', 1)
    inner = f'<g transform="translate({WIDTH - MAP[0]})">{sized}</g>' if ground else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<style>{STYLE}</style><rect width="100%" height="100%" fill="#fcfbf8"/>'
        f"{inner}{''.join(parts)}</svg>"
    )


def _known(text: str) -> str:
    """The text, or nothing where the fonts at hand lack some of its letters: rather none than boxes."""
    return text if all(c in LETTERS for c in text) else ""


def _line(kind: str, text: str, y: float, size: float) -> str:
    return f'<text class="{kind}" x="{EDGE}" y="{y:.0f}" font-size="{size:g}">{escape(text)}</text>' if text else ""


def _fitted(title: str, room: float) -> tuple[float, list[str]]:
    """The title in the largest letters in which it takes few lines; what is longer is cut, and says so."""
    lines: list[str] = []
    for size in SIZES:
        lines = _wrapped(title, room, size)
        if len(lines) <= LINES:
            return size, lines
    return SIZES[-1], [*lines[: LINES - 1], lines[LINES - 1].rstrip(" ,.;:") + " …"]


def _wrapped(text: str, room: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _png(svg: str, store: Store | None) -> bytes:
    """The picture in pixels; drawn once, and then kept between builds."""
    import resvg_py  # noqa: PLC0415 - only a build with new pictures waits for it

    svg = NOT_XML.sub("", svg)  # which a name may hold
    key = f"card {resvg_py.__version__} {hashlib.sha256(svg.encode()).hexdigest()}"
    if store and (kept := store.get(key)):
        return kept
    spec = importlib.util.find_spec(FONTS)
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    fonts = [str(folder / face) for face in FACES]
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts))
    if store:
        store.put(key, drawn)
    return drawn
