"""`python -m plugins.start`: turns the demonstration into a publication of one's own; `make start` calls it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.newsroom import clock
from plugins.start.answers import Answers, Ask, collect
from plugins.start.begin import carry_out, is_begun, refuse, write_aside
from plugins.start.publication_files import publication_files
from plugins.start.stopped_error import StoppedError

_VARIABLES = ("NAME", "LOCALE", "ZONE", "URL")
INCOMPLETE = 2
"""Status of a start to which something was missing."""
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Start the publication and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m plugins.start", description=__doc__)
    for variable in _VARIABLES:
        parser.add_argument(f"--{variable.lower()}", default="")
    parser.add_argument("--force", action="store_true", help="take the demonstration away although it was changed")
    asked = parser.parse_args(arguments)
    root = Path()
    try:
        if is_begun(root):
            print("A start was interrupted here; it goes on with the answers that it was given.")
            carry_out(root, print)
            return 0
        refuse(root, force=asked.force)
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    given = {variable: getattr(asked, variable.lower()) for variable in _VARIABLES}
    try:
        answers = collect(given, _person(), print)
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return INCOMPLETE
    try:
        write_aside(root, publication_files(answers, clock.now().astimezone(ZoneInfo(answers.zone))))
        carry_out(root, print)
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    _say_what_follows(answers)
    return 0


def _person() -> Ask | None:
    """Return a way to ask whoever sits at the terminal, if somebody does."""
    return _ask if sys.stdin.isatty() and sys.stdout.isatty() else None


def _ask(question: str, default: str) -> str:
    return input(f"{question} [{default}]: " if default else f"{question}: ")


def _say_what_follows(answers: Answers) -> None:
    print(f"{answers.name} is started. Yours are content/, pelicanconf.py, publishconf.py and README.md.")
    if answers.is_url_invented:
        print(f"Its address is {answers.url} for now: put your own into SITEURL of pelicanconf.py before you publish.")
    print('Next: make serve shows it, make new TITLE="…" begins an article, make publish publishes.')
    print("Texts that begin with ✎ say what to write in their place.")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (KeyboardInterrupt, EOFError):
        print("\nStopped; the same command goes on where this one ended.", file=sys.stderr)
        sys.exit(INTERRUPTED)
