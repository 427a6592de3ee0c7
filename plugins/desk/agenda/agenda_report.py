"""The agenda as text for a terminal, and as JSON for programs."""

import json
from collections.abc import Iterator
from datetime import datetime
from io import StringIO

from rich.console import Console
from rich.text import Text

from plugins.newsroom.choices import AGENDA_HEADINGS, LONG_LISTS, Agenda, AgendaItem
from plugins.newsroom.moments import from_now

_SHOWN = 10
"""Articles that a list without an end shows."""
_INDENT = 20
"""Columns before the words of an item: those of its time."""
_NARROWEST = 20


def agenda_as_json(agenda: Agenda) -> str:
    """Return the whole agenda as one JSON object; docs/editors.md has its keys."""
    lists = {each.name.replace(" ", "_"): [_plain(item, agenda.now) for item in each.items] for each in agenda.lists}
    empty: dict[str, list[object]] = {name.replace(" ", "_"): [] for name in AGENDA_HEADINGS}
    return json.dumps(
        {"now": agenda.now.isoformat(timespec="seconds"), "errors": agenda.errors, **empty, **lists},
        ensure_ascii=False,
        indent=1,
    )


def _plain(item: AgendaItem, now: datetime) -> dict[str, object]:
    return {
        "what": item.what,
        "time": item.time.isoformat(timespec="seconds") if item.time else None,
        "days": (item.time.date() - now.date()).days if item.time else None,
        "path": item.path,
        "url": item.url,
        "title": item.title,
        "notes": list(item.notes),
    }


def agenda_as_text(agenda: Agenda, console: Console, *, shows_all: bool = False) -> str:
    """Return the agenda in words, as wide as the console and in its colours."""
    said = Console(
        file=StringIO(),
        width=console.width,
        force_terminal=console.is_terminal,
        color_system=console.color_system,  # type: ignore[arg-type]  # Rich gives the name that it takes
        highlight=False,
        soft_wrap=True,
    )
    for line in _lines(agenda, said, shows_all=shows_all):
        said.print(line)
    written = said.file.getvalue() if isinstance(said.file, StringIO) else ""
    return "\n".join(line.rstrip() for line in written.splitlines())


def _lines(agenda: Agenda, console: Console, *, shows_all: bool) -> Iterator[Text]:
    if agenda.errors:
        mistakes = "1 mistake stops" if agenda.errors == 1 else f"{agenda.errors:,} mistakes stop"
        yield Text(f"{mistakes} every release now: make check-content", style="bold red")
    if not agenda.lists:
        yield Text("Nothing is coming, and nothing is owed.")
    for number, each in enumerate(agenda.lists):
        if number or agenda.errors:
            yield Text()
        style = "bold red" if each.name == "overdue" else "bold"
        yield Text.assemble((AGENDA_HEADINGS[each.name], style), (f" ({each.count:,})", "dim"))
        is_cut = each.name in LONG_LISTS and not shows_all
        for item in each.items[: _SHOWN if is_cut else None]:
            yield from _item(item, agenda.now, console)
        if is_cut and each.count > _SHOWN:
            yield Text(f"{'':{_INDENT}}… and {each.count - _SHOWN:,} older ones (all: make agenda ALL=1)", style="dim")


def _item(item: AgendaItem, now: datetime, console: Console) -> Iterator[Text]:
    """Yield the lines of an item: its time and event, its title, its file, its notes."""
    room = max(_NARROWEST, console.width - _INDENT)
    event = f"{item.what} {from_now(item.time, now)}".strip() if item.time else ""
    first = Text(event) if item.what else Text(item.title).wrap(console, room)[0]
    time = f"{item.time:%Y-%m-%d %H:%M}" if item.time else "no date"
    yield Text.assemble(f"  {time:{_INDENT - 2}}", first)
    titles = Text(item.title, style="bold").wrap(console, room)
    for line in titles if item.what else titles[1:]:
        yield Text(" " * _INDENT) + line
    yield Text(f"{'':{_INDENT}}{item.path}", style="cyan")
    if item.notes:
        for line in Text("; ".join(item.notes), style="yellow").wrap(console, room):
            yield Text(" " * _INDENT) + line
