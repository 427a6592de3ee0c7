import pytest

from plugins.desk.checks import placeholders
from tests.unit.desk.conftest import SVG, Load, article

PICTURE = "picture:\n  file: a.svg\n  alt: {}\n  caption: {}\n  credit: {}\n"


def said(load_content: Load, text: str) -> list[str]:
    files = {"articles/2023/11/one.md": text, "articles/2023/11/a.svg": SVG}
    return [str(problem).removeprefix("content/articles/2023/11/one.md:") for problem in load_content(files).problems]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("tags: [one, two]\n", "7:7: tags: the words of the template"),
        (PICTURE.format(placeholders.ALT, "C", "D"), "9:8: picture.alt: the words of the template"),
        (PICTURE.format("A", placeholders.CAPTION, "D"), "10:12: picture.caption: the words of the template"),
        (PICTURE.format("A", "C", placeholders.CREDIT), "11:11: picture.credit: the words of the template"),
    ],
)
def test_words_of_the_template_are_no_authors_words(load_content: Load, keys: str, problem: str) -> None:
    assert said(load_content, article(keys=keys)) == [f"{problem}; write your own, or take the line away"]


@pytest.mark.parametrize("key", ["related: [slug, slug]", "dont_miss: slug"])
def test_slugs_of_the_template_lead_nowhere(load_content: Load, key: str) -> None:
    assert "article 'slug'" in said(load_content, article(keys=f"{key}\n"))[0]


def test_a_summary_of_the_template_is_told(load_content: Load) -> None:
    text = article().replace("A summary that is long enough to stand under a headline.", placeholders.SUMMARY)

    assert said(load_content, text) == [
        "6:10: summary: the words of the template; write your own, or take the line away"
    ]


@pytest.mark.parametrize("keys", ["tags: [one]\n", "tags: [two, one]\n", PICTURE.format("A", "C", "Ana")])
def test_words_of_ones_own_are_fine(load_content: Load, keys: str) -> None:
    assert said(load_content, article(keys=keys)) == []


def test_a_draft_may_keep_them(load_content: Load) -> None:
    assert said(load_content, article(keys="status: draft\ntags: [one, two]\n")) == []
