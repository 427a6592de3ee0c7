import pytest

from plugins.newsroom.forms.shown_picture import Picture


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (3, 4, "portrait"),
        (1, 1, "square"),
        (4, 3, "landscape"),
        (3, 2, "landscape"),
        (8, 5, "wide"),
        (16, 9, "wide"),
    ],
)
def test_a_picture_has_one_of_four_shapes(width: int, height: int, shape: str) -> None:
    assert Picture(url="/a.jpg", width=width, height=height, alt="").shape == shape
