import pytest

from plugins.feeds.clean_html import clean_html


def cleaned(html: str) -> str:
    return clean_html(
        html, site_url="https://e.test/news", page_url="https://e.test/news/2023/11/one/", name="2023/11/one"
    ).html


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
        ('<p>a<span hidden>b</span><em hidden="until-found">c</em></p>', "<p>a</p>"),
        ('<a href="">a</a>', '<a href="https://e.test/news/2023/11/one/">a</a>'),
        ('<a href="?a=1">a</a>', '<a href="https://e.test/news/2023/11/one/?a=1">a</a>'),
        ('<a href="../two/">a</a>', '<a href="https://e.test/news/2023/11/two/">a</a>'),
        ('<p id="one">a</p><a href="/one">b</a>', '<p>a</p><a href="https://e.test/one">b</a>'),
        ("<details open><summary>a</summary>b</details>", '<details open=""><summary>a</summary>b</details>'),
    ],
)
def test_what_means_something_anywhere_is_kept(written: str, fed: str) -> None:
    assert cleaned(written) == fed


PICTURE = (
    '<picture><source type="image/avif" srcset="/x-320.avif 320w, /x-1600.avif 1600w" sizes="auto, 92vw">'
    '<img class="picture tone-3" src="/x-1200.jpg" srcset="/x-480.jpg 480w, /x-1200.jpg 1200w" sizes="auto, 92vw"'
    ' width="4000" height="3000" alt="Stall &gt; shop" loading="lazy" decoding="async"></picture>'
)


@pytest.mark.parametrize(
    ("sides", "shown"),
    [
        ('width="4000" height="3000"', 'width="1200" height="900" '),
        ('width="200" height="150"', 'width="200" height="150" '),  # as its author wants it
        ('height="150"', 'height="150" '),
        ('width="5000" height="1"', 'width="1200" height="1" '),
        ("", ""),
    ],
)
def test_one_image_stays_of_a_picture_with_the_sides_of_its_file(sides: str, shown: str) -> None:
    html = PICTURE.replace('width="4000" height="3000"', sides)

    assert cleaned(html) == f'<img src="https://e.test/x-1200.jpg" {shown}alt="Stall &gt; shop">'


def test_cells_keep_the_names_of_those_that_they_belong_to() -> None:
    html = '<table><tbody><tr><th id="a">A</th><th id="b">B</th><td headers="a x">1</td></tr></tbody></table>'

    assert cleaned(html) == (
        '<table><tbody><tr><th id="a-2023-11-one">A</th><th>B</th>'
        '<td headers="a-2023-11-one">1</td></tr></tbody></table>'
    )


def test_names_in_other_scripts_are_found_behind_links_that_write_them_in_percent() -> None:
    html = '<h2 id="café">a</h2><a href="#caf%C3%A9">b</a>'

    assert cleaned(html) == '<h2 id="café-2023-11-one">a</h2><a href="#caf%C3%A9-2023-11-one">b</a>'


def test_links_within_a_text_lead_to_names_that_are_its_own() -> None:
    html = '<p>a<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1">b <a href="#fnref:1">↩</a></li></ol>'

    assert cleaned(html) == (
        '<p>a<sup id="fnref:1-2023-11-one"><a href="#fn:1-2023-11-one">1</a></sup></p>'
        '<ol><li id="fn:1-2023-11-one">b <a href="#fnref:1-2023-11-one">↩</a></li></ol>'
    )
