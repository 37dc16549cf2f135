"""Work kept from build to build: never given back when anything that it was made of is another."""

import gc
from dataclasses import dataclass
from weakref import WeakValueDictionary

import pytest

from according.memo import FORGETFUL, LongMemo
from according.watching import watched


class Works:
    """A memo over tables, and how often each piece of work was done."""

    def __init__(self):
        self.memo = LongMemo()
        self.done = []

    def build(self, rows, reads, other=None, subject="s"):
        """One build: each piece of work reads some rows and joins them; a key that is not there counts as "-"."""
        self.done.clear()
        self.memo.begin(subject)
        table = self.memo.table("rows", rows)
        extra = self.memo.table("other", other or {})

        def work(name):
            self.done.append(name)
            return "".join(table.get(key, "-") + extra.get(key, "") for key in reads[name])

        made = {name: self.memo.trace("work", name, lambda n=name: work(n)) for name in reads}
        self.memo.end()
        return made


def test_only_readers_of_a_changed_row_work_again():
    """A row is another, one is gone, one is new: each time its readers work, and nobody else."""
    works, reads = Works(), {"p": "ab", "q": "bc", "r": "d"}
    assert works.build({"a": "1", "b": "2", "c": "3"}, reads) == {"p": "12", "q": "23", "r": "-"}
    assert works.done == ["p", "q", "r"]
    assert works.build({"a": "1", "b": "2", "c": "4"}, reads) == {"p": "12", "q": "24", "r": "-"}
    assert works.done == ["q"]
    assert works.build({"b": "2", "c": "4"}, reads)["p"] == "-2"
    assert works.done == ["p"]
    assert works.build({"b": "2", "c": "4", "d": "5"}, reads)["r"] == "5"
    assert works.done == ["r"]
    assert works.build({"b": "2", "c": "4", "d": "5"}, reads)["r"] == "5"
    assert works.done == []


def test_whoever_reads_all_rows_sees_their_order():
    """Going through a table reads every row and the order in which they stand."""
    memo, seen = LongMemo(), []
    for rows in ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {"b": 2, "a": 1}, {"b": 2}):
        memo.begin("s")
        table = memo.table("t", rows)
        memo.trace("all", "", lambda t=table: seen.append(list(t.items())))
        memo.end()
    assert seen == [[("a", 1), ("b", 2)], [("b", 2), ("a", 1)], [("b", 2)]]


def test_shared_work_is_read_by_all_who_share_it():
    """Two pages ask for one cached thing: both are made again when what it read has changed."""
    memo, made = LongMemo(), []
    for rows in ({"a": 1}, {"a": 2}):
        memo.begin("s")
        table = memo.table("t", rows)
        shared = memo.cache(lambda key, t=table: t[key])
        for page in ("p", "q"):
            memo.trace("page", page, lambda p=page, s=shared: made.append((p, s("a"))))
        memo.end()
    assert made == [("p", 1), ("q", 1), ("p", 2), ("q", 2)]


def test_work_that_two_ask_for_is_done_once_a_build():
    """What was made again in a build is up to date for whoever asks after."""
    memo, made = LongMemo(), []
    for rows in ({"a": 1}, {"a": 2}):
        memo.begin("s")
        table = memo.table("t", rows)
        found = [memo.trace("shared", "", lambda t=table: made.append(t["a"]) or t["a"]) for _ in "pq"]
        assert found == [rows["a"]] * 2
        memo.end()
    assert made == [1, 2]


def test_traced_work_inside_traced_work_counts_for_both():
    """What an inner piece of work reads is read by the outer one, also when the inner one is given back."""
    memo, outer = LongMemo(), []
    for rows in ({"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 2}):
        memo.begin("s")
        table = memo.table("t", rows)

        def work(t=table):
            outer.append(memo.trace("inner", "", lambda: t["a"]) + t["b"])

        memo.trace("outer", "", work)
        memo.end()
    assert outer == [2, 3, 4]


def test_inputs_are_compared():
    """``recall`` gives a result back for equal inputs, and for no others."""
    memo, made = LongMemo(), []
    for inputs in ((1, "a"), (1, "a"), (1, "b"), (1, "a")):
        memo.begin("s")
        assert memo.recall("sum", "", inputs, lambda i=inputs: made.append(i) or i) == inputs
        memo.end()
    assert made == [(1, "a"), (1, "b"), (1, "a")]


class Gathers:
    """A memo that joins by letter what rows have of it, and of which letters it did so."""

    def __init__(self):
        self.memo = LongMemo()
        self.done = []

    def build(self, rows, ground=1, fails=""):
        """One build; every letter's parts in the order of the rows."""
        self.done.clear()

        def join(letter, parts):
            self.done.append(letter)
            assert letter != fails
            return "".join(f"{row}{part}" for row, part in parts.items())

        self.memo.begin("s")
        made = dict(self.memo.gather("joined", (ground,), rows, join))
        assert made == FORGETFUL.gather("joined", (ground,), rows, lambda _, p: "".join(r + v for r, v in p.items()))
        self.memo.end()
        return made


def test_only_groups_with_another_part_are_made_again():
    """A part is another, one is gone, a row is new, a row is gone: what is made is always what a first build makes."""
    works = Gathers()
    works.build({"p": {"a": "1", "b": "2"}, "q": {"b": "3"}})
    assert sorted(works.done) == ["a", "b"]
    assert works.build({"p": {"a": "1", "b": "2"}, "q": {"b": "4"}}) == {"a": "p1", "b": "p2q4"}
    assert works.done == ["b"]
    assert works.build({"p": {"b": "2"}, "q": {"b": "4"}}) == {"b": "p2q4"}
    assert works.done == []
    assert works.build({"o": {"c": "7"}, "p": {"b": "2"}, "q": {"b": "4"}})["c"] == "o7"
    assert works.done == ["c"]
    assert works.build({"q": {"b": "4"}}) == {"b": "q4"}
    assert works.done == ["b"]
    works.build({"q": {"b": "4"}}, ground=2)
    assert works.done == ["b"]


def test_a_gathering_that_failed_is_begun_anew():
    """Some groups were made of the new rows and some were not: none of them is believed."""
    works = Gathers()
    works.build({"p": {"a": "1"}})
    with pytest.raises(AssertionError):
        works.build({"p": {"a": "2"}}, fails="a")
    assert works.build({"p": {"a": "2"}}) == {"a": "p2"}


def test_a_build_that_failed_is_nothing_to_compare_with():
    """Its tables were seen, its work was not done: all traced work is done again."""
    works, reads = Works(), {"p": "a"}
    works.build({"a": "1"}, reads)
    works.memo.begin("s")
    works.memo.table("rows", {"a": "2"})
    assert works.build({"a": "2"}, reads) == {"p": "2"}


def test_another_ground_forgets_everything():
    """A changed template or configuration is in no table; the subject tells of it."""
    works = Works()
    works.build({"a": "1"}, {"p": "a"})
    works.build({"a": "1"}, {"p": "a"}, subject="another")
    assert works.done == ["p"]


def test_what_nobody_asked_for_is_not_given_back_when_it_is_void():
    """A row changes while a build leaves its reader out: the reader works again when it comes back."""
    works = Works()
    works.build({"a": "1", "b": "1"}, {"p": "a", "q": "b"})
    works.build({"a": "1", "b": "2"}, {"p": "a"})
    assert works.build({"a": "1", "b": "2"}, {"p": "a", "q": "b"}) == {"p": "1", "q": "2"}
    assert works.done == ["q"]


class Held:
    """A result that can be found out to be gone."""


def test_what_nobody_has_asked_for_in_a_while_is_dropped():
    """A page that is gone takes its results with it, however they are kept; those in use stay."""
    memo, made = LongMemo(), WeakValueDictionary()

    def work(build):
        made[build] = held = Held()
        memo.recall("inner", build, (), lambda: held)
        return held

    for build in range(20):
        memo.begin("s")
        memo.trace("always", "", lambda: memo.recall("kept", "", (), Held))
        memo.trace("outer", build, lambda b=build: work(b))
        memo.end()
    gc.collect()
    assert 19 in made
    assert 0 not in made
    memo.begin("s")
    memo.recall("kept", "", (), lambda: pytest.fail("it is in use by what is asked for"))


def test_all_of_one_kind_are_asked_for_at_once():
    """Each by its key: only the ones that read another row are made again; one is new, one is gone."""
    memo, made = LongMemo(), []
    for rows, keys in (({"a": 1, "b": 2}, "ab"), ({"a": 1, "b": 3}, "ab"), ({"a": 1, "b": 3, "c": 4}, "cb")):
        memo.begin("s")
        table = memo.table("t", rows)
        found = memo.each("twice", keys, lambda key, t=table: made.append(key) or 2 * t[key])
        assert found == {key: 2 * rows[key] for key in keys}
        assert list(found) == list(keys)
        memo.end()
    assert made == ["a", "b", "b", "c"]


def test_void_work_takes_with_it_whatever_asked_for_it():
    """Two levels up, and though the one between was given back and not made when the outermost was."""
    memo, made = LongMemo(), []
    for rows, reads in (({"a": 1, "b": 1}, "a"), ({"a": 1, "b": 2}, "ab"), ({"a": 2, "b": 2}, "ab")):
        memo.begin("s")
        table = memo.table("t", rows)

        def middle(t=table):
            return memo.trace("inner", "", lambda: t["a"]) + 0

        def outer(t=table, r=reads):
            made.append(sum(t[key] for key in r if key != "a") + memo.trace("middle", "", middle))
            return made[-1]

        assert memo.trace("outer", reads, outer) == sum(rows[key] for key in reads)
        memo.end()
    assert made == [1, 3, 4]


@dataclass(frozen=True)
class Record:
    """Something with a table."""

    rows: dict
    name: str = ""


def test_a_watched_record_reads_as_before():
    """Its mappings tell who reads; what they hold is the same, and a missing key is an error as before."""
    memo = LongMemo()
    memo.begin("s")
    record = watched(Record({"a": 1}, "n"), memo)
    assert (dict(record.rows), len(record.rows), record.name) == ({"a": 1}, 1, "n")
    assert "b" not in record.rows
    with pytest.raises(KeyError):
        record.rows["b"]
    assert watched(Record({"a": 1}), FORGETFUL).rows == {"a": 1}


def test_a_derived_table_is_made_again_with_what_it_reads():
    """It is a table like any other: its readers work again only where one of its own rows is another."""
    memo, made, read = LongMemo(), [], []
    for rows in ({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": 3, "b": 2}):
        memo.begin("s")
        table = memo.table("t", rows)
        odd = memo.derive("odd", lambda t=table: made.append(1) or {k: v % 2 for k, v in t.items()})
        twice = memo.derive("twice", lambda t=table: {k: 2 * v for k, v in t.items()})
        for key in rows:
            memo.trace("odd of", key, lambda k=key, t=odd: read.append(("odd", k, t[k])))
            memo.trace("twice of", key, lambda k=key, t=twice: read.append(("twice", k, t[k])))
        memo.end()
    assert len(made) == 2
    assert read == [("odd", "a", 1), ("twice", "a", 2), ("odd", "b", 0), ("twice", "b", 4), ("twice", "a", 6)]


@pytest.mark.parametrize("memo", [LongMemo(), FORGETFUL])
def test_a_table_of_parts_is_what_it_would_be_made_at_once(memo):
    """A row is another, one is new, one is gone: the parts of these are made again, and none of another."""
    made = []
    for rows in ({"b": "xy", "a": "x"}, {"b": "xz", "a": "x"}, {"b": "xz", "a": "x", "c": "z"}, {"b": "xz", "c": "z"}):
        memo.begin("s")
        table = memo.table("t", rows)

        def letters(key, t=table):
            made.append(key)
            return [(letter, key) for letter in t[key]]

        index = memo.index("by letter", table, letters)
        sizes = memo.collect("sizes", table, lambda key, t=table: {key: len(t[key])})
        told = {letter: tuple(k for k in sorted(rows) if letter in rows[k]) for letter in "xyz"}
        assert dict(index) == {letter: keys for letter, keys in told.items() if keys}
        assert dict(sizes) == {key: len(word) for key, word in rows.items()}
        memo.end()
    assert made == (["a", "b", "b", "c"] if memo is not FORGETFUL else list("abababcbc"))


def test_what_a_kept_result_was_made_of_is_kept_with_it():
    """The outer work is given back twice; when its inputs change, the inner work need not be done again."""
    memo, done = LongMemo(), []
    for number in (1, 1, 1, 2):
        memo.begin("s")

        def outer(n=number):
            done.append("outer")
            return n + memo.recall("inner", "", (7,), lambda: done.append("inner") or 7)

        assert memo.recall("outer", "", (number,), outer) == number + 7
        memo.end()
    assert done == ["outer", "inner", "outer"]


def test_work_that_failed_left_nothing():
    """An error in the making is no result."""
    memo = LongMemo()
    for what in (memo.recall, lambda w, k, _, make: memo.trace(w, k, make)):
        for _ in range(2):
            memo.begin("s")
            with pytest.raises(ZeroDivisionError):
                what("work", "", (), lambda: 1 / 0)


def test_what_is_recalled_by_the_row_is_made_again_where_an_input_is_another():
    """Only the row with another input works again, be it a new one; what comes out equal stays the old object."""
    memo, done = LongMemo(), []

    def made(rows):
        def make(word, suffix):
            done.append(word)
            return [word[:1] + suffix]

        done.clear()
        memo.begin("s")
        found = memo.recall_each("words", ((key, (word, "!")) for key, word in rows.items()), make)
        memo.end()
        return found

    first = made({"a": "one", "b": "two"})
    assert (first, done) == ({"a": ["o!"], "b": ["t!"]}, ["one", "two"])
    second = made({"b": "three", "a": "one", "c": "four"})
    assert (list(second.items()), done) == ([("b", ["t!"]), ("a", ["o!"]), ("c", ["f!"])], ["three", "four"])
    assert second["b"] is first["b"]
    made({"a": "one"})
    assert (made({"a": "one", "b": "three"}), done) == ({"a": ["o!"], "b": ["t!"]}, ["three"])
    assert FORGETFUL.recall_each("words", [("a", ("one", "?"))], lambda word, end: word + end) == {"a": "one?"}


def test_what_is_recalled_by_the_row_is_forgotten_with_its_subject():
    """Another configuration or other code makes every row again."""
    memo, done = LongMemo(), []
    for subject in ("s", "s", "t"):
        memo.begin(subject)
        memo.recall_each("rows", [("a", (1,))], done.append)
        memo.end()
    assert done == [1, 1]


def test_what_is_foreseen_is_done_once_by_whoever_prepares():
    """Not by the build that foresees it, and never for a later one: its inputs may be others by then."""
    memo, done = LongMemo(), []
    memo.begin("s")
    memo.foresee(lambda: memo.recall("word", "", ("a",), lambda: done.append("a")))
    memo.end()
    assert done == []
    memo.prepare()
    memo.prepare()
    assert done == ["a"]
    memo.begin("s")
    memo.recall("word", "", ("a",), lambda: done.append("again"))
    memo.foresee(lambda: done.append("b"))
    memo.end()
    memo.begin("s")
    memo.prepare()
    assert done == ["a"]
    FORGETFUL.foresee(lambda: done.append("c"))
    FORGETFUL.prepare()
    assert done == ["a"]
