"""The command `make move`: plans a move, says file by file what it does, and carries it out."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.attachments.settings import attachments_settings
from plugins.desk.checks.settings_checks import setting_problems
from plugins.desk.files.strays import UNFINISHED_MOVE
from plugins.desk.load import ReadCache, load_content
from plugins.desk.moving.make_move import finish_move, make_move
from plugins.desk.moving.moved_thing import MoveError
from plugins.desk.moving.plan_move import plan_move
from plugins.desk.read_file import FileReader
from plugins.desk.reading_key import draws_with_fonts_of_kit
from plugins.desk.text.labels import labels_by_language
from plugins.desk.text.text_reader import text_reader
from plugins.desk.text.typography import read_typography
from plugins.newsroom.embeds.host_settings import table_of
from plugins.newsroom.problems import report
from plugins.newsroom.urls import own_site
from plugins.newsroom.words.words_of import words_by_language


def move(settings: Mapping[str, Any], origin: str, target: str, *, is_rehearsal: bool = False) -> int:
    """Move what is called `origin` to `target`, or say what that would do, and return the exit status."""
    if mistakes := setting_problems(settings):
        print(report(mistakes.values()), file=sys.stderr)
        return 1
    root = Path(settings["PATH"])
    try:
        if is_rehearsal and (root / UNFINISHED_MOVE).is_dir():
            raise MoveError("a move was stopped half way; finish it first: make move")
        if not is_rehearsal and finish_move(root):
            print("A move that was stopped half way is finished.")
            if not origin and not target:
                return 0
        content = load_content(settings, ReadCache())
        plan = plan_move(content, _file_reader(settings, content.index.shown_root), origin, target)
        if not is_rehearsal:
            make_move(root, plan)
    except MoveError as error:
        print(error, file=sys.stderr)
        return 1
    print(*plan.lines, sep="\n")
    if is_rehearsal:
        print("Nothing has been changed: this is what would be done.")
    return 0


def _file_reader(settings: Mapping[str, Any], shown_root: str) -> FileReader:
    texts = text_reader(
        settings["MARKDOWN"],
        read_typography(settings),
        settings["DEFAULT_LANG"],
        own_site(settings["SITEURL"]),
        labels_by_language(words_by_language(settings)),
        table_of(settings),
        tuple(attachments_settings(settings).types),
    )
    return FileReader(shown_root, ZoneInfo(settings["TIMEZONE"]), texts, draws_with_fonts_of_kit(settings))
