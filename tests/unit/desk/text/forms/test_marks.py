import pytest

from plugins.desk.text.forms.marks import mark_remedy


@pytest.mark.parametrize(
    ("written", "meant"),
    [("[!FACT]", "FACTS"), ("[!info]-", "NOTE"), ("[!Danger]", "CAUTION"), ("[!Key points]", "KEY")],
)
def test_a_misspelt_or_foreign_mark_gets_the_one_that_was_meant(written: str, meant: str) -> None:
    assert mark_remedy(written) == f"did you mean '[!{meant}]'?"


def test_an_unknown_mark_gets_all_that_there_are() -> None:
    marks = "PULL, FACTS, KEY, TIMELINE, NUMBER, QA, UPDATE, NOTE, TIP, IMPORTANT, WARNING, CAUTION"

    assert mark_remedy("[!xyzzy]") == f"write one of {marks}, as in > [!NOTE]"


def test_a_known_mark_in_a_wrong_place_gets_the_right_one() -> None:
    assert mark_remedy("[!note]").startswith("begin a quotation with it")
