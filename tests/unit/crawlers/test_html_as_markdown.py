from markdown_it import MarkdownIt

from plugins.crawlers.html_as_markdown import html_as_markdown

SITE, PAGE = "https://example.test/news", "https://example.test/news/2023/11/one/"


def written(html: str) -> str:
    return html_as_markdown(html, SITE, PAGE)


def read_again(html: str) -> str:
    """Return the HTML that a reader of Markdown makes of it."""
    return str(MarkdownIt("commonmark").enable("table").render(written(html)))


def test_powers_and_indices_stay_what_they_are() -> None:
    html = '<p>10<sup>6</sup> t CO<sub>2</sub>.<sup><a href="#fn:1">1</a></sup></p>'

    assert written(html) == f"10<sup>6</sup> t CO<sub>2</sub>.<sup>[1]({PAGE}#fn:1)</sup>"


def test_code_with_fences_in_it_is_one_piece() -> None:
    html = "<pre><code>```python\nprint(1)\n````\n</code></pre><p>After.</p>"

    assert written(html) == "`````\n```python\nprint(1)\n````\n`````\n\nAfter."
    assert read_again(html) == "<pre><code>```python\nprint(1)\n````\n</code></pre>\n<p>After.</p>\n"


def test_a_bar_in_a_cell_is_no_border() -> None:
    html = (
        "<table><thead><tr><th><code>a|b</code></th><th>c|d</th></tr></thead>"
        '<tbody><tr><td><a href="https://a.example/?x|y">e</a></td><td>f</td></tr></tbody></table>'
    )

    found = read_again(html)

    assert "<th><code>a|b</code></th>\n<th>c|d</th>" in found
    assert '<a href="https://a.example/?x%7Cy">e</a></td>\n<td>f</td>' in found


def test_cells_below_one_of_several_rows_keep_their_column() -> None:
    html = (
        "<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2>1</td><td>2</td><td rowspan=2>3</td></tr>"
        "<tr><td>4</td></tr><tr><td colspan=2>5</td><td>6</td></tr></table>"
    )

    rows = written(html).splitlines()

    assert rows[2:] == ["| 1 | 2 | 3 |", "|  | 4 |  |", "| 5 | | 6 |"]


def test_an_address_ends_where_it_ends() -> None:
    html = (
        '<p><a href="https://a.example/b(c">d</a> <a href="/e f/">g</a> <a href="https://a.example/h_(i)">j</a> '
        '<a href="//k.example/">l</a></p>'
    )

    assert written(html) == (
        "[d](https://a.example/b%28c) [g](https://example.test/e%20f/) [j](https://a.example/h_(i)) [l](https://k.example/)"
    )


def test_what_pages_hide_is_left_out() -> None:
    assert written('<p>Seen. <span hidden>Not <b>this</b>.</span></p><div hidden=""><p>Nor this.</p></div>') == "Seen."


def test_a_summary_with_bold_words_is_bold_as_a_whole() -> None:
    html = "<details><summary>What <b>it</b> costs</summary><p>Ten.</p></details>"

    assert read_again(html) == "<p><strong>What it costs</strong></p>\n<p>Ten.</p>\n"
