"""Articles of whole sentences, in languages that share neither spaces nor stop words nor endings with English."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.related.settings import RelatedSettings
from tests.unit.related.pieces import Piece, choices, piece

TEXTS = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
TWO = RelatedSettings(articles=2, dont_miss=False, floor=0, variety=0)
FIRST, APART = datetime(2023, 1, 2, 9), timedelta(weeks=3)


def archive(*languages: str) -> list[Piece]:
    """Return the articles of these languages, each called `language/topic/number`.

    By turns of another topic and language, so that those close in time are never of the same.
    """
    texts = [
        (f"{language}/{topic}/{number}", TEXTS[language][topic][number])
        for number in range(3)
        for topic in ("shops", "screens", "pitches")
        for language in languages
    ]
    return [
        piece(slug, **fields, date=(FIRST + place * APART).isoformat()) for place, (slug, fields) in enumerate(texts)
    ]


def best(articles: list[Piece]) -> Mapping[str, str]:
    """Return of what language and topic the best match of each article is."""
    return {slug: found.articles[0].rpartition("/")[0] for slug, found in choices(articles, TWO).items()}


def own(articles: list[Piece]) -> Mapping[str, str]:
    """Return of what language and topic each article is."""
    return {each.candidate.slug: each.candidate.slug.rpartition("/")[0] for each in articles}


@pytest.mark.parametrize("language", TEXTS)
def test_the_best_match_is_of_the_same_topic(language: str) -> None:
    articles = archive(language)

    found = best(articles)

    assert found == own(articles)


def test_where_languages_are_mixed_the_best_match_is_of_the_same_language_and_topic() -> None:
    articles = archive("english", "chinese_simplified", "malay")

    found = best(articles)

    assert found == own(articles)
