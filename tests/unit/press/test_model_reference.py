import re
from functools import cache

import pytest

from plugins.press.model_reference import model_reference
from plugins.press.overrides.field_types import page_classes
from tests.conftest import ROOT


@cache
def page() -> str:
    return model_reference(ROOT / "theme")


def rows(section: str) -> dict[str, str]:
    """Return the rows of a section by name."""
    text = page().split(f"\n### {section}\n")[1].split("\n##")[0]
    return {row.split("`")[1]: row for row in re.findall(r"\| `.*", text)}


def test_every_kind_of_page_has_its_section_with_its_template() -> None:
    missing = [kind.__name__ for kind in page_classes() if f"### {kind.__name__}\n\n`{kind.template}`: " not in page()]

    assert missing == []


def test_a_field_has_its_type_and_its_meaning() -> None:
    assert rows("Page")["path"] == "| `path` | `str` | Path below the output folder. |"
    assert rows("ArticlePage")["embargo"].startswith("| `embargo` | `Moment \\| None` |")


def test_fields_of_every_page_stand_once() -> None:
    assert "site" in rows("Page")
    assert "site" not in rows("ArticlePage")


@pytest.mark.parametrize("part", ["Card", "SectionLink", "Moment", "Picture", "DontMiss", "Prose", "Site"])
def test_parts_of_pages_have_sections(part: str) -> None:
    assert rows(part)


def test_components_have_their_parameters() -> None:
    assert rows("card")["card"].startswith("| `card` | `Card` | The article. |")
