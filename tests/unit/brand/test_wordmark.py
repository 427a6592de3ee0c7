import pytest

from plugins.brand.wordmark import check_drawing, hardly_seen, has_ids, name_length, wordmark_svg
from plugins.pictures.values import PictureError

PAPERS = {"light": "#fbf9f4", "dark": "#161512"}


def svg(inside: str = '<path d="M0 0h1z"/>', attributes: str = 'viewBox="0 0 10 4"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def drawn(inside: str = '<path d="M0 0h1z"/>', attributes: str = 'viewBox="0 0 10 4"') -> str:
    return wordmark_svg(svg(inside, attributes), "A & B", "_w-")


@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("Kabar", "short"),
        ("Ten letter", "short"),
        ("Eleven here", "middle"),
        ("週刊マーケ", "short"),
        ("週刊マーケティング", "middle"),
        ("रविवार समाचार", "short"),
        ("The Quarterly Review of Shelf Labels", "long"),
    ],
)
def test_the_length_of_a_name_is_that_of_its_letters(name: str, length: str) -> None:
    assert name_length(name) == length


def test_a_drawing_stands_in_the_page_with_the_name_for_those_who_do_not_see_it() -> None:
    assert drawn(attributes='id="l" width="10mm" height="4mm" version="1.1" viewBox="0 0 10 4" fill="none"') == (
        '<svg class="wordmark" role="img" aria-label="A &amp; B" viewBox="0 0 10 4" fill="none">'
        '<path d="M0 0h1z"/></svg>'
    )


def test_styles_become_attributes_as_strong_as_they_were() -> None:
    style = "<style>#p{fill:red} .a, .b{fill:#fff;stroke:none} path{fill:blue;opacity:.5}</style>"

    assert '<path d="M0 0h1z" fill="red" opacity=".5" stroke="none"/>' in drawn(
        f'{style}<path id="p" class="a" d="M0 0h1z" fill="green"/>'
    ).replace(' id="_w-p"', "")
    assert '<path d="M0" fill="green"/>' in drawn(
        f'{style}<path class="a" d="M0" style="stroke:;fill:green"/>'
    ).replace(' opacity=".5" stroke="none"', "")


@pytest.mark.parametrize("style", ["@media print{.a{fill:red}}", ".a .b{fill:red}", ".a:hover{fill:red}"])
def test_styles_that_attributes_cannot_say_are_refused(style: str) -> None:
    with pytest.raises(PictureError, match="cannot stand in a page") as error:
        drawn(f"<style>{style}</style>")

    assert "Presentation Attributes" in error.value.remedy


def test_ids_and_references_to_them_have_their_own_names() -> None:
    inside = '<defs><clipPath id="c"><path id="p" d="M0"/></clipPath></defs><g clip-path="url(#c)"><use href="#p"/></g>'
    drawing = drawn(inside)

    assert 'id="_w-c"' in drawing
    assert 'clip-path="url(#_w-c)"' in drawing
    assert 'href="#_w-p"' in drawing
    assert has_ids(wordmark_svg(svg(inside), "A", ""))
    assert not has_ids(wordmark_svg(svg(), "A", ""))


def test_titles_go_and_words_that_are_drawn_stay() -> None:
    assert drawn("<title>Logo</title><text>A &lt; <tspan>B</tspan> c</text>").endswith(
        "<text>A &lt; <tspan>B</tspan> c</text></svg>"
    )


def test_a_drawing_without_view_box_is_refused() -> None:
    with pytest.raises(PictureError, match="has no viewBox") as error:
        drawn(attributes='width="10" height="4"')

    assert error.value.remedy == 'add one: <svg viewBox="0 0 640 120" …>'


@pytest.mark.parametrize("inside", ["<script>alert(1)</script>", '<path d="M0" onclick="alert(1)"/>'])
def test_a_drawing_with_a_script_is_refused(inside: str) -> None:
    with pytest.raises(PictureError, match="holds a script"):
        check_drawing(svg(inside))


@pytest.mark.parametrize(
    ("paint", "lost"),
    [
        ('fill="black"', [("#000000", "dark")]),
        ('stroke="#FFF"', [("#fff", "light")]),
        ('fill="#b8281b"', []),
        ('fill="currentColor"', []),
        ('fill="none"', []),
    ],
)
def test_colours_that_are_lost_on_a_page_are_found(paint: str, lost: list[tuple[str, str]]) -> None:
    assert [*hardly_seen(wordmark_svg(svg(f'<path {paint} d="M0"/>'), "A", ""), PAPERS)] == lost
