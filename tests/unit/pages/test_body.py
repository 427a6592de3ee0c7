from typing import Any

import pytest
from markupsafe import Markup

from plugins.newsroom.articles import Body
from plugins.newsroom.parts import BodyPart, DontMiss, Prose
from plugins.pages.body import body, place
from tests import values
from tests.values import article, material, paragraphs

LINE = DontMiss(title_html=Markup("Two &amp; more"), url="/2023/11/two/", lang="")


@pytest.mark.parametrize(
    ("blocks", "before"),
    [
        ([], 0),
        (["<p>1</p>"], 1),
        (["<p>1</p>", "<p>2</p>"], 2),
        (["<p>1</p>", "<p>2</p>", "<p>3</p>"], 2),
        (["<p>1</p>", "<p>2:</p>", "<ul></ul>", "<p>3</p>", "<p>4</p>"], 4),
        (["<p>1</p>", "<p>2</p>", "<h2>H</h2>", "<p>3</p>", "<p>4</p>"], 4),
        (["<p>1</p>", "<figure></figure>", "<p>2</p>", "<p>3</p>"], 3),
        (["<ul></ul>", "<h2>H</h2>"], 2),
    ],
)
def test_the_dont_miss_line_stands_between_two_paragraphs_after_the_opening(blocks: list[str], before: int) -> None:
    assert place([Markup(block) for block in blocks]) == before


def with_line(text: Body, **target: Any) -> tuple[BodyPart, ...]:
    """Return the parts of a body with a don't-miss line that leads to the article two."""
    return body(material(article("two", **{"title": "Two & more", **target})), text, "two")


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


def test_a_body_without_a_dont_miss_line_is_one_part() -> None:
    only = values.body(blocks=paragraphs("Only."))

    assert body(material(), only, None) == (Prose(html=Markup("<p>Only.</p>")),)


def test_an_article_without_text_still_shows_its_dont_miss_line() -> None:
    assert with_line(values.body(blocks=())) == (LINE,)


def test_a_target_in_another_language_says_so() -> None:
    line = with_line(values.body(), lang="zh-Hans")[1]

    assert isinstance(line, DontMiss)
    assert line.lang == "zh-Hans"
