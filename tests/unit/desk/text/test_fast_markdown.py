from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.desk.front_matter.split import split_file
from plugins.desk.text.fast_markdown import GuardedMarkdown
from plugins.desk.text.markdown import ALWAYS
from tests.conftest import DEMONSTRATION

CONTENT = DEMONSTRATION / "content"
EXTRA = {"extensions": ["extra", "sane_lists", "toc"], "output_format": "html"}
DESK = {"extensions": list(ALWAYS), "extension_configs": ALWAYS}
OTHERS = {"extensions": ["nl2br", "smarty", "wikilinks", "admonition", "codehilite", "tables"], "tab_length": 2}
LETTERS = [
    *"a *_`\\[]()<>&#-+=|:\n\t\r\x02é",
    "b c",
    "AB",
    "1.",
    "٣. ",
    "  \n",
    "    ",
    "\n\n",
    "**",
    "```",
    "~~~",
    "---",
]
INLINE = [
    "[a](b.md)",
    "![a](b.svg)",
    "[a][b]",
    "[b]",
    "![b][]",
    "[^1]",
    "<b>",
    "</b>",
    "<a@b.c>",
    "<http://a.b>",
    "&amp;",
]
BLOCKS = ["\n# H\n", "\n===\n", "\n---\n", "***\n", "\n- a", "\n* b", "\n1. a", "\n> q", "\n: def", "\na|b\n-|-\nc|d\n"]
DEFINITIONS = ["\n[b]: c.md 't'\n", "\n\n[^1]: note\n", "\n\n*[AB]: long\n\n", "{: #x }", "{.y}", "[TOC]", "[[wiki]]"]
HTML = ["<div>", "</div>", '<div markdown="1">', "<!-- c -->", "\n```\ncode\n```\n", "!!! note\n", "'", '"']
FORMS = [
    "~~",
    "~~a~~",
    "\\\n",
    "\\$",
    "- [ ] a\n",
    "- [x] b\n",
    "  - c\n",
    "1) d\n",
    "\n```py t=1\ne\n```\n",
    "<details>\n\n",
]
TEXTS = st.lists(st.sampled_from([*LETTERS, *INLINE, *BLOCKS, *DEFINITIONS, *HTML, *FORMS]), max_size=20).map("".join)


def convert(kind: type[Markdown], settings: dict[str, Any], text: str) -> str | type[Exception]:
    try:
        return kind(**settings).convert(text)
    except (AttributeError, IndexError, RecursionError, TypeError, ValueError) as error:
        return type(error)


@given(TEXTS, st.sampled_from([DESK, EXTRA, OTHERS, {}]))
@example("Term\n: one\n\n    two\n\n- a\n\n    b\n\n        c", EXTRA)
@example("a `b` \\* [c](d) ![e](f) <http://g.h> &amp; *i* _j_  \nk[^l]\n\n[^l]: m", EXTRA)
@example("[a][b] [b] ![c][b]\n\n[b]: d", {})
def test_html_is_that_of_python_markdown(text: str, settings: dict[str, Any]) -> None:
    assert convert(GuardedMarkdown, settings, text) == convert(Markdown, settings, text)


@pytest.mark.parametrize("settings", [DESK, EXTRA, OTHERS, {}])
def test_the_shipped_texts_become_the_html_of_python_markdown(settings: dict[str, Any]) -> None:
    guarded, plain = GuardedMarkdown(**settings), Markdown(**settings)

    for path in sorted(CONTENT.glob("*/**/*.md")):
        body = split_file(path.read_bytes(), path.name).body
        assert guarded.reset().convert(body) == plain.reset().convert(body)
