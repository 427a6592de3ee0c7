"""Commands for authors: `python -m plugins.desk new TITLE`, `move`, `agenda`, `check`, `pictures` and others."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.settings import read_settings as read_pelican_settings
from rich.console import Console

from plugins.attachments.settings import AttachmentsSettings
from plugins.desk.agenda.agenda_report import agenda_as_json, agenda_as_text
from plugins.desk.agenda.make_agenda import make_agenda
from plugins.desk.checks.embeds import embeds_in
from plugins.desk.checks.settings_checks import archive_problems, setting_problems
from plugins.desk.front_matter.reference import reference
from plugins.desk.load import ReadCache, load_content
from plugins.desk.moving.command import move
from plugins.desk.new import NewArticleError, new_article
from plugins.desk.picture_facts import picture_report
from plugins.desk.settings import DeskSettings
from plugins.desk.text.html_reference import html_reference
from plugins.newsroom.embeds.host_settings import EmbedHostSettings, table_of
from plugins.newsroom.front_matter.schema import KINDS
from plugins.newsroom.problem_report import FORMATS, add_check_options, as_noted, end_check
from plugins.newsroom.problems import Problem, report
from plugins.newsroom.settings import settings_problems
from plugins.newsroom.settings_places import SETTINGS_FILES, UNREAD, place_of, unread_settings
from plugins.newsroom.urls import site_prefix
from plugins.pictures.darkroom import darkroom_of
from plugins.pictures.report.page_weights import page_weights
from plugins.pictures.report.picture_report import report_as_json, report_as_text
from plugins.pictures.settings import PicturesSettings
from plugins.stet.die_with_parent import outlive_readers

_REFERENCES = {Path("docs/front-matter.md"): reference, Path("docs/html.md"): html_reference}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.desk", description="The desk's commands for authors.")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the publication's settings")
    commands = parser.add_subparsers(dest="command", required=True)
    begin = commands.add_parser("new", help="begin an article, as a draft")
    begin.add_argument("title")
    check = commands.add_parser("check", help="report everything that is wrong with the content")
    add_check_options(check, joins=False)
    pictures = commands.add_parser("pictures", help="report on pictures: what they weigh, and which want attention")
    pictures.add_argument("--all", action="store_true", help="list all, not the first few of each list")
    pictures.add_argument("--format", choices=("text", "json"), default="text", help="text, or JSON for programs")
    moving = commands.add_parser("move", help="move an article, a page, a category … to another address")
    moving.add_argument("--from", dest="origin", default="", help="its slug, address or file")
    moving.add_argument("--to", dest="target", default="", help="its next slug")
    moving.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")
    agenda = commands.add_parser("agenda", help="list what is coming, and what is owed")
    agenda.add_argument("--all", action="store_true", help="list all, not the newest of each list")
    agenda.add_argument("--format", choices=("text", "json"), default="text", help="text, or JSON for programs")
    commands.add_parser("embeds", help="list embeds with the places that name them, as JSON for `plugins.embeds`")
    commands.add_parser("reference", help="write docs/front-matter.md and docs/html.md from the code")
    asked = parser.parse_args(arguments)
    if asked.command == "reference":
        for path, written in _REFERENCES.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(written(), encoding="utf-8")
            print(path)
        return 0
    try:
        settings = read_pelican_settings(asked.settings)
    except Exception as error:
        problem = _unread_settings(error, Path(asked.settings))
        if problem is None:
            raise
        if asked.command == "check" and asked.format != "text":
            print(FORMATS[asked.format]([problem], as_noted))
        else:
            print(problem, file=sys.stderr)
        return UNREAD
    if asked.command == "pictures":
        return _pictures(settings, asked)
    if asked.command == "embeds":
        return _embeds(settings)
    if asked.command == "agenda":
        return _agenda(settings, asked)
    if asked.command == "move":
        return move(settings, asked.origin, asked.target, is_rehearsal=asked.dry_run)
    return _begin(settings, asked.title) if asked.command == "new" else _check(settings, asked)


def _unread_settings(error: Exception, file: Path) -> Problem | None:
    if problem := unread_settings(error, [*SETTINGS_FILES, file]):
        return problem
    if isinstance(error, FileNotFoundError):
        return Problem(str(file), 1, 1, "settings that are not there", "name the file of the publication's settings")
    if not isinstance(error, ValueError):
        return None
    # Pelican's own check, which comes before any plugin: PATH leads to no folder.
    place = place_of({}, "PATH", (), [file])
    return Problem(str(place[0]), *place[1:], str(error), "make the folder, or correct PATH")


def _begin(settings: Mapping[str, Any], title: str) -> int:
    mistakes = setting_problems(settings)
    if mistakes:
        return _fail(*mistakes.values())
    content = load_content(settings, ReadCache())
    try:
        path = new_article(content, title, content.index.now)
    except NewArticleError as error:
        print(error, file=sys.stderr)
        return 1
    print(Path(content.index.shown_root, path.relative_to(content.root)))
    return 0


def _check(settings: Mapping[str, Any], asked: Namespace) -> int:
    content = load_content(settings, ReadCache())
    own = settings_problems(DeskSettings, settings, "DESK") or archive_problems(settings)
    own += settings_problems(AttachmentsSettings, settings, "ATTACHMENTS")
    if "plugins.embeds" in settings.get("PLUGINS", ()):
        own += settings_problems(EmbedHostSettings, settings, "EMBEDS")
    problems = [*content.problems, *own]
    counts = (f"{len(content.index.kinds[kind])} {kind}" for kind in KINDS)
    return end_check(
        problems, asked, content.index.placed, more=[] if problems else [f"{', '.join(counts)}: no problems"]
    )


def _pictures(settings: Mapping[str, Any], asked: Namespace) -> int:
    mistakes = setting_problems(settings) | dict(enumerate(settings_problems(PicturesSettings, settings, "PICTURES")))
    if mistakes:
        return _fail(*mistakes.values())
    content = load_content(settings, ReadCache())
    output = Path(settings["OUTPUT_PATH"])
    pages = page_weights(output, site_prefix(settings["SITEURL"])) if output.is_dir() else []
    report = picture_report(content, darkroom_of(settings), pages)
    print(report_as_json(report) if asked.format == "json" else report_as_text(report, shows_all=asked.all))
    return 0


def _embeds(settings: Mapping[str, Any]) -> int:
    if mistakes := setting_problems(settings):
        return _fail(*mistakes.values())
    content = load_content(settings, ReadCache())
    print(json.dumps(embeds_in(content.index, content.kept, table_of(settings).canonical)))
    return 0


def _agenda(settings: Mapping[str, Any], asked: Namespace) -> int:
    if mistakes := setting_problems(settings):
        return _fail(*mistakes.values())
    agenda = make_agenda(load_content(settings, ReadCache()))
    print(agenda_as_json(agenda) if asked.format == "json" else agenda_as_text(agenda, Console(), shows_all=asked.all))
    return 0


def _fail(*problems: Problem) -> int:
    print(report(problems), file=sys.stderr)
    return 1


if __name__ == "__main__":
    outlive_readers()
    sys.exit(main(sys.argv[1:]))
