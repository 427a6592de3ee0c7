import re

import pytest

from plugins.publish.headers.path_rules import path_rules, type_globs
from plugins.publish.headers.per_file import FOREVER
from plugins.publish.site.model import Notes

FRAMED = Notes(frame_origins=("https://clips.example",))


def headers_of(path: str, notes: Notes = FRAMED) -> dict[str, str]:
    """Return the headers that the rules give to a path, the last one first to be heard."""
    found: dict[str, str] = {}
    for rule in path_rules(notes):
        found |= rule.headers if re.match(rule.pattern, path) else {}
    return found


@pytest.mark.parametrize(
    ("path", "robots", "is_saved"),
    [
        ("files/0123456789ab/Annual report.pdf", "all", False),
        ("files/0123456789ab/REPORT.PDF", "all", False),
        ("files/0123456789ab/Bericht \u2013 Größe, 100%.docx", "all", False),
        ("files/0123456789ab/rates.csv", "noindex", True),
        ("files/0123456789ab/episode.mp3", "noindex", False),
        ("files/0123456789ab/own.kind", "noindex", False),
    ],
)
def test_a_file_is_kept_for_good_and_the_rest_goes_by_its_type(path: str, robots: str, is_saved: bool) -> None:
    headers = headers_of(path)

    assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == (FOREVER, robots)
    assert ("Content-Disposition" in headers) == is_saved


@pytest.mark.parametrize("path", ["files/index.html", "files/0123456789ab/a/b.pdf", "2023/11/embeds/index.html"])
def test_a_page_of_such_a_name_is_a_page(path: str) -> None:
    assert headers_of(path) == {}


def test_frames_have_a_policy_of_their_own_where_there_are_some() -> None:
    assert "frame-src https://clips.example" in headers_of("embeds/clips/1/index.html")["Content-Security-Policy"]
    assert headers_of("embeds/clips/1/index.html", Notes()) == {}


def test_search_engines_keep_to_the_page_of_an_article_that_is_there_as_markdown_too() -> None:
    twins = Notes(has_twins=True)

    assert headers_of("2023/11/one/index.md", twins) == {"X-Robots-Tag": "noindex"}
    assert headers_of("2023/11/one/index.html", twins) == headers_of("2023/11/one/index.md", Notes()) == {}


def test_types_are_given_with_their_charsets() -> None:
    assert type_globs()["files/*.csv"] == "text/csv; charset=utf-8"
