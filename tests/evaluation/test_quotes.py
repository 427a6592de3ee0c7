from pathlib import Path

import pytest

from tests.evaluation.quotes import WrongQuote, compare_quotes, main

TYPED = """
<h2>“Nobody looks at the shelf,” he said</h2>
<p>The <a href="/x/">screens</a>’ owner, a ‘partner’ of the chain’s,
had called them “the last ‘free’ seconds” -- in ’98.</p>
<p>“One paragraph,</p><p>“and the next,” she wrote: “<code>"x"</code>’s”.</p>
<p>A block with "straight" and “typed” quotes is no gold.</p>
<ul><li>“So <em>that</em>’s it” —“no”</li></ul>
"""


def test_typed_quotes_come_out_as_they_were_typed() -> None:
    assert compare_quotes(TYPED, "a.md", "en") == (22, [])


def test_a_slip_is_told_with_the_words_around_it() -> None:
    assert compare_quotes("<p>in the ‘90s</p>", "a.md", "en") == (1, [WrongQuote("a.md", "in the ‘90s", "‘", "’")])


def test_a_folder_is_summed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: “A”\n---\nIt’s “so”, it‘s.\n")

    main([str(tmp_path)])

    assert capsys.readouterr().out == ("a.md: ‘ became ’ in 'It’s “so”, it‘s.'\n4 quotes, 1 otherwise, in 1 posts\n")
