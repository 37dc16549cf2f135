"""Builds small real sites through the command line, as a user does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache"

WIRE = """---
title: Bridge at Port Selden closed
date: 2021-05-04
outlet: Example Wire
---

A road bridge over the Arle was closed on Tuesday after a crack was found, the harbour office said.

Two people were injured when a lorry stopped suddenly, police in Damascus said. Mayor Ruth Kahl denied that
the crack was known.
"""

GAZETTE = """---
title: Selden bridge shut after crack is found
date: 2021-05-05
outlet: Sample Gazette
---

The bridge at Port Selden was closed on Tuesday because of a crack, the harbour office told the Sample Gazette.

Three people were injured, hospital officials in Damascus reported. "Nobody crosses," Ruth Kahl said.
"""


class Workshop:
    """A folder with content, overrides and a configuration, and the command to build a site from it."""

    def __init__(self, root):
        self.root = root
        for folder in ("content", "overrides"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        # The place index is built once for the project, not once a test.
        (root / "config.yaml").write_text(f"title: Test site\ncache: {root / 'cache'}\n", "utf8")
        (root / "cache").mkdir(exist_ok=True)
        for index in CACHE.glob("*gazetteer*") if CACHE.exists() else ():
            if not (root / "cache" / index.name).exists():
                os.link(index, root / "cache" / index.name)

    def write(self, name, text):
        """Put one file into the workshop; bytes are written as they are."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, *arguments, code=None):
        """Run build.py with Python code before it, where given; returns the finished process."""
        main = [str(ROOT / "build.py")] if code is None else ["-c", code]
        command = [sys.executable, *main, *arguments, "--config", str(self.root / "config.yaml")]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    def build(self, *arguments):
        """Build, and fail the test with the command's own words when it cannot."""
        done = self.run("build", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    @property
    def site(self):
        """The folder of the built site."""
        return self.root / "site"

    def files(self):
        """Every file of the site with its bytes."""
        return {
            p.relative_to(self.site).as_posix(): p.read_bytes() for p in sorted(self.site.rglob("*")) if p.is_file()
        }

    def clean(self):
        """Remove the site and the annotations, and keep the place index."""
        shutil.rmtree(self.site, ignore_errors=True)
        for path in (self.root / "cache").iterdir():
            if "gazetteer" not in path.name:
                path.unlink()


def workshop(root: Path) -> Workshop:
    """A workshop with two articles on one event."""
    made = Workshop(root)
    made.write("content/2021-05-04-wire.md", WIRE)
    made.write("content/2021-05-05-gazette.md", GAZETTE)
    return made
