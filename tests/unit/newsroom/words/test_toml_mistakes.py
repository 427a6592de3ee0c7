import tomllib

import pytest

from plugins.newsroom.words.toml_mistakes import toml_mistake, utf8_mistake


def problem(text: str) -> str:
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(text)
    return str(toml_mistake("content/x.toml", text, refused.value, "write it right"))


def test_a_mistake_is_told_at_its_place() -> None:
    said = problem('a = "b"\nc d\n')

    assert said.startswith("content/x.toml:2:3: TOML that cannot be read: ")
    assert said.endswith("; write it right")


def test_of_a_name_that_stands_twice_one_goes() -> None:
    assert problem("a = 1\na = 2\n").endswith("; each name stands once; bring the two together in one place")


def test_a_file_in_another_encoding_is_named_with_the_line() -> None:
    data = b"a\nb\n\xe9"
    with pytest.raises(UnicodeDecodeError) as refused:
        data.decode()

    assert str(utf8_mistake("x", data, refused.value)) == "x:3:1: text that is not UTF-8; save the file as UTF-8"
