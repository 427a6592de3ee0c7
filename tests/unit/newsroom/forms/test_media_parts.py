from dataclasses import replace

from plugins.newsroom.forms.shown_picture import Candidate, Picture
from tests.unit.newsroom.forms.test_plain_forms import player


def test_a_video_that_is_higher_than_wide_is_a_portrait() -> None:
    sides = [(320, 180), (180, 320), (200, 200), (0, 0)]

    assert [player(width=width, height=height).is_portrait for width, height in sides] == [False, True, False, False]


def test_a_poster_is_as_large_as_a_text_is_wide() -> None:
    older = (Candidate("/s.jpg", 480), Candidate("/m.jpg", 960), Candidate("/l.jpg", 1920))
    poster = Picture(url="/l.jpg", width=1920, height=1080, alt="", older=older)

    shown = [replace(poster, older=older[:count], url=older[count - 1].url) for count in (1, 2, 3)]

    assert [player(poster=each).poster_file for each in shown] == [older[0], older[1], older[1]]
    assert player(poster=replace(poster, older=())).poster_file == Candidate("/l.jpg", 1920)
    assert player().poster_file is None
