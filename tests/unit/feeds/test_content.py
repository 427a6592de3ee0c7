import pytest
from markupsafe import Markup

from plugins.feeds.content import content
from plugins.newsroom.articles import Picture
from tests.values import article, body


@pytest.mark.parametrize(
    ("written", "fed"),
    [
        ('<a href="/news/about/">a</a>', '<a href="https://example.test/news/about/">a</a>'),
        ('<a href="#part">a</a>', '<a href="https://example.test/news/2023/11/one/#part">a</a>'),
        ('<a href="//other.example/">a</a>', '<a href="//other.example/">a</a>'),
        ('<a href="https://other.example/">a</a>', '<a href="https://other.example/">a</a>'),
        ('<code>&lt;img src="/z.png"&gt;</code>', '<code>&lt;img src="/z.png"&gt;</code>'),
        (
            '<a title="a" href="#p">a</a> src="/b"',
            '<a title="a" href="https://example.test/news/2023/11/one/#p">a</a> src="/b"',
        ),
    ],
)
def test_only_addresses_of_ones_own_are_made_absolute(written: str, fed: str) -> None:
    text = body(blocks=(Markup(f"<p>{written}</p>"),))

    assert content("https://example.test/news", article(), text) == f"<p>{fed}</p>"


def test_the_lead_picture_stands_before_the_text() -> None:
    one = article(picture=Picture(url="/news/pictures/y.webp", width=4, height=3, alt="A <shelf>"))

    html = content("https://example.test/news", one, body(blocks=(Markup("<p>a</p>"), Markup("<p>b</p>"))))

    assert html == (
        '<p><img src="https://example.test/news/pictures/y.webp" width="4" height="3" alt="A &lt;shelf&gt;"></p>\n'
        "<p>a</p>\n<p>b</p>"
    )
