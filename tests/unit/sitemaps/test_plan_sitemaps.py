from dataclasses import replace

import pytest
from markupsafe import Markup

from plugins.newsroom.articles import Article, Sponsor
from plugins.sitemaps.plan_sitemaps import NEWS_AGE, SitemapLimits, SitemapPlan, news_of, plan_sitemaps
from plugins.stet.outputs import Output
from tests.values import ZONE, article, at, publication, text_page

PLAN = SitemapPlan(site_url="https://example.test", zone=ZONE, now=at("2023-11-03T09:00").timestamp())


def planned(*articles: Article, plan: SitemapPlan = PLAN, **changes: object) -> dict[str, Output]:
    return {each.path: each for each in plan_sitemaps(publication(*articles, **changes), plan)}


def addresses(output: Output) -> list[str]:
    return [url for _, url, *_ in output.spec]


def test_every_page_is_in_one_file_of_its_kind() -> None:
    found = planned(article("one"), article("old", date="2022-02-01T09:00"), text_pages=(text_page(),))

    assert list(found) == [
        "sitemaps/fronts.xml",
        "sitemaps/pages.xml",
        "sitemaps/archive.xml",
        "sitemaps/articles-2022-02.xml",
        "sitemaps/articles-2023-11.xml",
        "sitemaps/news.xml",
        "sitemap.xml",
    ]
    assert addresses(found["sitemaps/fronts.xml"]) == [
        *("/", "/social/", "/media/", "/tags/video/", "/authors/ari/", "/authors/mei/"),
        *("/archive/", "/tags/", "/authors/"),
    ]
    assert addresses(found["sitemaps/pages.xml"]) == ["/about/"]
    assert addresses(found["sitemaps/archive.xml"]) == ["/archive/2023/11/", "/archive/2022/02/"]
    assert found["sitemaps/articles-2023-11.xml"].spec == (("one", "/2023/11/one/", "2023-11-01T09:00:00+08:00", ()),)
    assert [path for path, _ in found["sitemap.xml"].spec] == [*found][:-1]


def test_what_is_not_public_is_nowhere() -> None:
    draft = article("draft", is_draft=True, date="2023-12-01T09:00")
    held = article("held", embargo=at("2023-12-02T09:00"), date="2023-12-02T09:00", tags=())

    found = planned(draft, held, text_pages=(text_page("soon", is_draft=True),), shows_drafts=True)

    assert list(found) == ["sitemaps/fronts.xml", "sitemaps/news.xml", "sitemap.xml"]
    written = repr([each.spec for each in found.values()])
    assert not [word for word in ("draft", "held", "soon", "video", "2023-12", "coverage", "404") if word in written]


def test_a_change_moves_the_time_of_its_article_and_of_the_files_that_tell_it() -> None:
    before = planned(article("one"), article("old", date="2022-02-01T09:00"))
    after = planned(article("one", updated=at("2023-11-02T10:00")), article("old", date="2022-02-01T09:00"))

    changed = [path for path in after if after[path] != before[path]]
    assert changed == [
        *("sitemaps/fronts.xml", "sitemaps/archive.xml", "sitemaps/articles-2023-11.xml", "sitemap.xml"),
    ]
    assert after["sitemaps/articles-2023-11.xml"].spec[0][2] == "2023-11-02T10:00:00+08:00"
    assert dict(after["sitemap.xml"].spec)["sitemaps/articles-2023-11.xml"] == "2023-11-02T10:00:00+08:00"
    assert dict(after["sitemap.xml"].spec)["sitemaps/articles-2022-02.xml"] == "2022-02-01T09:00:00+08:00"


@pytest.mark.parametrize(
    "limits",
    [SitemapLimits(urls=2), SitemapLimits(bytes=2 * 19_500)],
    ids=["addresses", "bytes"],
)
def test_a_month_with_more_than_a_file_holds_has_several(limits: SitemapLimits) -> None:
    articles = [article(f"a{day}", date=f"2023-11-{day:02}T09:00") for day in range(1, 6)]

    found = planned(*articles, plan=replace(PLAN, limits=limits))

    files = {path: addresses(each) for path, each in found.items() if "articles" in path}
    assert files == {
        "sitemaps/articles-2023-11.xml": ["/2023/11/a1/", "/2023/11/a2/"],
        "sitemaps/articles-2023-11-2.xml": ["/2023/11/a3/", "/2023/11/a4/"],
        "sitemaps/articles-2023-11-3.xml": ["/2023/11/a5/"],
    }


def test_a_new_article_leaves_the_full_files_of_its_month_as_they_are() -> None:
    plan = replace(PLAN, limits=SitemapLimits(urls=2))
    articles = [article(f"a{day}", date=f"2023-11-{day:02}T09:00") for day in range(1, 4)]

    before, after = planned(*articles[:2], plan=plan), planned(*articles, plan=plan)

    assert before["sitemaps/articles-2023-11.xml"] == after["sitemaps/articles-2023-11.xml"]


def test_news_are_two_days_old_at_most_and_nobody_has_paid_for_them() -> None:
    sponsor = Sponsor(slug="s", name="S", url="https://s.example/", label="By S", disclosure_html=Markup())
    articles = [
        article("new", date="2023-11-02T09:00"),
        article("edge", date="2023-11-01T09:00"),
        article("paid", date="2023-11-02T09:00", sponsor=sponsor),
        article("over", date="2023-11-02T09:00", over_since=at("2023-11-02T10:00")),
        article("gone", date="2023-11-02T09:00", retracted_since=at("2023-11-02T10:00")),
    ]

    def news(now: float) -> list[str]:
        return [line.slug for line in news_of(publication(*articles).articles, now)]

    edge = at("2023-11-01T09:00").timestamp() + NEWS_AGE
    assert news(edge - 1) == ["new", "edge"]
    assert news(edge) == ["new"]
    assert news(edge + 2 * NEWS_AGE) == []


def test_there_are_a_thousand_news_at_most() -> None:
    lines = publication(article("one", date="2023-11-02T09:00")).articles * 1_001

    assert len(news_of(lines, PLAN.now)) == 1_000


def test_without_news_there_is_no_such_file() -> None:
    found = planned(article("one"), plan=replace(PLAN, has_news=False))

    assert "sitemaps/news.xml" not in found
    assert "sitemaps/news.xml" not in dict(found["sitemap.xml"].spec)
