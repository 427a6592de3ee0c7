import pytest

from plugins.attachments.media.media_formats import conversion


@pytest.mark.parametrize(
    ("name", "is_video", "command"),
    [
        ("talk.wma", False, "ffmpeg -i talk.wma -vn -c:a libmp3lame -q:a 4 talk-web.mp3, and name that one"),
        (
            "a b's.mkv",
            True,
            """ffmpeg -i 'a b'"'"'s.mkv' -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart """
            """'a b'"'"'s-web.mp4', and name that one""",
        ),
    ],
)
def test_a_command_makes_a_file_that_all_browsers_play(name: str, is_video: bool, command: str) -> None:
    assert conversion(name, is_video) == command
