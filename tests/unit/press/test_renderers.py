from dataclasses import replace
from pathlib import Path

import pytest

from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.press.render import TemplateRenderer
from plugins.press.renderers import CopiedFile, CopyRenderer, ThemeRenderer
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme of two templates, one with a stylesheet."""
    for name, text in {
        "templates/one.html": '{% include "components/card.html" %}',
        "templates/two.html": "",
        "templates/components/card.html": "",
        "static/css/components/card.css": "a { color: red }",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def in_languages(latest: str) -> ThemeRenderer:
    """A renderer in English, and in Indonesian with this phrase."""
    own = TemplateRenderer(THEME)
    words = make_words("id", {**catalogue("id"), "latest": latest})
    return ThemeRenderer(own, {"id": TemplateRenderer(THEME, words=words, beside=own)})


def versions(theme: Path) -> tuple[bytes, bytes]:
    renderer = ThemeRenderer(TemplateRenderer(theme))
    return renderer.version("one.html"), renderer.version("two.html")


def test_a_page_is_the_bytes_of_what_the_theme_renders() -> None:
    page = models.article(lang="zh-Hant")

    assert ThemeRenderer(TemplateRenderer(THEME)).render(page).decode("utf-8") == TemplateRenderer(THEME).render(page)


def test_pages_come_out_the_same_after_getting_ready() -> None:
    page, renderer = models.article(), ThemeRenderer(TemplateRenderer(THEME))

    renderer.prepare(["article.html", "404.html"])

    assert renderer.render(page) == ThemeRenderer(TemplateRenderer(THEME)).render(page)


def test_a_page_is_of_another_version_when_what_it_is_made_of_changes(theme: Path) -> None:
    before = versions(theme)

    (theme / "static/css/components/card.css").write_text("a { color: blue }", encoding="utf-8")

    after = versions(theme)
    assert after[0] != before[0]
    assert after[1] == before[1]


def test_a_page_is_printed_in_the_words_of_its_frame() -> None:
    own = models.full_pages()["not found"]
    page = replace(own, site=replace(own.site, lang="id"))

    renderer = in_languages("Paling baru")

    assert ["Paling baru" in renderer.render(each).decode() for each in (own, page)] == [False, True]


def test_a_phrase_of_one_language_makes_other_pages_in_that_language_only() -> None:
    own = models.full_pages()["not found"]
    page = replace(own, site=replace(own.site, lang="id"))
    before, after = in_languages("Terbaru"), in_languages("Paling baru")

    same = [before.model_version("404.html", each) == after.model_version("404.html", each) for each in (own, page)]
    assert same == [True, False]
    assert before.version("404.html") != after.version("404.html")


def test_a_file_is_copied_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    file = CopiedFile(source=str(tmp_path / "a.png"), path="pictures/a.png", digest=b"")

    assert CopyRenderer().render(file) == b"\x89PNG\r\n"


def test_copies_are_of_one_version_whatever_the_theme() -> None:
    assert CopyRenderer().version("one.html") == CopyRenderer().version("")
