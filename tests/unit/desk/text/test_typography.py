from pathlib import Path

import pytest
from pelican.readers import Readers
from pelican.settings import read_settings

from plugins.desk.text.typography import Typography, read_typography


def test_plain_text_becomes_safe_markup() -> None:
    assert Typography(is_on=True).line('<b> & "c" d') == (
        '&lt;b&gt; <span class="amp">&amp;</span> &#8220;c&#8221;&nbsp;d'
    )


def test_without_typogrify_text_is_only_escaped() -> None:
    assert Typography(is_on=False).line('"a" & b') == '"a" &amp; b'


@pytest.mark.parametrize("settings", [{}, {"TYPOGRIFY_DASHES": "oldschool"}, {"TYPOGRIFY_OMIT_FILTERS": ["widont"]}])
def test_text_is_set_as_pelican_sets_it(settings: dict[str, object], tmp_path: Path) -> None:
    text = '"A" -- b & CDE --- it\'s f'
    body = text.replace("&", "&amp;")
    (tmp_path / "a.html").write_text(f"<html><head><title>a</title></head><body>{body}</body></html>")
    pelican_settings = read_settings(override={"TYPOGRIFY": True, **settings})

    ours = read_typography(pelican_settings).line(text)

    assert ours == Readers(pelican_settings).read_file(str(tmp_path), "a.html").content
