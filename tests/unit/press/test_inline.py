from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.press.disk_cache import ThemeCache
from plugins.press.inline import inline_hashes
from plugins.press.render import TemplateRenderer


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme whose templates have styles and scripts by their components."""
    folder = tmp_path / "theme"
    for name, text in {
        "templates/one.html": '{% include "components/card.html" %}',
        "templates/two.html": '{% include "components/share.html" %}',
        "templates/three.html": '{% include "components/share.html" %}',
        "templates/components/card.html": "",
        "templates/components/share.html": "",
        "static/css/components/card.css": "a { color: red }",
        "static/css/components/share.css": "b { color: blue }",
        "static/css/needed/writing.css": "i { color: green }",
        "static/js/share.js": "document.title = 'é';",
        "static/js/needed/embed.js": "document.title = 'needed';",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def hash_of(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_what_pages_have_in_them_is_named_by_its_hash_each_once(theme: Path) -> None:
    renderer = TemplateRenderer(theme)
    one, two = renderer.theme("one.html"), renderer.theme("two.html")

    found = inline_hashes([renderer], ["one.html", "two.html", "three.html", "two.html"])

    assert found["styles"] == sorted(map(hash_of, [one.css, two.css, "i{color:green}"]))
    assert found["scripts"] == sorted(map(hash_of, [two.script, one.scripts["needed/embed"]]))


@pytest.mark.parametrize(
    ("style", "directives"),
    [
        ("a { color: red }", []),
        ("a { background: url(data:image/png;base64,AAAA) }", ["img-src"]),
        ("@font-face { font-family: x; src: url('data:font/woff2;base64,AAAA') }", ["font-src"]),
    ],
)
def test_what_styles_hold_as_data_is_named(theme: Path, style: str, directives: list[str]) -> None:
    (theme / "static/css/components/card.css").write_text(style, encoding="utf-8")

    assert inline_hashes([TemplateRenderer(theme)], ["one.html", "two.html"])["data_sources"] == directives


def test_a_kind_of_page_that_a_build_does_not_have_is_not_named(theme: Path) -> None:
    renderer = TemplateRenderer(theme)

    one, two = renderer.theme("one.html"), renderer.theme("two.html")

    found = inline_hashes([renderer], ["one.html"])
    assert hash_of(two.css) not in found["styles"]
    assert found["scripts"] == [hash_of(one.scripts["needed/embed"])] != [hash_of(two.script)]


def test_hashes_are_kept_as_long_as_the_theme_stays_the_same(theme: Path, tmp_path: Path) -> None:
    cache = ThemeCache(tmp_path / "cache")
    first = inline_hashes([TemplateRenderer(theme, cache)], ["one.html"])
    files = set((tmp_path / "cache").iterdir())

    assert inline_hashes([TemplateRenderer(theme, cache)], ["one.html"]) == first
    assert set((tmp_path / "cache").iterdir()) == files

    (theme / "static/css/components/card.css").write_text("a { color: green }", encoding="utf-8")
    assert (
        inline_hashes([TemplateRenderer(theme, cache)], ["one.html"])
        == inline_hashes([TemplateRenderer(theme)], ["one.html"])
        != first
    )
