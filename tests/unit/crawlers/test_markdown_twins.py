from dataclasses import replace

import pytest
import yaml
from markupsafe import Markup

from plugins.crawlers.markdown_twins import TwinRenderer, markdown_twin, twin_markdown
from plugins.newsroom.articles import Article, Sponsor
from plugins.newsroom.front_matter.schema import ArticleFields
from plugins.newsroom.words.catalogues import english
from tests.values import article, at, body

SITE = "https://example.test/news"


def written(of: Article, *blocks: str) -> tuple[dict[str, object], str]:
    """Return the facts and the text of an article's Markdown."""
    text = body(blocks=tuple(map(Markup, blocks))) if blocks else body()
    document = TwinRenderer().render(markdown_twin(SITE, of, text, english())).decode()
    _, facts, markdown = document.split("---\n", 2)
    return yaml.safe_load(facts), markdown.strip()


def test_an_article_is_written_with_its_facts() -> None:
    facts, markdown = written(article("one"))

    assert facts == {
        "title": "One",
        "url": f"{SITE}/2023/11/one/",
        "language": "en",
        "section": "Social",
        "authors": ["Mei Tan"],
        "published": "2023-11-01T09:00:00+08:00",
    }
    assert markdown == "# One\n\n**What happened.**\n\nFirst.\n\nSecond.\n\nThird."


def test_who_paid_samples_and_corrections_come_before_the_text() -> None:
    corrections = ArticleFields.model_fields["corrections"].annotation.__args__[0]  # type: ignore[union-attr]
    note = corrections.model_construct(date=at("2023-11-02T09:00"), text="A number was wrong.")
    disclosure = Markup("<p>We were paid.</p>")
    sponsor = Sponsor(slug="s", name="S", url="https://s.example/", label="By S", disclosure_html=disclosure)

    facts, markdown = written(article("one", sponsor=sponsor, sample=True, corrections=(note,)))

    assert (facts["sponsor"], facts["sample"], facts["updated"]) == ("S", True, "2023-11-02T09:00:00+08:00")
    parts = markdown.split("\n\n")
    assert parts[1:3] == ["**By S**", "We were paid."]
    assert parts[3].startswith("**Sample.**")
    assert parts[4:6] == ["## Correction", "2023-11-02: A number was wrong."]


def test_addresses_are_full_ones() -> None:
    blocks = (
        '<p><a href="/news/2023/11/two/">Two</a>, <a href="#fn:1">1</a>, <a href="https://a.example/x">x</a> .</p>',
        '<p><img src="/news/pictures/a.webp" alt="A ] b"></p>',
    )

    _, markdown = written(article("one"), *blocks)

    assert "[Two](https://example.test/news/2023/11/two/)" in markdown
    assert "[1](https://example.test/news/2023/11/one/#fn:1)" in markdown
    assert "[x](https://a.example/x)" in markdown
    assert "![A \\] b](https://example.test/news/pictures/a.webp)" in markdown


@pytest.mark.parametrize(
    "title",
    [
        "</script> & ]]> *a* # b",
        "A: \"b\" - 'c'",
        "A\u2028B\u2029C\x85D",
        "\u202eabc\u202c 😀",
        "x" * 500,
        "--- a",
        "\x00\x1b",
    ],
)
def test_hostile_titles_stay_titles(title: str) -> None:
    facts, markdown = written(article("one", title=title))

    assert facts["title"] == title
    assert markdown.startswith("# ")
    assert "\n---" not in markdown


def test_a_retracted_article_says_so() -> None:
    facts, markdown = written(article("one", retracted_since=at("2023-11-05T09:00")))

    assert facts["retracted"] == facts["updated"] == "2023-11-05T09:00:00+08:00"
    assert markdown.startswith("# Retracted: One\n\n**Retracted.** We took this article back on 5 November 2023")


def test_an_article_that_is_over_says_so() -> None:
    facts, markdown = written(article("one", over_since=at("2023-11-05T09:00")))

    assert facts["expired"] == "2023-11-05T09:00:00+08:00"
    assert markdown.startswith("# One\n\n**Over.** ")
    assert "5 November 2023" in markdown


def test_scripts_and_buttons_are_left_out() -> None:
    _, markdown = written(article("one"), "<p>A<script>bad()</script><button>Play</button></p>")

    assert "bad" not in markdown


def test_equal_articles_are_equal_bytes() -> None:
    twin = markdown_twin(SITE, article("one"), body(), english())

    assert twin_markdown(twin) == twin_markdown(replace(twin))
