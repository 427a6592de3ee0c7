from time import process_time

import pytest

from tests.unit.desk.conftest import TEXTS


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("A <!-- secret\n\nmore secret --> b", "<p>A </p>\n<p> b</p>"),
        ("A <!-- secret\n\nB", "<p>A </p>\n<p>B</p>"),
        (
            "A <!-- s **s** `s` [s](/s/) ![s](s.svg)\n\n- s\n- s --> b\n\nC",
            "<p>A </p>\n<ul><li> b</li>\n</ul>\n<p>C</p>",
        ),
        ("A <!-- s\n\n## s\n\ns --> b <!-- s\n\nC", "<p>A </p>\n<p> b </p>\n<p>C</p>"),
        ("A &lt;!-- named --&gt; and \\<!-- b", "<p>A &lt;!-- named --&gt; and &lt;!-- b</p>"),
        ("A `<!--` b", "<p>A <code>&lt;!--</code> b</p>"),
        ("A `<!--` <!-- s\n\ns --> `-->`", "<p>A <code>&lt;!--</code> </p>\n<p> <code>--&gt;</code></p>"),
        ("| A | B |\n| - | - |\n| a <!-- s | b |\n", None),
    ],
)
def test_nobody_reads_a_comment_that_markdown_takes_for_words(source: str, html: str | None) -> None:
    read = TEXTS.read(source, is_typeset=False).body

    if html is not None:
        assert "\n".join(read.blocks) == html
    assert "<p>s" not in "".join(read.blocks)
    assert "a <!--" not in "".join(read.blocks)


@pytest.mark.slow
@pytest.mark.parametrize("part", ["a <!-- b\n\nc --> d `x` ", "a <!-- b\n\n", "<!-- ", "a \\<!-- b --> ![a](b.svg)"])
def test_many_cost_no_more_than_each(part: str) -> None:
    begun = process_time()

    TEXTS.read(part * 4000 + "\n\nc <!-- d")

    assert process_time() - begun < 20
