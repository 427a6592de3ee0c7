from io import BytesIO

import pytest
from PIL import Image

from tests.unit.desk.conftest import Load, Loaded, article

TAG = """---
name: The rate card
{summary}podcast:
  email: desk@kabar.example
  category: {category}
  image: {image}
---
"""


def picture(width: int = 1400, height: int = 1400, kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("L", (width, height), 90).save(out, kind)
    return out.getvalue()


def load(
    load_content: Load, data: bytes, name: str = "a.png", summary: str = "summary: A show.\n", **keys: str
) -> Loaded:
    tag = TAG.format(summary=summary, image=f"/pictures/{name}", category=keys.get("category", "Marketing"))
    return load_content({"tags/rate-card.md": tag, f"pictures/{name}": data})


@pytest.mark.parametrize(("size", "kind"), [(1400, "PNG"), (3000, "JPEG")])
def test_a_square_of_the_size_that_directories_take_is_fine(load_content: Load, size: int, kind: str) -> None:
    data = picture(size, size, kind)

    assert load(load_content, data, "a.png" if kind == "PNG" else "a.jpg").problems == ()


@pytest.mark.parametrize(
    ("data", "mistake"),
    [
        (picture(1399, 1399), "is 1399 pixels wide"),
        (picture(1500, 1400), "is no square (1500 × 1400)"),
        (picture(kind="GIF"), "is GIF"),
    ],
)
def test_a_picture_that_directories_refuse_is_told(load_content: Load, data: bytes, mistake: str) -> None:
    name = "a.gif" if mistake == "is GIF" else "a.png"
    (problem,) = load(load_content, data, name).problems

    assert str(problem) == (
        f"content/tags/rate-card.md:7:10: picture '/pictures/{name}' of a podcast {mistake}; "
        "save it as JPEG or PNG, a square of 1400 to 3000 pixels"
    )


def test_a_picture_that_is_not_there_is_told(load_content: Load) -> None:
    loaded = load_content({"tags/rate-card.md": TAG.format(summary="summary: A.\n", image="b.png", category="News")})

    assert str(loaded.problems[0]).startswith("content/tags/rate-card.md:7:10: picture 'b.png' does not exist")


def test_a_picture_of_another_site_is_told(load_content: Load) -> None:
    tag = TAG.format(summary="summary: A.\n", image="https://elsewhere.example/x.png", category="News")

    assert [str(problem) for problem in load_content({"tags/rate-card.md": tag}).problems] == [
        "content/tags/rate-card.md:7:10: picture 'https://elsewhere.example/x.png' from another site; "
        "save it in the content folder and name the file"
    ]


def test_a_tag_with_a_podcast_says_what_it_is_about(load_content: Load) -> None:
    (problem,) = load(load_content, picture(), summary="").problems

    assert str(problem) == (
        "content/tags/rate-card.md:4:3: a podcast without a description; "
        "write summary: in a sentence or two what it is about"
    )


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("Marketting", "'Marketting' is no category of Apple's list; did you mean 'Marketing'?"),
        ("Advertising", "'Advertising' is no category of Apple's list; write one of Arts, Business, "),
    ],
)
def test_a_category_that_is_not_in_the_list_is_told(load_content: Load, category: str, words: str) -> None:
    (problem,) = load(load_content, picture(), category=category).problems

    assert words in str(problem)


def test_a_link_to_a_podcast_leads_to_one_that_there_is(load_content: Load) -> None:
    tag = TAG.format(summary="summary: A show.\n", image="/pictures/a.png", category="News")
    text = article(
        keys="tags: [The rate card, Other]\n", body="[a](/tags/rate-card/podcast.xml) [b](/tags/other/podcast.xml)"
    )
    files = {"tags/rate-card.md": tag, "pictures/a.png": picture(), "articles/2023/11/one.md": text}

    (problem,) = load_content(files).problems

    assert str(problem) == (
        "content/articles/2023/11/one.md:9:38: linked address '/tags/other/podcast.xml' has no podcast; "
        "say podcast: in its file, or take the link away"
    )
