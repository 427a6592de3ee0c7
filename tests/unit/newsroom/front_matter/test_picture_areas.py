import pytest
from pydantic import BaseModel, ValidationError

from plugins.newsroom.front_matter.picture_areas import CropArea, Focus


class Areas(BaseModel):
    focus: Focus | None = None
    crop: CropArea | None = None


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("40% 20%", (40, 20)),
        ("40 20", (40, 20)),
        ("40%, 20%", (40, 20)),
        ("33.4% 0%", (33, 0)),
        ([40, 20], (40, 20)),
        ("40 % 20 %", (40, 20)),
        ("40%20%", (40, 20)),
        ("40% / 20%", (40, 20)),
        ("40; 20", (40, 20)),
        ("４０％　２０％", (40, 20)),
        ("40%，20%", (40, 20)),
        ("40%、20%", (40, 20)),
        ("0.4 0.2", (40, 20)),
        ("0.4, 1", (40, 100)),
        ("0 .25", (0, 25)),
        ("0.4% 0.2%", (0, 0)),
        ("1 1", (1, 1)),
        ([0.333, 1], (33, 100)),
        ("left top", (0, 0)),
        ("top left", (0, 0)),
        ("right", (100, 50)),
        ("center bottom", (50, 100)),
        ("Center", (50, 50)),
    ],
)
def test_a_focal_point_is_written_as_in_css(written: object, place: tuple[int, int]) -> None:
    assert Areas.model_validate({"focus": written}).focus == place


@pytest.mark.parametrize(
    "written",
    ["40%", "40% 20% 10%", "140% 20%", "-1 20", "left right", "top top", "face", "", 40, "1px 2px", "a b c d"],
)
def test_anything_else_is_no_place_in_a_picture(written: object) -> None:
    with pytest.raises(ValidationError, match="is no place in a picture"):
        Areas.model_validate({"focus": written})


def test_a_crop_is_four_numbers() -> None:
    assert Areas.model_validate({"crop": "10% 0% 80% 60%"}).crop == (10, 0, 80, 60)
    assert Areas.model_validate({"crop": "0.1 0 0.8 0.6"}).crop == (10, 0, 80, 60)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("10% 0% 80%", "is no part of a picture"),
        ("left", "is no part of a picture"),
        ("30% 0% 80% 60%", "leads out of the picture"),
        ("0 50 50 51", "leads out of the picture"),
        ("0.5 0 0.6 0.5", "leads out of the picture"),
        ("0 0 0 50", "leaves nothing of the picture"),
    ],
)
def test_a_crop_stays_in_the_picture(written: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Areas.model_validate({"crop": written})
