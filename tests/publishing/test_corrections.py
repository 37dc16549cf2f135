"""Corrections: the lines that a page offers are lines that the next build accepts."""

import re
from dataclasses import replace

import pytest
import yaml
from fixture import site
from story import CLASH

from according.config import Config
from according.events.types import TYPES
from according.overrides.reading import read_overrides
from according.publishing.layout import OURS
from according.publishing.views import corrections
from according.publishing.views.desk import Desk
from according.publishing.views.register import Register
from according.publishing.words import read_words
from according.yamlfile import written


@pytest.fixture(scope="module")
def desk():
    """The invented site."""
    return Desk(Register(site(), read_words([OURS], "en")), "../../")


def offered(desk):
    """Every correction that the site's pages offer."""
    linked = desk.linked
    yield from (corrections.place_correction(desk, p) for p in linked.places.values())
    yield from (corrections.actor_correction(desk, a) for a in linked.actors.values())
    yield from (corrections.source_correction(desk, s) for s in linked.sources.values())
    yield corrections.event_correction(desk, desk.register.events.events[CLASH])


def read(folder, file, text):
    """The rules of a file of overrides by their names, and what the build says against it; an error is raised."""
    file = file.removeprefix("overrides/")
    for old in folder.glob("*.yaml"):
        old.unlink()
    (folder / file).write_text(text, "utf8")
    overrides, problems = read_overrides(folder, TYPES)
    return getattr(overrides, file.removesuffix(".yaml")), problems


def test_the_lines_are_accepted_as_they_stand(desk, tmp_path):
    """Pasted without a change they do no harm."""
    for correction in offered(desk):
        rules, problems = read(tmp_path, correction.file, correction.yaml)
        assert (list(rules), problems) == (list(yaml.safe_load(correction.yaml)), ())


def test_the_lines_are_accepted_with_everything_switched_on(desk, tmp_path):
    """Each line that waits behind a # is valid too; "ignore" alone contradicts the others."""
    for correction in offered(desk):
        lines = [re.sub(r"^  # ", "  ", line) for line in correction.yaml.splitlines() if "ignore" not in line]
        rules, problems = read(tmp_path, correction.file, "\n".join(lines))
        assert (list(rules), problems) == (list(yaml.safe_load(correction.yaml)), ())


@pytest.mark.parametrize(
    "name", ["Qamishli", "yes", "null", "12", "a: b", "# c", "- d", '"e"', "Khan al-Assal", "تل", "1e3", ""]
)
def test_a_name_survives_yaml(name):
    """Whatever YAML would make of it."""
    assert yaml.safe_load(f"{written(name)}: x") == {name: "x"}


def test_a_name_that_two_places_have_is_claimed_by_neither(desk):
    """Pasting the lines of one must not take the other's mentions away."""
    place = next(p for p in desk.linked.places.values() if p.forms)
    other = replace(place.forms[0], text="Another spelling")
    told_apart = replace(place, name=f"{place.forms[0].text} (province)", forms=(place.forms[0], other))
    (entry,) = yaml.safe_load(corrections.place_correction(desk, told_apart).yaml).values()
    assert entry["aliases"] == ["Another spelling"]


def test_the_editor_opens_in_the_repository(desk):
    """Owner, branch, folder and file."""
    config = Config(repository="https://github.com/a/b/", branch="main")
    assert corrections.editor(config, "places.yaml") == "https://github.com/a/b/edit/main/overrides/places.yaml"
    assert corrections.editor(Config(), "places.yaml") is None
