from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from plugins.newsroom.articles import Sponsor
from plugins.newsroom.choices import card_name
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.card_characters import first_lacking
from plugins.newsroom.language.site_languages import SiteLanguage
from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.newsroom.words.phrases import Words
from plugins.pictures.values import DEVELOPED, Developed, Negative, Print, Proof, SourcePicture
from plugins.share_cards.make_share_card import (
    DRAWN,
    MODEL,
    SHARED_BY_CARDS,
    SharedByCards,
    make_share_card,
    share_image,
)
from plugins.stet.facts import View
from plugins.stet.offers import Offers
from tests.share_cards import PALETTE
from tests.values import ARI, MEI, article, offer_named, offer_publication, publication, text_page

SHARED = SharedByCards(
    name="The Test",
    tagline="All of it",
    lang="en",
    prefix="/news",
    palette=PALETTE,
    section_colours=("violet", "blue"),
    show="all",
    fonts="",
)
PICTURE = Picture(url="/p.jpg", width=1200, height=800, alt="", developed="a.jpg", focus=(40, 20))


def prints(*sizes: tuple[int, int], suffix: str = "jpg") -> Proof:
    made = tuple(Print(f"{width}.{suffix}", width, height, 1) for width, height in sizes)
    negative = Negative("content/a.jpg", SourcePicture("a.jpg", "jpeg", 1200, 800, 1), b"")
    return Proof(negative, Developed(key="k", width=1200, height=800, tone=0, older=made))


def view(
    *articles: Any, proof: Proof | None = None, drawn: bool = True, words: Words | None = None, **changes: Any
) -> View:
    offers = Offers()
    of = publication(*articles, text_pages=(text_page(slug="about"),))
    offer_publication(offers, *articles, of=of, words=words)
    offers.offer_constant(SHARED_BY_CARDS, replace(SHARED, **changes))
    offer_named(offers, DEVELOPED, {"a.jpg": proof})
    offers.offer_values(MODEL, partial(make_share_card, lacking=first_lacking))
    offers.offer_facts(DRAWN, lambda *_: drawn, {})
    return offers.view()


def test_an_article_is_drawn_with_section_headline_and_byline() -> None:
    one = article("one", title="What it 'says'", authors=(MEI, ARI))

    card = view(one).read(MODEL, card_name("article", "one"))

    assert (card.kind, card.kicker, card.name) == ("article", "Social", "The Test")
    assert card.line == "By Mei Tan and Ari Wibowo"
    assert card.colour == PALETTE.section("violet")


@pytest.mark.parametrize(("lang", "line"), [("de", "Von Mei Tan und Ari Wibowo"), ("vi", "Mei Tan và Ari Wibowo")])
def test_the_byline_is_in_the_words_of_the_publication(lang: str, line: str) -> None:
    one = article("one", lang="zh-Hant", authors=(MEI, ARI))

    card = view(one, words=make_words(lang, catalogue(lang))).read(MODEL, card_name("article", "one"))

    assert card.line == line


def test_a_card_in_a_declared_language_has_the_names_and_words_of_that() -> None:
    category = replace(article().category, names=(("id", "Sosial"),))
    one = article("one", lang="id", authors=(MEI, ARI), category=category)
    declared = (SiteLanguage("id", "id", ""),)

    card = view(one, words=make_words("id", catalogue("id")), languages=declared).read(
        MODEL, card_name("article", "one")
    )

    assert (card.kicker, card.line, card.site_lang) == ("Sosial", "Oleh Mei Tan dan Ari Wibowo", "id")


def test_an_article_without_authors_has_no_byline() -> None:
    assert view(article("one", authors=())).read(MODEL, card_name("article", "one")).line == ""


def test_a_sponsor_is_named_as_on_the_page() -> None:
    paid = Sponsor(slug="s", name="S", url="", label="Sponsored by S", disclosure_html=MEI.biography_html)

    assert view(article("one", sponsor=paid)).read(MODEL, card_name("article", "one")).label == "Sponsored by S"


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([(480, 320), (1200, 800)], "1200.jpg"), ([(480, 320)], "480.jpg"), ([(1200, 800), (1600, 1066)], "1200.jpg")],
)
def test_the_smallest_print_is_drawn_with_that_is_large_enough(sizes: list[tuple[int, int]], expected: str) -> None:
    one = article("one", picture=PICTURE)

    card = view(one, proof=prints(*sizes)).read(MODEL, card_name("article", "one"))

    assert card.picture
    assert (card.picture.name, card.picture.focus) == (expected, (40, 20))


def test_a_drawing_in_svg_leaves_the_card_to_the_text() -> None:
    one = article("one", picture=PICTURE)

    assert view(one, proof=prints((1200, 800), suffix="svg")).read(MODEL, card_name("article", "one")).picture is None


def test_texts_of_which_no_font_has_a_character_are_left_out() -> None:
    one = article("one", title="ឈ្មោះ", authors=(replace(MEI, name="ကခ"),))

    card = view(one).read(MODEL, card_name("article", "one"))

    assert (card.title, card.line, card.kicker) == ("", "", "Social")


@pytest.mark.parametrize(
    ("name", "title", "line"),
    [
        (card_name("home"), "The Test", "All of it"),
        (card_name("category", "media"), "Media", "Screens."),
        (card_name("tag", "video"), "Video", ""),
        (card_name("author", "mei"), "Mei Tan", "Media"),
        (card_name("page", "about"), "About", text_page(slug="about").summary),
    ],
)
def test_every_other_page_has_a_card_of_its_name(name: str, title: str, line: str) -> None:
    card = view(article()).read(MODEL, name)

    assert (card.title, card.line) == (title, line)


def test_the_address_of_a_card_changes_with_it_alone() -> None:
    def url(one: Any) -> str:
        image = share_image(view(one), card_name("article", "one"))
        assert image
        return image.url

    first, same, other = url(article("one")), url(article("one", summary="Else.")), url(article("one", title="Two"))

    assert first == same != other
    assert first.startswith("/news/2023/11/one/card.jpg?v=")


def test_a_card_that_is_not_drawn_has_no_address() -> None:
    assert share_image(view(article("one"), drawn=False), card_name("article", "one")) is None


def test_the_card_of_a_page_stands_in_its_folder() -> None:
    names = [card_name("home"), card_name("category", "media"), card_name("tag", "video"), card_name("page", "about")]

    images = [share_image(view(article()), name) for name in names]

    paths = [image.url.partition("?")[0] for image in images if image]
    assert paths == ["/news/card.jpg", "/news/media/card.jpg", "/news/tags/video/card.jpg", "/news/about/card.jpg"]
