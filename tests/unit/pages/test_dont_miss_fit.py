import pytest
from markupsafe import Markup

from plugins.pages.dont_miss_fit import best_fit
from tests.values import paragraphs


def test_the_block_that_shares_most_goes_best() -> None:
    assert best_fit(paragraphs("red", "red blue", "green"), "Red and blue", "") == 1


def test_of_equals_the_earliest_goes_best() -> None:
    assert best_fit(paragraphs("green", "red", "red"), "Red", "") == 1


def test_a_text_that_shares_nothing_has_no_such_block() -> None:
    assert best_fit(paragraphs("red", "blue"), "Green", "Yellow.") is None
    assert best_fit((), "Green", "") is None
    assert best_fit((Markup(), Markup("<hr>")), "Green", "") is None


def test_a_word_of_few_blocks_counts_more() -> None:
    assert best_fit(paragraphs("red", "red blue", "red"), "", "Red") == 0
    assert best_fit(paragraphs("red red", "red", "red", "tea blue"), "", "Red blue") == 3


def test_a_word_of_the_headline_counts_more_than_one_of_the_summary() -> None:
    assert best_fit(paragraphs("blue", "grey", "red"), "Red", "Blue") == 2


def test_a_long_block_has_to_share_more() -> None:
    assert best_fit(paragraphs("red " + "and so on " * 20, "red and so on"), "Red", "") == 1


@pytest.mark.parametrize(
    ("text", "title", "fits"),
    [
        ("marketing", "Markets", True),
        ("the start", "Art", False),
        ("(art)", "Art", True),
        ("“art”", "Art", True),
        ("l’art", "Art", True),
        ("ART", "art", True),
        ("the pay-tv", "TV", True),
        ("l’école", "École", True),
        ("Реклама растёт", "реклама", True),
        ("新加坡的廣告市場", "廣告", True),
        ("โฆษณาออนไลน์", "โฆษณา", True),
    ],
)
def test_words_are_found_in_any_script_where_they_begin(text: str, title: str, fits: bool) -> None:
    assert (best_fit(paragraphs("1", text), title, "") == 1) is fits


def test_tags_and_entities_are_no_words() -> None:
    blocks = [Markup('<p class="market">1</p>'), Markup("<p>&#8220;Market&#8221; &amp; more</p>")]

    assert best_fit(blocks, "Market", "") == 1
