import re

import pytest

from plugins.press.needed_sheets import (
    NEEDED_SCRIPTS,
    NEEDED_SHEETS,
    has_frames,
    has_name_in_type,
    has_other_script,
    is_in_other_script,
)
from tests.conftest import ROOT

NEEDED = ROOT / "theme/static/css/needed"
NEEDED_JS = ROOT / "theme/static/js/needed"


@pytest.mark.parametrize("lang", ["ar", "fa-IR", "he", "az-Arab", "zh-Hant", "ZH-tw", "ja", "ko", "th", "hi"])
def test_a_language_in_another_script_takes_the_sheet(lang: str) -> None:
    assert is_in_other_script(lang)


@pytest.mark.parametrize("lang", ["en", "de-AT", "vi", "az", "thx", "id"])
def test_a_language_in_latin_letters_does_not(lang: str) -> None:
    assert not is_in_other_script(lang)


@pytest.mark.parametrize("tag", ['<h1 lang="zh-Hant">', '<p class="x" lang="JA">', '<p lang="ar" dir="rtl">'])
def test_an_element_in_another_script_is_seen(tag: str) -> None:
    assert has_other_script(tag)


@pytest.mark.parametrize(
    "tag", ['<h1 lang="ms">', '<a hreflang="zh">', '<p dir="ltr">', "<p>lang=zh</p>", '<p lang="thx">']
)
def test_other_elements_are_not(tag: str) -> None:
    assert not has_other_script(tag)


def test_a_drawn_name_is_not_in_type() -> None:
    assert has_name_in_type('<span class="wordmark wordmark--long" dir="auto">')
    assert not has_name_in_type('<svg class="wordmark" role="img">')


def test_every_language_that_the_sheet_has_rules_for_brings_it() -> None:
    sheet = (NEEDED / "writing.css").read_text(encoding="utf-8")

    languages = re.findall(r"(?::lang\(|\[lang\|=)([\w-]+)", sheet)

    assert [lang for lang in languages if not has_other_script(f'<p lang="{lang}">')] == []


def test_every_needed_sheet_is_asked_for() -> None:
    assert {f"needed/{sheet.stem}" for sheet in NEEDED.glob("*.css")} == set(NEEDED_SHEETS)


def test_every_needed_script_is_asked_for() -> None:
    assert {f"needed/{script.stem}" for script in NEEDED_JS.glob("*.js")} == set(NEEDED_SCRIPTS)


def test_a_page_with_a_frame_to_open_is_seen() -> None:
    assert has_frames('<button class="embed__show" data-frame="/embeds/x/1/">')
    assert not has_frames("<p>data-frame=</p>")


def test_a_form_brings_the_sheet_of_its_component() -> None:
    page = '<p class="box">No form</p><aside class="part pull-quote">A</aside><figure class="part quotation">B</figure>'

    needed = [name for name in NEEDED_SHEETS if NEEDED_SHEETS[name](page)]

    assert needed == ["needed/pull_quote", "needed/quotation"]
