from tests.evaluation.conftest import Read
from tests.evaluation.linked import aligned, link_places
from tests.values import paragraphs


def test_a_link_is_found_by_the_last_part_of_its_address(read_files: Read) -> None:
    texts = {
        "strict.md": "One.\n\nAnd.\n\nThree.\n\n<p>Four.</p>",
        "linked.md": "One.\n\n[Two](/2014/03/19/two/) and [a](x.md).\n\n[Three](https://a.test/three?b=c#d).\n\n"
        "<p><a href='/Fo%20ur'>Four</a> and <a href=\"/two\">two</a>.</p>",
    }
    linked, strict = read_files(texts).posts

    assert link_places(strict, linked) == {"two": 1, "x.md": 1, "three": 2, "Fo ur": 3}


def test_an_address_that_is_none_is_passed_over(read_files: Read) -> None:
    (post,) = read_files({"a.md": "[a](http://[x/) [b](/b) [c](mailto:c) [d]()"}).posts

    assert link_places(post, post)["b"] == 0


def test_a_text_without_blocks_has_no_place(read_files: Read) -> None:
    linked, strict = read_files({"a.md": "[a](/a)", "b.md": ""}).posts

    assert link_places(strict, linked) == {}


def test_blocks_are_the_same_by_number_if_they_are_as_many() -> None:
    assert list(aligned(paragraphs("a", "b"), paragraphs("b", "a"))) == [0, 1]


def test_other_blocks_are_the_same_if_they_have_most_words_in_common() -> None:
    blocks = paragraphs("one two", "the link", "three four five", "one two")

    assert list(aligned(blocks, paragraphs("one two", "three four", "one two"))) == [0, 1, 1, 2]
