"""The spellings of a place: how often and where each stands in the articles, and why it means the place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.linking.cues import CALLED, kind_words
from according.linking.forms import Evidence, fold, same_name
from according.linking.gazetteer import Entry
from according.linking.reasons import in_words
from according.linking.toponyms.decided import Decision
from according.model import Article, Form
from according.overrides import UNKNOWN, EntityOverride


def spellings(decisions: Iterable[Decision], entry: Entry | None, rule: EntityOverride | None) -> tuple[Form, ...]:
    """Every spelling of a place with how often, where and why, the commonest first."""
    count: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    evidence: dict[str, str] = {}
    for decision in decisions:
        for spot in decision.group.spots:
            count[spot.text] += 1
            articles[spot.text].add(decision.group.article)
            evidence.setdefault(spot.text, _evidence(decision, spot.text))
    ordered = sorted(count, key=lambda text: (-count[text], text))
    if entry is None:
        evidence |= _likeness(ordered, rule)
    why = {text: in_words(evidence[text], rule, text) for text in ordered}
    return tuple(Form(text, count[text], tuple(sorted(articles[text])), why[text]) for text in ordered)


def kinds_called(decisions: Iterable[Decision], articles: Iterable[Article]) -> Counter[str]:
    """How often the articles, one beside each decision, call a place what: "the village of Hamou"."""
    return Counter(
        word
        for decision, article in zip(decisions, articles, strict=True)
        for spot in decision.group.spots
        for word in kind_words(article.title if spot.in_title else article.text, spot.name)
        if word in CALLED
    )


def _likeness(forms: Sequence[str], rule: EntityOverride | None) -> dict[str, str]:
    """Why spellings belong to a place in no gazetteer: they are like one a person gave, else like the commonest."""
    given = replace(rule, meant=UNKNOWN).forms if rule else ()  # what a person wrote, not what it is known to mean
    names = [form.text for form in given if not form.articles] if rule else list(forms[:1])
    said = {fold(form.text) for form in given}
    others = [form for form in forms if form not in names and fold(form) not in said]
    alike = ((form, name, same_name(form, name)) for form in others for name in names)
    return {form: f"{how} as {name}" for form, name, how in reversed([*alike]) if how}


def _evidence(decision: Decision, form: str) -> str:
    """Why a spelling belongs to the place: by itself, or as a spelling of the form that the gazetteer has."""
    best = decision.ranked.best.candidate
    if best is None or decision.entry is None or fold(best.form) == fold(form):
        return decision.evidence
    return f"{same_name(form, best.form) or Evidence.SAME_CONSONANTS} as {best.form}"
