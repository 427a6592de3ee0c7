"""Commands for authors: `python -m plugins.desk new TITLE`, `check` and `reference`."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from pelican.settings import read_settings as read_pelican_settings

from plugins.desk.documents import read_folder
from plugins.desk.loading import load
from plugins.desk.markdown import BodyReader
from plugins.desk.new import NewArticleError, new_article
from plugins.desk.reference import reference
from plugins.desk.schema import KINDS
from plugins.desk.settings import DeskSettings, Surroundings, surroundings
from plugins.newsroom import clock
from plugins.newsroom.problems import report

_REFERENCE = Path("docs/front-matter.md")


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.desk", description="The desk's commands for authors.")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the publication's settings")
    commands = parser.add_subparsers(dest="command", required=True)
    begin = commands.add_parser("new", help="begin an article, as a draft")
    begin.add_argument("title")
    commands.add_parser("check", help="report everything that is wrong with the content")
    commands.add_parser("reference", help=f"write {_REFERENCE} from the schema")
    asked = parser.parse_args(arguments)
    if asked.command == "reference":
        return _write_reference()
    around = surroundings(read_pelican_settings(asked.settings), DeskSettings(show_drafts=True))
    return _begin(around, asked.title) if asked.command == "new" else _check(around)


def _begin(around: Surroundings, title: str) -> int:
    folder = read_folder(around.root, around.zone)
    try:
        path = new_article(folder, title, clock.now().astimezone(around.zone))
    except NewArticleError as error:
        print(error, file=sys.stderr)
        return 1
    print(Path(folder.shown_root, path.relative_to(folder.root)))
    return 0


def _check(around: Surroundings) -> int:
    loaded = load(around.root, around.zone, clock.now(), around.house, BodyReader(around.markdown))
    if loaded.problems:
        print(report(loaded.problems), file=sys.stderr)
        return 1
    counts = (f"{len(getattr(loaded.folder, kind))} {kind}" for kind in KINDS)
    print(f"{', '.join(counts)}: no problems")
    return 0


def _write_reference() -> int:
    _REFERENCE.parent.mkdir(exist_ok=True)
    _REFERENCE.write_text(reference(), encoding="utf-8")
    print(_REFERENCE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
