"""What an article was read as: its file, its events with their sentences, who speaks in it, and what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from according.linking.forms import fold
from according.model import Article
from according.pipeline import Corpus

SHOWN = 12  # sources and names, the most frequent first


def of_article(name: str, corpus: Corpus) -> Iterator[str]:
    """The articles of this id, title or file."""
    for article in corpus.linked.articles.values():
        if name in {article.id, article.file} or fold(name) == fold(article.title):
            yield from (*_article(article, corpus), "")


def _article(article: Article, corpus: Corpus) -> Iterator[str]:
    yield f"{article.title} (article)"
    yield f"  Its page: articles/{article.id}/"
    yield f"  Its file: {article.file}"
    yield f"  Outlet: {article.outlet or 'not known'}; {_appeared(article)}"
    yield from _events(article, corpus)
    claims = corpus.linked.claims.get(article.id, ())
    yield from _counted("Who speaks in it, and how often", Counter(c.source_name for c in claims if c.source))
    linked = corpus.linked
    names = {p.id: p.name for p in linked.places.values()} | {a.id: a.name for a in linked.actors.values()}
    named = (m.entity for m in linked.mentions.get(article.id, ()) if m.entity)
    yield from _counted("What it names, and how often", Counter(names[i] for i in named if i in names))


def _appeared(article: Article) -> str:
    if article.date is None:
        return "its day is not known"
    return f"{article.date}" + (f" at {article.time:%H:%M}" if article.time else "")


def _events(article: Article, corpus: Corpus) -> Iterator[str]:
    """Each event with the sentences that tell of it, and the sentences that tell of none."""
    total = len(corpus.linked.annotations[article.id].sentences)
    told: set[int] = set()
    yield "  Events that it tells of:"
    for event in corpus.events.events.values():
        numbers = sorted(n for p in event.passages if p.article == article.id for n in p.sentences)
        if numbers:
            told.update(numbers)
            yield f"    events/{event.id}/ ({event.title}): {_sentences(numbers)}"
    if not told:
        yield "    none"
    elif rest := sorted({*range(total)} - told):
        yield f"    in no event, of {total}: {_sentences(rest)}"


def _sentences(numbers: list[int]) -> str:
    """Sentences counted from one: "sentences 1-4, 7"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    shown = ", ".join(str(a + 1) if a == b else f"{a + 1}-{b + 1}" for a, b in runs)
    return f"sentence{'' if len(numbers) == 1 else 's'} {shown}"


def _counted(what: str, counts: Counter[str]) -> Iterator[str]:
    shown = sorted(counts.items(), key=lambda t: (-t[1], t[0]))
    names = [f"{name} ({n})" for name, n in shown[:SHOWN]]
    more = [f"{len(shown) - SHOWN} more"] if len(shown) > SHOWN else []
    yield f"  {what}: {', '.join(names + more) or 'none'}"
