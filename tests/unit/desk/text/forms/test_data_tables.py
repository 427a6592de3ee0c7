"""Tables of data as they are written."""

from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS


def test_a_table_has_its_name_its_notes_and_the_form_that_is_asked_for() -> None:
    (form,) = TEXTS.read(
        "[Rates in *2026*](rates.csv \"Source: Ana Lim | Without 'tax'\"){: .bars #rates }"
    ).body.blocks

    assert form == TextForm(
        form="data_table",
        target="rates.csv",
        title=form.title if isinstance(form, TextForm) else form,
        parts=("Source: Ana Lim", "Without ‘tax’"),  # type: ignore[arg-type]
        options=(("form", "bars"), ("dir", "ltr"), ("id", "rates")),
    )
    assert form.title == "Rates in <em>2026</em>"


def test_its_words_are_words_of_the_text() -> None:
    assert TEXTS.read('[Rates](rates.csv "Source: Ana"){: .table }').words == "Rates Source: Ana"


def test_a_broken_table_is_no_form() -> None:
    assert not any(isinstance(block, TextForm) for block in TEXTS.read("- [Rates](rates.csv){: .table }").body.blocks)
