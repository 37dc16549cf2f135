"""The command: ``python build.py`` builds the site; ``python build.py --help`` tells the rest."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def use_environment() -> None:
    """Go on inside the environment that ``make`` created, when this Python lacks the libraries and that one exists."""
    python = ROOT / ".venv" / "bin" / "python"
    if importlib.util.find_spec("spacy") is None and python.exists() and Path(sys.prefix) != ROOT / ".venv":
        os.execv(python, [str(python), *sys.argv])  # noqa: S606


if __name__ == "__main__":
    use_environment()
    from according.command import main

    sys.exit(main(sys.argv[1:]))
