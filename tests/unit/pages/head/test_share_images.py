from dataclasses import replace

import pytest

from plugins.newsroom.choices import ShareImage
from plugins.newsroom.forms.shown_picture import Candidate, Cutting, Picture
from plugins.pages.head.share_images import article_images, article_share_image, image_properties, page_share_image
from tests.values import article, material

HOME = ShareImage(url="/card.jpg?v=1.jpg", width=1200, height=630, alt="The Test")
OWN = replace(HOME, url="/2023/11/one/card.jpg?v=2.jpg", alt="One")
RATIOS = (
    Cutting("/pictures/a-16x9-0123456789ab.jpg", 1200, 675),
    Cutting("/pictures/a-4x3-0123456789ab.jpg", 1200, 900),
    Cutting("/pictures/a-1x1-0123456789ab.jpg", 1200, 1200),
)
PICTURE = Picture(url="/pictures/a.jpg", width=3000, height=2000, alt="A shelf", credit="Ana Lim")
DRAWING = replace(PICTURE, url="/pictures/a.svg")


@pytest.mark.parametrize(
    ("cards", "picture", "expected"),
    [
        ({"article one": OWN, "home ": HOME}, replace(PICTURE, ratios=RATIOS), OWN.url),
        ({"home ": HOME}, replace(PICTURE, ratios=RATIOS), RATIOS[0].url),
        ({"home ": HOME}, PICTURE, PICTURE.url),
        ({"home ": HOME}, DRAWING, HOME.url),
        ({"home ": HOME}, replace(PICTURE, url="/pictures/a.webp"), HOME.url),
        ({"home ": HOME}, replace(PICTURE, url="/pictures/a.avif"), HOME.url),
        ({"home ": HOME}, None, HOME.url),
    ],
)
def test_an_article_is_shared_with_its_card_its_photograph_or_the_publications_card(
    cards: dict[str, ShareImage], picture: Picture | None, expected: str
) -> None:
    image = article_share_image(material(share_cards=cards), article("one", picture=picture))

    assert image and image.url == expected


def test_a_page_without_a_card_of_its_own_is_shared_with_the_home_fronts() -> None:
    found = material(share_cards={"home ": HOME, "tag video": OWN})

    assert page_share_image(found, "tag", "video") == OWN
    assert page_share_image(found, "tag", "other") == page_share_image(found) == HOME


def test_the_picture_is_told_with_type_size_and_words() -> None:
    properties = {each.name: each.content for each in image_properties(material(), OWN)}

    assert properties == {
        "og:image": "https://example.test/2023/11/one/card.jpg?v=2.jpg",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "One",
    }


def test_a_photograph_smaller_than_its_source_has_the_size_of_its_file() -> None:
    small = replace(PICTURE, older=(Candidate("/pictures/a.jpg", 1200),))

    image = article_share_image(material(), article(picture=small))

    assert image and (image.width, image.height) == (1200, 800)


def test_search_engines_get_the_three_ratios_with_their_credit() -> None:
    images = article_images(material(), article(picture=replace(PICTURE, ratios=RATIOS)))

    assert [(each.width, each.height) for each in images] == [(1200, 675), (1200, 900), (1200, 1200)]
    assert {each.credit_text for each in images} == {"Ana Lim"}
    assert images[0].url == "https://example.test/pictures/a-16x9-0123456789ab.jpg"


@pytest.mark.parametrize("picture", [None, DRAWING])
def test_search_engines_get_the_card_or_the_publications_own_picture(picture: Picture | None) -> None:
    with_card = article_images(material(share_cards={"article one": OWN}), article("one", picture=picture))
    own = replace(OWN, url="/assets/share.png?v=1.png")
    with_own = article_images(material(share_picture=own), article("one", picture=picture))

    assert [each.url for each in with_card] == ["https://example.test/2023/11/one/card.jpg?v=2.jpg"]
    assert [each.url for each in with_own] == ["https://example.test/assets/share.png?v=1.png"]
    assert article_images(material(), article("one", picture=picture)) == ()
