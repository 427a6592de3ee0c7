import pytest
from markupsafe import Markup

from plugins.newsroom.parts import DontMiss, Prose
from plugins.pages.body import body, place
from tests.values import article, material, paragraphs, story

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


def test_the_dont_miss_line_has_its_headline_from_its_target() -> None:
    one, two = article("one"), article("two", title="Two & more")

    parts = body(material(story(one), story(two)), one, "two")

    assert parts == (
        Prose(html=Markup("<p>First.</p>\n<p>Second.</p>")),
        LINE,
        Prose(html=Markup("<p>Third.</p>")),
    )


def test_the_dont_miss_line_stands_where_the_author_put_it() -> None:
    one, two = article("one", dont_miss_after=0), article("two", title="Two & more")

    parts = body(material(story(one), story(two)), one, "two")

    assert parts == (LINE, Prose(html=Markup("<p>First.</p>\n<p>Second.</p>\n<p>Third.</p>")))


def test_a_body_without_a_dont_miss_line_is_one_part() -> None:
    one = article("one", blocks=paragraphs("Only."))

    assert body(material(story(one)), one, None) == (Prose(html=Markup("<p>Only.</p>")),)


def test_an_article_without_text_still_shows_its_dont_miss_line() -> None:
    one, two = article("one", blocks=()), article("two", title="Two & more")

    assert body(material(story(one), story(two)), one, "two") == (LINE,)


def test_a_target_in_another_language_says_so() -> None:
    one, two = article("one"), article("two", lang="zh-Hans")

    line = body(material(story(one), story(two)), one, "two")[1]

    assert isinstance(line, DontMiss)
    assert line.lang == "zh-Hans"
