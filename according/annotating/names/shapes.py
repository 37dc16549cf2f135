"""What a name looks like in running text: its words, where it ends, and where capitals mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

# Lower-case words inside names: Arabic articles and kinship, and the prepositions of Romance and Germanic surnames.
PARTICLES = frozenset(
    "al el ul ash as ad ar at az an bin ibn bint abu de del della dell di da do dos das du la le les van von der den "
    " zu zur ter ten y e".split()
)
# Of these, those that open a name; the others are English words or stand only in the middle.
OPENING_PARTICLES = frozenset("al el ash ar az van von de del della di da du bin ibn abu".split())
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today tomorrow yesterday christmas easter ramadan gmt est edt pst utc bst cet am pm "
    "mon tue tues wed thu thurs fri sat sun".split()
)
# Words that open a sentence with a capital and are no part of a name that follows.
OPENERS = frozenset(
    "the a an this that these those his her its their our my your in on at by for from with after before while when as "
    "if but and or so then he she it they we i you there here what who why how according meanwhile however also not no "
    "one two three four five six seven eight nine ten many most some all both each".split()
)
_ARTICLE = re.compile(r"^(?:a[ln]|el|ash|a[sdrtz])-(?=[A-Z])")
HEADLINE_SHARE = 0.6  # of the longer words of a sentence; above it capitals tell nothing
LINE_SHARE = 0.8  # the same of a line, which a full stop may end
_HEADLINE_WORD = 4


def is_capitalised(token: Token) -> bool:
    """Whether a word is written like a name, a day or month excepted."""
    text = _ARTICLE.sub("", token.text)
    written = text[:1].isupper() or (text[:1].isdigit() and any(c.isupper() for c in text))
    return written and any(c.isalpha() for c in text) and text.lower().rstrip(".") not in CALENDAR


def name_end(doc: Doc, start: int) -> int:
    """Where the run of name words that begins at a token ends: "Khan al-Assal", "Khirbat-Amo"; start when none does."""
    if start >= len(doc) or not _opens(doc, start):
        return start
    at = start
    while at < len(doc):
        step = _step(doc, at, start)
        if not step:
            break
        at += step
    return at


def _opens(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.lower_ in OPENING_PARTICLES and at + 1 < len(doc):
        following = at + 2 if doc[at + 1].text == "-" and at + 2 < len(doc) else at + 1
        return is_capitalised(doc[following])
    return is_capitalised(token)


def _step(doc: Doc, at: int, start: int) -> int:
    """How many tokens from here on belong to the name; 0 at its end."""
    token = doc[at]
    if at > start and token.is_sent_start:
        return 0
    if is_capitalised(token):
        return 1
    joined = at + 1 < len(doc) and doc[at + 1].text == "-" and not doc[at].whitespace_
    if token.text in {"-", "–"} and at > start and not doc[at - 1].whitespace_ and not token.whitespace_:
        return 1 if at + 1 < len(doc) and (is_capitalised(doc[at + 1]) or doc[at + 1].lower_ in PARTICLES) else 0
    if token.lower_ in PARTICLES or (joined and len(token) <= 3):
        after = at + (2 if joined else 1)
        return after - at if after < len(doc) and is_capitalised(doc[after]) and not doc[after].is_sent_start else 0
    return 0


def is_headline(sentence: Span) -> bool:
    """Whether nearly every word has a capital and no full stop ends the sentence, so that capitals mark no names."""
    return not sentence.text.rstrip().endswith(".") and _share_of_capitals(sentence) >= HEADLINE_SHARE


def _share_of_capitals(words: Iterable[Token]) -> float:
    """The share of the longer words that have a capital; 0 where there are too few to tell."""
    longer = [t for t in words if t.is_alpha and len(t) >= _HEADLINE_WORD]
    return sum(t.text[0].isupper() for t in longer) / len(longer) if len(longer) > 2 else 0.0


def headline_tokens(doc: Doc) -> frozenset[int]:
    """The tokens of sentences, and of whole lines whatever ends them, in which capitals mark no names."""
    in_sentences = (t.i for sentence in doc.sents if is_headline(sentence) for t in sentence)
    in_lines = (t.i for line in _lines(doc) if _is_headline_line(line) for t in line)
    return frozenset((*in_sentences, *in_lines))


def _is_headline_line(line: list[Token]) -> bool:
    """Whether even the verbs of a line have capitals, as those of a sentence with many names have not."""
    plain_verb = any(t.is_lower and t.tag_.startswith(("VB", "MD")) for t in line)
    return not plain_verb and _share_of_capitals(line) >= LINE_SHARE


def _lines(doc: Doc) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in doc:
        if "\n" in token.text:
            yield line
            line = []
        else:
            line.append(token)
    yield line


def words(doc: Doc, start: int, end: int) -> list[str]:
    """The words of a stretch, punctuation left out."""
    return [t.text for t in doc[start:end] if any(c.isalnum() for c in t.text)]
