from dataclasses import replace

from plugins.newsroom.forms.form_parts import EmbedCard
from tests.unit.desk.conftest import SVG, Load, article

_CACHE = """["https://youtu.be/dQw4w9WgXcQ"]
title = "A <tour>"
text = "Of the shop"
author = "Ann"
date = 2023-11-20
picture = "/pictures/embeds/tour.svg"
credit = "Ann"

["https://bsky.app/profile/ann.example.com/post/3kj2umze7zj2n"]
did = "did:plc:ragtjsm2j2vknwkz3zp4oxrd"
"""
_FILES = {"embeds.toml": _CACHE, "pictures/embeds/tour.svg": SVG}


def card(load_content: Load, text: str, *, has_cache: bool = True, has_frames: bool = True) -> EmbedCard:
    files = {"articles/one.md": article(body=text), **(_FILES if has_cache else {})}
    loaded = load_content(files)
    loaded = replace(loaded, site=replace(loaded.site, has_frames=has_frames, prefix="/news"))
    (part,) = loaded.body("one").blocks
    assert isinstance(part, EmbedCard)
    return part


def test_a_card_has_the_words_and_the_picture_that_are_noted(load_content: Load) -> None:
    part = card(load_content, "https://youtu.be/dQw4w9WgXcQ?t=9")

    assert (part.site, part.medium, part.shape) == ("YouTube", "video", "wide")
    assert (part.url, part.frame_url) == (
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=9s",
        "/news/embeds/youtube/dQw4w9WgXcQ-9s/",
    )
    assert (part.title_html, part.text_html, part.author_html) == ("A &lt;tour&gt;", "Of the shop", "Ann")
    assert (part.day, part.date, part.is_titled) == ("2023-11-20", "20 November 2023", True)
    assert part.picture is not None and part.picture.credit == "Ann"
    assert part.frame_title == "YouTube: A <tour>"


def test_the_authors_words_come_first(load_content: Load) -> None:
    part = card(load_content, '[Mine](https://youtu.be/dQw4w9WgXcQ "Text | Mei")')

    assert (part.title_html, part.text_html, part.author_html) == ("Mine", "Text", "Mei")


def test_a_card_without_words_says_what_it_is(load_content: Load) -> None:
    part = card(load_content, "https://youtu.be/dQw4w9WgXcQ", has_cache=False)

    assert (part.title_html, part.is_titled, part.picture) == ("Video on YouTube", False, None)
    assert part.frame_title == "Video on YouTube"


def test_a_card_whose_frame_nobody_knows_is_a_link(load_content: Load) -> None:
    address = "https://bsky.app/profile/ann.example.com/post/3kj2umze7zj2n"

    assert card(load_content, address, has_cache=False).frame_url == ""
    assert card(load_content, address).frame_url == "/news/embeds/bluesky/ann.example.com-3kj2umze7zj2n/"
    assert card(load_content, address, has_frames=False).frame_url == ""


def test_an_author_may_give_a_card_its_picture(load_content: Load) -> None:
    part = card(load_content, "[![The shop](/pictures/embeds/tour.svg)](https://vimeo.com/76979871)")

    assert part.picture is not None and part.title_html == "The&nbsp;shop"


def test_the_build_knows_which_embeds_public_texts_show(load_content: Load) -> None:
    files = {
        "articles/one.md": article(body="https://youtu.be/dQw4w9WgXcQ\n\nSee https://vimeo.com/1"),
        "articles/two.md": article("Two", keys="status: draft\n", body="https://vimeo.com/2"),
        "articles/three.md": article("Three", keys="embargo: 2099-01-01 08:00\n", body="https://vimeo.com/3"),
        "articles/four.md": article(
            "Four",
            keys="retracted: {date: 2023-11-25, text: It was wrong and so we have taken it back.}\n",
            body="https://vimeo.com/4",
        ),
        "pages/about.md": "---\ntitle: About\nsummary: What stands there.\n---\n<https://vimeo.com/5>\n",
    }

    assert load_content(files).desk.embeds == ("https://vimeo.com/5", "https://youtu.be/dQw4w9WgXcQ")
