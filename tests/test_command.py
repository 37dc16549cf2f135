"""The command line, up to the point where work begins."""

import pytest

from according.command import COMMANDS, configured, main, parser


def test_help_is_a_page_for_newcomers(capsys):
    """Help says what the tool does, how to start, every command and the exit codes."""
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    text = capsys.readouterr().out
    assert end.value.code == 0
    for words in ("what each source says", "content/", "overrides", "exit code", *COMMANDS):
        assert words in text


def test_wrong_usage_is_exit_code_two(capsys):
    """An unknown option is told, with exit code 2."""
    with pytest.raises(SystemExit) as end:
        main(["--no-such-option"])
    assert end.value.code == 2
    assert "--no-such-option" in capsys.readouterr().err


def test_options_go_before_or_after_the_command(tmp_path, monkeypatch):
    """The command line overrules the configuration wherever the option stands."""
    monkeypatch.chdir(tmp_path)
    before = configured(parser().parse_args(["--content", "news", "check"]))
    after = configured(parser().parse_args(["check", "--content", "news"]))
    assert str(before.content) == str(after.content) == "news"
