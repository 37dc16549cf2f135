"""What is counted, how many as written, of whom; and the numbers that count nothing."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from according.annotating.quantities import COUNTED, SCOPES, find_quantities
from according.annotating.quantities.bounds import bounded
from according.annotating.quantities.measures import measured
from according.annotating.quantities.naming import is_name
from according.annotating.quantities.numerals import find_numerals
from according.model import Quantity

VOCAB = English().vocab


def parsed(*rows: str) -> Doc:
    """A Doc of one sentence from rows of ``word head dependency [lemma [part of speech]]``, heads as indexes."""
    cells = [row.split() for row in rows]
    return Doc(
        VOCAB,
        words=[c[0] for c in cells],
        heads=[int(c[1]) for c in cells],
        deps=[c[2] for c in cells],
        lemmas=[c[3] if len(c) > 3 else c[0].lower() for c in cells],
        pos=[c[4] if len(c) > 4 else "X" for c in cells],
    )


def only(doc: Doc) -> Quantity:
    """The one quantity of a document."""
    (found,) = find_quantities(doc)
    return found


def words(doc: Doc, quantity: Quantity) -> tuple[str, str]:
    """The words of the number and of what is counted."""
    return quantity.span.of(doc.text), quantity.of.of(doc.text) if quantity.of else ""


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("12", 12, 12, False),
        ("1,250", 1250, 1250, False),
        ("9.6 billion", 9.6e9, 9.6e9, False),
        ("twenty-five", 25, 25, False),
        ("two hundred and ten", 210, 210, False),
        ("three million", 3e6, 3e6, False),
        ("a dozen", 12, 12, True),
        ("half a million", 5e5, 5e5, True),
        ("a hundred billion", 1e11, 1e11, True),
        ("dozens", 24, None, True),
        ("tens of thousands", 20000, None, True),
        ("10 to 12", 10, 12, False),
        ("10-12", 10, 12, False),
        ("between 10 and 12", 10, 12, False),
        ("5 to 6 million", 5e6, 6e6, False),
    ],
)
def test_numbers_are_read_as_written(text, low, high, approximate):
    """Digits, words, scales, vague words and ranges have the value that a reader gives them."""
    (number,) = find_numerals(text)
    assert (number.low, number.high, number.approximate) == (low, high, approximate)
    assert number.span.of(text) == text


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("at least five people", 5, None, False),
        ("A least five people", 5, None, False),
        ("no fewer than five people", 5, None, False),
        ("more than 60 people", 60, None, False),
        ("up to 60 people", None, 60, False),
        ("fewer than 60 people", None, 60, False),
        ("about 60 people", 60, 60, True),
        ("at least about 60 people", 60, None, True),
        ("60 or more people", 60, None, False),
        ("60-odd people", 60, 60, True),
        ("more than a dozen people", 12, None, True),
    ],
)
def test_modifiers_bound_a_number_and_belong_to_its_span(text, low, high, approximate):
    """The words around a number open or close it and are part of what is shown."""
    (number,) = [bounded(text, n) for n in find_numerals(text)]
    assert (number.low, number.high, number.approximate) == (low, high, approximate)
    assert number.span.of(text) == text.removesuffix(" people")


@pytest.mark.parametrize(
    "text",
    [
        "on February 12 they",
        "on 12 February they",
        "at 3 p.m. they",
        "the 19-year-old",
        "Jane Doe, 42, of Leeds",
        "Resolution 2254 calls",
        "Flight 370 vanished",
        "in 2017 they",
        "they won 3-1 at home",
        "the M5 motorway",
        "an F-15 jet",
        "call 555-0134 now",
        "at 10 Downing Street",
        "the 4th time",
        "at 15:05 they",
        "on 12.02.2020 they",
        "one third of them",
        "in the 15:30 race",
    ],
)
def test_numbers_that_are_names_count_nothing(text):
    """Dates, times, ages, roads, flights, scores, telephone numbers, addresses, ordinals and fractions are left out."""
    assert [n for n in find_numerals(text) if not n.special and not is_name(text, n)] == []


@pytest.mark.parametrize(
    ("text", "counts", "unit", "low", "written"),
    [
        ("paid $550 million in all", "money", "USD", 5.5e8, "$550 million"),
        ("paid 30,000 Egyptian pounds", "money", "EGP", 30000, "30,000 Egyptian pounds"),
        ("a 916-million-dollar claim", "money", "USD", 9.16e8, "916-million-dollar"),
        ("rose 5.6 per cent", "percent", "percent", 5.6, "5.6 per cent"),
        ("some 30,000 cubic metres of sand", "volume", "m3", 30000, "30,000 cubic metres"),
        ("a 400-metre ship", "distance", "m", 400, "400-metre"),
        ("flew 548km", "distance", "km", 548, "548km"),
        ("at 43 miles per hour", "speed", "mph", 43, "43 miles per hour"),
        ("a magnitude 6.2 earthquake", "magnitude", "magnitude", 6.2, "magnitude 6.2"),
        ("paid $82 a share", "money", "USD per share", 82, "$82 a share"),
        ("held up 9.6 billion dollars of goods a day", "money", "USD per day", 9.6e9, "9.6 billion dollars"),
    ],
)
def test_units_tell_money_shares_and_measures(text, counts, unit, low, written):
    """A unit beside a number says what it measures and belongs to its span; a rate keeps what it is per."""
    (measure,) = [m for n in find_numerals(text) if (m := measured(text, n))]
    assert (measure.counts, measure.unit, measure.numeral.low) == (counts, unit, low)
    assert measure.numeral.span.of(text) == written


def test_a_number_may_open_a_line():
    """What a heading ends with does not swallow the number that the next line begins with."""
    assert [n.low for n in find_numerals("near the stop\nSeven people died")] == [7]


def test_a_passive_tells_the_dead_and_of_whom():
    """The text "At least five Turkish soldiers were killed" counts killed, five and open, of "Turkish soldiers"."""
    doc = parsed(
        "At 1 advmod",
        "least 2 advmod",
        "five 4 nummod",
        "Turkish 4 amod",
        "soldiers 6 nsubjpass soldier NOUN",
        "were 6 auxpass be",
        "killed 6 ROOT kill VERB",
        ". 6 punct",
    )
    found = only(doc)
    assert (found.counts, found.low, found.high, found.unit, found.scope) == ("killed", 5, None, "people", "")
    assert words(doc, found) == ("At least five", "Turkish soldiers")


def test_an_active_verb_tells_its_victims_and_not_its_agents():
    """The text "Three men killed 12 people" counts 12 killed; the three did it."""
    doc = parsed(
        "Three 1 nummod",
        "men 2 nsubj man NOUN",
        "killed 2 ROOT kill VERB",
        "12 4 nummod",
        "people 2 dobj person NOUN",
    )
    assert [(q.counts, q.low) for q in find_quantities(doc)] == [("people", 3), ("killed", 12)]


def test_a_second_number_without_noun_takes_its_own_predicate():
    """The text "One civilian was killed and another wounded": one killed, of civilians, and one wounded."""
    doc = parsed(
        "One 1 nummod",
        "civilian 3 nsubjpass civilian NOUN",
        "was 3 auxpass be",
        "killed 3 ROOT kill VERB",
        "and 3 cc",
        "another 6 nsubj",
        "wounded 3 conj wound VERB",
    )
    first, second = find_quantities(doc)
    assert (first.counts, first.low, words(doc, first)[1]) == ("killed", 1, "civilian")
    assert (second.counts, second.low, second.high) == ("wounded", 1, 1)


def test_that_before_one_may_open_a_clause():
    """The text "that one civilian was killed" counts one; "that one was killed" points at somebody."""
    counted = parsed(
        "that 4 mark",
        "one 2 nummod",
        "civilian 4 nsubjpass civilian NOUN",
        "was 4 auxpass be",
        "killed 4 ROOT kill VERB",
    )
    pointed = parsed("that 1 det", "one 3 nsubjpass", "was 3 auxpass be", "killed 3 ROOT kill VERB")
    assert [q.low for q in find_quantities(counted)] == [1]
    assert find_quantities(pointed) == ()


def test_a_headline_without_verbs_is_understood():
    """The text "12 dead, dozens injured" counts 12 killed and an open number of wounded."""
    doc = parsed(
        "12 1 nummod", "dead 1 ROOT dead ADJ", ", 1 punct", "dozens 4 nsubj dozen", "injured 1 conj injure VERB"
    )
    dead, injured = find_quantities(doc)
    assert (dead.counts, dead.low) == ("killed", 12)
    assert (injured.counts, injured.low, injured.high, injured.approximate) == ("wounded", 24, None, True)


def test_a_toll_is_of_the_dead_and_the_one_it_replaces_is_earlier():
    """The text "The death toll rose from 12 to 15": 15 stands, 12 is marked as earlier."""
    doc = parsed(
        "The 2 det",
        "death 2 compound",
        "toll 3 nsubj",
        "rose 3 ROOT rise",
        "from 3 prep",
        "12 4 pobj",
        "to 3 prep",
        "15 6 pobj",
        ". 3 punct",
    )
    assert [(q.counts, q.low, q.scope) for q in find_quantities(doc)] == [("killed", 12, "earlier"), ("killed", 15, "")]


def test_the_whole_is_not_what_befell_a_part():
    """The text "one of the two pilots died" does not count two dead, "one of the two homes" counts two homes."""
    people = parsed(
        "One 5 nsubj", "of 0 prep", "the 4 det", "two 4 nummod", "pilots 1 pobj pilot NOUN", "died 5 ROOT die VERB"
    )
    things = parsed(
        "One 5 nsubj", "of 0 prep", "the 4 det", "two 4 nummod", "homes 1 pobj home NOUN", "burnt 5 ROOT burn VERB"
    )
    assert find_quantities(people) == ()
    assert [(q.counts, q.low) for q in find_quantities(things)] == [("buildings", 2)]


def test_a_toll_told_backwards_marks_the_earlier_one():
    """The text "The toll rose to 84 from 77" replaces 77."""
    doc = parsed(
        "The 1 det",
        "toll 2 nsubj",
        "rose 2 ROOT rise",
        "to 2 prep",
        "84 3 pobj",
        "from 2 prep",
        "77 5 pobj",
        ". 2 punct",
    )
    assert [(q.low, q.scope) for q in find_quantities(doc)] == [(84, ""), (77, "earlier")]


def test_none_is_counted_only_where_the_text_says_so():
    """The text "No Americans were killed" counts none; "no casualties were reported" counts nothing."""
    counted = parsed("No 1 det", "Americans 3 nsubjpass american PROPN", "were 3 auxpass be", "killed 3 ROOT kill VERB")
    unknown = parsed(
        "No 1 det", "casualties 3 nsubjpass casualty NOUN", "were 3 auxpass be", "reported 3 ROOT report VERB"
    )
    found = only(counted)
    assert (found.counts, found.low, found.high, words(counted, found)) == ("killed", 0, 0, ("No", "Americans"))
    assert find_quantities(unknown) == ()


def test_part_of_a_count_says_that_it_is_part():
    """The text "Two of the wounded died" is part of a larger count."""
    doc = parsed("Two 4 nsubj", "of 0 prep", "the 3 det", "wounded 1 pobj wound", "died 4 ROOT die VERB")
    found = only(doc)
    assert (found.counts, found.low, found.scope) == ("killed", 2, "part")


def test_how_badly_people_were_hurt_makes_them_a_part():
    """Four people "with serious injuries" are part of the injured."""
    doc = parsed(
        "Four 1 nummod",
        "people 5 nsubjpass person NOUN",
        "with 1 prep",
        "serious 4 amod",
        "injuries 2 pobj injury NOUN",
        "treated 5 ROOT treat VERB",
    )
    assert [(q.counts, q.low, q.scope) for q in find_quantities(doc)] == [("wounded", 4, "part")]


def test_what_comes_on_top_is_more():
    """The text "Five more vehicles came" is on top of an earlier count."""
    doc = parsed("Five 2 nummod", "more 2 amod", "vehicles 3 nsubj vehicle NOUN", "came 3 ROOT come VERB")
    found = only(doc)
    assert (found.counts, found.low, found.scope, found.predicate) == ("vehicles", 5, "more", "come")
    assert words(doc, found)[1] == "vehicles"


def test_more_of_another_kind_is_a_count_of_its_own():
    """The text "killed five people and injured another 40" counts 40 injured in all."""
    doc = parsed(
        "It 1 nsubj",
        "killed 1 ROOT kill VERB",
        "five 3 nummod",
        "people 1 dobj person NOUN",
        "and 1 cc",
        "injured 1 conj injure VERB",
        "another 7 det",
        "40 5 dobj",
    )
    assert [(q.counts, q.low, q.scope) for q in find_quantities(doc)] == [("killed", 5, ""), ("wounded", 40, "")]


def test_a_modal_makes_a_count_possible_only():
    """The text "It could displace 2,000 people" tells of no displaced people yet."""
    doc = parsed(
        "It 2 nsubj", "could 2 aux", "displace 2 ROOT displace VERB", "2,000 4 nummod", "people 2 dobj person NOUN"
    )
    found = only(doc)
    assert (found.counts, found.low, found.scope) == ("displaced", 2000, "possible")


def test_killed_or_wounded_together_are_casualties():
    """The text "12 people were killed or wounded" does not say how many of each."""
    doc = parsed(
        "12 1 nummod",
        "people 3 nsubjpass person NOUN",
        "were 3 auxpass be",
        "killed 3 ROOT kill VERB",
        "or 3 cc",
        "wounded 3 conj wound VERB",
    )
    assert only(doc).counts == "casualties"


def test_men_lost_in_battle_are_casualties():
    """The text "The army lost more than 150 men" does not say that all were killed."""
    doc = parsed(
        "The 1 det",
        "army 2 nsubj army NOUN",
        "lost 2 ROOT lose VERB",
        "more 5 amod",
        "than 5 quantmod",
        "150 6 nummod",
        "men 2 dobj man NOUN",
    )
    found = only(doc)
    assert (found.counts, found.low, found.high) == ("casualties", 150, None)


def test_phrases_tell_the_hospitalised():
    """The text "51 people were rushed to a nearby hospital" counts the hospitalised."""
    doc = parsed(
        "51 1 nummod",
        "people 3 nsubjpass person NOUN",
        "were 3 auxpass be",
        "rushed 3 ROOT rush VERB",
        "to 3 prep",
        "a 7 det",
        "nearby 7 amod",
        "hospital 4 pobj hospital NOUN",
    )
    assert only(doc).counts == "hospitalised"


def test_passengers_are_aboard_only_where_something_carries_them():
    """A plane carries 226 passengers; a network that served millions has nobody on board."""
    carried = parsed("It 1 nsubj", "carried 1 ROOT carry VERB", "226 3 nummod", "passengers 1 dobj passenger NOUN")
    served = parsed("It 1 nsubj", "served 1 ROOT serve VERB", "226 3 nummod", "passengers 1 dobj passenger NOUN")
    assert (only(carried).counts, only(served).counts) == ("aboard", "people")


def test_things_keep_what_they_do():
    """The text "422 ships were waiting" counts ships that wait, so that it is not compared with ships that sank."""
    doc = parsed("422 1 nummod", "ships 3 nsubj ship NOUN", "were 3 aux be", "waiting 3 ROOT wait VERB")
    found = only(doc)
    assert (found.counts, found.predicate, found.unit) == ("ships", "wait", "ships")


def test_money_keeps_what_it_is_for():
    """The text "Claimed $916 million in compensation" is of compensation."""
    doc = parsed(
        "It 1 nsubj",
        "claimed 1 ROOT claim VERB",
        "$ 4 quantmod",
        "916 4 compound",
        "million 1 dobj",
        "in 4 prep",
        "compensation 5 pobj compensation NOUN",
    )
    found = only(doc)
    assert (found.counts, found.low, found.predicate) == ("money", 9.16e8, "claim")
    assert words(doc, found) == ("$ 916 million", "compensation")


def test_adults_and_children_share_what_befalls_them():
    """The text "121 adults and children were taken into custody" counts the arrested."""
    doc = parsed(
        "121 1 nummod",
        "adults 5 nsubjpass adult NOUN",
        "and 1 cc",
        "children 1 conj child NOUN",
        "were 5 auxpass be",
        "taken 5 ROOT take VERB",
        "into 5 prep",
        "custody 6 pobj custody NOUN",
    )
    assert [(q.counts, q.low) for q in find_quantities(doc)] == [("arrested", 121)]


def test_sources_are_not_counted_as_people():
    """The text "Two officials said" counts nobody."""
    assert find_quantities(parsed("Two 1 nummod", "officials 2 nsubj official NOUN", "said 2 ROOT say VERB")) == ()


def test_every_kind_and_scope_is_documented():
    """What the finder can say is in the documented lists, each once."""
    assert len(set(COUNTED)) == len(COUNTED)
    assert {"", "part", "more", "earlier", "possible"} == set(SCOPES)
