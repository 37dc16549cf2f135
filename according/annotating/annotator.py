"""Every article's annotation, from the cache where the text and all that shapes the result are the same."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from according.annotating.codec import decode, encode
from according.cache import Store
from according.config import Config
from according.errors import AccordingError, Problem
from according.model import Annotation, Article

Progress = Callable[[int, int], None]


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    """The language model that reads the articles: its name in the configuration and its version."""

    name: str
    version: str


def find_model(config: Config) -> Model:
    """The configured model, without loading it; raises AccordingError when it is not installed."""
    folder = _model_folder(config.model)
    meta = next((p for p in (folder / "meta.json",) if p.is_file()), None) if folder else None
    if meta is None:
        raise AccordingError(
            [
                Problem(
                    "config.yaml",
                    0,
                    f'The language model "{config.model}" is not installed.',
                    "Install its package (`make site` installs the default) or name another in `model`.",
                )
            ]
        )
    return Model(config.model, str(json.loads(meta.read_text("utf8")).get("version", "")))


def annotate(
    articles: Sequence[Article], config: Config, store: Store, progress: Progress | None = None
) -> dict[str, Annotation]:
    """The annotation of every article, by article id; spaCy is imported only when one is not in the store."""
    shape = fingerprint(config)
    keys = {a.id: _key(a, shape) for a in articles}
    found: dict[str, Annotation] = {}
    missing: list[Article] = []
    for article in articles:
        kept = store.get(keys[article.id])
        if kept is None:
            missing.append(article)
        else:
            found[article.id] = decode(kept)
    for done, (article, annotation) in enumerate(_annotate_fresh(missing, config), 1):
        store.put(keys[article.id], encode(annotation))
        found[article.id] = annotation
        if progress:
            progress(done, len(missing))
    return {a.id: found[a.id] for a in articles}


def _annotate_fresh(articles: Sequence[Article], config: Config) -> Iterable[tuple[Article, Annotation]]:
    """Annotations made now; the import is here because spaCy takes longer to start than a rebuild takes."""
    if not articles:
        return ()
    from according.annotating.document import annotate_articles  # noqa: PLC0415

    return annotate_articles(articles, config)


@cache
def _code_hash() -> str:
    """A hash of the code and word lists that shape an annotation."""
    root = Path(__file__).resolve().parent
    files = [*root.rglob("*"), root.parent / "model" / "annotation.py", root.parent / "model" / "text.py"]
    digest = hashlib.sha256()
    for path in sorted(p for p in files if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(root.parent).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def fingerprint(config: Config) -> str:
    """Everything but the article that shapes an annotation: model, libraries, settings, our own code."""
    try:
        spacy = version("spacy")
    except PackageNotFoundError:
        spacy = ""
    model = find_model(config)
    return json.dumps([model.name, model.version, spacy, config.attribution, _code_hash()])


def _key(article: Article, shape: str) -> str:
    """The name under which an article's annotation is kept."""
    parts = [article.title, str(article.date), article.language, article.text, repr(article.blocks), shape]
    return "annotation:" + hashlib.sha256("\0".join(parts).encode("utf8", "surrogatepass")).hexdigest()


def _model_folder(name: str) -> Path | None:
    """Where a model's files lie: an installed package or a folder of the user's."""
    if Path(name).is_dir():
        return Path(name)
    if not name.isidentifier():
        return None
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None
