from plugins.newsroom.spaces import SHOWN_PICTURES
from tests.unit.desk.conftest import SVG, Load, article


def test_an_article_tells_the_pictures_that_it_shows_and_a_retracted_one_none(load_content: Load) -> None:
    keys = "picture: {file: /pictures/lead.svg, alt: A, crop: 0 0 50 50}\n"
    body = "![B](/pictures/seen.svg)\n\n![B](/pictures/seen.svg)\n\n[Save](/pictures/saved.svg){: download }"
    files = {f"pictures/{name}.svg": SVG for name in ("lead", "seen", "saved")}
    one = {"articles/2023/11/one.md": article(keys=keys, body=body)}
    two = {
        "articles/2023/11/two.md": article(keys=f"{keys}retracted: {{date: 2023-11-30, text: Invented.}}\n", body=body)
    }

    view = load_content({**files, **one, **two}).view

    assert view.read(SHOWN_PICTURES, "one") == ("pictures/lead.svg", "pictures/seen.svg")
    assert view.read(SHOWN_PICTURES, "two") == ()
