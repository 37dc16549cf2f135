"""The public files of ``data/``, which people script against: rows, their schemas, and tables for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from according.memo import FORGETFUL, Memo
from according.publishing.data import entities, entity_tables, formats, rows, spreadsheets, tables
from according.publishing.data.tables import text_path
from according.publishing.site import Site

FOLDER = "data/"


@dataclass(frozen=True, slots=True)
class Table:
    """One file of JSON Lines: what a row is, and where rows come from."""

    name: str
    row: type[rows.Row]
    parts: Callable[[Site, Memo], tables.Parts]


@dataclass(frozen=True, slots=True)
class Download:
    """One public file, for the page that explains them."""

    path: str
    schema: str
    csv: str | None
    description: str
    fields: tuple[tuple[str, str], ...]


TABLES: tuple[Table, ...] = (
    Table("articles", rows.ArticleRow, tables.articles),
    Table("claims", rows.ClaimRow, tables.claims),
    Table("mentions", rows.MentionRow, tables.mentions),
    Table("title_mentions", rows.TitleMentionRow, tables.title_mentions),
    Table("figures", rows.FigureRow, tables.figures),
    Table("events", entities.EventRow, entity_tables.events),
    Table("actors", entities.ActorRow, entity_tables.actors),
    Table("sources", entities.SourceRow, entity_tables.sources),
    Table("disputes", rows.DisputeRow, tables.disputes),
    Table("statements", rows.StatementRow, tables.statements),
)
PLACES, BUILD = "places", "build"  # the two files that are one JSON document each


@dataclass(frozen=True, slots=True)
class _Written:
    """Some rows of a table as they stand in its files."""

    count: int
    lines: str
    cells: str


def export(site: Site, memo: Memo = FORGETFUL) -> dict[str, str]:
    """Every public file by its path, and the analysed text of every article."""
    found = {t.name: tuple(_written(t, site, memo)) for t in TABLES}
    counts = {name: sum(part.count for part in parts) for name, parts in sorted(found.items())}
    counts |= {PLACES: len(site.linked.places) + len(site.hidden.places)}
    files = {f"{FOLDER}{name}.jsonl": "".join(part.lines for part in parts) for name, parts in found.items()}
    files[f"{FOLDER}places.geojson"] = memo.trace("places written", "", lambda: _places(site))
    files[f"{FOLDER}build.json"] = formats.json_document(tables.build(site, dict(sorted(counts.items()))))
    for name, sheet in spreadsheets.SHEETS.items():
        header = formats.table([sheet.header])
        files[f"{FOLDER}{name}.csv"] = header + "".join(part.cells for part in found[name])
    files |= memo.recall("schemas", "", (site.config.site_url,), lambda: _schemas(site.config.site_url or ""))
    return files | {text_path(a.id): a.text for a in site.linked.articles.values()}


def _places(site: Site) -> str:
    return formats.json_document(entities.PlaceCollection(features=tuple(entity_tables.places(site))))


def _schemas(site_url: str) -> dict[str, str]:
    paths = {schema_path(name): row for name, row in schemas()}
    return {path: formats.schema(row, f"{site_url.rstrip('/')}/{path}") for path, row in paths.items()}


def _written(table: Table, site: Site, memo: Memo) -> Iterator[_Written]:
    """A table part by part; a part is written again when what it is made of has changed."""
    sheet = spreadsheets.SHEETS.get(table.name)

    def write(rows_of: Callable[[str], Iterable[rows.Row]], key: str) -> _Written:
        made = tuple(rows_of(key))
        cells = formats.table(map(sheet.cells, made)) if sheet else ""
        return _Written(len(made), formats.json_lines(table.row, made), cells)

    for name, (keys, rows_of) in table.parts(site, memo).items():
        yield from memo.each(f"{table.name} of {name}", keys, partial(write, rows_of)).values()


def schemas() -> Iterator[tuple[str, type[rows.Row]]]:
    """The type of a row, or of the whole document, by the name of its file."""
    yield from ((t.name, t.row) for t in TABLES)
    yield from ((PLACES, entities.PlaceCollection), (BUILD, entities.Build))


def schema_path(name: str) -> str:
    """Where the schema of a file is published."""
    return f"{FOLDER}schemas/{name}.schema.json"


def downloads() -> tuple[Download, ...]:
    """Every public file with what its rows mean."""
    found = []
    for name, row in schemas():
        described = entities.PlaceProperties if name == PLACES else row
        found.append(
            Download(
                path=FOLDER + {PLACES: "places.geojson", BUILD: "build.json"}.get(name, f"{name}.jsonl"),
                schema=schema_path(name),
                csv=f"{FOLDER}{name}.csv" if name in spreadsheets.SHEETS else None,
                description=" ".join((row.__doc__ or "").split()),
                fields=formats.fields(described),
            )
        )
    return tuple(found)
