"""Which spellings are one name, and which are not."""

from __future__ import annotations

import pytest

from according.linking.forms import Evidence, alike, fold, same_name, skeleton


def test_fold_leaves_only_the_words() -> None:
    """Accents, apostrophes, possessives, dots of initials and homoglyphs do not tell names apart."""
    assert fold("Al-Ḥasakah") == fold("al hasakah") == "al hasakah"
    assert fold("Ma'arrat al-Nu’man") == "maarrat al numan"
    assert fold("the U.S. Air Force’s") == "the us air force"
    assert fold("Defen\u0441e") == "defence"


def test_skeleton_is_one_key_for_transliterations() -> None:
    """One place written by ear in many ways has one key."""
    assert skeleton("Qamishli") == skeleton("Al-Qamishly") == skeleton("Kamyshly")
    assert skeleton("Jabhat al-Nusra") == skeleton("Jebhat an-Nusra")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sulaymaniyah", "Suleimaniya"),
        ("Deir ez-Zor", "Dayr az-Zawr"),
        ("Ein al-Arab", "Ayn al-Arab"),
        ("Hayat Tahrir al-Sham", "Khayyat Tahrir ash-Sham"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Yekaterinburg", "Ekaterinburg"),
    ],
)
def test_spellings_of_one_name_are_the_same(a: str, b: str) -> None:
    """Transliterations and typing errors of one name merge, whichever comes first."""
    assert same_name(a, b) is not None
    assert same_name(b, a) is same_name(a, b)


def test_the_evidence_tells_words_from_sounds() -> None:
    """Equal words are stronger evidence than equal consonants, and the result says which it was."""
    assert same_name("U.S. Air Force", "US Air Force") is Evidence.SAME_WORDS
    assert same_name("Qamishli", "Kamyshly") is Evidence.SAME_CONSONANTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Niger", "Nigeria"),
        ("Khamenei", "Khomeini"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("M4 highway", "M5 highway"),
        ("John Paul II", "John Paul III"),
        ("North Korea", "South Korea"),
        ("New Delhi", "Delhi"),
        ("Khirbat Amo", "Khirbat Umm"),
        ("John Smith", "Joan Smith"),
        ("George Bush Sr.", "George Bush Jr."),
        ("Tell Aran", "Tell Rifaat"),
        ("Mali", "Malawi"),
        ("Mexico City", "Mexico"),
        ("Port Sudan", "Sudan"),
        ("Guinea-Bissau", "Guinea"),
    ],
)
def test_look_alikes_stay_apart(a: str, b: str) -> None:
    """Names that a careless reader would mix up are not merged."""
    assert same_name(a, b) is None
    assert same_name(b, a) is None


def test_names_without_letters_are_nobodys() -> None:
    """What has no words cannot be the same as anything."""
    assert same_name("...", "...") is None
    assert alike("", "") == 0.0


def test_alike_ranks_a_near_miss_over_a_stranger() -> None:
    """The weak measure is for suggestions: a misspelling stands above another name, and guards still hold."""
    assert alike("Sweida", "Suwayda") > alike("Sweida", "Serbia")
    assert alike("North Korea", "South Korea") == 0.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zhangjiakou", "Zhongjiakou"),
        ("Pyatigorsk", "Pyatigorskiy"),
        ("Lesnoye", "Lesnaya"),
        ("Khirbet Amo", "Khirbet Hamad"),
    ],
)
def test_guards_of_languages(a: str, b: str) -> None:
    """Chinese vowels, Slavic endings and what follows a generic word make another name."""
    assert same_name(a, b) is None


def test_a_designation_is_no_part_of_the_name() -> None:
    """One source writes "village", the other does not."""
    assert same_name("Qaryat Darna", "Darnah") is not None


def test_sounds_that_letters_share_are_weighed() -> None:
    """The same consonants are not needed where languages write one sound with several letters."""
    assert same_name("Jalal Abad", "Dzhalalabad") is Evidence.SPELLED_ALIKE
    assert same_name("Darna", "Marna") is None


def test_long_vowels_that_both_spellings_mark_must_be_the_same() -> None:
    """Where only one marks them nothing is known of the other's."""
    assert same_name("Rāmīn", "Rammūn") is None
    assert same_name("Tāzah Khūrmātū", "Ţūz Khūrmātū") is None
    assert same_name("Qāmishlī", "Qamishli") is not None


def test_sounds_of_one_sort_are_weighed_though_never_seen_in_a_pair() -> None:
    """Voiced for voiceless, or a letter for the sound of another alphabet's; not any consonant for any other."""
    assert same_name("Zaranj", "Zarandż") is not None
    assert same_name("Zelenopol", "Selenopol") is not None
    assert same_name("Zelenopol", "Melenopol") is None


def test_syllables_that_only_look_chinese_are_weighed() -> None:
    """An n and a g that begin the next syllable are no ng."""
    assert same_name("Namangan", "Nemangan") is not None
