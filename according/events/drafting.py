"""Which events there are: the stories of the corpus as the machine alone reads its names.

What people correct changes what an event shows, and people put events together and part them; that a name is spelled
otherwise, or lies elsewhere on the map, makes no other event of what was told. So a correction of a name never makes
the corpus search its stories anew.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from according.cache import Store, code_hash
from according.events.assembling import Context, alone, make_context, tells_what_happened
from according.events.drafts import Draft, make_draft, titled_articles
from according.events.encoder import Encoder
from according.events.fragments import settle_background
from according.events.frequencies import load_frequencies
from according.events.meaning import meaning_keys
from according.events.refining import UnitKey
from according.events.stories import Units, find_stories
from according.events.unaided import Unaided
from according.model import Linked


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of each article, and the events that they report before anybody has corrected one."""

    units: Units
    drafts: tuple[Draft, ...]
    unaided: tuple[Unaided, ...] = ()  # of each of these events, what it is known by before anybody corrects a name
    meanings: tuple[str, ...] = ()  # the keys under which the store has what an encoder made of the sentences


def find_drafts(linked: Linked, store: Store | None = None, encoder: Encoder | None = None) -> Told:
    """What is told in a corpus that the machine alone has linked; ``store`` saves work for the next build."""
    units, story_of = find_stories(linked, load_frequencies(), store, encoder)
    context = make_context(linked, units, load_frequencies())
    drafts = tuple(_draft(context, story_of))
    return Told(units, drafts, tuple(alone(draft, context) for draft in drafts))


def recalled_drafts(read: str, link: Callable[[], Linked], store: Store, encoder: Encoder | None = None) -> Told:
    """The same, given back from the store where it was made of just this; ``read`` is a hash of the articles."""
    code = code_hash(Path(__file__).parent.parent)
    key = f"drafts:{read} {code} {encoder.fingerprint if encoder else ''}"
    kept = store.get(key)
    if kept is not None:
        told: Told = pickle.loads(kept)  # noqa: S301 - nobody but a build writes into the cache
        for meaning in told.meanings:  # whatever is told next will need most of them
            store.keep(meaning)
        return told
    linked = link()
    told = find_drafts(linked, store, encoder)
    if encoder:
        told = replace(told, meanings=tuple(meaning_keys(told.units, linked, encoder)))
    store.put(key, pickle.dumps(told, pickle.HIGHEST_PROTOCOL))
    return told


def _draft(context: Context, story_of: Mapping[UnitKey, int]) -> list[Draft]:
    """The stories of the corpus, each with the articles whose title is about it."""
    linked, units, frequencies = context.linked, context.units, context.frequencies
    titled = titled_articles(units, story_of, linked, frequencies)
    story_of = settle_background(units, story_of, titled, lambda keys: tells_what_happened(keys, context))
    titled = titled_articles(units, story_of, linked, frequencies)
    sentences: defaultdict[int, list[UnitKey]] = defaultdict(list)
    for key, story in story_of.items():
        sentences[story].append(key)
    return [make_draft(keys, titled[story], linked) for story, keys in sorted(sentences.items())]
