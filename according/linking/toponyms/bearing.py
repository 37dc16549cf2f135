"""Whether a place bears the names that a person gives it."""

from __future__ import annotations

from according.linking.forms import same_name, without_mark
from according.linking.gazetteer import Entry, Gazetteer
from according.overrides import EntityOverride


def is_called(entry: Entry, rule: EntityOverride, gazetteer: Gazetteer) -> bool:
    """Whether a place bears one of the names that a person gives; what was found by them, or by its page, does."""
    if rule.geonames != entry.geonames_id or entry.id in rule.meant.entries:
        return True
    names = [without_mark(form.text) for form in rule.forms]
    known = any(hit.entry.id == entry.id for name in names for hit in gazetteer.lookup(name))
    return known or any(same_name(name, entry.name) for name in names)
