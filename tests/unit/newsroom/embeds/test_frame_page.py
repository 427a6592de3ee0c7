from base64 import b64encode
from hashlib import sha256

from plugins.newsroom.embeds.frame_page import FRAME_STYLE_HASH, FramePage, frame_page, frame_policy

PAGE = FramePage(
    lang="ar",
    direction="rtl",
    title='YouTube: A "tour" & <more>',
    frame="https://www.youtube-nocookie.com/embed/x?autoplay=1&start=5",
    origins=("https://www.youtube-nocookie.com",),
    allow="autoplay; fullscreen",
    link="https://www.youtube.com/watch?v=x&t=5s",
    open="Open on YouTube",
)


def test_the_page_holds_one_frame_and_a_link() -> None:
    text = frame_page(PAGE).decode()

    assert text.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert text.count("<iframe ") == 1
    assert 'src="https://www.youtube-nocookie.com/embed/x?autoplay=1&amp;start=5"' in text
    assert 'title="YouTube: A &#34;tour&#34; &amp; &lt;more&gt;"' in text
    assert 'href="https://www.youtube.com/watch?v=x&amp;t=5s"' in text
    assert '<meta name="robots" content="noindex">' in text


def test_its_policy_allows_that_origin_and_its_own_style_alone() -> None:
    style = frame_page(PAGE).decode().partition("<style>")[2].partition("</style>")[0]

    assert b64encode(sha256(style.encode()).digest()).decode() == FRAME_STYLE_HASH
    assert frame_policy(PAGE.origins) == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-src https://www.youtube-nocookie.com; "
        f"style-src 'sha256-{FRAME_STYLE_HASH}'"
    )
