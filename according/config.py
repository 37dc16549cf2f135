"""The configuration: what a site is called, where things lie, which model reads the articles."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class Outlet(BaseModel):
    """What a person says of one outlet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aliases: tuple[str, ...] = ()  # other names and host names under which its articles arrive
    label: str | None = None  # "state news agency of Syria"
    url: str | None = None


class Config(BaseModel):
    """``config.yaml``; every key has a default, paths are relative to the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = "According"
    description: str = "What each source says"
    language: str = "en"
    site_url: str | None = None
    repository: str | None = None  # "https://github.com/owner/name": turns on links to GitHub's editor
    branch: str = "main"
    content: Path = Path("content")
    output: Path = Path("site")
    overrides: Path = Path("overrides")
    templates: Path = Path("templates")
    cache: Path = Path(".cache")
    model: str = "en_core_web_sm"
    attribution: str = "rules"
    date_order: str = Field(default="DMY", pattern="^(DMY|MDY|YMD)$")
    gazetteer: tuple[Path, ...] = ()  # GeoNames country files or CSV files of own rows, read after the packages'
    outlets: dict[str, Outlet] = Field(default_factory=dict)
    jobs: int = Field(default=1, ge=1)
