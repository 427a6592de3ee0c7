import pytest

from tests.unit.desk.conftest import Load, article


def said(load_content: Load, **keys: str) -> list[str]:
    files = {f"articles/2023/11/{slug}.md": article(title=slug, keys=f"{more}\n") for slug, more in keys.items()}
    return [str(problem).removeprefix("content/articles/2023/11/") for problem in load_content(files).problems]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("translation_of: on\nlang: id", "translation_of: 'on' is no article; did you mean 'one'?"),
        (
            "translation_of: b\nlang: id",
            "translation_of: 'b' is this article itself; name the original, or leave it out",
        ),
        (
            "translation_of: one",
            "this translation is in the language of the original, 'en'; write its language: 'lang: id'",
        ),
        (
            "translation_of: two\nlang: zh",
            "translation_of: 'two' is a translation itself; name the original, 'one'",
        ),
        ("translation_of: one\nlang: zh", None),
    ],
)
def test_a_translation_has_an_original_in_another_language(load_content: Load, keys: str, problem: str | None) -> None:
    found = said(load_content, b=keys, one="related: []", two="translation_of: one\nlang: id")

    assert found == ([f"b.md:7:17: {problem}"] if problem else [])


def test_a_second_translation_into_one_language_is_told(load_content: Load) -> None:
    same = "translation_of: one\nlang: id"

    assert said(load_content, b=same, one="related: []", two=same) == [
        "two.md:7:17: a second translation into 'id', beside content/articles/2023/11/b.md; "
        "keep one of them, or write another 'lang'"
    ]


def test_a_translation_of_what_was_retracted_is_told(load_content: Load) -> None:
    gone = "retracted: {date: 2023-11-24 10:00, text: 'It was invented.'}"

    found = said(load_content, one=gone, two="translation_of: one\nlang: id")

    assert found == [
        "two.md:7:17: warning: its original was retracted, and this translation still stands; "
        "see whether it shall: what is done to one version is not done to others"
    ]
