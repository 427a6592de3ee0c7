import pytest

from plugins.desk.text.link_targets import (
    content_path,
    is_outside,
    named_as_file,
    names_content,
    split_suffix,
    target_like,
    unknown_braces,
)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("two.md#x", "articles/2023/two.md"),
        ("{filename}../2022/two.md", "articles/2022/two.md"),
        ("{static}/pictures/a%20b.svg", "pictures/a b.svg"),
        ("../../../secret.png", "../secret.png"),
    ],
)
def test_a_target_is_a_path_below_the_content_folder(target: str, path: str) -> None:
    assert content_path("articles/2023/one.md", target) == path


@pytest.mark.parametrize("target", ["two.md", "{filename}/pages/a.md?x", "a.webp", "/pictures/a.webp", "{attach}x.pdf"])
def test_files_of_the_content_folder_are_content(target: str) -> None:
    assert names_content(target)


@pytest.mark.parametrize("target", ["/about/", "#x", "https://a.example/a.webp", "/x.md", "{tag}x", "//a.example/b.md"])
def test_everything_else_is_not(target: str) -> None:
    assert not names_content(target)


def test_what_has_a_scheme_or_a_host_is_outside() -> None:
    assert [is_outside(target) for target in ("mailto:a@b", "//a.example", "/a", "a:b", "a/b:c")] == [
        *(True, True, False, True, False),
    ]


def test_only_some_words_in_braces_mean_a_file() -> None:
    assert (unknown_braces("{file}x"), unknown_braces("{filename}x"), unknown_braces("x")) == ("file", None, None)


def test_query_and_fragment_are_one_suffix() -> None:
    assert split_suffix("a.md?b#c") == ("a.md", "?b#c")


@pytest.mark.parametrize(
    ("target", "like"),
    [
        ("twoo.md", "../11/two.md"),
        ("../10/twoo.md#part", "../11/two.md#part"),
        ("{filename}twoo.md?a", "{filename}../11/two.md?a"),
        ("{filename}/articles/twoo.md", "{filename}/articles/2023/11/two.md"),
    ],
)
def test_a_file_is_named_in_the_form_of_another_target(target: str, like: str) -> None:
    source, path = "articles/2023/10/one.md", "articles/2023/11/two.md"

    assert target_like(target, source, path) == like
    assert content_path(source, like) == path


def test_a_file_with_signs_in_its_name_is_named_so_that_links_find_it() -> None:
    like = target_like("x.md", "articles/one.md", "articles/50% of it.md")

    assert like == "50%25%20of%20it.md"
    assert content_path("articles/one.md", like) == "articles/50% of it.md"


@pytest.mark.parametrize("target", ["model.step", "../Part.STEP#top", "/articles/2023/model.step"])
def test_a_file_of_a_publications_own_type_is_content(target: str) -> None:
    assert not names_content(target)
    assert names_content(named_as_file(target, ("step",)))


@pytest.mark.parametrize("target", ["a.pdf", "{static}a.step", "/about.step/", "https://a.example/a.step", "a.example"])
def test_all_other_targets_stay(target: str) -> None:
    assert named_as_file(target, ("step",)) == target
