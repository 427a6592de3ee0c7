"""Values of tables."""

from plugins.newsroom.tables.table_values import NO_TABLE, TableRemark


def test_a_table_is_broken_if_one_remark_is_an_error() -> None:
    mended, broken = TableRemark("a", "b", is_error=False), TableRemark("a", "b")

    assert not NO_TABLE._replace(remarks=(mended,)).is_broken
    assert NO_TABLE._replace(remarks=(mended, broken)).is_broken
