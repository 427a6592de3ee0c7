"""Tables of data and charts of texts as parts of pages."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import cast

from markupsafe import Markup

from plugins.attachments.attachment_values import ATTACHMENT
from plugins.desk.files.attachment_files import attachment_key
from plugins.desk.files.kept_parts import KeptParts
from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import TextForm
from plugins.newsroom.charts.chart_values import CHART_FORMS, ChartData, ChartForm
from plugins.newsroom.forms.form_parts import Chart, DataTable, TableCell, TableColumn
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.moments import short_day, short_month
from plugins.newsroom.tables.table_values import Column, Table
from plugins.newsroom.words.phrases import Words, number
from plugins.stet.facts import View
from plugins.stet.space import Space

TABLE = Space[Table | None]("table", "plugins.desk")
"""The rows of a file, by its key; None where there is none that readers get."""

_LONG = 50
"""Letters of a cell from which on its column is given room; judgement."""
_FEW_ROWS = 3
"""Rows that nobody need sort."""
_MANY_ROWS = 40
"""Rows that scroll in a frame, lest nobody reads on behind them."""


def linked_table(kept: KeptParts, view: View, key: str) -> Table | None:
    """Return the rows of a file that readers get, for a view."""
    attachment = view.read(ATTACHMENT, key)
    return kept.table(attachment.source) if attachment else None


def fill_data_table(form: TextForm, linker: Linker) -> DataTable | Html:
    """Return the table in a file; of one with mistakes, as in a draft, a link to it, and without a file its name."""
    title = linker.text(form.title)
    file = linker.attachment(form.target)
    table = linker.view.read(TABLE, attachment_key(linker.source, form.target)) if file else None
    if file is None:
        return Markup("<p>{}</p>").format(title)
    if table is None or not table.rows:
        return Markup('<p><a href="{}">{}</a></p>').format(linker.attachment_url(file), title)
    words = linker.words
    all_rows = words.all_rows
    return DataTable(
        name_html=title,
        name=without_tags(title),
        columns=tuple(map(_column, table.columns, _texts(table))),
        rows=tuple(_cells(row, table.columns, index) for index, row in enumerate(table.rows)),
        is_sortable=len(table.rows) > _FEW_ROWS,
        is_tall=len(table.rows) > _MANY_ROWS,
        left_out=words.rows_left_out.format(n=number(table.left_out, words)) if table.left_out else "",
        notes=tuple(map(linker.text, form.parts)),
        file_url=linker.attachment_url(file),
        file_words=" ".join(filter(None, (all_rows, linker.file_facts(form.target, all_rows)))),
        chart=_chart(table, form, without_tags(title), words),
        anchor_html=Markup('<span id="{}"></span>').format(name) if (name := form.option("id")) else Markup(),
    )


def _texts(table: Table) -> list[tuple[str, ...]]:
    """Return the cells by column."""
    return list(zip(*table.rows, strict=True))


def _column(column: Column, texts: Sequence[str]) -> TableColumn:
    is_number = column.kind == "number"
    is_long = not is_number and max(map(len, texts)) > _LONG
    return TableColumn(name=column.name, is_number=is_number, is_long=is_long, sorts_as_text=column.kind == "text")


def _cells(row: tuple[str, ...], columns: Sequence[Column], index: int) -> tuple[TableCell, ...]:
    return tuple(
        TableCell(text=text, value=_value(column.values[index] if column.values else None))
        for text, column in zip(row, columns, strict=True)
    )


def _value(value: float | None) -> str:
    """Return a number as scripts read it."""
    return "" if value is None else f"{value:.12g}"


def _chart(table: Table, form: TextForm, name: str, words: Words) -> Chart | None:
    if form.option("form") not in CHART_FORMS:
        return None
    from plugins.newsroom.charts.chart_data import chart_data  # here, for few pages have one
    from plugins.newsroom.charts.draw_chart import draw_chart

    asked = cast(ChartForm, form.option("form"))
    data = chart_data(table, asked, partial(chart_date, words=words))
    if not isinstance(data, ChartData):
        return None
    drawing = draw_chart(data, asked, words, is_rtl=form.option("dir") == "rtl")
    names = tuple(series.name for series in data.series)
    return Chart(
        form=drawing.form,
        svg_html=Markup(drawing.markup),
        label=words.chart.format(name=name),
        legend=() if drawing.has_names else names,
        subtitle=_subtitle(data, name),
    )


def _subtitle(data: ChartData, title: str) -> str:
    """Return what the numbers are, as far as title and legend do not say so, with a unit that is long."""
    name = data.series[0].name if len(data.series) == 1 else ""
    unit = "" if data.has_short_unit else (data.before + data.after).strip()
    known = {*title.casefold().split()}
    parts = [part for part in (name, unit) if part and not {*part.casefold().split()} <= known]
    return ", ".join(dict.fromkeys(parts))


def chart_date(day: float, cell: str, *, words: Words) -> str:
    """Return a day, a month or a quarter of a table as readers see it on a chart; a year as it is."""
    when = date.fromordinal(int(day))
    if "Q" in cell or len(cell) == len("2025"):
        return cell
    is_day = len(cell) == len("2025-01-31")
    return short_day(when, words) if is_day else short_month(when.year, when.month, words)
