import ast
import re
from typing import Annotated, Literal

from pydantic import Field

from plugins.__main__ import all_settings
from plugins.newsroom.settings import PluginSettings
from plugins.settings_reference import settings_reference


class Oak(PluginSettings):
    """Hard wood."""

    wood: Literal["oak"]
    """Which wood."""
    age: int = 9
    """In years."""
    rings: list[int] = Field(default_factory=list)
    """Their widths."""


class Pine(PluginSettings):
    """Soft wood."""

    wood: Literal["pine"]
    """Which wood."""


class Shelf(PluginSettings):
    """A shelf."""

    board: Annotated[Oak | Pine, Field(discriminator="wood")]
    """What it is made of."""
    back: Annotated[Oak | Pine, Field(discriminator="wood")] | None = None
    """What is behind."""


class Room(PluginSettings):
    """A room."""

    shelf: Shelf
    """The one shelf."""


class House(PluginSettings):
    """A house."""

    oak: Oak = Oak(wood="oak")
    """Its floor."""


def headings(model: type[PluginSettings]) -> list[str]:
    return [line for line in settings_reference({"X": model}).splitlines() if line.startswith("## ")]


def test_a_field_has_its_default_and_its_meaning() -> None:
    page = settings_reference({"OAK": Oak})

    assert "| `age` | `9` | In years. |" in page
    assert "| `rings` | `[]` | Their widths. |" in page
    assert "| `wood` | needed | Which wood. |" in page


def test_every_member_of_a_union_is_told_by_whatever_field_tells_it() -> None:
    assert headings(Shelf) == [
        "## `X`",
        "## `X` → `board`, 'oak'",
        "## `X` → `board`, 'pine'",
        "## `X` → `back`, 'oak'",
        "## `X` → `back`, 'pine'",
    ]


def test_a_group_that_is_alone_has_its_name_only() -> None:
    assert headings(Room)[:2] == ["## `X`", "## `X` → `shelf`"]


def test_a_group_has_no_default_of_its_own() -> None:
    assert "| `oak` | below | Its floor. |" in settings_reference({"HOUSE": House})


def test_every_default_is_written_as_in_a_settings_file() -> None:
    page = settings_reference(all_settings())

    defaults = re.findall(r"^\| `\w+` \| `(.*?)` \|", page, re.MULTILINE)
    assert "Undefined" not in page
    for default in defaults:
        ast.literal_eval(default)
