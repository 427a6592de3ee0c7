import unicodedata

import pytest

from plugins.desk.files.picture_files import is_picture, missing_picture, picture_path

NFC, NFD = (unicodedata.normalize(form, "café") for form in ("NFC", "NFD"))


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("stall.webp", "articles/one/stall.webp"),
        ("/pictures/stall.webp", "pictures/stall.webp"),
        ("{static}/pictures/stall.webp", "pictures/stall.webp"),
        ("../stall.webp", "articles/stall.webp"),
        ("my stall.webp", "articles/one/my stall.webp"),
        ("my%20stall.webp", "articles/one/my stall.webp"),
        ("my%2520stall.webp", "articles/one/my stall.webp"),
        ("stall (1).webp", "articles/one/stall (1).webp"),
        ("stall#1.webp", "articles/one/stall#1.webp"),
        ("stall%231.webp", "articles/one/stall#1.webp"),
        ("who?.webp", "articles/one/who?.webp"),
        ("stall.svg#icon", "articles/one/stall.svg"),
        ("stall.webp?width=200", "articles/one/stall.webp"),
        ("50%.webp", "articles/one/50%.webp"),
        ("50%25.webp", "articles/one/50%.webp"),
        (f"{NFC}.webp", f"articles/one/{NFC}.webp"),
        (f"{NFD}.webp", f"articles/one/{NFC}.webp"),
        ("caf%C3%A9.webp", f"articles/one/{NFC}.webp"),
        ("cafe%CC%81.webp", f"articles/one/{NFC}.webp"),
        ("\u1112\u1161\u11ab.webp", "articles/one/\ud55c.webp"),
    ],
)
def test_a_target_names_one_picture_however_it_is_spelt(target: str, key: str) -> None:
    assert picture_path("articles/one/index.md", target) == key


@pytest.mark.parametrize(
    ("source", "words", "remedy", "is_missing"),
    [
        ("../secret.png", "lies outside the content folder", "put it beside the article", False),
        ("articles/talk.pdf", "is of a type that browsers do not show", "export it as JPEG or PNG", False),
        ("articles/IMG_0042.HEIC", "is HEIC, which few browsers show", "export it as JPEG", False),
        ("articles/stall.jfif", "has the unusual ending '.jfif'", "rename it to 'stall.jpg', and write that", False),
        ("articles/none.png", "does not exist", "", True),
        ("articles/none", "has no ending that names its type", "", True),
    ],
)
def test_a_picture_that_is_not_among_the_files_says_why(
    source: str, words: str, remedy: str, *, is_missing: bool
) -> None:
    problem = missing_picture(source)

    assert str(problem).startswith(words)
    assert problem.remedy.startswith(remedy)
    assert problem.is_missing is is_missing


def test_a_picture_is_known_by_its_name() -> None:
    names = ("a.png", "A.JPG", "a.b/c.webp", "png", "a.bmp", "a.md", ".svg")

    assert [name for name in names if is_picture(name)] == ["a.png", "A.JPG", "a.b/c.webp"]
