"""Measures what linking costs: CPU time for each mention, and how much memory it adds at its peak.

    python benchmarks/linking_cost.py [--content DIR] [--overrides DIR]

Articles that are not in the cache are annotated first, by another process, so that the language model is in neither
figure. The index of place names is opened before the clock starts; building it, once, is not counted either.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from according.annotating.annotator import annotate  # noqa: E402
from according.cache import Store  # noqa: E402
from according.command import configured, parser  # noqa: E402
from according.config import Config  # noqa: E402
from according.events.types import TYPES  # noqa: E402
from according.linking.corpus import link  # noqa: E402
from according.linking.gazetteer import open_gazetteer  # noqa: E402
from according.model import Annotation, Article  # noqa: E402
from according.overrides.reading import read_overrides  # noqa: E402
from according.reading import read_folder  # noqa: E402

KILOBYTES = 1 if sys.platform == "linux" else 1024  # what ru_maxrss counts in, by the kilobyte


def annotated(config: Config) -> tuple[dict[str, Article], dict[str, Annotation]]:
    """The articles of the configured folder with their annotations, all of which are in the cache."""
    articles, _ = read_folder(config.content, config)
    with Store(config.cache / "annotations.sqlite") as store:
        annotations = annotate(articles, config, store)
    return {a.id: a for a in articles}, annotations


def peak() -> float:
    """The most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES / 1024


def main(arguments: list[str]) -> int:
    """Prints mentions, CPU time for each, and the memory added."""
    # Annotating fills the cache and brings the language model into memory: in a process of its own.
    checked = subprocess.run([sys.executable, str(ROOT / "build.py"), "check", "--quiet", *arguments], check=False)
    if checked.returncode:
        return checked.returncode
    config = configured(parser().parse_args(arguments))
    articles, annotations = annotated(config)
    overrides, _ = read_overrides(config.overrides, TYPES)
    gazetteer = open_gazetteer(config)
    before, start = peak(), time.process_time()
    linked = link(articles, annotations, gazetteer, overrides)
    seconds, more = time.process_time() - start, peak() - before
    mentions = sum(map(len, linked.mentions.values()))
    print(f"{len(articles)} articles, {mentions} mentions")
    print(f"CPU {seconds:.2f} s, {1000 * seconds / max(1, mentions):.2f} ms a mention")
    print(f"memory {before:.0f} MB before, {more:.0f} MB more at the peak")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
