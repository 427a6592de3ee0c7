import pytest

from plugins.desk.text.forms.pasted_embeds import PastedEmbeds
from plugins.desk.text.text_reader import TextReading, text_reader
from plugins.desk.text.tree import parse
from plugins.desk.text.typography import AS_WRITTEN
from plugins.newsroom.embeds.embed_table import EMBED_TABLE

_VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
_FRAME = '<iframe width="560" src="//www.youtube.com/embed/dQw4w9WgXcQ?si=a" allowfullscreen></iframe>'
_DID = "did:plc:ragtjsm2j2vknwkz3zp4oxrd"

_CODES = {
    _FRAME: f'<p><a href="{_VIDEO}">{_VIDEO}</a></p>',
    f'<div style="position:relative"><p>{_FRAME}</p></div>': f'<p><a href="{_VIDEO}">{_VIDEO}</a></p>',
    '<blockquote class="twitter-tweet"><p lang="en">It is <b>here</b>. https://t.co/a1 pic.twitter.com/b2</p>'
    '&mdash; Ann Lee (@ann_lee) <a href="https://twitter.com/ann_lee/status/12345?ref_src=x">June 1</a></blockquote> '
    '<script async src="https://platform.twitter.com/widgets.js"></script>': (
        '<p><a href="https://x.com/ann_lee/status/12345" title="It is here. | Ann Lee (@ann_lee)">'
        "https://x.com/ann_lee/status/12345</a></p>"
    ),
    f'<blockquote class="bluesky-embed" data-bluesky-uri="at://{_DID}/app.bsky.feed.post/3kj2umze7zj2n"><p>Hello</p>'
    f'&mdash; Ann (<a href="https://bsky.app/profile/{_DID}">@ann.example</a>) <a href="https://bsky.app/x">1 June</a>'
    "</blockquote>": (
        f'<p><a href="https://bsky.app/profile/{_DID}/post/3kj2umze7zj2n" title="Hello | Ann (@ann.example)">'
        f"https://bsky.app/profile/{_DID}/post/3kj2umze7zj2n</a></p>"
    ),
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/CuXyZ_1/?utm=1" '
    'style="x"><div><a href="https://example.com/"></a></div></blockquote>'
    '<script src="//www.instagram.com/embed.js"></script>': (
        '<p><a href="https://www.instagram.com/p/CuXyZ_1/">https://www.instagram.com/p/CuXyZ_1/</a></p>'
    ),
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ann/video/7550352363689741590"><section>x</section>'
    "</blockquote>": (
        '<p><a href="https://www.tiktok.com/@ann/video/7550352363689741590">'
        "https://www.tiktok.com/@ann/video/7550352363689741590</a></p>"
    ),
}


def linked(html: str) -> tuple[str, list[str]]:
    root, pasted = parse(html), PastedEmbeds(EMBED_TABLE)
    pasted.link(root)
    return root.inner_html.strip(), [problem.value for problem in pasted.problems]


@pytest.mark.parametrize("code", _CODES)
def test_of_a_pasted_code_its_address_stays_alone_in_a_paragraph(code: str) -> None:
    html, told = linked(code)

    assert (html, len(told)) == (_CODES[code], 1)


def test_a_frame_among_words_becomes_a_link_among_them() -> None:
    html, told = linked(f"<p>See {_FRAME} now.</p>")

    assert (html, told) == (f'<p>See <a href="{_VIDEO}">{_VIDEO}</a> now.</p>', ["YouTube"])


@pytest.mark.parametrize(
    "code",
    [
        '<iframe src="https://maps.example/x"></iframe>',
        '<iframe src="https://youtube.com.example/embed/dQw4w9WgXcQ"></iframe>',
        "<iframe></iframe>",
        f'<blockquote><p>A quotation.</p><a href="{_VIDEO}">x</a></blockquote>',
        '<blockquote class="twitter-tweet"><p>No address.</p></blockquote>',
        '<script src="https://platform.twitter.com/widgets.js"></script>',
    ],
)
def test_all_else_stays_for_the_walk(code: str) -> None:
    assert linked(code) == (parse(code).inner_html, [])


def test_another_script_beside_a_code_stays_to_be_refused() -> None:
    assert (
        linked(f'{_FRAME}<script src="https://evil.example/x.js"></script><script>a</script>')[0].count("<script") == 2
    )


def read(text: str) -> TextReading:
    return text_reader({"extension_configs": {}, "output_format": "html5"}, AS_WRITTEN, "en").read(text)


def test_a_code_is_told_at_its_line_and_nothing_in_it_is_refused() -> None:
    code = next(code for code in _CODES if "twitter" in code)

    reading = read(f"First.\n\n{code}\n\n{_FRAME}\n")

    assert [(problem.kind, problem.value) for problem, _ in reading.problems] == [
        ("pasted embed", "X"),
        ("pasted embed", "YouTube"),
    ]
    assert [reading.source.count("\n", 0, offset) for _, offset in reading.problems] == [2, 4]
