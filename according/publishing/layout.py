"""Templates: a user's own folder wins file by file; ``built-in/<file>`` is always ours, to be extended."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from according.cache import Store
from according.memo import FORGETFUL, Memo
from according.publishing import compact
from according.publishing.direction import Direction
from according.publishing.views.page import Frame
from according.publishing.words import Words

OURS = Path(__file__).resolve().parents[2] / "templates"
ASSETS = "assets"
QUOTATION = re.compile(r"(<blockquote[^>]* data-quote[^>]*>)(.*?)(?=</blockquote>)", re.DOTALL)
LINKED = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')


class Layout:
    """Lays views out as HTML; templates see one view, its page and the site's frame, and nothing of the model."""

    def __init__(
        self,
        folders: Sequence[Path],
        words: Words,
        frame: Frame,
        store: Store | None = None,
        memo: Memo = FORGETFUL,
    ) -> None:
        self._memo, self._frame = memo, frame
        direction = Direction(frame.direction)
        self._environment = Environment(
            loader=ChoiceLoader([*map(FileSystemLoader, folders), PrefixLoader({"built-in": FileSystemLoader(OURS)})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_Compiled(store) if store else None,
        )
        self._environment.globals |= {
            "t": words,
            "count": words.count,
            "number": words.number,
            "site": frame,
            "bidi": direction,
            "lang": lambda language: _attribute("lang", "" if language == frame.language else language),
            "kept": self._kept,
        }
        self._environment.filters |= {"link": direction.link, "links": direction.links, "once": once}

    def render(self, template: str, view: object) -> str:
        """One page."""
        return self._environment.get_template(f"{template}.html").render(view=view)

    @pass_context
    def _kept(self, context: Context, macro: Macro, *given: Hashable) -> Markup:
        """What a macro makes of some values, from the memo where it has made it of equal ones."""
        key = (context.name, macro.name, given)
        return self._memo.recall("block", key, (self._frame,), lambda: Markup(macro(*given)))  # noqa: S704 - made by a template


class _Compiled(BytecodeCache):
    """Compiled templates, kept between builds; a template that changed has another checksum."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._jinja = version("jinja2")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what an earlier build compiled."""
        if kept := self._store.get(self._key(bucket)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled now."""
        self._store.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return f"template {self._jinja} {bucket.key} {bucket.checksum}"


def once(page: str) -> Markup:
    """The page with a name in its quotations linked at its first occurrence only: the tenth link is noise."""
    seen: set[str] = set()

    def first(found: re.Match[str]) -> str:
        new = found[1] not in seen
        seen.add(found[1])
        return found[0] if new else found[2]

    return Markup(QUOTATION.sub(lambda q: q[1] + LINKED.sub(first, q[2]), page))  # noqa: S704 - only takes tags away


def _attribute(name: str, value: str) -> Markup:
    return Markup(' {}="{}"').format(name, value) if value else Markup("")


def folders(own: Path) -> tuple[Path, ...]:
    """Where templates are looked for, first to last."""
    return (OURS,) if own.resolve() == OURS else (own, OURS)


def assets(where: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The stylesheet and scripts, each from the first folder that has it."""
    seen = set()
    for folder in where:
        for path in sorted((folder / ASSETS).rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in seen:
                seen.add(name)
                text = path.read_text("utf8")
                yield name, compact.stylesheet(text) if path.suffix == ".css" else text
