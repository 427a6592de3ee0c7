from plugins.attachments.media.companions import Companions, captions_by_stem, companions_of

FILES = [
    "a/episode.mp3",
    "a/episode.txt",
    "a/episode.vtt",
    "a/episode.de.vtt",
    "a/episode.zh-Hant.VTT",
    "b/episode.vtt",
]


def companions(key: str, pictures: set[str], files: list[str] = FILES) -> Companions:
    return companions_of(key, pictures, files, captions_by_stem(files))


def test_companions_have_the_name_of_their_file() -> None:
    found = companions("a/episode.mp3", {"a/episode.png", "a/episode.JPG", "a/other.jpg", "episode.jpg"})

    assert found == Companions(
        poster="a/episode.JPG",
        captions=(("", "a/episode.vtt"), ("de", "a/episode.de.vtt"), ("zh-Hant", "a/episode.zh-Hant.VTT")),
        transcript="a/episode.txt",
    )
    assert found.files == ("a/episode.vtt", "a/episode.de.vtt", "a/episode.zh-Hant.VTT", "a/episode.txt")


def test_a_file_alone_has_none() -> None:
    assert companions("a/other.mp3", set()) == Companions()


def test_a_dot_in_a_name_is_no_language() -> None:
    files = ["a/v1.2.mp4", "a/v1.2.vtt", "a/v1.vtt"]

    assert companions("a/v1.2.mp4", set(), files).captions == (("", "a/v1.2.vtt"),)
    assert companions("a/v1.mp4", set(), files).captions == (("", "a/v1.vtt"),)
