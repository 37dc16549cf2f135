"""How large the pages of a built site are, as files and as servers send them: ``page_sizes.py [SITE]``."""

from __future__ import annotations

import gzip
import statistics
import sys
from collections import defaultdict
from pathlib import Path

LARGE = 60_000  # bytes; what a page of the demonstration stays under


def main(folder: Path) -> None:
    """Print a line for each kind of page, and the largest ones."""
    kinds: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if name.count("/") > 2 or b'http-equiv="refresh"' in (data := path.read_bytes()):
            continue
        kind = name.split("/")[0] if name.count("/") == 2 else "other"
        kinds[kind].append((len(data), len(gzip.compress(data, 9, mtime=0)), name))
    print(f"{'pages of':10} {'n':>5} {'median':>8} {'largest':>8} {'sent':>8} {'over':>5}  largest page")
    for kind, pages in sorted(kinds.items()):
        size, sent, name = max(pages)
        middle, large = statistics.median(p[0] for p in pages), sum(p[0] >= LARGE for p in pages)
        print(f"{kind:10} {len(pages):5} {middle:8.0f} {size:8} {sent:8} {large:5}  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
