from plugins.newsroom.settings import settings_problems
from plugins.sitemaps.settings import SitemapsSettings


def test_a_name_with_brackets_is_a_mistake() -> None:
    (problem,) = settings_problems(SitemapsSettings, {"SITEMAPS": {"news_name": "The Test (Asia)"}}, "SITEMAPS")

    assert problem.what == "SITEMAPS.news_name: 'The Test (Asia)' has brackets"
    assert problem.remedy == "write the name without what stands in them, as Google News does"
