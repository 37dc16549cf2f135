"""A place's name in its country's own script, when the alternate names leave no doubt which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Letters of the language itself, not of its neighbours': Persian, Urdu and Kurdish letters are not Arabic ones.
_ARABIC = "ء-غف-ي ـ-"
_LETTERS = {
    _ARABIC: "AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE",
    "А-Яа-яЁё' -": "RU BY KZ KG",
    "А-ЩЬЮЯҐЄІЇа-щьюяґєії' ’-": "UA",
    "А-Яа-я -": "BG",
    "Ͱ-Ͽἀ-῿ -": "GR CY",
    "א-ת׳״' -": "IL",
    "ა-ჰ -": "GE",
    "Ա-և -": "AM",
    "가-힣 ": "KR KP",
    "ก-๛ ": "TH",
}
_SCRIPT = {
    country: re.compile(f"[{letters}]+") for letters, countries in _LETTERS.items() for country in countries.split()
}


def native_name(names: Iterable[str], country: str | None) -> str | None:
    """The one name that is written wholly in the country's script; None when there are several or none."""
    script = _SCRIPT.get(country or "")
    found = {n for n in names if script.fullmatch(n)} if script else set()
    return found.pop() if len(found) == 1 else None
