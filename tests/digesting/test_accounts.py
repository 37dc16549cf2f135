"""What one source says on a page: the lead, its order, and everything else behind it."""

from __future__ import annotations

from small_corpus import EVENT, Said, Setting, corpus, figure

from according.digesting import digest
from according.digesting.accounts import LEAD_WORDS
from according.model import Account, SourceKind, Voice

FILLERS = (
    "the long road to the distant north was closed for the whole day because of rain and mud and nobody could pass it",
    "shops in the market kept their doors shut while armed men went from house to house asking for names and papers",
    "three lorries with flour and medicine waited behind the bridge until an officer let them go to the hospital",
    "teachers sent the children home early and told parents to keep away from windows that look out on the square",
    "farmers who had come to sell olives spent the night in their cars since every way back was blocked",
)


def accounts(*said: Said, setting: Setting | None = None) -> tuple[Account, ...]:
    """The accounts on the event's page."""
    return digest(*corpus(said, setting or Setting())).events[EVENT].accounts


def words(account: Account, said: list[Said]) -> list[str]:
    """The words of an account's lead."""
    return [said[int(s.claim[1:])].words for s in account.lead]


def test_named_sources_come_first_and_the_outlet_last():
    """Named, then unnamed, then nobody, then the outlet's own voice."""
    told = accounts(
        Said("a", None, "A patrol was stopped at a checkpoint"),
        Said("a", None, "shots were heard in the village", nobody=True),
        Said("a", "Local residents", "jets flew over the houses", kind=SourceKind.UNNAMED),
        Said("a", "SANA", "soldiers opened fire on the crowd"),
    )
    assert [a.name for a in told] == ["SANA", "Local residents", "", "Gazette"]


def test_an_outlet_that_speaks_as_much_itself_as_it_is_cited_comes_last():
    """Being cited once does not put an outlet among the named sources."""
    setting = Setting(outlets={"b": "Monitor"})
    once = accounts(
        Said("b", None, "A patrol was stopped at a checkpoint"),
        Said("a", "Monitor", "shots were heard in the village", kind=SourceKind.OUTLET),
        Said("a", "Local residents", "jets flew over the houses", kind=SourceKind.UNNAMED),
        setting=setting,
    )
    only_cited = accounts(
        Said("a", "Monitor", "shots were heard in the village", kind=SourceKind.OUTLET),
        Said("a", "Local residents", "jets flew over the houses", kind=SourceKind.UNNAMED),
    )
    assert [a.name for a in once] == ["Local residents", "Monitor"]
    assert [a.name for a in only_cited] == ["Monitor", "Local residents"]


def test_the_lead_holds_the_headline_figure_and_a_quotation_in_the_order_of_telling():
    """However late they are told, the gravest figure and one quotation are in the lead, and nothing is dropped."""
    said = [
        *(Said("a", "SANA", filler) for filler in FILLERS),
        Said("a", "SANA", "we will not leave our land to them", voice=Voice.DIRECT),
        Said("a", "SANA", "one civilian was killed", figures=(figure("one", "killed", 1, of="civilian"),)),
    ]
    (account,) = accounts(*said)
    lead = words(account, said)
    assert lead[-2:] == [said[5].words, said[6].words]
    assert len(account.lead) + len(account.rest) == len(said)


def test_the_lead_is_short():
    """A lead has about sixty words at most."""
    said = [Said("a", "SANA", filler) for filler in FILLERS]
    (account,) = accounts(*said)
    assert sum(len(w.split()) for w in words(account, said)) <= LEAD_WORDS
    assert account.rest


def test_a_single_long_statement_is_shown_whole():
    """A source that says one long thing is not silenced by the limit."""
    (account,) = accounts(Said("a", "SANA", " and ".join(FILLERS)))
    assert len(account.lead) == 1


def test_a_lead_neither_repeats_itself_nor_stammers():
    """What the lead already holds and one-word headings wait behind "more"."""
    said = [
        Said("a", "SANA", "five soldiers were killed in the attack on the northern base near the border"),
        Said("a", "SANA", "soldiers were killed in the attack"),
        Said("a", "SANA", "the authority"),
    ]
    (account,) = accounts(*said)
    assert words(account, said) == [said[0].words]
    assert len(account.rest) == 2


def test_statements_that_nobody_else_makes_are_counted():
    """What another source also states does not count as said by this one only."""
    told = accounts(
        Said("a", "SANA", "soldiers opened fire on the angry crowd"),
        Said("a", "SANA", "the flag was taken down by a boy"),
        Said("a", "Caggins", "the soldiers opened fire on an angry crowd"),
    )
    assert {a.name: a.only for a in told} == {"SANA": 1, "Caggins": 0}
