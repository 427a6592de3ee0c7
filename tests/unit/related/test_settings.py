import pytest

from plugins.newsroom.settings import settings_problems
from plugins.related.settings import RelatedSettings


def test_three_are_shown_unless_set() -> None:
    assert RelatedSettings() == RelatedSettings(articles=3, dont_miss=True, dont_miss_score=120)


@pytest.mark.parametrize(
    ("settings", "what", "remedy"),
    [
        ({"article": 3}, "unknown setting 'RELATED.article'", "did you mean 'articles'?"),
        ({"articles": 13}, "RELATED.articles: input should be less than or equal to 12", "found 13"),
        (
            {"dont_miss_score": -1},
            "RELATED.dont_miss_score: input should be greater than or equal to 0",
            "found -1",
        ),
    ],
)
def test_a_mistake_is_a_problem(settings: dict[str, object], what: str, remedy: str) -> None:
    (problem,) = settings_problems(RelatedSettings, {"RELATED": settings}, "RELATED")

    assert (problem.what, problem.remedy) == (what, remedy)
