"""The pages that tell how to bring articles, settings and corrections say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest

from according.config import Config, Outlet
from according.errors import AccordingError
from according.events.types import TYPES
from according.linking.slugs import slug
from according.model import BlockKind
from according.overrides.reading import read_overrides
from according.overrides.syntax import ActorEntry, EventEntry, PlaceEntry, SourceEntry
from according.reading import frontmatter
from according.reading.file import LONGEST, READERS
from according.schemas import schemas
from according.yamlfile import parse

DOCS = Path(__file__).parent.parent / "docs"


def text(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text("utf8")


def first_cells(page: str) -> list[str]:
    """The code words in the first cells of all tables."""
    return [
        word
        for line in page.splitlines()
        if line.startswith("| `")
        for word in re.findall(r"`([^`]+)`", line.split("|")[1])
    ]


def yaml_examples(page: str) -> list[str]:
    """The YAML blocks of a page."""
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def test_every_setting_is_told_with_its_default() -> None:
    """The table of settings has each key once, in order, with the default that holds."""
    page = text("configuration.md")
    assert first_cells(page) == [*Config.model_fields, *Outlet.model_fields]
    for key, field in Config.model_fields.items():
        shown = next(line.split("|")[2].strip() for line in page.splitlines() if line.startswith(f"| `{key}` |"))
        default = field.get_default(call_default_factory=True)
        expected = "" if default is None else f"`{list(default) if isinstance(default, tuple) else default}`"
        assert shown == expected, key


def test_the_example_of_outlets_is_valid() -> None:
    """What the page shows can be pasted."""
    (example,) = yaml_examples(text("configuration.md"))
    assert Config.model_validate(parse(example, "example").data).outlets["Sample Gazette"].aliases


def test_every_key_of_overrides_is_told() -> None:
    """No key is missing from the page, and none is there that does not exist."""
    page = text("overrides.md")
    models = (PlaceEntry, ActorEntry, SourceEntry, EventEntry)
    keys = {field.alias or name for model in models for name, field in model.model_fields.items()}
    for key in keys:
        assert f"`{key}`" in page or re.search(rf"^  {key}:", page, re.MULTILINE), key
    files = {"places.yaml", "actors.yaml", "sources.yaml", "events.yaml"}
    assert set(first_cells(page)) - files <= keys


def test_every_word_that_overrides_may_use_is_told() -> None:
    """Kinds and types are listed as they are."""
    page = text("overrides.md")
    for model in (PlaceEntry, ActorEntry, SourceEntry):
        kinds = re.findall(r"'(\w+)'", str(model.model_fields["kind"].annotation))
        assert ", ".join(f"`{k}`" for k in kinds) in page
    assert ", ".join(f"`{t}`" for t in TYPES) in page


@pytest.mark.parametrize("example", yaml_examples((DOCS / "overrides.md").read_text("utf8")))
def test_the_examples_of_overrides_are_valid(tmp_path: Path, example: str) -> None:
    """What the page shows can be pasted, and editors accept it."""
    named = re.search(r"schemas/(\w+)\.schema", example)
    name = named[1] if named else "places"
    (tmp_path / f"{name}.yaml").write_text(example, "utf8")
    overrides, warnings = read_overrides(tmp_path, TYPES)
    assert warnings == ()
    assert getattr(overrides, name)
    schema = parse(schemas()[f"{name}.schema.json"], name).data
    jsonschema.Draft7Validator(schema).validate(parse(example, name).data)


def test_the_ids_in_examples_are_those_of_the_example() -> None:
    """So that who reads can try them; the articles of another place stand for those of others."""
    root = DOCS.parent
    ledger = (root / "overrides" / "ledger.yaml").read_text("utf8")
    known = {slug(path.stem) for path in (root / "content").iterdir()} | {*parse(ledger, "ledger.yaml").data["events"]}
    named = "\n".join(e for e in yaml_examples(text("overrides.md")) if re.search(r"schemas/(sources|events)", e))
    ids = re.findall(r"(?<![\w-])(?:[a-z-]+--)?(\d{4}-\d\d-\d\d-[a-z-]+)", named)
    assert ids
    assert {*ids} <= known


@pytest.mark.parametrize(
    "mistake",
    [
        "A:\n  kind: vilage\n",
        "Qamishli: {aliases: [Kamyshly]}\nHasaka: {aliases: [Kamyshly]}\n",
        "A:\n  at: [141.22, 37.05]\n",
    ],
)
def test_the_messages_that_are_shown_are_the_real_ones(tmp_path: Path, mistake: str) -> None:
    """Each message of the page is what the program says."""
    (tmp_path / "places.yaml").write_text(mistake, "utf8")
    with pytest.raises(AccordingError) as caught:
        read_overrides(tmp_path)
    (problem,) = caught.value.problems
    assert f": error: {problem.message} {problem.remedy}\n" in text("overrides.md")


def test_front_matter_and_formats_are_told() -> None:
    """Every ending, every key and its other names, every kind of block, and the longest article."""
    page = text("content.md")
    for word in (*READERS, *frontmatter.KEYS):
        assert f"`{word}`" in page, word
    for kind in BlockKind:
        assert kind.value.replace("_", " ").replace("quote", "quotation") in page, kind
    assert f"{LONGEST:,} characters" in page
    (example,) = yaml_examples(page)
    facts, problems = frontmatter.read(example.strip().strip("-"), "example")
    assert problems == ()
    assert None not in (facts.title, facts.outlet, facts.date, facts.url, facts.language)
