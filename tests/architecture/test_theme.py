"""The house style as far as a machine can see it in templates and stylesheets; docs/style.md has the reasons."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, THEME, theme_files

LAYERS = "reset, tokens, base, layout, prose, components, utilities, publisher, print"
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:(?:margin|padding|border|inset)-)?(?:left|right|top|bottom)(?:-\w+)?\s*:|"
    r"(?:text-align|float|clear)\s*:\s*(?:left|right)\b)"
)
FOUR_SIDES = re.compile(r"(?<![\w-])(?:margin|padding|inset):\s*[^;()\s]+(?:\s+[^;()\s]+){3}\s*;")
"""A shorthand with a left and a right of its own."""
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE)
ID_SELECTOR = re.compile(r"(?:^|[\s,>+~}])[\w.*-]*#[A-Za-z][\w-]*(?=[^;{}]*\{)", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TEMPLATE_NAME = re.compile(r"{%-?\s*(?:include|import|from|extends)\s+(?!['\"])", re.MULTILINE)


def findings(pattern: re.Pattern[str], *suffixes: str, but: str = "") -> list[str]:
    """Return `path:line: text` of every match in the theme's files, comments aside, except in files named `but`."""
    return [
        f"{path.relative_to(ROOT).as_posix()}:{text.count(chr(10), 0, match.start()) + 1}: {match[0].strip()}"
        for path in theme_files(*suffixes)
        if path.name != but
        for text in [_without_comments(path)]
        for match in pattern.finditer(text)
    ]


def _without_comments(path: Path) -> str:
    """Return the text with comments blanked, its lines where they were."""
    text = path.read_text(encoding="utf-8")
    return COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text) if path.suffix == ".css" else text


def test_no_template_switches_escaping_off() -> None:
    assert findings(re.compile(r"\|\s*safe\b|autoescape\s+false"), ".html", ".xml", ".txt") == []


def test_the_names_of_templates_are_literal() -> None:
    assert findings(TEMPLATE_NAME, ".html", ".xml", ".txt") == []


def test_components_are_imported_without_context() -> None:
    assert findings(re.compile(r"import[^%]*with context"), ".html") == []


def test_ids_of_the_theme_cannot_be_those_of_headings_in_a_text() -> None:
    assert findings(re.compile(r"\bid=\"(?!_)[^\"]*"), ".html") == []


def test_nothing_in_the_stylesheets_is_important() -> None:
    assert findings(re.compile(r"!\s*important"), ".css") == []


def test_directions_in_the_stylesheets_are_logical() -> None:
    assert findings(PHYSICAL, ".css") == []
    assert findings(FOUR_SIDES, ".css") == []


def test_raw_colours_stand_only_in_the_tokens() -> None:
    assert findings(RAW_COLOUR, ".css", but="tokens.css") == []


def test_no_rule_is_bound_to_an_id() -> None:
    assert findings(ID_SELECTOR, ".css") == []


def test_one_line_states_the_layers() -> None:
    stated = findings(re.compile(r"@layer\s+[\w-]+\s*,[^;{]*;"), ".css")

    assert [line.split(": ", 1)[1] for line in stated] == [f"@layer {LAYERS};"]


@pytest.mark.parametrize("template", sorted(path.stem for path in (THEME / "templates" / "components").glob("*.html")))
def test_every_component_has_examples(template: str) -> None:
    assert (THEME / "examples" / f"{template}.toml").is_file()


@pytest.mark.parametrize(
    "sheet", [path for path in theme_files(".css") if path.parent.name == "components"], ids=lambda path: path.stem
)
def test_a_component_s_stylesheet_styles_that_component_only(sheet: Path) -> None:
    """Every selector begins with the component's own class; it may place what it holds (`.card .picture`)."""
    own = re.compile(rf"&|\.{sheet.stem.replace('_', '-')}(?:__[\w-]+|--[\w-]+)*(?![\w-])")
    heads = re.findall(r"(?:^|[{};])\s*([^{};@]+?)\s*(?=\{)", _without_comments(sheet))
    selectors = [part.strip() for head in heads for part in _without_brackets(head).split(",")]

    assert [selector for selector in selectors if not own.match(selector)] == []


def _without_brackets(selector: str) -> str:
    """Return the selector with what stands in brackets left out: commas there do not part selectors."""
    while (shorter := re.sub(r"\([^()]*\)", "", selector)) != selector:
        selector = shorter
    return selector
