"""Paragraphs that ask for a table."""

import pytest

from tests.unit.desk.conftest import TEXTS


def asked(text: str) -> list[tuple[str, str]]:
    return [(reference.target, form) for reference, form in TEXTS.read(text).found.tables.values()]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("[Rates](rates.csv){: .table }", "table"),
        ("[Rates](rates.csv){: .bars }", "bars"),
        ("[Rates](rates.csv){: .table .lines }", "lines"),
        ("[Rates](rates.csv)\n{: .columns }", "columns"),
        ("[Rates](rates.csv) {: .table }", "table"),
        ("[Rates](rates.csv) {.bars}", "bars"),
        ("![Rates](rates.csv)", "table"),
        ("![Rates](rates.csv){: .bars }", "bars"),
    ],
)
def test_a_link_to_rows_alone_in_a_paragraph_with_a_class_asks_for_a_table(text: str, form: str) -> None:
    assert asked(text) == [("rates.csv", form)]
    assert list(TEXTS.read(text).problems) == []


@pytest.mark.parametrize("text", ["[Rates](rates.csv)", "[Rates](/rates/){: .bars-and-stripes }"])
def test_other_links_ask_for_none(text: str) -> None:
    assert asked(text) == []
    assert list(TEXTS.read(text).problems) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("See [Rates](rates.csv){: .table }", "table inside"),
        ("- [Rates](rates.csv){: .table }", "table inside"),
        ("> [Rates](rates.csv){: .table }", "table inside"),
        ("See ![Rates](rates.csv)", "table inside"),
        ("[Rates](rates.xlsx){: .table }", "table of another file"),
        ("![](rates.csv)", "unnamed table"),
        ("[Rates](rates.csv){: .line }", "unknown table"),
    ],
)
def test_a_table_that_cannot_stand_there_is_told(text: str, kind: str) -> None:
    kinds = [problem.kind for problem, _ in TEXTS.read(text).problems]

    assert kinds == [kind]
    assert asked(text) == []


def test_each_is_told_at_its_own_place() -> None:
    text = "[A](rates.csv){: .table }\n\nSee [B](rates.csv){: .table }\n\n[C](rates.csv)\n\n- [D](rates.csv){: .bars }"

    assert [(problem.kind, text[offset - 3]) for problem, offset in TEXTS.read(text).problems] == [
        ("table inside", "B"),
        ("table inside", "D"),
    ]
