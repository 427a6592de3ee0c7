import turbohtml
from markupsafe import Markup

from plugins.feeds.feed_images import FeedImage, ImageWords, lead_image, text_images, words_under
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from tests.unit.feeds.fed import entry_of
from tests.unit.feeds.test_atom import PICTURE
from tests.values import article, body

CREDITED = (
    '<img src="https://e.test/a.jpg" width="600" height="400" alt="A stall"><figcaption>The <i>stall</i>{}</figcaption>'
)


def words_of(html: str) -> ImageWords:
    image = turbohtml.parse_fragment(html, positions=False).select_one("img")
    assert image
    return words_under(image)


def found(html: str, sizes: dict[str, int] | None = None, shown: str = "") -> tuple[FeedImage, ...]:
    root = turbohtml.parse_fragment(html, positions=False)
    return text_images(((each, words_under(each)) for each in root.select("img")), sizes or {}, shown)


def test_the_lead_picture_is_the_wide_one_else_the_largest_for_every_browser() -> None:
    files = (Candidate("/news/pictures/y-480-aa.jpg", 480), Candidate("/news/pictures/y-1200-aa.jpg", 1200))
    tall = Picture(url=files[-1].url, older=files, width=3000, height=4000, alt="A shelf", bytes=70_000)

    wide, large = (lead_image("https://example.test/news", each) for each in (PICTURE, tall))

    assert (wide.url, wide.width, wide.height, wide.size) == (
        "https://example.test/news/pictures/y-16x9.jpg",
        1200,
        675,
        88_000,
    )
    assert (large.url, large.width, large.height, large.size) == (
        "https://example.test/news/pictures/y-1200-aa.jpg",
        1200,
        1600,
        70_000,
    )


def test_words_under_a_picture_are_its_caption_and_its_credit() -> None:
    credit = '\n <span class="credit">Ida Lens</span>'

    assert words_of(f"<figure>{CREDITED.format(credit)}</figure>") == ("The stall", "Ida Lens")
    assert words_of(f"<figure>{CREDITED.format('')}</figure>") == ("The stall", "")
    assert words_of('<figure><img src="a.jpg"></figure>') == ("", "")
    assert words_of('<p><img src="a.jpg"></p>') == ("", "")


def test_a_picture_of_a_text_has_its_facts_and_stands_once() -> None:
    html = f"<figure>{CREDITED.format('')}</figure>" * 2

    assert found(html, {"https://e.test/a.jpg": 12_000}) == (
        FeedImage(
            url="https://e.test/a.jpg",
            media_type="image/jpeg",
            size=12_000,
            width=600,
            height=400,
            alt="A stall",
            caption="The stall",
            credit="",
        ),
    )
    assert found(html, shown="https://e.test/a.jpg") == ()


def test_what_is_not_known_of_a_picture_is_nought() -> None:
    (one,) = found('<img src="https://e.test/a.png" width="50%">')

    assert (one.size, one.width, one.height, one.alt) == (0, 0, 0, "")


def test_an_entry_has_the_pictures_of_its_text_without_its_lead_picture() -> None:
    blocks = (Markup(f'<p><img src="/news/pictures/z.jpg" alt="Z"> <img src="{PICTURE.url}" alt="Y"></p>'),)

    entry = entry_of(article(picture=PICTURE), body(blocks=blocks))

    assert entry.image
    assert entry.image.credit == "Ida Lens"
    assert [each.url for each in entry.text_images] == ["https://example.test/news/pictures/z.jpg"]
