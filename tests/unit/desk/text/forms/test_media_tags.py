import pytest

from plugins.desk.text.forms.media_tags import make_media_safe
from plugins.desk.text.inspection import inspect


@pytest.mark.parametrize(
    ("html", "safe", "told"),
    [
        ('<video controls preload="none" src="a.mp4"></video>', None, []),
        ('<video controls src="a.mp4"></video>', '<video controls src="a.mp4" preload="none"></video>', []),
        (
            '<audio src="a.mp3" preload="auto"></audio>',
            '<audio src="a.mp3" preload="none" controls></audio>',
            [("no controls", "audio"), ("preload", "auto")],
        ),
        (
            '<video controls autoplay src="a.mp4"></video>',
            '<video controls src="a.mp4" preload="none"></video>',
            [("attribute", "autoplay")],
        ),
        ("<p>A<video controls></video></p>", "<p>A</p>", [("no media", "video")]),
        ('<p>A<video controls src="#a"></video></p>', "<p>A</p>", [("no media", "video")]),
        ('<p>A<video src=""><track src="a.vtt"></video></p>', "<p>A</p>", [("no media", "video")]),
        ("<p>A<audio>b <b>c</b></audio></p>", "<p>A b <b>c</b></p>", [("no media", "audio")]),
        (
            '<video src="//x.example/a.mp4"></video>',
            '<a href="//x.example/a.mp4">//x.example/a.mp4</a>',
            [("media elsewhere", "//x.example/a.mp4")],
        ),
    ],
)
def test_tags_wait_and_can_be_stopped(html: str, safe: str | None, told: list[tuple[str, str]]) -> None:
    found = inspect(html)

    make_media_safe(found)

    assert found.root.inner_html.replace('=""', "") == (safe or html)
    assert [(problem.kind, problem.value) for problem in found.problems] == told


def test_what_stood_in_a_tag_that_was_taken_out_is_looked_for_no_more() -> None:
    found = inspect('<video><track src="a.vtt"></video><audio src="b.mp3" controls></audio>')

    make_media_safe(found)

    assert [reference.target for reference in found.references] == ["b.mp3"]
