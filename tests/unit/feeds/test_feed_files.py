from plugins.feeds.feed_files import FeedFile, files_of
from plugins.newsroom.forms.media_parts import CaptionTrack
from tests.unit.feeds.heard import clip, player, playing
from tests.values import body

SITE = "https://example.test/news"


def test_files_have_full_addresses_and_the_words_that_are_said() -> None:
    track = CaptionTrack(kind="captions", url="/news/files/1/episode.vtt", lang="en", label="English")
    heard = player(transcript_url="/news/files/2/episode.txt", tracks=(track,))

    (file,) = files_of(playing(heard), SITE)

    assert file == FeedFile(
        url="https://example.test/news/files/012345012345/episode.mp3",
        size=11_400_000,
        media_type="audio/mpeg",
        seconds=750,
        is_video=False,
        words=(
            ("https://example.test/news/files/2/episode.txt", "text/plain"),
            ("https://example.test/news/files/1/episode.vtt", "text/vtt"),
        ),
    )


def test_a_file_that_plays_twice_is_one_file() -> None:
    files = files_of(playing(player(), clip(), player()), SITE)

    assert [file.media_type for file in files] == ["audio/mpeg", "video/mp4"]


def test_a_transcript_in_the_text_is_no_file() -> None:
    (file,) = files_of(playing(player(transcript_url="#transcript")), SITE)

    assert file.words == ()


def test_a_text_without_players_has_no_files() -> None:
    assert list(files_of(body(), SITE)) == []
