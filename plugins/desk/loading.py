"""The content folder in one step: read, checked, and made ready to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.desk.assembly import EMPTY_NEWSROOM, Newsroom, assemble
from plugins.desk.checks import check_folder
from plugins.desk.documents import EMPTY_FOLDER, Folder, read_folder
from plugins.desk.index import make_index
from plugins.desk.linking import House
from plugins.desk.markdown import BodyReader
from plugins.desk.settings import DeskSettings, surroundings
from plugins.desk.settings_checks import CLOCK, setting_problems
from plugins.newsroom import clock
from plugins.newsroom.problems import Problem

_NEEDED_TO_READ = frozenset({"PATH", "TIMEZONE", CLOCK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A content folder, and what is wrong with it."""

    folder: Folder
    newsroom: Newsroom
    """Empty where there are problems."""
    problems: tuple[Problem, ...]


def load(root: Path, zone: ZoneInfo, now: datetime, house: House, reader: BodyReader) -> Loaded:
    """Load the content folder `root` as it is shown at the time `now`."""
    folder = read_folder(root, zone)
    index = make_index(folder, now.astimezone(zone))
    problems = tuple(sorted({*folder.problems, *check_folder(index, reader)}))
    newsroom = EMPTY_NEWSROOM if problems else assemble(index, house, reader)
    return Loaded(folder=folder, newsroom=newsroom, problems=problems)


def load_content(settings: Mapping[str, Any], desk_settings: DeskSettings) -> Loaded:
    """Load the content as Pelican's settings say, unless these are wrong: then only find what is wrong with both."""
    mistakes = setting_problems(settings)
    if not mistakes:
        around = surroundings(settings, desk_settings)
        return load(around.root, around.zone, clock.now(), around.house, BodyReader(around.markdown))
    folder, problems = EMPTY_FOLDER, tuple(mistakes.values())
    if not mistakes.keys() & _NEEDED_TO_READ:
        zone = ZoneInfo(settings["TIMEZONE"])
        folder = read_folder(Path(settings["PATH"]), zone)
        index = make_index(folder, clock.now().astimezone(zone))
        problems += (*folder.problems, *check_folder(index, None))
    return Loaded(folder=folder, newsroom=EMPTY_NEWSROOM, problems=tuple(sorted({*problems})))
