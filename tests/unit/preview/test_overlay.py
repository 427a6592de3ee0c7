from pathlib import Path

import pytest

from plugins.preview.current_state import PreviewState
from plugins.preview.overlay import add_to, page_without_build, problem_panel, warning_panel

SCRIPT = b'<script src="/__preview__/reload.js" data-version="1"></script>'
PROBLEM = "content/a.md:3:1: unknown key '<b>'; did you mean 'title'?"


def test_a_published_page_is_served_as_it_is() -> None:
    assert add_to(b"<body>x", PreviewState(folder=Path("site"))) == b"<body>x"


def test_a_good_page_gets_the_reload_script_and_no_more() -> None:
    assert add_to(b"<body>x", PreviewState(folder=Path("site"), version="1")) == b"<body>x" + SCRIPT


@pytest.mark.parametrize("start", [b"<html><head></head><body class=x>", b"<!doctype html><title>T</title></head>"])
def test_problems_come_first_in_the_body(start: bytes) -> None:
    state = PreviewState(folder=Path("site"), problems=[PROBLEM], version="1")

    page = add_to(start + b"rest", state)

    assert page == start + problem_panel(state).encode() + b"rest" + SCRIPT


def test_problems_come_last_where_a_page_leaves_its_tags_out() -> None:
    state = PreviewState(folder=Path("site"), problems=[PROBLEM], version="1")

    assert add_to(b"<p>rest", state) == b"<p>rest" + problem_panel(state).encode() + SCRIPT


def test_a_problem_is_told_by_its_place_then_its_words_in_plain_text() -> None:
    panel = problem_panel(PreviewState(problems=[PROBLEM]))

    assert (
        "<li><strong>content/a.md:3:1</strong> unknown key &#x27;&lt;b&gt;&#x27;; did you mean &#x27;title&#x27;?</li>"
    ) in panel


def test_a_line_without_a_place_is_told_as_it_is() -> None:
    assert "<li><code>ValueError: 1 &lt; 2</code></li>" in problem_panel(PreviewState(problems=["ValueError: 1 < 2"]))


def test_the_panel_is_announced_and_named() -> None:
    panel = problem_panel(PreviewState(problems=["x"]))

    assert 'role="alert" aria-labelledby="preview-problems"' in panel
    assert '<h2 id="preview-problems">The last save could not be built</h2>' in panel


def test_before_the_first_good_build_the_page_says_what_is_going_on() -> None:
    assert b"<h1>The preview is being built</h1>" in page_without_build(PreviewState(version="1"))
    assert b"<title>The preview cannot be built</title>" in page_without_build(
        PreviewState(problems=[PROBLEM], version="1")
    )


def test_how_far_it_has_come_stands_in_the_page_that_waits() -> None:
    page = page_without_build(PreviewState(version="1", progress="Making pages 1 of 2, 3 s"))

    assert b"<p data-preview-progress>Making pages 1 of 2, 3 s</p>" in page


def test_a_page_that_waits_asks_again_by_itself_without_scripts() -> None:
    again = b'<noscript><meta http-equiv="refresh" content="2"></noscript>'

    assert again in page_without_build(PreviewState(version="1"))


def test_the_last_good_build_is_spoken_of_only_where_there_is_one() -> None:
    assert "Below is the last good build." in problem_panel(PreviewState(folder=Path("site"), problems=["x"]))
    assert "Below" not in problem_panel(PreviewState(problems=["x"]))


def test_a_page_tells_its_own_mistakes_and_no_other() -> None:
    warnings = {"/2023/11/a/": ["content/a.md:3:1: warning: unknown key '<b>'; did you mean 'title'?"]}
    state = PreviewState(folder=Path("site"), page_warnings=warnings, version="1")

    own, other = (add_to(b"<body>x", state, address) for address in ("/2023/11/a/", "/2023/11/b/"))

    assert own == b"<body>" + warning_panel(warnings["/2023/11/a/"]).encode() + b"x" + SCRIPT
    assert other == b"<body>x" + SCRIPT
    assert b"<summary>1 mistake on this page</summary>" in own
    assert b"<strong>content/a.md:3:1</strong> warning: unknown key &#x27;&lt;b&gt;&#x27;;" in own


def test_what_stops_the_build_comes_before_a_page_s_own_mistakes() -> None:
    state = PreviewState(folder=Path("site"), problems=[PROBLEM], page_warnings={"/": ["a", "b"]}, version="1")

    page = add_to(b"<body>x", state, "/").decode()

    assert page.index("could not be built") < page.index("2 mistakes on this page")
