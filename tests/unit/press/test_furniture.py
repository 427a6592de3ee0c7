from dataclasses import dataclass, field

import pytest
from jinja2 import Environment
from markupsafe import Markup

from plugins.press.furniture import FURNITURE, Recurring
from tests.conftest import ROOT

THEME = ROOT / "theme"


@dataclass(frozen=True, slots=True)
class Name:
    text: str


@dataclass(slots=True)
class Tally:
    """Prints something else every time."""

    printed: list[str] = field(default_factory=list)

    def __html__(self) -> str:
        self.printed.append("x")
        return str(len(self.printed))


@pytest.fixture
def macro() -> Recurring:
    """A macro that prints its two arguments."""
    template = Environment(autoescape=True).from_string(
        "{% macro two(a, b='') %}{{ a.text or a }}{{ b }}{% endmacro %}"
    )
    return Recurring(template.module.two)  # type: ignore[attr-defined]  # a module has the macros of its template


def test_the_same_values_are_printed_once(macro: Recurring) -> None:
    name = Name("a & b")

    assert macro(name, b="c") == "a &amp; bc"
    assert macro(name, b="c") is macro(name, b="c")


def test_equal_models_that_print_differently_are_kept_apart(macro: Recurring) -> None:
    text, markup = Name("<i>"), Name(Markup("<i>"))

    assert text == markup
    assert [macro(text), macro(markup), macro(text)] == ["&lt;i&gt;", "<i>", "&lt;i&gt;"]


@pytest.mark.parametrize(
    ("first", "second"), [("<i>", Markup("<i>")), (1, True), (1, 1.0), ("1", 1), (None, "None"), (0, False)]
)
def test_equal_values_of_two_types_are_kept_apart(macro: Recurring, first: object, second: object) -> None:
    alone = [str(macro(Name(""), b=value)) for value in (first, second)]

    both = [macro(name, b=value) for name in [Name("")] for value in (first, second)]

    assert both == alone


def test_places_and_names_of_arguments_are_kept_apart(macro: Recurring) -> None:
    assert macro("a", "b") == "ab"
    assert macro("b", "a") == "ba"
    assert macro(b="a", a="b") == "ba"


def test_what_can_change_is_printed_every_time(macro: Recurring) -> None:
    tally = Tally()

    assert [macro("a", tally), macro("a", tally)] == ["a1", "a2"]


def test_models_that_come_and_go_are_never_taken_for_one_another(macro: Recurring) -> None:
    assert [macro(Name(str(number))) for number in range(1000)] == [str(number) for number in range(1000)]


def test_furniture_is_made_of_components_of_the_theme() -> None:
    assert {name for name in FURNITURE if not (THEME / "templates" / "components" / f"{name}.html").is_file()} == set()
