"""`python -m plugins.stet why [PAGE]`: tells which files the next build will write, and why; writes nothing."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial

from plugins.stet.build_report import explanation_in_words, rehearsal_in_words
from plugins.stet.die_with_parent import outlive_readers
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_rehearsal


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.stet", description=__doc__)
    parser.add_argument("command", choices=["why"])
    parser.add_argument("page", nargs="?", default="", help="address or path of one page; without it, the whole plan")
    parser.add_argument("-s", "--settings", default="publishconf.py", help="settings of the build in question")
    parser.add_argument("-o", "--output", default="output", help="folder that it builds into")
    asked = parser.parse_args(arguments)
    return run_rehearsal(asked.settings, asked.output, partial(_tell, path_of(asked.page)))


def path_of(page: str) -> str:
    """Return the path of a page below the output folder; `page` may be its address."""
    path = page.split("://", 1)[-1].partition("/")[2] if "://" in page else page.lstrip("/")
    return f"{path}index.html" if path.endswith("/") or ("://" in page and not path) else path


def _tell(path: str, engine: Engine) -> None:
    print(explanation_in_words(path, engine.explain(path)) if path else rehearsal_in_words(engine.rehearse()))


if __name__ == "__main__":
    outlive_readers()
    sys.exit(main(sys.argv[1:]))
