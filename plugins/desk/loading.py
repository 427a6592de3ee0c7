"""The content folder in one step: read, checked, and made ready to show."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.desk.assembly import EMPTY_NEWSROOM, Newsroom, assemble
from plugins.desk.checks import check_folder
from plugins.desk.documents import Folder, read_folder
from plugins.desk.index import make_index
from plugins.desk.linking import House
from plugins.desk.markdown import BodyReader
from plugins.newsroom.problems import Problem


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
    problems = tuple(sorted({*folder.problems, *check_folder(index)}))
    newsroom = EMPTY_NEWSROOM if problems else assemble(index, house, reader)
    return Loaded(folder=folder, newsroom=newsroom, problems=problems)
