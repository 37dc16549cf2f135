"""What the words of a source tell: its main word, its kind, whether it is a person, and the body behind it."""

from __future__ import annotations

from spacy.tokens import Token

from according.annotating.antecedents import BODIES, Mention
from according.annotating.attribution.page import Page, Tokens
from according.annotating.attribution.tree import child, clean, phrase
from according.annotating.wordlists.kinds import words_of
from according.annotating.wordlists.nations import country_of_people
from according.model import Label, Name, SourceKind, Span

# Things that are read, seen or heard rather than asked.
DOCUMENTS = frozenset(
    "report statement document letter memo memorandum email e-mail tweet post article book story column editorial "
    "poll survey study analysis review paper record transcript video footage photo photograph picture image clip "
    "recording tape audio film documentary communique communiqué release bulletin filing indictment complaint lawsuit "
    "ruling verdict order law bill resolution treaty agreement report census data figure statistic result map chart "
    "dispatch leaflet notice ad advertisement website page site".split()
)
# Of these the plain plural names no document: "reports say", "figures show".
LOOSE_PLURALS = frozenset({"report", "record", "story", "post", "figure", "source"})
# Nouns for people who speak for, or belong to, somebody else.
ROLES = frozenset(
    "spokesman spokeswoman spokesperson official source officer representative minister secretary director chief head "
    "leader member commander general colonel captain ambassador envoy diplomat president chairman chairwoman chair "
    "lawyer attorney adviser advisor aide correspondent reporter journalist editor activist monitor analyst expert "
    "professor researcher doctor deputy manager service branch office department spokespeople "
    "staffer employee negotiator governor mayor senator".split()
)
# Before these stands what somebody is in charge of, not a body that they speak for: "Interior Minister".
OFFICES = frozenset("minister secretary commissioner".split())
OWNING = {"of", "for", "from", "at", "with"}
# Endings and words that tell a person.
PERSON_ENDINGS = ("man", "woman", "person", "ist", "ian", "er", "or", "ee", "ant")
PERSONS = frozenset(
    "official source witness chief head resident aide secretary general colonel captain mayor doctor boy girl".split()
)
NOT_PERSONS = frozenset(
    "paper letter newspaper order center centre server member-state quarter power tower number matter census computer "
    "plant army ministry agency party company council committee commission court government police military command "
    "force group team".split()
)
SPACY_LABELS = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORGANIZATION,
    "GPE": Label.PLACE,
    "NORP": Label.GROUP,
    "LOC": Label.PLACE,
}


def main_word(page: Page, tokens: Tokens) -> Token | None:
    """The word of a phrase on which the others hang."""
    for i in sorted(tokens):
        token = page.doc[i]
        outermost = token.head.i not in tokens or token.head.i == i
        if outermost and not (token.is_punct or token.is_space or token.is_quote):
            return token
    return None


def kind_of(page: Page, tokens: Tokens) -> SourceKind:
    """Named, a document, or unnamed."""
    word = main_word(page, tokens)
    if word is None or _are_people(word):
        return SourceKind.UNNAMED
    if word.pos_ == "PROPN" or name_at(page, word) is not None:
        return SourceKind.NAMED
    lemma = word.lemma_.lower()
    if lemma in DOCUMENTS and not (lemma in LOOSE_PLURALS and word.tag_ == "NNS"):
        return SourceKind.DOCUMENT
    return SourceKind.UNNAMED


def _are_people(word: Token) -> bool:
    """Whether a plural is of a nation, party or faith: "Germans", "Democrats" are other people in each article."""
    return word.tag_ == "NNPS" and bool(country_of_people(word.text) or word.lower_ in words_of("people"))


def relative_head(page: Page, tokens: Tokens) -> Tokens:
    """What "who" or "which" stands for, without the clause that describes it; empty for other sources."""
    if len(tokens) != 1 or page.doc[min(tokens)].tag_ not in {"WP", "WDT"}:
        return frozenset()
    verb = page.doc[min(tokens)].head
    while verb.dep_ in {"conj", "xcomp", "ccomp", "aux"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "relcl" or verb.head.i > min(tokens):
        return frozenset()
    return clean(page.doc, (i for i in phrase(verb.head) if i < verb.left_edge.i))


def is_voice(page: Page, word: Token) -> bool:
    """Whether a noun names somebody who, or something that, can be made to say something."""
    lemma = word.lemma_.lower()
    label = _label(page, word)
    if label is not None:
        return label is not Label.PLACE
    return lemma in ROLES | PERSONS | DOCUMENTS or _person(word, label) is True


def name_at(page: Page, word: Token) -> Name | None:
    """The outermost name that covers a word."""
    span = Span(word.idx, word.idx + len(word))
    return next((n for n in page.names if n.span.overlaps(span) and n.inside is None), None)


def owner_of(page: Page, tokens: Tokens) -> Tokens:
    """The body behind a source: a source of | the Sputnik agency |; | Pentagon | spokesman X."""
    for i in sorted(tokens):
        word = page.doc[i]
        if word.lemma_.lower() not in ROLES or word.pos_ not in {"NOUN", "PROPN"}:
            continue
        found = _after(word) & tokens or _before(page, word) & tokens
        if found:
            return clean(page.doc, found)
    return frozenset()


def mention_of(page: Page, tokens: Tokens, span: Span) -> Mention:
    """A source as the search for antecedents sees it."""
    word = main_word(page, tokens)
    text = span.of(page.article.text)
    if word is None:
        return Mention(span, text, 0)
    label = _label(page, word)
    block = page.block_at[word.i]
    plural = word.tag_ in {"NNS", "NNPS"} or any(t.dep_ == "conj" for t in word.children)
    named = label is not None or word.pos_ == "PROPN"
    person, lemma = _person(word, label), word.lemma_.lower()
    return Mention(span, text, block, label, person, plural, named, lemma, _author(page, word))


def _author(page: Page, document: Token) -> Mention | None:
    """Whose a document is: | His | statement, | the ministry |'s letter."""
    whose = child(document, "poss") if document.lemma_.lower() in DOCUMENTS else None
    if whose is None:
        return None
    tokens = clean(page.doc, phrase(whose) - {c.i for c in whose.children if c.dep_ == "case"})
    last = page.doc[max(tokens)]
    return mention_of(page, tokens, Span(page.doc[min(tokens)].idx, last.idx + len(last)))


def name_mentions(page: Page) -> list[Mention]:
    """All names of a page as possible antecedents, in text order."""
    if page.names:
        spans = [(n.span, n.label) for n in page.names if n.inside is None]
    else:
        spans = [
            (Span(e.start_char, e.end_char), SPACY_LABELS[e.label_]) for e in page.doc.ents if e.label_ in SPACY_LABELS
        ]
    blocks = page.article.blocks
    found = []
    for span, label in spans:
        block = next((i for i, b in enumerate(blocks) if b.span.contains(span)), 0)
        person = label is Label.PERSON if label in BODIES | {Label.PERSON} else None
        text = span.of(page.article.text)
        found.append(
            Mention(span, text, block, label, person, label is Label.GROUP, named=True, head=text.split()[-1].lower())
        )
    return found


def _label(page: Page, word: Token) -> Label | None:
    name = name_at(page, word)
    if name is not None:
        return name.label
    return SPACY_LABELS.get(word.ent_type_) if not page.names else None


def _person(word: Token, label: Label | None) -> bool | None:
    if label is Label.PERSON:
        return True
    if label is not None:
        return False
    if word.pos_ == "PROPN":
        return None
    lemma = word.lemma_.lower()
    if lemma in NOT_PERSONS or lemma in DOCUMENTS:
        return False
    return True if lemma in PERSONS or lemma.endswith(PERSON_ENDINGS) else None


def _after(word: Token) -> Tokens:
    for part in word.children:
        if part.dep_ == "prep" and part.lower_ in OWNING:
            body = child(part, "pobj")
            if body is not None and any(t.text[:1].isupper() for t in body.subtree):
                return phrase(body)
    return frozenset()


def _before(page: Page, word: Token) -> Tokens:
    """Proper nouns, or a possessor, just before a word for a role."""
    possessor = child(word, "poss")
    if possessor is not None and possessor.pos_ == "PROPN":
        return phrase(possessor) - {c.i for c in possessor.children if c.dep_ == "case"}
    name = name_at(page, word)
    if word.lemma_.lower() in OFFICES or (name is not None and name.span.start < word.idx):
        return frozenset()  # "Interior Minister"; "Mock Monitor" is one name
    first = word.i
    while first > 0 and _names_body(page.doc[first - 1]):
        first -= 1
    return frozenset(range(first, word.i))


def _names_body(token: Token) -> bool:
    """Whether a word before one for a role belongs to the name of a body: | Operation Inherent Resolve | spokesman."""
    named = token.pos_ == "PROPN" and token.text[:1].isupper()
    return (named or token.text in {"-", "&"}) and token.lemma_.lower() not in ROLES
