"""What the machine makes of the corpus when nobody corrects it, as far as corrections are compared with it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from according.cache import code_hash
from according.linking.forms import fold
from according.linking.pageless import pageless
from according.model import Actor, Annotation, Article, Linked, Mention, Place, Source

Mentions = Sequence[tuple[int, int, str]]  # of one article: start, end, page
Facts = Mapping[str, Any]  # plain data, so that it is the same when it was kept
CODE = Path(__file__).parent.parent  # what is kept as objects is given back to just the code that made it


@dataclass(frozen=True, slots=True)
class Machine:
    """Plain data, so that it can be kept between builds; a page is "places/id"."""

    mentions: Mapping[str, Mentions]
    in_titles: Mapping[str, Mentions]
    speakers: Mapping[str, list[str]]  # by article: the page of each claim's source, or ""
    facts: Mapping[str, Facts]  # by page: what it shows
    written: list[str]  # folded forms
    asked: list[list[str]]  # each question: the id that it is about, and its words
    passing: Mapping[str, list[list[str]]] = field(default_factory=dict)  # by article: who passes each claim on, by id
    moved: Mapping[str, str] = field(default_factory=dict)  # addresses under other spellings -> the page there
    pageless: Mapping[str, list[str]] = field(default_factory=dict)  # by folded form: the article of each such name

    @classmethod
    def of(cls, linked: Linked) -> Self:
        """What is compared of a corpus."""
        pages: list[Place | Actor | Source] = [*linked.places.values(), *linked.actors.values()]
        pages += linked.sources.values()
        named = (*linked.mentions.values(), *linked.title_mentions.values())
        written = {fold(m.text) for mentions in named for m in mentions}
        written |= {fold(s.name) for s in linked.sources.values()}
        return cls(
            mentions={a: _led(mentions) for a, mentions in linked.mentions.items()},
            in_titles={a: _led(mentions) for a, mentions in linked.title_mentions.items()},
            speakers={a: [f"sources/{c.source}" if c.source else "" for c in cs] for a, cs in linked.claims.items()},
            facts={page(e): facts(e) for e in pages},
            written=sorted(written),
            asked=asked(linked),
            pageless=pageless(linked),
            passing={a: [[*c.via] for c in cs] for a, cs in linked.claims.items()},
            moved=dict(linked.moved),
        )

    def written_in(self, articles: Mapping[str, Article]) -> Iterator[tuple[str, str, str]]:
        """Every mention, in texts and headlines: its page, its words, the id of its article."""
        for id_, article in articles.items():
            for text, led in ((article.text, self.mentions), (article.title, self.in_titles)):
                yield from ((page, text[start:end], id_) for start, end, page in led.get(id_, ()))

    def dump(self) -> bytes:
        """As bytes."""
        return json.dumps(asdict(self), ensure_ascii=False).encode("utf8", "surrogatepass")

    @classmethod
    def load(cls, data: bytes) -> Self:
        """What ``dump`` made the bytes of."""
        return cls(**json.loads(data.decode("utf8", "surrogatepass")))


@dataclass(frozen=True, slots=True)
class Memory:
    """Where the machine's reading of just this corpus is kept between builds."""

    get: Callable[[str], bytes | None]
    put: Callable[[str, bytes], None]
    keep: Callable[[str], None]  # as if it had been asked for
    key: str

    def hold(self) -> None:
        """Tell that the reading is in use, though nobody has to look it up."""
        self.keep(self.key)

    def settled(self, make: Callable[[], dict[str, Annotation]]) -> dict[str, Annotation]:
        """The annotations with their labels settled, made where they are not there."""
        key = f"settled {self.key} {code_hash(CODE)}"
        kept = self.get(key)
        if kept is not None:
            found: dict[str, Annotation] = pickle.loads(kept)  # noqa: S301 - nobody but a build writes into the cache
            return found
        found = make()
        self.put(key, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        return found

    def recall(self, make: Callable[[], Linked]) -> Machine:
        """The reading, made where it is not there."""
        kept = self.get(self.key)
        if kept is not None:
            return Machine.load(kept)
        machine = Machine.of(make())
        self.put(self.key, machine.dump())
        return machine


def _led(mentions: Iterable[Mention]) -> Mentions:
    return [(m.span.start, m.span.end, f"{m.kind}s/{m.entity}") for m in mentions if m.entity]


def asked(linked: Linked) -> list[list[str]]:
    """The questions about a corpus: the id that each is about, and its words."""
    return sorted([question.about, question.question] for question in linked.review)


def page(entity: Place | Actor | Source) -> str:
    """The address of an entity's page."""
    kinds = ((Place, "places"), (Actor, "actors"), (Source, "sources"))
    return next(f"{kind}/{entity.id}" for type_, kind in kinds if isinstance(entity, type_))


def facts(entity: Place | Actor | Source) -> Facts:
    """What a page shows of an entity, but for why."""
    shown: dict[str, Any] = {"id": entity.id, "name": entity.name, "kind": str(entity.kind)}
    if isinstance(entity, Source):
        return shown | {"label": entity.label, "copies": entity.copies}
    shown |= {"wikidata": entity.wikidata, "forms": [[f.text, f.count] for f in entity.forms]}
    if isinstance(entity, Actor):
        return shown
    point = [entity.latitude, entity.longitude] if entity.latitude is not None else None
    place = {"precision": str(entity.precision), "in": [*entity.parents], "geonames": entity.geonames_id}
    place |= {"entry": entity.entry, "country": entity.country}
    return shown | place | {"at": point}
