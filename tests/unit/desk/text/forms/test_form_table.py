import pytest

from plugins.desk.publication.fill_forms import FILLERS
from plugins.desk.text.forms.marks import FORM_OF_MARK
from plugins.desk.text.forms.text_form import TextForm
from tests.unit.desk.conftest import TEXTS


@pytest.mark.parametrize("text", ["- > [!NOTE] A\n  > B", "> A\n>\n> > [!NOTE] A\n> > B", "> A\n> [!NOTE]"])
def test_only_blocks_at_the_top_of_a_text_are_forms(text: str) -> None:
    assert not any(isinstance(block, TextForm) for block in TEXTS.read(text).body.blocks)


def test_every_form_can_be_filled_in() -> None:
    assert set(FORM_OF_MARK.values()) - set(FILLERS) == set()
