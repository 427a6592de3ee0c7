import re
from pathlib import Path

import pytest

from plugins.press.own_styles import LAYERS, layered_style, style_problems
from tests.conftest import ROOT


def told(text: str) -> list[str]:
    """Return place and mistake of each problem."""
    return [str(problem).split("; ")[0] for problem in style_problems("brand.css", text)]


@pytest.mark.parametrize(
    ("style", "layered"),
    [
        (".a { color: red }", "@layer publisher {\n.a { color: red }\n}"),
        ("@layer components { .a { color: red } }", "@layer components { .a { color: red } }"),
        ("@media print { .a { top: 0 } }", "@layer publisher {\n@media print { .a { top: 0 } }\n}"),
        ("@layer mine { a { top: 0 } }", "@layer publisher {\n@layer mine { a { top: 0 } }\n}"),
        ("@layer print, mine;", "@layer publisher {\n@layer print, mine;\n}"),
        (
            "@layer tokens { a { top: 0 } }\n.b { top: 0 }\n.c { top: 0 }\n@layer print { d { top: 0 } }",
            "@layer tokens { a { top: 0 } }\n@layer publisher {\n.b { top: 0 }\n.c { top: 0 }\n}\n"
            "@layer print { d { top: 0 } }",
        ),
        ('@charset "utf-8"; /* why */ a { top: 0 }', "@layer publisher {\na { top: 0 }\n}"),
        ("/* nothing yet */", ""),
    ],
)
def test_rules_outside_of_the_layers_go_into_that_of_publishers(style: str, layered: str) -> None:
    assert layered_style(style) == layered


def test_the_layers_are_those_of_the_theme() -> None:
    stated = Path(ROOT, "theme/static/css/layers.css").read_text(encoding="utf-8")

    assert re.findall(r"[\w-]+", stated.removeprefix("@layer")) == list(LAYERS)


@pytest.mark.parametrize(
    "style",
    [
        ".a:is(.b, .c) > d { color: light-dark(oklch(20% .01 80), #fff); &:hover { top: calc(1px + 2px) } }",
        "@media (min-width: 40rem) { .a { --x: { a: b }; --y: ; } }",
        "@keyframes in { from { opacity: 0 } 50% { opacity: .5 } }\n@page { margin: 2cm }",
        "@font-face { font-family: x; src: url(/assets/x.woff2) format('woff2') }",
        ".b { background: url(data:image/png;base64,AAAA) }",
        ".a { background: url('/assets/a.svg'), url(#b) }\n/* a } in a comment */\n.b::before { content: '}' }",
        "@supports (display: grid) { @container (width > 20rem) { .a { inset: 0 } } }",
        "",
    ],
)
def test_what_browsers_read_has_no_problem(style: str) -> None:
    assert told(style) == []


@pytest.mark.parametrize(
    ("style", "problems"),
    [
        ("a { top: 0 } }\nb { top: 0 }", ["brand.css:1:14: a '}' that closes nothing"]),
        ("a {\n  top: 0;\n\nb { top: 0 }\n", ["brand.css:1:1: a '{' that is never closed"]),
        ("@media print {\n a { top: 0 }\n b { top: 0\n", ["brand.css:3:4: a '{' that is never closed"]),
        ("a { top: 0 }\n/* b", ["brand.css:2:1: a comment that is never closed"]),
        ("a { top: 0 }\n.b", ["brand.css:2:1: words that are no CSS: browsers leave them out"]),
        ("a {\n color red;\n top: 0 }", ["brand.css:2:1: words that are no CSS: browsers leave them out"]),
        ("a { content: 'x\n}", ["brand.css:1:14: quotes that are not closed on their line"]),
        ("a { top: 0) }", ["brand.css:1:11: a ')' that closes nothing"]),
        ("a { b: url(x y) }", ["brand.css:1:8: an address that no browser reads"]),
        ("@import 'x.css';", ["brand.css:1:1: @import loads another file"]),
        (
            "a { content: '</style>' }",
            ["brand.css:1:1: '</style' ends the styles of the page, also in quotes and comments"],
        ),
    ],
)
def test_mistakes_are_told_with_their_lines(style: str, problems: list[str]) -> None:
    assert told(style) == problems


@pytest.mark.parametrize(
    "address",
    [
        "url(https://cdn.example/a.png)",
        "url('//cdn.example/a')",
        "image-set('http://cdn.example/a' 1x)",
        "src('ftp://a/b')",
    ],
)
def test_addresses_elsewhere_are_refused(address: str) -> None:
    (problem,) = style_problems("brand.css", f"a {{\n  background: {address};\n}}")

    assert (problem.line, problem.column) == (2, 15)
    assert "is loaded from elsewhere" in problem.what


def test_an_address_beside_the_stylesheet_is_refused_too() -> None:
    assert [str(problem) for problem in style_problems("brand.css", "@media all { a { background: url(a.svg) } }")] == [
        "brand.css:1:30: 'a.svg' is looked for beside each page, as styles stand in the page; "
        "write the picture or font itself there, as a data: address, or take it out"
    ]
