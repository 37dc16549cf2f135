"""Of two builds into one folder, one waits for the other."""

import subprocess
import sys
from pathlib import Path

import pytest

from according.config import Config
from according.console import Console, Loudness
from according.errors import AccordingError
from according.turns import turn

QUIET = Console(Loudness.QUIET)
HOLD = """
import sys
from pathlib import Path
from according.config import Config
from according.console import Console
from according.turns import turn
with turn(Config(cache=Path(sys.argv[1]), output=Path(sys.argv[2])), Console()):
    print("mine", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def config(tmp_path):
    """Folders that are not there yet."""
    return Config(cache=tmp_path / "cache", output=tmp_path / "site")


@pytest.fixture
def other(config):
    """Another process that builds into the folder, until its input is closed."""
    command = [sys.executable, "-c", HOLD, str(config.cache), str(config.output)]
    root = Path(__file__).resolve().parent.parent
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "mine\n"
        yield process
        process.kill()


class Ending:
    """Hears that somebody waits, and ends the build that is waited for."""

    def __init__(self, process):
        self.process = process
        self.heard = []

    def say(self, line):
        """One line of news."""
        self.heard.append(line)
        self.process.stdin.close()


def test_the_second_waits_for_the_first(config, other):
    """It says so, and goes on as soon as the first is over."""
    console = Ending(other)
    with turn(config, console):
        assert other.wait(30) == 0
    assert console.heard == [f"Another build into {config.output} is under way; waiting for it."]


def test_a_build_that_was_killed_is_not_waited_for(config, other, capsys):
    """The lock goes with the process."""
    other.kill()
    other.wait()
    with turn(config, Console()):
        pass
    assert capsys.readouterr().err == ""


def test_a_build_that_never_ends_is_an_error(config, other):
    """It names the folder."""
    with pytest.raises(AccordingError, match="site"), turn(config, QUIET, longest=0.2):
        pass
    assert other.poll() is None


def test_another_folder_has_its_own_turn(config, other, capsys):
    """Sites may share a cache."""
    with turn(config.model_copy(update={"output": config.output.parent / "other"}), Console()):
        assert other.poll() is None
    assert capsys.readouterr().err == ""


def test_one_comes_after_another(config):
    """In one process, too."""
    for _ in range(2):
        with turn(config, QUIET, longest=0):
            pass


def test_where_there_can_be_no_lock_it_goes_without(config):
    """The cache is damaged, or cannot be written."""
    with turn(config, QUIET):
        pass
    for lock in config.cache.glob("turn-*.sqlite"):
        lock.write_bytes(b"no database" * 500)
    with turn(config, QUIET, longest=0):
        pass
    with turn(config.model_copy(update={"cache": Path(__file__)}), QUIET, longest=0):
        pass
