from typing import Any

import pytest
from markupsafe import Markup

from plugins.newsroom.articles import Body, Sponsor
from plugins.newsroom.forms.form_parts import TextBox
from plugins.newsroom.page_parts import BodyPart, DontMiss, Prose
from plugins.pages.dont_miss import allowed_places, article_body, dont_miss_place
from tests import values
from tests.values import article, material, paragraphs

LINE = DontMiss(title_html=Markup("Two &amp; more"), url="/2023/11/two/", lang="", dir="", label="")


NOTES = '<div class="footnote"><p>market</p></div>'


@pytest.mark.parametrize(
    ("blocks", "allowed"),
    [
        ([], []),
        (["<p>1</p>"], []),
        (["<p>1</p>", "<p>2</p>"], [2]),
        (["<p>1</p>", "<p>2</p>", "<p>3</p>"], [2]),
        (["<p>1</p>", "<p>2</p>", "<p>3</p>", "<p>4</p>"], [2, 3]),
        (["<p>1</p>", "<p>2:</p>", "<ul></ul>", "<p>3</p>", "<p>4</p>", "<p>5</p>"], [4, 5]),
        (["<p>1</p>", "<p>2:</p>", "<p>3</p>", "<p>4</p>"], [3]),
        (["<p>1</p>", "<p>2</p>", "<h2>H</h2>", "<p>3</p>", "<p>4</p>"], [4]),
        (["<p>1</p>", "<figure></figure>", '<p class="a">2</p>', "<p>3</p>"], [3]),
        (["<p>1</p>", "<pre>2</pre>", "<p>3</p>", "<pre>4</pre>"], []),
        (["<p>1</p>", "<p>2</p>", NOTES], [2]),
        (["<p>1</p>", "<p>2</p>", "<p>3</p>", NOTES], [2]),
        (["<p>1</p>", NOTES, "<p>2</p>", "<p>3</p>"], []),
    ],
)
def test_the_dont_miss_line_may_stand_between_two_paragraphs_after_the_opening(
    blocks: list[str], allowed: list[int]
) -> None:
    assert allowed_places([Markup(block) for block in blocks]) == allowed


@pytest.mark.parametrize(
    ("texts", "before"),
    [
        (["1", "2", "3", "a market", "5", "6"], 4),
        (["1", "2", "3", "4", "5", "a market"], 5),
        (["a market", "2", "3", "4"], 2),
        (["1", "2", "3", "a market", "a market", "6"], 4),
        (["1", "2", "3", "a market:", "5", "6"], 3),
        (["1", "2", "3", "4"], 2),
    ],
)
def test_the_dont_miss_line_stands_by_the_paragraph_that_goes_best_with_its_target(
    texts: list[str], before: int
) -> None:
    assert dont_miss_place(paragraphs(*texts), "Markets", "") == before


@pytest.mark.parametrize(
    ("blocks", "before"),
    [
        ([], 0),
        (["<p>1</p>"], 1),
        (["<ul></ul>", "<h2>H</h2>"], 2),
        (["<p>1</p>", NOTES], 1),
        ([NOTES], 0),
        (["<p>1</p>", "<p>2</p>", "<p>3</p>", NOTES], 2),
    ],
)
def test_a_text_without_a_place_has_its_line_at_its_end_before_the_footnotes(blocks: list[str], before: int) -> None:
    assert dont_miss_place([Markup(block) for block in blocks], "Markets", "") == before


def test_a_list_that_goes_best_has_the_line_at_the_next_place_to_it() -> None:
    blocks = [*paragraphs("1", "2", "3", "4:"), Markup("<ul><li>a market</li></ul>"), *paragraphs("5", "6", "7")]

    assert dont_miss_place(blocks, "Markets", "") == 6


def with_line(text: Body, **target: Any) -> tuple[BodyPart, ...]:
    """Return the parts of a body with a don't-miss line that leads to the article two."""
    return article_body(material(article("two", **{"title": "Two & more", **target})), text, "two")


def test_the_dont_miss_line_has_its_headline_from_its_target() -> None:
    assert with_line(values.body()) == (
        Prose(html=Markup("<p>First.</p>\n<p>Second.</p>")),
        LINE,
        Prose(html=Markup("<p>Third.</p>")),
    )


def test_the_dont_miss_line_stands_where_the_author_put_it() -> None:
    assert with_line(values.body(dont_miss_after=0)) == (
        LINE,
        Prose(html=Markup("<p>First.</p>\n<p>Second.</p>\n<p>Third.</p>")),
    )


def test_the_headline_and_the_summary_of_its_target_say_where_the_dont_miss_line_stands() -> None:
    text = values.body(blocks=paragraphs("1", "2", "3", "of markets", "of radios", "6"))

    assert with_line(text, title="The market", summary="")[0] == Prose(html=Markup("\n").join(text.blocks[:4]))
    assert with_line(text, title="What", summary="A radio.")[0] == Prose(html=Markup("\n").join(text.blocks[:5]))


def test_a_body_without_a_dont_miss_line_is_one_part() -> None:
    only = values.body(blocks=paragraphs("Only."))

    assert article_body(material(), only, None) == (Prose(html=Markup("<p>Only.</p>")),)


def test_an_article_without_text_still_shows_its_dont_miss_line() -> None:
    assert with_line(values.body(blocks=())) == (LINE,)


def test_a_form_parts_the_prose_and_is_no_paragraph() -> None:
    box = TextBox(look="note", label="Note", title_html=Markup(), name="Note", html=Markup("<p>markets</p>"))
    text = values.body(blocks=(*paragraphs("1", "2"), box, *paragraphs("3", "4", "5")))

    parts = with_line(text, title="Markets", summary="")

    assert parts == (
        *(Prose(html=Markup("<p>1</p>\n<p>2</p>")), box, Prose(html=Markup("<p>3</p>"))),
        *(with_line(values.body(), title="Markets")[1], Prose(html=Markup("<p>4</p>\n<p>5</p>"))),
    )


def test_a_target_in_another_language_says_so() -> None:
    line = with_line(values.body(), lang="zh-Hans")[1]

    assert isinstance(line, DontMiss)
    assert line.lang == "zh-Hans"


def test_a_sponsored_target_is_labelled() -> None:
    paid = Sponsor(
        slug="shelf", name="Shelf", url="https://shelf.example/", label="Paid", disclosure_html=Markup("Paid.")
    )
    line = with_line(values.body(), sponsor=paid)[1]

    assert isinstance(line, DontMiss)
    assert line.label == "Sponsored"
