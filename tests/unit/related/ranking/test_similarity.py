import pytest

from plugins.newsroom.language.terms import terms
from plugins.related.picker import Match
from plugins.related.ranking import similarity as module
from plugins.related.ranking.lists import Lists
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.similarity import KeptSimilarity
from plugins.related.ranking.sketches import Sketches
from plugins.related.ranking.weights import FULL, score, thousandths

STORY = " ".join(f"word{number}" for number in range(90))
SLUGS = ["a", "b", "c", "d"]


@pytest.fixture
def similarity() -> KeptSimilarity:
    """Return the similarity of `a`: it lists `b`, which lists `c`, which lists `d`; `a` and `d` say the same."""
    lists, sketches = Lists(4), Sketches(4)
    for number in range(3):
        lists.put(number, [number + 1], [FULL], 0)
    for number, text in enumerate((STORY, "otter " * 50, "mascot", f"{STORY} too")):
        sketches.put(number, terms("", "", text))
    numbers = {slug: number for number, slug in enumerate(SLUGS)}
    return KeptSimilarity(Numbering(slugs=SLUGS, dates=[0] * 4, size=13), numbers, lists, sketches, [0])


def test_an_article_has_its_matches_with_their_scores(similarity: KeptSimilarity) -> None:
    assert similarity.matches("a") == [Match(slug="b", score=thousandths(score(FULL, 0, False, 13)))]
    assert similarity.matches("a")[0].score > 0


def test_matches_of_matches_are_known(similarity: KeptSimilarity) -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c"), ("b", "a")]

    assert [similarity.is_match(*pair) for pair in pairs] == [True, True, False, False]


def test_texts_that_say_nearly_the_same_are_near(similarity: KeptSimilarity) -> None:
    assert similarity.are_near("a", "d")
    assert not similarity.are_near("a", "b")
    assert similarity.any_near(["a", "b", "d"])
    assert not similarity.any_near(["a", "b", "c"])


def test_many_lines_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 2)
    lists = Lists(4)
    for number in range(4):
        lists.put(number, [(number + 1) % 4], [FULL], 0)
    numbers = {slug: number for number, slug in enumerate(SLUGS)}

    found = KeptSimilarity(Numbering(slugs=SLUGS, dates=[0] * 4, size=13), numbers, lists, Sketches(4), range(4))

    assert [found.matches(slug)[0].slug for slug in SLUGS] == ["b", "c", "d", "a"]
