"""`python -m plugins.related SLUG`: why an article shows the related articles and the don't-miss that it shows."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from contextlib import suppress

from plugins.newsroom.problems import did_you_mean
from plugins.related.explain_text import in_words
from plugins.related.plugin import WHY
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_rehearsal


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.related", description=__doc__)
    parser.add_argument("article", help="slug of an article")
    parser.add_argument("-s", "--settings", default="publishconf.py", help="settings of the build in question")
    parser.add_argument("-o", "--output", default="output", help="folder that it builds into")
    asked = parser.parse_args(arguments)
    return run_rehearsal(asked.settings, asked.output, _teller(asked.article))


def _teller(slug: str) -> Callable[[Engine], None]:
    def tell(engine: Engine) -> None:
        try:
            print(in_words(engine.view().read(WHY, slug)))
        except LookupError as error:
            hint = did_you_mean(slug, error.args, "name it by its slug, the last part of its address")
            raise SystemExit(f"no article {slug!r} is in this build; {hint}") from None

    return tell


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
