"""The command line: arguments in, exit code out (0 built, 1 the input has errors, 2 usage)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from according import __version__
from according.config import FILE, Config, load_config
from according.console import Console, Loudness
from according.errors import AccordingError
from according.explaining import explain
from according.explaining.offers import block
from according.linking.gazetteer import open_gazetteer
from according.model import Answer
from according.pipeline import build, gather, judged
from according.publishing.layout import folders
from according.publishing.views.review import answers, below, first_lines
from according.publishing.words import FALLBACK, read_words
from according.session import ONCE, session_of
from according.telling import corrections, printed

ABOUT = """\
Turn a folder of news articles into a website that says what each source says.

Put articles (Markdown, plain text, saved web pages) into content/, run `python build.py`, and open site/index.html.
Every event, place and actor of the articles gets a page. Wrong names are put right in overrides/*.yaml;
build again to see it."""

EXAMPLES = """\
examples:
  python build.py                        build the site
  python build.py serve                  build, serve, and rebuild when a file changes
  python build.py check --strict         say what is wrong, write nothing
  python build.py explain "Khirbet Amo"  why forms were merged or linked, or not
  python build.py review                 what a person's minute is best spent on

exit code: 0 built, 1 the input has errors (nothing was replaced), 2 wrong usage"""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; every option is taken before or after the command's name."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--config", type=Path, metavar="FILE", help="configuration (default: config.yaml, if there)")
    shared.add_argument("--content", type=Path, metavar="DIR", help="folder of articles (default: content)")
    shared.add_argument("--output", type=Path, metavar="DIR", help="folder to write the site to (default: site)")
    shared.add_argument("--overrides", type=Path, metavar="DIR", help="folder of corrections (default: overrides)")
    shared.add_argument("--strict", action="store_true", help="treat warnings as errors")
    shared.add_argument("--jobs", type=int, metavar="N", help="processes that annotate (default: 1)")
    loud = shared.add_mutually_exclusive_group()
    loud.add_argument("--quiet", action="store_true", help="say only what is wrong")
    loud.add_argument("--verbose", action="store_true", help="say more")
    whole = argparse.ArgumentParser(
        prog="build.py",
        description=ABOUT,
        epilog=EXAMPLES,
        parents=[shared],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"According {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    commands.add_parser("build", parents=[shared], help="build the site (what happens without a command)")
    serve = commands.add_parser("serve", parents=[shared], help="build, serve, watch and reload the browser")
    serve.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    commands.add_parser("check", parents=[shared], help="validate configuration, overrides and content; write nothing")
    told = commands.add_parser("explain", parents=[shared], help="why forms were merged or linked, or not")
    told.add_argument("name", help="a name as an article spells it, a title, or the id or address of a page")
    commands.add_parser("review", parents=[shared], help="print what to decide, and what corrections do")
    return whole


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    options = parser().parse_args(arguments)
    console = Console(_loudness(options))
    try:
        config = configured(options)
        return COMMANDS[options.command or "build"](config, console, options)
    except AccordingError as error:
        for problem in error.problems:
            console.warn(str(problem))
        console.warn(f"Nothing was replaced: {len(error.problems)} to mend.")
        return 1
    except KeyboardInterrupt:
        return 130


def configured(options: argparse.Namespace) -> Config:
    """The configuration file's settings under the command line's; raises AccordingError on mistakes in it."""
    config = load_config(getattr(options, "config", None))
    given = {k: getattr(options, k) for k in ("content", "output", "overrides", "jobs") if hasattr(options, k)}
    return config.model_copy(update=given)


def _loudness(options: argparse.Namespace) -> Loudness:
    if getattr(options, "quiet", False):
        return Loudness.QUIET
    return Loudness.VERBOSE if getattr(options, "verbose", False) else Loudness.NORMAL


def _build(config: Config, console: Console, options: argparse.Namespace) -> int:
    session = session_of(config)
    build(config, console, strict=getattr(options, "strict", False), session=session if session.base else ONCE)
    return 0


def _check(config: Config, console: Console, options: argparse.Namespace) -> int:
    problems = judged(gather(config, console).problems, strict=getattr(options, "strict", False))
    for problem in problems:
        console.warn(str(problem))
    if not problems:
        console.say("Nothing to mend.")
    return 0


def _explain(config: Config, console: Console, options: argparse.Namespace) -> int:
    corpus = gather(config, console)
    lines = explain(options.name, corpus, open_gazetteer(config))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _review(config: Config, console: Console, _options: argparse.Namespace) -> int:
    corpus = gather(config, console)
    words = read_words(folders(config.templates), FALLBACK)
    items = sorted((*corpus.linked.review, *corpus.events.review), key=lambda i: (-i.weight, i.kind, i.about))
    heads = first_lines(corpus.linked, corpus.events, items, words)
    for item in items:
        evidence = "".join(f"\n  - {e}" for e in item.evidence)
        lines = "".join(_reply(answer, below(answer, heads, words), config) for answer in answers(item, words))
        sys.stdout.write(f"{item.question}{evidence}\n{lines}\n")
    if told := [*printed(corrections(corpus.linked, corpus.events, config))]:
        sys.stdout.write("\n  ".join(["Corrections in force:", *told]) + "\n")
    return 0


def _reply(answer: Answer, told: str, config: Config) -> str:
    """One answer to a question: what it means, its lines, and what is told of the first of these."""
    lines = "".join(f"{line}\n" for line in block(answer.yaml.splitlines()))
    return f"  {answer.means}, in {config.corrections(answer.file)}:\n{lines}" + (f"  {told}\n" if told else "")


def _serve(config: Config, console: Console, options: argparse.Namespace) -> int:
    # watchfiles and the server start only when asked for
    from according.serving import Settings, serve  # noqa: PLC0415

    file = getattr(options, "config", FILE)
    settings = Settings(file, partial(configured, options), file.exists())
    return serve(settings, config, console, port=options.port, strict=getattr(options, "strict", False))


COMMANDS: dict[str, Callable[[Config, Console, argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "explain": _explain,
    "review": _review,
    "serve": _serve,
}
