import pytest

from plugins.press.overrides.refused_markup import refused_markup


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("<p>\n<script>alert(1)</script>", "a script in a template does not run"),
        ("<p>\n<script src='/x.js'></script>", "a script of its own file does not run"),
        ("<p>\n<style>.x { color: red }</style>", "a style element in a template has no effect"),
        ('{% if a %}\n<p onclick="{{ b }}">', "onclick= does not run"),
        ("{# a\n#}<p style='color: red'>", "style= has no effect"),
        (
            "<p>\n<img src='//else.example/a.png'>",
            "'//else.example/a.png' is loaded from elsewhere, which the security policy refuses",
        ),
        (
            "<p>\n<link rel=stylesheet href=https://else.example/a.css>",
            "'https://else.example/a.css' is loaded from elsewhere, which the security policy refuses",
        ),
    ],
)
def test_what_browsers_leave_out_is_told_with_its_line(source: str, what: str) -> None:
    ((line, told, remedy),) = refused_markup(source)

    assert (line, told) == (2, f"{what}: browsers leave it out")
    assert remedy


@pytest.mark.parametrize(
    "source",
    [
        "<style>{{ theme.css }}</style><script type=module>{{ theme.script }}</script>",
        '<script type="application/ld+json">{"a": 1}</script>',
        "<a href=https://else.example/>There</a><link rel=me href=https://else.example/>",
        '<img src="{{ picture.src }}"><img src=/a.png>',
        "{# <p onclick=a> #}{{ '<script>' }}",
    ],
)
def test_what_works_is_not_told(source: str) -> None:
    assert list(refused_markup(source)) == []
