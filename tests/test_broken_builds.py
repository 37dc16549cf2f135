"""``build.py serve`` between two builds: what is told, and what goes on."""

import pytest

from according import serving
from according.config import Config
from according.console import Console, Loudness
from according.errors import AccordingError, Problem
from according.publishing import Written
from according.serving import News, _rebuild
from according.session import session_of

DONE = Written(("index.html",), (), (), ())


@pytest.fixture
def rebuilt(monkeypatch, capsys, tmp_path):
    """Runs one build after another, each a result or an error: what browsers are told, and the sessions used."""
    news, sessions = News(), []
    config = Config(output=tmp_path / "site", cache=tmp_path, content=tmp_path)

    def run(*outcomes):
        waiting = iter(outcomes)

        def build(*_, session, **__):
            sessions.append(session)
            outcome = next(waiting)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(serving, "build", build)
        session, told = session_of(config), []
        for _ in outcomes:
            session = _rebuild(config, Console(Loudness.QUIET), session, news, strict=False)
            told.append(news.after(None, 1))
        return told, sessions, capsys.readouterr().err

    return run


def test_a_build_that_breaks_off_is_told_and_the_next_one_goes_on(rebuilt):
    """With nothing that the broken one left behind; the terminal has the whole story."""
    (failed, done), (first, second), printed = rebuilt(RecursionError("too deep"), DONE)
    assert "RecursionError: too deep" in failed.problems[0]
    assert "Traceback" in printed
    assert second.memo is not first.memo
    assert (done.problems, done.number) == ((), failed.number + 1)


def test_a_mistake_in_the_input_keeps_what_was_made(rebuilt):
    """The next build goes on from there."""
    (wrong, _), (first, second), _ = rebuilt(AccordingError([Problem("places.yaml", 1, "Wrong.", "Mend it.")]), DONE)
    assert wrong.problems[0].startswith("places.yaml:1: error: Wrong.")
    assert second.memo is first.memo
