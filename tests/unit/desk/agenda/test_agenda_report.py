import json
from datetime import timedelta
from io import StringIO

from rich.console import Console

from plugins.desk.agenda.agenda_report import agenda_as_json, agenda_as_text
from plugins.newsroom.choices import Agenda, AgendaItem, AgendaList
from tests.unit.desk.conftest import NOW

LATE = AgendaItem(
    what="was to go public",
    time=NOW - timedelta(days=3),
    path="content/articles/2023/11/late.md",
    url="/2023/11/late/",
    title="A headline that is so long that it needs a second line in a terminal, 电商新闻电商新闻电商新闻",
    lang="",
    notes=("without summary and picture", "1 mistake to mend"),
)
DRAFT = AgendaItem(what="", time=None, path="content/pages/next.md", url="", title="Next", lang="", notes=("a page",))


def agenda(*lists: AgendaList, errors: int = 0) -> Agenda:
    return Agenda(now=NOW, errors=errors, lists=lists)


def many(count: int) -> AgendaList:
    return AgendaList(name="without picture", items=(DRAFT,) * count, count=count)


def plain(width: int = 80) -> Console:
    return Console(file=StringIO(), width=width)


FULL = agenda(
    AgendaList(name="overdue", items=(LATE,), count=1), AgendaList(name="drafts", items=(DRAFT,), count=1), errors=2
)


def test_the_agenda_is_as_wide_as_the_terminal_and_plain_in_a_pipe() -> None:
    assert agenda_as_text(FULL, plain()).splitlines() == [
        "2 mistakes stop every release now: make check-content",
        "",
        "Overdue (1)",
        "  2023-11-28 12:00  was to go public 3 days ago",
        "                    A headline that is so long that it needs a second line in a",
        "                    terminal, 电商新闻电商新闻电商新闻",
        "                    content/articles/2023/11/late.md",
        "                    without summary and picture; 1 mistake to mend",
        "",
        "Drafts (1)",
        "  no date           Next",
        "                    content/pages/next.md",
        "                    a page",
    ]


def test_a_path_is_never_broken() -> None:
    assert "                    content/articles/2023/11/late.md" in agenda_as_text(FULL, plain(30)).splitlines()


def test_a_terminal_gets_colours() -> None:
    coloured = Console(file=StringIO(), width=80, force_terminal=True, color_system="standard")

    assert "\x1b[1;31mOverdue" in agenda_as_text(FULL, coloured)


def test_a_list_of_what_articles_lack_is_cut_unless_all_is_asked_for() -> None:
    short, full = (agenda_as_text(agenda(many(12)), plain(), shows_all=shows_all) for shows_all in (False, True))

    assert short.splitlines()[-1].strip() == "… and 2 older ones (all: make agenda ALL=1)"
    assert (short.count("next.md"), full.count("next.md"), "ALL=1" in full) == (10, 12, False)


def test_an_empty_agenda_says_so() -> None:
    assert agenda_as_text(agenda(), plain()) == "Nothing is coming, and nothing is owed."


def test_programs_get_every_list() -> None:
    told = json.loads(agenda_as_json(FULL))

    assert {name: value for name, value in told.items() if not value} == {
        "coming": [],
        "without_summary": [],
        "without_picture": [],
    }
    assert (told["now"], told["errors"]) == ("2023-12-01T12:00:00+08:00", 2)
    assert told["overdue"] == [
        {
            "what": "was to go public",
            "time": "2023-11-28T12:00:00+08:00",
            "days": -3,
            "path": LATE.path,
            "url": LATE.url,
            "title": LATE.title,
            "notes": list(LATE.notes),
        }
    ]
    assert (told["drafts"][0]["time"], told["drafts"][0]["days"]) == (None, None)
