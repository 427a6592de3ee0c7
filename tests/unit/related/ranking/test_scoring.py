import random

import numpy as np
import pytest

from plugins.newsroom.language.terms import terms
from plugins.related.ranking import lists, scoring
from plugins.related.ranking.features import features
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.postings import build_postings
from plugins.related.ranking.scoring import Scorer
from tests.unit.related.pieces import Piece, piece
from tests.unit.related.plain import plain_matches

GENERATOR = random.Random(11)
WORDS = [f"word{number}" for number in range(40)]
PIECES: list[Piece] = [
    piece(
        f"a{number:03}",
        " ".join(GENERATOR.choices(WORDS, k=9)),
        title=" ".join(GENERATOR.choices(WORDS, k=2)),
        date=f"2023-{number % 9 + 1:02}-01T09:00",
        tags=("video",) if number % 3 else (),
    )
    for number in range(200)
]
VECTORS = [features(each.candidate, each.terms) for each in PIECES]
NUMBERING = Numbering(
    slugs=[each.candidate.slug for each in PIECES], dates=[each.candidate.date for each in PIECES], size=8
)


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer(build_postings(enumerate(VECTORS)), NUMBERING)


def test_the_best_are_those_of_the_plain_ranking(monkeypatch: pytest.MonkeyPatch, scorer: Scorer) -> None:
    monkeypatch.setattr(scoring, "WIDTH", lists.KEPT)
    by_slug = {each.candidate.slug: each for each in PIECES}
    plain = plain_matches([each.candidate for each in PIECES], lambda slug: by_slug[slug].terms)

    for number in range(0, 200, 20):
        found = scorer.best(number, scorer.totals(number, VECTORS[number]))
        expected = [NUMBERING.slugs.index(match.slug) for match in plain[NUMBERING.slugs[number]]]
        assert found.numbers == expected


def test_questions_put_to_all_at_once_are_answered_as_one_by_one(scorer: Scorer) -> None:
    questions = scorer.questions()

    for number in range(0, 200, 20):
        assert np.array_equal(scorer.answer(number, questions), scorer.totals(number, VECTORS[number]))


def test_an_article_offers_what_others_find_in_it(scorer: Scorer) -> None:
    offers = scorer.offers(7, VECTORS[7])

    found = [int(scorer.totals(number, VECTORS[number])[7]) for number in range(200)]
    assert offers.astype(int).tolist() == found
    assert sum(found) > 0


def test_an_article_finds_nothing_in_itself(scorer: Scorer) -> None:
    assert scorer.totals(3, VECTORS[3])[3] == 0


def test_no_article_beyond_a_line_exceeds_its_bound(monkeypatch: pytest.MonkeyPatch, scorer: Scorer) -> None:
    monkeypatch.setattr(scoring, "WIDTH", 4)
    totals = scorer.totals(0, VECTORS[0])

    line = scorer.best(0, totals)

    scores = NUMBERING.scores(0, np.arange(200), totals)
    beyond = np.delete(scores, line.numbers)
    assert len(line.numbers) == 4
    assert line.totals == totals[line.numbers].astype(int).tolist()
    assert scores[line.numbers].min() >= line.bound == beyond.max()


def test_a_text_that_shares_nothing_matches_nothing(scorer: Scorer) -> None:
    vector = features(PIECES[0].candidate._replace(tags=()), terms("", "", "otter"))

    assert scorer.best(0, scorer.totals(0, vector)) == ([], [], 0)
