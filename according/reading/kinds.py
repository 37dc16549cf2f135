"""What kind of block some words are, as far as the words themselves tell: house phrases of English-language news.

A wrong "boilerplate" loses a statement, a missed one shows a line too many: every pattern is anchored and bounded.
"""

from __future__ import annotations

import re
from functools import cache

from according.model import BlockKind

LONGEST = 250  # characters; longer blocks are paragraphs whatever they start with, but for comments
AGENCIES = (
    "(?-i:AP|AFP|EPA|DPA|dpa|Reuters|REUTERS|Getty(?: Images)?|TASS|Tass|Xinhua|Anadolu|SANA|Bloomberg|Handout|PA|Rex|"
    "Alamy|WireImage|Landov|Pool|File)"
)
MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
FULL_DATE = rf"(?:{MONTHS} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTHS},? \d{{4}})"
PICTURES = "(?:photo|photograph|picture|image|illustration|graphic|video)s?"
START = r"^[^\w\"“‘']{0,3}"  # bullets and arrows before a phrase, but no quotation

COMMENTS = (r"^\W{0,4}(?:comments?|ed(?:itor)?(?:['’]?s?['’]?|\.)? (?:note|comment)|note from the editor)\s*:",)

BOILERPLATE = (
    START + r"(?:also )?read (?:more|also|next|on|the (?:rest|full|whole|original))\b(?!.*\bsaid\b)",
    START + r"(?:see also|also read|more (?:on this|stories|from)|you may also like|most read)\b",
    START + r"(?:related|recommended)(?: (?:stories|articles|coverage|topics|content|links|posts))?\W*(?::|$)",
    START + r"(?:watch|listen|more|videos?|live|in pictures|gallery|must read|trending)(?: now| live)?\s?:.{0,120}$",
    START + r"(?:subscribe|sign up|sign in|log in|register)\b(?: (?:to|for|now|here|today|with|in)\b|\W*$)",
    START + r"(?:follow|like|join|find) (?:us|me|him|her|them|the author|our)\b.{0,80}$",
    START + r"(?:follow|like) .{1,40} on (?:twitter|facebook|instagram|telegram|x)\b",
    START + r"share(?:$|:| (?:this|on|via|with|your|the story|the article)\b)",
    START + r"(?:click|tap|swipe) (?:here|to|on|the|through)\b",
    START + r"(?:get|download|install) (?:the|our|your) (?:latest|app|free|news|daily|newsletter|best)\b",
    START + r"(?:story|article) continues\b",
    START + r"(?:continue reading|scroll down|skip to|back to top|enlarge this image|slideshow \()",
    START + r"advertise?ment(?:\W*$|\W+continue reading\b)",
    START + r"(?:advertising|sponsored|tweet|facebook|twitter|e-?mail|print|save|reddit|whatsapp|photos?|videos?)\W*$",
    START + r"(?:\d+ )?comments?(?: \(?\d+\)?)?\W*$",
    START + r"(?:first |last |originally )?(?:published|posted|updated|modified)\b(?: (?:on|at))?\W.{0,12}\d.{0,50}$",
    START + r"this (?:article|story|post|piece) (?:was )?(?:originally |first )?(?:published|appeared)\b",
    START + r"(?:we use cookies|this (?:site|website) uses cookies|terms of (?:use|service)|privacy policy)\b",
    START + r"(?:tags|topics|filed under|categories)\s?:",
    START + r"(?:got|have|do you have) (?:a|any) (?:story|stories|tip|news|video|photo)s?\b.{0,80}\?$",
    START + r"(?:e-?mail|call|text|phone|contact|whatsapp) us\b.{0,80}$",
    START + r"we pay for\b.{0,40}$",
    START + r"(?:now playing|information from\s?:).{0,80}$",
    START + r"(?:read or share|share or read) this story\b",
    r"\bthis material may not be published\b",
    r"\ball rights reserved\b",
    r"^.{0,120}\s(?-i:Read more|READ MORE)\W*$",
)

CAPTIONS = (
    START + r"(?:media|image|photo|video|file)? ?(?:caption|photo|picture|image|footage)\s*[:–—-]\s.{60}",
    START + r"(?:photos|images|pictures)\s*:\s.{60}",
    START + r"(?:in|on) th(?:is|ese) (?:[\w.,]+ ){0,5}(?:photo|photograph|picture|image|frame grab)s?\b.{0,60},",
    START + r"(?:pictured|file (?:photo|picture|image))\b\s?[:,]",
    START + r"file\s?[-–—]\s?in this\b",
    r"\b(?:image|media|toggle|hide) caption\b",
    r"\S \((?:ap |file |handout |courtesy )?(?:photos?|images?|pictures?)\b[^()]{0,80}\)\.?$",
    rf"\S \((?:[^()]{{1,60}}[/,] ?)?{AGENCIES}(?:/[\w ]{{1,30}})?\)\.?$",
    r"\S (?:photo|image|picture|photograph(?:er)?)(?: credit| by)?\s?(?::|©).{1,60}$",
    r"\S (?-i:REUTERS|AP Photo|AFP PHOTO)/.{1,60}$",
    r"\S.{15,}©.{1,60}$",
)

CREDITS = (
    r"^(?:©|\(c\)|copyright\b)",
    rf"^(?:file )?{PICTURES}(?: ?credit| courtesy(?: of)?| copyright| by| from)*\s*(?::|/|©| by ).{{0,80}}$",
    r"^source\s?: ?(?:[^\s.!?]+ ?){1,3}$",
    rf"^{PICTURES} copyright\b.{{0,80}}$",
    rf"^(?:[^\s.!?]+ ){{0,6}}[^\s.!?]*(?:/| via |\| ?){AGENCIES}(?:/[\w ]+)?\W*$",
    rf"^(?:{AGENCIES}\s*/\s*)+[\w .'’-]{{0,40}}$",
    rf"^{AGENCIES}\W*$",
    rf"^[(\[](?:[^()\[\]]{{1,60}}[/,] ?)?(?:{AGENCIES}|(?-i:Associated Press|Agencies))[)\]]\.?$",
    r"^\([^()/]{1,60}/ ?(?-i:[A-Z])[\w. ]{1,40}\)\.?$",
    r"^[(\[](?:courtesy|photos?|pictures?|images?)\b[^()\[\]]{0,60}[)\]]\.?$",
    r"^\W{0,3}(?:additional )?(?:reporting|writing|editing|compiled|edited|written|translated|produced) by\b",
    r"^\W{0,3}with assistance (?:from|by)\b",
    r"^(?:from|by) (?:our|a|the) (?:\w+ )?(?:correspondents?|reporters?|staff|own correspondents?)\b[^.!?]{0,60}\.?$",
    r"\bcontributed (?:reporting )?to this (?:report|story|article)\.?$",
    r"^by (?:(?-i:[A-Z0-9][\w.'’-]*|and|for|of|the|in|at|on|from|de|van|von|al|[|,&/–—-])[,.]?\s?){1,12}$",
)

SETS = (  # the first set with a pattern that matches decides
    (BlockKind.COMMENT, COMMENTS),
    (BlockKind.BOILERPLATE, BOILERPLATE),
    (BlockKind.CAPTION, CAPTIONS),
    (BlockKind.CREDIT, CREDITS),
)


def kind_of_words(words: str) -> BlockKind | None:
    """The kind of a block that its own words show; None for what may be told in any article."""
    if len(words) > LONGEST:
        return BlockKind.COMMENT if _pattern(COMMENTS).search(words[:LONGEST]) else None
    return next((kind for kind, patterns in SETS if _pattern(patterns).search(words)), None)


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """All patterns of a set in one, compiled at the first use: a build without new articles has none."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
