"""Patterns of English time expressions, each with its resolver; rules are data, ``times`` runs them.

The expressions follow the classes of TimeML's TIMEX3 (Pustejovsky et al. 2003) for dates; the rule set is our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from according.annotating.calendar_readings import Reading
from according.annotating.time_resolvers import (
    DAY_PART,
    FEASTS,
    NUMBERS,
    Context,
    read_ago,
    read_day_range,
    read_decade,
    read_deictic,
    read_feast,
    read_full_date,
    read_iso,
    read_month,
    read_neighbour,
    read_past_run,
    read_period,
    read_shift,
    read_weekday,
    read_year,
)


class Rule(NamedTuple):
    """One class of expressions."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Reading]


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?"
_LEAD = rf"(?:(?:the )?(?:early|small) hours (?:of|on) |(?:the )?{DAY_PART} of |(?:late|early)(?: on)? )?"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_UNITS = "day|night|week|month|year"
_NOT_MORE = r"(?![,.:]?\d|%)"


def _rule(name: str, pattern: str, resolve: Callable[[re.Match[str], Context], Reading]) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w-]){pattern}(?!\w)"), resolve)


_AFTER_DATE = rf"(?:,? (?P<year>{_YEAR}))?"
_BEFORE_DATE = rf"{_LEAD}(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),? )?"
_TO = r"(?: ?[-–—] ?| to | and | through | until )"
_PREPOSITION = r"[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Ff]rom|of|[Bb]etween|[Aa]fter|[Bb]efore"
_IN_MONTH = rf"(?:{_PREPOSITION}|[Ee]arly(?: in)?|[Ll]ate(?: in)?|[Mm]id|[Ee]nd of)"
_IN_YEAR = rf"(?:{_PREPOSITION}|[Ee]arly|[Ll]ate|[Mm]id-?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)?"
_OTHER_FRIDAYS = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Super )(?<!Easter )(?<!Palm )(?<!Ash )(?<!Cyber )(?<!Bowl )"
_WITHIN = r"(?i:(?:earlier|later|late|early|over|in|during|at) )?"
_FEAST = (
    "|".join(sorted(FEASTS, key=len, reverse=True))
    .replace("years ", "year['’]?s ")
    .replace("valentines", "valentine['’]?s")
)
_NOT_A_PAPER = r"(?! (?:Times|Telegraph|Mirror|Post|Herald|Mail|Express|Night Live|Night Football))"

RULES: tuple[Rule, ...] = (
    _rule("iso", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", read_iso),
    _rule(
        "days", rf"(?P<month>{_MONTH}) (?P<first>{_DAY}){_TO}(?P<last>{_DAY}){_NOT_MORE}{_AFTER_DATE}", read_day_range
    ),
    _rule("days", rf"(?P<first>{_DAY}){_TO}(?P<last>{_DAY}) (?:of )?(?P<month>{_MONTH}){_AFTER_DATE}", read_day_range),
    _rule(
        "days",
        rf"(?P<month>{_MONTH}) (?P<first>{_DAY}){_TO}(?P<month2>{_MONTH}) (?P<last>{_DAY}){_NOT_MORE}{_AFTER_DATE}",
        read_day_range,
    ),
    _rule(
        "days",
        rf"(?P<first>{_DAY}) (?P<month>{_MONTH}){_TO}(?P<last>{_DAY}) (?P<month2>{_MONTH}){_AFTER_DATE}",
        read_day_range,
    ),
    _rule("date", rf"{_BEFORE_DATE}(?:the )?(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH}){_AFTER_DATE}", read_full_date),
    _rule(
        "date", rf"{_BEFORE_DATE}(?P<month>{_MONTH}) (?:the )?(?P<day>{_DAY}){_NOT_MORE}{_AFTER_DATE}", read_full_date
    ),
    _rule("month", rf"(?P<lead>{_IN_MONTH}[- ])?(?P<month>{_MONTH})(?: of)?,? (?P<year>{_YEAR})", read_month),
    _rule("month", rf"(?:{_IN_MONTH}[- ])?(?P<lead>[Ll]ast|[Nn]ext|[Tt]his) (?P<month>{_MONTH})(?P<year>)", read_month),
    _rule("month", rf"(?P<lead>{_IN_MONTH})[- ](?:the )?(?P<month>(?!May){_MONTH})(?P<year>){_NOT_MORE}", read_month),
    # "By May", "from May" may be a person's.
    _rule("month", rf"(?P<lead>[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil)[- ](?P<month>May)(?P<year>){_NOT_MORE}", read_month),
    _rule(
        "weekday",
        rf"{_LEAD}(?:(?P<lead>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|[Tt]he following|[Tt]hat) )?"
        rf"{_OTHER_FRIDAYS}(?P<weekday>{_WEEKDAY}){_NOT_A_PAPER}(?:,? (?:early )?{DAY_PART})?",
        read_weekday,
    ),
    _rule(
        "deictic",
        rf"(?P<word>(?i:the day before yesterday|(?:yesterday|tomorrow)(?: {DAY_PART})?|"
        rf"(?<!USA )(?:earlier |later )?today|tonight|this {DAY_PART}|last night|last evening|overnight))",
        read_deictic,
    ),
    _rule("period", rf"{_WITHIN}(?i:(?P<which>last|previous|this|next|the coming|the) (?P<unit>weekend))", read_period),
    _rule(
        "period",
        rf"{_WITHIN}(?i:(?:the )?(?P<which>last|previous|this|next|coming) (?P<unit>week|fortnight|month|year|decade))",
        read_period,
    ),
    _rule(
        "run",
        rf"(?i:(?:over|in|for|during|within) the (?:past|last) (?:(?P<count>{_COUNT}) )?(?P<unit>{_UNITS})s?)",
        read_past_run,
    ),
    _rule("ago", rf"(?i:(?P<count>{_COUNT}) (?P<unit>minute|hour|fortnight|decade|{_UNITS})s? ago)", read_ago),
    _rule(
        "shift",
        rf"(?i:(?P<count>{_COUNT}) (?P<unit>{_UNITS})s? (?P<way>later|earlier|afterwards?|beforehand))",
        read_shift,
    ),
    _rule("neighbour", r"(?i:(?:the (?P<which>next|following|previous|same)) day)", read_neighbour),
    _rule("year", rf"{_IN_YEAR} (?P<first>{_YEAR})(?:{_TO}(?P<last>{_YEAR}))?(?![,.]\d|-\d|%)", read_year),
    _rule("year", rf"(?<=\()(?P<first>{_YEAR})(?:[-–](?P<last>{_YEAR}))?(?=\))", read_year),
    _rule("decade", r"(?:the )?(?:early |late |mid-)?(?P<first>(?:19|20)\d0)(?:’|')?s", read_decade),
    _rule("feast", rf"(?P<name>(?i:{_FEAST}))(?:,? (?:of |in )?(?P<year>{_YEAR}))?", read_feast),
)
