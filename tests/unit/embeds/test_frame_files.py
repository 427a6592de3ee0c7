from plugins.embeds.frame_files import (
    SHARED_BY_FRAMES,
    FrameRenderer,
    SharedByFrames,
    frame_origins,
    make_frame,
    plan_frames,
)
from plugins.newsroom.embeds.embed_cache import NO_NOTES, EmbedNotes
from plugins.newsroom.embeds.embed_table import EMBED_TABLE
from plugins.newsroom.embeds.frame_page import FramePage
from plugins.newsroom.spaces import EMBED_NOTES
from plugins.newsroom.words.catalogues import english
from plugins.stet.offers import Offers
from plugins.stet.outputs import Output

LINKS = [
    "https://youtu.be/dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&utm_source=x",
    "https://twitter.com/ann/status/12345",
    "https://bsky.app/profile/ann.example.com/post/3kj2umze7zj2n",
    "https://example.com/",
]


def made(link: str, notes: EmbedNotes = NO_NOTES) -> FramePage:
    offers = Offers()
    offers.offer_constant(SHARED_BY_FRAMES, SharedByFrames(table=EMBED_TABLE, words=english()))
    offers.offer_facts(EMBED_NOTES, lambda _view, _address: notes, {})
    return make_frame(offers.view(), Output("x", "embed frame", (link,)))


def test_there_is_a_page_for_each_embed_that_has_a_frame() -> None:
    assert [(output.path, output.spec) for output in plan_frames(LINKS, EMBED_TABLE.find)] == [
        ("embeds/x/12345/index.html", ("https://x.com/ann/status/12345",)),
        ("embeds/youtube/dQw4w9WgXcQ/index.html", ("https://www.youtube.com/watch?v=dQw4w9WgXcQ",)),
    ]


def test_the_order_of_the_texts_changes_no_page() -> None:
    assert list(plan_frames(reversed(LINKS), EMBED_TABLE.find)) == list(plan_frames(LINKS, EMBED_TABLE.find))


def test_all_origins_of_frames_are_told_sorted() -> None:
    assert frame_origins(LINKS, EMBED_TABLE, EMBED_TABLE.find) == [
        "https://platform.twitter.com",
        "https://platform.x.com",
        "https://www.youtube-nocookie.com",
    ]
    assert frame_origins(LINKS[3:], EMBED_TABLE, EMBED_TABLE.find) == []


def test_a_page_is_called_as_the_cache_says_or_by_what_it_is() -> None:
    assert made(LINKS[0], EmbedNotes(title="A tour")).title == "YouTube: A tour"
    page = made(LINKS[0])
    assert (page.title, page.open, page.lang) == ("Video on YouTube", "Open on YouTube", "en")
    assert b'src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"' in FrameRenderer().render(page)


def test_the_cache_gives_a_post_its_frame() -> None:
    page = made(LINKS[3], EmbedNotes(did="did:plc:ragtjsm2j2vknwkz3zp4oxrd"))

    assert page.frame.startswith("https://embed.bsky.app/embed/did:plc:ragtjsm2j2vknwkz3zp4oxrd/")
    assert page.origins == ("https://embed.bsky.app",)
