"""The kinds of events: a small flat list of our own, each with its nearest PLOVER type.

PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance) names 18 types of political
interaction; where none of them fits (accidents, science, sport), there is none. Definitions are ours.
"""

from __future__ import annotations

from typing import NamedTuple


class EventType(NamedTuple):
    """One kind of event."""

    name: str  # as shown: "Air strike or shelling"
    plover: str | None
    definition: str
    nouns: tuple[str, ...]  # neutral words for one such event; the first is for those that tell none of the others
    physical: bool = False  # it happens at a place, so that noun, place and day name it


UNTYPED = "event"
# Kinds whose first noun names a field of life, not an event: no title is made of it.
FIELDS = frozenset({"economy", "science", "health", "product", "sport", "culture", UNTYPED})


# What verbs call such an event, as a noun.
NOUN_OF_VERB = {
    "run aground": "grounding",
    "derail": "derailment",
    "collide": "collision",
    "capsize": "capsizing",
    "sink": "sinking",
    "catch fire": "fire",
    "erupt": "eruption",
    "evacuate": "evacuation",
    "refloat": "refloating",
    "kidnap": "kidnapping",
    "abduct": "abduction",
    "murder": "murder",
    "rob": "robbery",
    "stab": "stabbing",
    "ambush": "ambush",
    "bomb": "bombing",
    "attack": "attack",
    "shell": "shelling",
    "invade": "invasion",
    "deploy": "deployment",
    "march": "march",
    "rally": "rally",
    "riot": "riot",
}


def _type(name: str, plover: str | None, definition: str, nouns: str, *, physical: bool = False) -> EventType:
    return EventType(name, plover, definition, tuple(nouns.split(", ")), physical)


TYPES: dict[str, EventType] = {
    "attack": _type(
        "Attack",
        "ASSAULT",
        "Somebody uses force against people or things: bombing, shooting, stabbing.",
        "attack, bombing, shooting, stabbing, ambush, suicide bombing, raid, explosion, siege",
        physical=True,
    ),
    "strike": _type(
        "Air strike or shelling",
        "ASSAULT",
        "Bombs, missiles, rockets or shells hit a target from afar.",
        "air strike, airstrike, air raid, shelling, missile strike, rocket attack, drone strike, missile attack",
        physical=True,
    ),
    "clash": _type(
        "Clash",
        "ASSAULT",
        "Two armed or violent sides meet: firefight, battle, riot between groups.",
        "clash, firefight, shootout, battle, skirmish, fighting, brawl, standoff",
        physical=True,
    ),
    "military": _type(
        "Military move",
        "MOBILIZE",
        "Forces or weapons move, take or leave ground, drill or deploy.",
        # no "recapture" or "takeover": before a place they would say that it was the place that was taken
        "military move, offensive, incursion, invasion, deployment, withdrawal, military exercise, drill, advance",
        physical=True,
    ),
    "weapons": _type(
        "Weapons test or launch",
        "MOBILIZE",
        "A missile, rocket or bomb is tested or launched at no target.",
        "weapons test, missile launch, missile test, rocket launch, nuclear test",
        physical=True,
    ),
    "protest": _type(
        "Protest",
        "PROTEST",
        "People gather, march or strike to demand something.",
        "protest, demonstration, rally, march, sit-in, riot, walkout, general strike, vigil",
        physical=True,
    ),
    "crime": _type(
        "Crime",
        "CRIME",
        "Murder, assault, theft, fraud or the like, by civilians.",
        "crime, murder, robbery, burglary, theft, kidnapping, abduction, fraud",
        physical=True,
    ),
    "justice": _type(
        "Arrest and justice",
        "COERCE",
        "Police, prosecutors or courts act: arrest, charge, trial, sentence.",
        "court case, arrest, trial, indictment, verdict, sentencing, lawsuit, hearing, extradition, investigation",
    ),
    "accident": _type(
        "Accident",
        None,
        "A crash, fire, collapse or other mishap that nobody intended.",
        "accident, crash, derailment, collision, capsizing, sinking, fire, collapse, oil spill, "
        "emergency landing, stampede, grounding",
        physical=True,
    ),
    "disaster": _type(
        "Disaster",
        None,
        "Nature or disease strikes: earthquake, flood, storm, outbreak.",
        "disaster, earthquake, flood, hurricane, typhoon, cyclone, tornado, tsunami, wildfire, storm, "
        "drought, landslide, avalanche, eruption, outbreak, epidemic",
        physical=True,
    ),
    "rescue": _type(
        "Release and rescue",
        "AID",
        "People are saved, found or freed, or relief reaches them.",
        "rescue, evacuation, release, prisoner swap, refloating, airlift",
        physical=True,
    ),
    "diplomacy": _type(
        "Diplomacy",
        "CONSULT",
        "States or bodies meet, negotiate, agree, join or break off.",
        "talks, summit, negotiation, treaty, agreement, accord, ceasefire, truce, state visit, meeting, settlement",
    ),
    "sanctions": _type(
        "Sanctions",
        "SANCTION",
        "A state or body penalises another: embargo, expulsion, tariff.",
        "sanctions, embargo, expulsion, tariff",
    ),
    "election": _type(
        "Election",
        None,
        "People vote, or a vote is called, counted or contested.",
        "election, referendum, vote, runoff, primary, recount",
    ),
    "policy": _type(
        "Policy and law",
        None,
        "A government, parliament or court makes, changes or ends a rule.",
        "policy decision, law, reform, ruling, ban, executive order, decree, veto, budget",
    ),
    "office": _type(
        "Appointment or departure",
        None,
        "Somebody takes, leaves or loses a post.",
        "change of office, resignation, appointment, retirement, dismissal, nomination, inauguration",
    ),
    "leak": _type(
        "Leak or cyber attack",
        None,
        "Secret data or documents come out, or systems are broken into.",
        "leak, data breach, hack, cyberattack, cyber attack",
    ),
    "economy": _type(
        "Economy and business",
        None,
        "Companies or markets act: results, deals, prices, jobs.",
        "business, acquisition, merger, bid, bankruptcy, earnings, trade deal",
    ),
    "science": _type(
        "Science and space",
        None,
        "Something is discovered, observed, measured or sent into space.",
        "science, discovery, study, satellite launch, launch, eclipse, meteor, iceberg",
    ),
    "health": _type(
        "Health",
        None,
        "Illness, treatment or medicine of people, short of an outbreak.",
        "health, surgery, diagnosis, vaccine",
    ),
    "product": _type(
        "Product",
        None,
        "A product, service or version is announced, shown or released.",
        "product, update, recall",
    ),
    "sport": _type(
        "Sport",
        None,
        "A match, race or season is played, won or lost.",
        "sport, match, final, race, tournament, championship, game",
    ),
    "culture": _type(
        "Culture and society",
        None,
        "A show, film, award, celebration or private life in public.",
        "culture, festival, parade, concert, award, wedding, divorce, premiere, exhibition, performance, funeral",
    ),
    "statement": _type(
        "Statement",
        None,
        "Somebody says something, and the saying is the news.",
        "statement, speech, interview, apology, press conference",
    ),
    UNTYPED: _type("Event", None, "The passages do not tell which kind it is.", "event"),
}
