"""Who says what in one article: source, cue and content of every attribution (the terms of PARC and PolNeAR).

Four steps, each a list of rules and a loop: find cues, find the roles of each cue, mend the contents where the parse
runs on, settle overlaps. A learned model can take the place of any of them, since all speak in ``Cue`` and ``Draft``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Doc

from according.annotating.attribution.citing import pass_on
from according.annotating.attribution.cues import find_cues
from according.annotating.attribution.finishing import finish
from according.annotating.attribution.merging import merge
from according.annotating.attribution.nouns import draft_adjective, draft_noun
from according.annotating.attribution.page import Cue, Draft, Page, read_page
from according.annotating.attribution.phrases import (
    draft_according,
    draft_adverb,
    draft_announcing,
    draft_byline,
    draft_mistagged,
    draft_more,
    draft_opinion,
    draft_picture,
    draft_poll,
    draft_signature,
)
from according.annotating.attribution.repair import mend
from according.annotating.attribution.silence import draft_unheard, draft_unreached
from according.annotating.attribution.speech import find_floating, take_quotations
from according.annotating.attribution.verbs import draft_verb
from according.model import Article, Attribution, Name, Relay

# How the roles of a cue are found, by the rule that found the cue.
ROLES: Mapping[str, Callable[[Page, Cue], Draft | None]] = {
    "verb": draft_verb,
    "noun": draft_noun,
    "adj": draft_adjective,
    "adv": draft_adverb,
    "according": draft_according,
    "opinion": draft_opinion,
    "mistagged": draft_mistagged,
    "announcing": draft_announcing,
    "poll": draft_poll,
    "picture": draft_picture,
    "more": draft_more,
    "byline": draft_byline,
    "turn": draft_byline,
    "signature": draft_signature,
    "unreached": draft_unreached,
    "unheard": draft_unheard,
}


def find_attributions(
    doc: Doc, article: Article, names: tuple[Name, ...]
) -> tuple[tuple[Attribution, ...], tuple[Relay, ...]]:
    """All attributions of an article in text order, and the stretches that it relays from other outlets."""
    page = read_page(doc, article, names)
    return finish(page, find_drafts(page))


def find_drafts(page: Page) -> list[Draft]:
    """The attributions of a page in tokens."""
    drafts = [d for c in find_cues(page) if (d := ROLES[c.rule](page, c)) is not None]
    drafts = merge(page, mend(page, take_quotations(page, drafts)))
    return pass_on(page, find_floating(page, drafts))
