import pytest

from plugins.feeds.clean_html import clean_html


def cleaned(html: str) -> str:
    return clean_html(
        html, site_url="https://e.test/news", page_url="https://e.test/news/2023/11/one/", name="2023/11/one"
    )


@pytest.mark.parametrize(
    ("written", "fed"),
    [
        ('<a href="/news/about/">a</a>', '<a href="https://e.test/news/about/">a</a>'),
        ('<a href="#part">a</a>', '<a href="https://e.test/news/2023/11/one/#part">a</a>'),
        ('<a href="//other.example/">a</a>', '<a href="https://other.example/">a</a>'),
        ('<a href="https://other.example/?a=1&amp;b=2">a</a>', '<a href="https://other.example/?a=1&amp;b=2">a</a>'),
        ('<a href="mailto:a@e.test">a</a>', '<a href="mailto:a@e.test">a</a>'),
        ('<code>&lt;img src="/z.png"&gt;</code>', '<code>&lt;img src="/z.png"&gt;</code>'),
        (
            '<video poster="/p.jpg" src="/v.mp4" controls></video>',
            '<video poster="https://e.test/p.jpg" src="https://e.test/v.mp4" controls=""></video>',
        ),
        ('<blockquote cite="/x/">a</blockquote>', '<blockquote cite="https://e.test/x/">a</blockquote>'),
        (
            '<audio><source src="/a.mp3" type="audio/mpeg"></audio>',
            '<audio><source src="https://e.test/a.mp3" type="audio/mpeg"></audio>',
        ),
        ('<p class="x" style="color:red" onclick="x()" data-y="1" id="z">a</p>', "<p>a</p>"),
        ('<span class="amp">&amp;</span>', "&amp;"),
        ('<span lang="ar" dir="rtl">a</span>', '<span lang="ar" dir="rtl">a</span>'),
        ("<p>a<script>x</script><style>y</style><svg><text>z</text></svg>b</p>", "<p>ab</p>"),
        (
            '<picture><source srcset="/a.avif"><img src="/a.jpg" alt="" class="c"></picture>',
            '<img src="https://e.test/a.jpg" alt="">',
        ),
        ("<details open><summary>a</summary>b</details>", '<details open=""><summary>a</summary>b</details>'),
    ],
)
def test_what_means_something_anywhere_is_kept(written: str, fed: str) -> None:
    assert cleaned(written) == fed


def test_links_within_a_text_lead_to_names_that_are_its_own() -> None:
    html = '<p>a<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1">b <a href="#fnref:1">↩</a></li></ol>'

    assert cleaned(html) == (
        '<p>a<sup id="2023-11-one-fnref:1"><a href="#2023-11-one-fn:1">1</a></sup></p>'
        '<ol><li id="2023-11-one-fn:1">b <a href="#2023-11-one-fnref:1">↩</a></li></ol>'
    )
