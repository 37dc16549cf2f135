"""Every answer that the demonstration's review page offers, and the lines of every page, each pasted alone."""

import os
import re

import pytest
import yaml
from site_builder import CACHE, ROOT

from according.config import load_config
from according.console import Console, Loudness
from according.digesting import digest
from according.linking.away import to_ignore
from according.linking.effects import applies
from according.memo import LongMemo
from according.pipeline import gather
from according.publishing import Site
from according.publishing.layout import OURS
from according.publishing.views import corrections
from according.publishing.views.desk import Desk
from according.publishing.views.register import Register
from according.publishing.views.review import answers
from according.publishing.words import read_words

PLACEHOLDER = re.compile("[Oo]ther|[Ll]arger|latitude")  # what somebody has to fill in
OURS_TO_ANSWER = {"places.yaml", "actors.yaml", "sources.yaml"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Links the demonstration under the lines of one file, or of several."""
    folder = tmp_path_factory.mktemp("answers")
    folders = {name: folder / name for name in ("overrides", "cache")}
    for path in folders.values():
        path.mkdir()
    for index in CACHE.glob("gazetteer*"):
        os.link(index, folders["cache"] / index.name)
    config = load_config(ROOT / "config.yaml").model_copy(update=folders | {"content": ROOT / "content"})
    memo = LongMemo()

    def made(file="actors.yaml", lines="", **others):
        for old in folders["overrides"].glob("*.yaml"):
            old.unlink()
        for name, text in {file: lines, **others}.items():
            (folders["overrides"] / name).write_text(text, "utf8")
        memo.begin("demonstration")
        found = gather(config, Console(Loudness.QUIET), memo, "demonstration")
        memo.end()
        return found

    return made


def asked(corpus):
    """The questions of a corpus."""
    return {i.question: i for i in (*corpus.linked.review, *corpus.events.review)}


def warned(corpus):
    """What is wrong, but that lines say what the program finds by itself."""
    return [str(p) for p in corpus.problems if "says only what" not in p.message]


def test_an_answer_settles_its_question_and_no_other(corpus):
    """Nothing else is asked, or asked no more, and nothing is warned about."""
    before = asked(corpus())
    words = read_words([OURS], "en")
    given = [(i, a) for i in before.values() for a in answers(i, words) if a.file in OURS_TO_ANSWER]
    assert len(given) >= 4
    for item, answer in given:
        after = corpus(answer.file, answer.yaml)
        assert asked(after).keys() == before.keys() - {item.question}, answer
        assert warned(after) == [], answer


def led(linked):
    """Where every name of the texts and titles leads."""
    named = (*linked.mentions.values(), *linked.title_mentions.values())
    return [(m.article, m.span, m.kind, m.entity) for mentions in named for m in mentions if m.entity]


def lines(correction):
    """What a page offers: its lines as they stand, and each of those that are filled in but are only remarks, alone."""
    key, *others = correction.yaml.splitlines()
    yield correction.yaml
    for line in others:
        what = line.removeprefix("  # ")
        if (
            what != line
            and what.startswith(("at: ", "in: ", "geonames: ", "aliases: "))
            and not PLACEHOLDER.search(what)
        ):
            yield f"{key}\n  {what}\n"


def test_the_lines_of_a_page_change_nothing_as_they_stand(corpus):
    """The page and all that is named are where they were, and no question or warning is new."""
    first = corpus()
    linked = first.linked
    told = digest(linked, first.events)
    site = Site(first.config, linked, first.events, told, (), "", "", "")
    desk = Desk(Register(site, read_words([OURS], "en")), "")
    offered = [("actors", i, corrections.actor_correction(desk, a)) for i, a in linked.actors.items()]
    offered += [("places", i, corrections.place_correction(desk, p)) for i, p in linked.places.items()]
    offered += [("sources", i, corrections.source_correction(desk, s)) for i, s in linked.sources.items()]
    before, names = asked(first), led(linked)
    for kind, id_, correction in offered:
        for pasted in lines(correction):
            after = corpus(correction.file.rpartition("/")[2], pasted)
            assert applies(after.overrides)
            assert getattr(after.linked, kind)[id_].name == getattr(linked, kind)[id_].name, pasted
            assert led(after.linked) == names, pasted
            assert {d.what for es in after.linked.effects.values() for e in es for d in e.deeds} <= {"answer"}, pasted
            assert asked(after).keys() <= before.keys(), pasted
            assert warned(after) == [], pasted


def test_what_a_page_offers_in_place_of_its_entry_takes_it_away(corpus):
    """Of every place and actor that the demonstration corrects, without a warning."""
    said = {
        file: yaml.safe_load((ROOT / "overrides" / file).read_text("utf8")) for file in ("places.yaml", "actors.yaml")
    }
    first = corpus(**{file: yaml.safe_dump(entries) for file, entries in said.items()}).linked
    corrected = [(sort, e) for sort in ("places", "actors") for e in getattr(first, sort).values() if e.overridden]
    assert len(corrected) == sum(map(len, said.values()))
    for sort, entity in corrected:
        own, others = to_ignore(entity, first.away)
        entries = {file: dict(of) for file, of in said.items()}
        del entries[f"{sort}.yaml"][entity.name]
        for file, names in ((f"{sort}.yaml", own), *others):
            entries[file] |= dict.fromkeys(names, "ignore")
        after = corpus(**{file: yaml.safe_dump(of) for file, of in entries.items()})
        spots = {(article, span) for article, span, kind, id_ in led(first) if (f"{kind}s", id_) == (sort, entity.id)}
        assert spots.isdisjoint((article, span) for article, span, _, _ in led(after.linked)), entity.name
        assert warned(after) == [], entity.name
