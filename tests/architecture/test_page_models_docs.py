from plugins.press.model_reference import model_reference
from tests.architecture.source import ROOT, THEME

PAGE = ROOT / "docs" / "page-models.md"


def test_the_page_of_page_models_is_what_the_models_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == model_reference(THEME), "run: python -m plugins.press reference"
