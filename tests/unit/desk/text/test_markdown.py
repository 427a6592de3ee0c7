import pytest

from plugins.desk.text.markdown import MarkdownConverter
from tests.unit.desk.conftest import MARKDOWN


def convert(text: str) -> str:
    return MarkdownConverter(MARKDOWN).convert(text)[0]


def test_a_table_of_contents_stands_where_it_is_asked_for() -> None:
    assert '<div class="toc">' in convert("[TOC]\n\n## A")
    assert convert("## A") == "<h2>A</h2>"


def test_ids_start_anew_in_every_text() -> None:
    converter = MarkdownConverter(MARKDOWN)

    assert converter.convert("## A") == converter.convert("## A")


def test_the_first_line_is_text_even_if_it_looks_like_front_matter() -> None:
    assert convert("Note: this is text.") == "<p>Note: this is text.</p>"


def test_html_of_the_authors_own_is_known_from_that_of_markdown() -> None:
    converter = MarkdownConverter(MARKDOWN)

    assert [converter.convert(text)[1] for text in ("*a* > `<b>`", "<b>a</b>", "<div>a</div>", "a")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.slow
def test_a_text_that_is_nested_too_deep_is_words_and_the_next_is_read_as_ever() -> None:
    converter = MarkdownConverter(MARKDOWN)
    deep = "\n".join("    " * depth + "- *a* < b" for depth in range(300))

    assert converter.convert(f"{deep}\n\nc")[1:] == (False, True)
    assert converter.convert(f"{deep}\n\nc").html.endswith("- *a* &lt; b</p>\n<p>c</p>")
    assert converter.convert("<b>*a*</b>") == ("<p><b><em>a</em></b></p>", True, False)


@pytest.mark.parametrize("name", ["toc", "markdown.extensions.toc"])
def test_settings_of_an_extension_that_is_always_on_are_kept(name: str) -> None:
    converter = MarkdownConverter({"extension_configs": {name: {"permalink": "#"}}})

    assert converter.convert("## A B").html.startswith('<h2 id="a-b">A B<a class="headerlink"')


@pytest.mark.parametrize("names", [["extra"], ["fenced_code", "sane_lists"], ["markdown.extensions.codehilite"]])
def test_extensions_that_are_named_put_no_other_fences_in_place_of_ours(names: list[str]) -> None:
    converter = MarkdownConverter({"extensions": names})

    assert converter.convert("- a\n\n  ```py\n  b\n  ```").html.count("<pre") == 1


def test_an_extension_of_the_publications_own_adds_to_them() -> None:
    converter = MarkdownConverter({"extension_configs": {"markdown.extensions.admonition": {}}})

    assert 'class="admonition note"' in converter.convert("!!! note\n    - a\n").html
