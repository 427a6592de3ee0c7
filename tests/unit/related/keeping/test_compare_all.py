import pytest

from plugins.newsroom.language.terms import terms
from plugins.related.keeping import compare_all
from plugins.related.keeping.compare_all import compare_articles
from plugins.related.ranking.features import features
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.postings import build_postings
from plugins.stet.workers import Spread
from tests.unit.related.pieces import blank

TEXTS = ("otter mascot bus", "otter mascot", "rate card", "otter", "bus rate")
MATCHES = [{1, 3, 4}, {0, 3}, {4}, {0, 1}, {0, 2}]
"""Numbers of the articles that share a word, by number."""


def matches(*hidden: int) -> tuple[list[set[int]], list[int]]:
    """Return the numbers in the list of every article, and the progress that was told."""
    vectors = [features(blank("any"), terms("", "", text)) for text in TEXTS]
    public = [(number, vector) for number, vector in enumerate(vectors) if number not in hidden]
    numbering = Numbering(slugs=["a", "b", "c", "d", "e"], dates=[0] * 5, size=3)
    heard: list[int] = []
    lists = compare_articles(
        build_postings(public), numbering, {number: vectors[number] for number in hidden}, Spread(1), heard.append
    )
    return [set(line) - {-1} for line in lists.numbers.tolist()], heard


@pytest.mark.parametrize(("share", "heard"), [(500, [5]), (2, [2, 4, 5])])
def test_every_article_is_compared_with_all_others(
    monkeypatch: pytest.MonkeyPatch, share: int, heard: list[int]
) -> None:
    monkeypatch.setattr(compare_all, "_SHARE", share)

    assert matches() == (MATCHES, heard)


def test_a_hidden_article_finds_others_and_is_found_by_none() -> None:
    found, _ = matches(0)

    assert found == [MATCHES[0], *(each - {0} for each in MATCHES[1:])]
