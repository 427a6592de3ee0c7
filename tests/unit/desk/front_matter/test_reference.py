from plugins.desk.front_matter.reference import reference
from plugins.newsroom.front_matter.schema import KINDS
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs" / "front-matter.md"


def test_the_reference_is_that_of_the_schema() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == reference(), "run: python -m plugins.desk reference"


def test_every_key_is_described() -> None:
    undescribed = [
        name for model in KINDS.values() for name, field in model.model_fields.items() if not field.description
    ]

    assert undescribed == []
