"""The configuration: defaults, paths seen from the file, and mistakes told with line, key and remedy."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from according.config import Config, load_config
from according.errors import AccordingError, Level, Problem
from according.schemas import schemas
from according.yamlfile import parse, read_yaml

ROOT = Path(__file__).parent.parent


def written(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    path = folder / "config.yaml"
    path.write_text(text, "utf8")
    return path


def mistakes(folder: Path, text: str) -> list[Problem]:
    """What is wrong with a configuration."""
    with pytest.raises(AccordingError) as caught:
        load_config(written(folder, text))
    return caught.value.problems


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No config.yaml is no mistake."""
    monkeypatch.chdir(tmp_path)
    assert load_config(None) == Config()


def test_the_file_of_the_working_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name, config.yaml is read when it is there."""
    written(tmp_path, "title: Here\n")
    monkeypatch.chdir(tmp_path)
    config = load_config(None)
    assert config.title == "Here"
    assert config.content == Path("content")


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    """Who names a configuration means it."""
    with pytest.raises(AccordingError, match=r"nowhere\.yaml"):
        load_config(tmp_path / "nowhere.yaml")


def test_an_empty_file_holds_the_defaults(tmp_path: Path) -> None:
    """A file of comments changes nothing but where paths start."""
    config = load_config(written(tmp_path, "# nothing\n"))
    assert config.title == Config().title
    assert config.output == tmp_path / "site"


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    """A configuration elsewhere brings its own folders."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "names.csv").touch()
    config = load_config(written(tmp_path, "content: articles\noutput: ../out\ngazetteer: [names.csv]\n"))
    assert config.content == tmp_path / "articles"
    assert config.output == tmp_path / "../out"
    assert config.cache == tmp_path / ".cache"
    assert config.gazetteer == (tmp_path / "names.csv",)


def test_a_default_that_is_written_out_may_be_absent(tmp_path: Path) -> None:
    """The shipped configuration names every folder, and nobody has to make those that he does not use."""
    config = load_config(written(tmp_path, "overrides: overrides\ntemplates: ./templates\n"))
    assert config.overrides == tmp_path / "overrides"


def test_a_wrong_key_names_the_nearest(tmp_path: Path) -> None:
    """A misspelt key is told with its place and the key that was meant."""
    (problem,) = mistakes(tmp_path, "title: a\nsite-url: https://example.org\n")
    assert (problem.line, problem.column) == (2, 1)
    assert '"site-url"' in problem.message
    assert '"site_url"' in problem.remedy


def test_a_wrong_key_of_an_outlet_names_the_nearest(tmp_path: Path) -> None:
    """Keys inside keys are checked against those of their own level."""
    (problem,) = mistakes(tmp_path, "outlets:\n  Example Wire:\n    alias: [wire.example]\n")
    assert (problem.line, problem.column) == (3, 5)
    assert '"aliases"' in problem.remedy


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "remedy"),
    [
        ("title: 1984\n", 1, 8, "title", "quotes"),
        ("jobs: two\n", 1, 7, "jobs", "digits"),
        ("jobs: 0\n", 1, 7, "jobs", "from 1 on"),
        ("date_order: DYM\n", 1, 13, "DYM", '"YMD"'),
        ("site_url: example.org\n", 1, 11, "example.org", "https://"),
        ("outlets: [SANA]\n", 1, 10, "outlets", "indented"),
        ("content: nowhere\n", 1, 10, "does not exist", "relative"),
        ("title:\n", 1, 7, "title", "quotes"),
        ("output: .\ncontent: texts\n", 1, 9, "overlap", "folder of its own"),
        ("output: texts/site\ncontent: texts\n", 1, 9, "overlap", "folder of its own"),
    ],
)
def test_wrong_values_are_told(tmp_path: Path, text: str, line: int, column: int, message: str, remedy: str) -> None:
    """Every wrong value says where it stands and what may stand there."""
    (tmp_path / "texts").mkdir()
    problem = mistakes(tmp_path, text)[0]
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message
    assert remedy in problem.remedy


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Nobody mends a file one message at a time."""
    problems = mistakes(tmp_path, "titel: a\njobs: x\ndate_order: D\n")
    assert [p.line for p in problems] == [1, 2, 3]


def test_a_name_of_two_outlets_is_an_error(tmp_path: Path) -> None:
    """One host name cannot stand for two outlets."""
    text = "outlets:\n  One: {aliases: [news.example]}\n  Two: {aliases: [News.example]}\n"
    (problem,) = mistakes(tmp_path, text)
    assert problem.line == 3
    assert '"One"' in problem.message
    assert '"Two"' in problem.message


def test_what_is_not_yaml_is_told(tmp_path: Path) -> None:
    """A syntax error is an error of the configuration like any other."""
    (problem,) = mistakes(tmp_path, "title: One: two\n")
    assert problem.line == 1
    assert "YAML" in problem.message


def test_the_shipped_configuration_shows_every_key() -> None:
    """config.yaml names each key once, with a comment, and changes nothing that it does not say."""
    text = (ROOT / "config.yaml").read_text("utf8")
    uncommented = "\n".join(line.removeprefix("# ") if line.startswith("# ") else line for line in text.splitlines())
    for key in Config.model_fields:
        assert f"\n{key}:" in uncommented, key
    assert load_config(ROOT / "config.yaml").content == ROOT / "content"


@pytest.mark.parametrize(
    "text",
    [
        "title: a\njobs: 2\n",
        "outlets:\n  A: {aliases: [a.example], label: x, url: https://a.example/}\n",
        "",
        "titel: a\n",
        "jobs: two\n",
        "jobs: 0\n",
        "date_order: DYM\n",
        "site_url: example.org\n",
        "title: 5\n",
        "outlets: {A: {alias: x}}\n",
        "language: English\n",
    ],
)
def test_the_schema_and_the_validator_agree(tmp_path: Path, text: str) -> None:
    """Editors accept and refuse the same configurations as we do."""
    try:
        load_config(written(tmp_path, text))
        accepted = True
    except AccordingError:
        accepted = False
    validator = jsonschema.Draft7Validator(read_yaml(ROOT / "schemas" / "config.schema.json").data)
    assert validator.is_valid(parse(text, "f").data) is accepted


def test_the_schemas_in_the_repository_are_current() -> None:
    """``python -m according.schemas`` would change nothing."""
    for name, text in schemas().items():
        assert (ROOT / "schemas" / name).read_text("utf8") == text, name


def test_quotes_of_print_are_told(tmp_path: Path) -> None:
    """They would be a part of the title; what the command line sets beside them keeps the warning."""
    config = load_config(written(tmp_path, 'description: "“Go” is said"\ntitle: “Delta Record”\n'))
    assert config.title == "“Delta Record”"
    (problem,) = config.model_copy(update={"jobs": 2}).warnings
    assert (problem.line, problem.level) == (2, Level.WARNING)
