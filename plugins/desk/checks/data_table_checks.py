"""Files of rows that texts show as tables and charts: each can be read, and drawn if its author wants that."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref
from plugins.newsroom.charts.chart_values import CHART_FORMS
from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.newsroom.tables.table_values import Table, TableRemark


def check_data_table(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    """Find rows that cannot be shown, or not as their author wants, and tell what was done about them."""
    file = index.attachments.get(ref.key)
    table = index.table(file.source) if file else None
    if table is None:
        return
    remarks = table.remarks if table.is_broken else (*table.remarks, *_of_chart(table, ref.kind))
    for remark in remarks:
        what = f"table {shortened(ref.target)!r} {remark.what}"
        problem = index.problem(here, ref.place, what, remark.remedy, has_rendering=True)
        yield problem if remark.is_error else replace(problem, severity=Severity.WARNING)


def _of_chart(table: Table, form: str) -> Iterator[TableRemark]:
    if form not in CHART_FORMS:
        return
    from plugins.newsroom.charts.chart_data import chart_data  # here, for few texts have one
    from plugins.newsroom.charts.draw_columns import fits_columns
    from plugins.newsroom.charts.draw_lines import lacks_labels
    from plugins.newsroom.words.catalogues import english

    data = chart_data(table, form, lambda _, cell: cell)
    if isinstance(data, TableRemark):
        yield data
        return
    if data.left_out:
        what = f"has another unit in {shortened(data.left_out[0])!r} than in {shortened(data.series[0].name)!r}"
        remedy = "nothing need be done: the chart leaves that column out; or draw it from a file of its own"
        yield TableRemark(what, remedy, is_error=False)
    if form == "columns" and not fits_columns(data, english()):
        what = "has names that are too long to stand side by side"
        yield TableRemark(what, "write {: .bars }, as it is drawn now; or shorten them", is_error=False)
    if form == "lines" and lacks_labels(data, english()):
        what = "has names that are too long to stand below its lines, so that some are left out"
        remedy = "write dates as 2025, 2025-03 or 2025-03-24; or shorten the names; or write {: .bars }"
        yield TableRemark(what, remedy, is_error=False)
