from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.targets.bucket.order import steps


def plan(**kinds: dict[str, str]) -> PublishPlan:
    files = {
        path: PublishedFile(sha256="0", bytes=1, kind=kind) for paths in kinds.values() for path, kind in paths.items()
    }
    return PublishPlan(files=files, **{name: sorted(paths) for name, paths in kinds.items()})


def test_files_are_sent_so_that_what_is_referred_to_comes_first() -> None:
    asked = plan(
        new={"5/index.html": "article", "pictures/five.webp": "file", "tags/new/feed.xml": "feed"},
        changed={"1/index.html": "article", "news/index.html": "category", "index.html": "home", "feed.xml": "feed"},
        headers={"about/index.html": "text page", "assets/icon.svg": "file"},
    )

    assert list(steps(asked, asked.new)) == [
        ["assets/icon.svg", "pictures/five.webp"],
        ["5/index.html", "tags/new/feed.xml"],
        ["1/index.html", "about/index.html"],
        ["news/index.html"],
        ["feed.xml", "index.html"],
    ]


def test_redirects_come_when_the_pages_that_they_lead_to_are_there() -> None:
    asked = plan(new={"new/index.html": "article", "a.html": "redirect"}, changed={"old/index.html": "redirect"})

    assert list(steps(asked, asked.new)) == [["new/index.html"], ["a.html", "old/index.html"]]


def test_what_is_missing_after_an_interruption_comes_with_what_is_new_and_what_is_there_does_not() -> None:
    asked = plan(again={"1/index.html": "article", "3/index.html": "article"}, new={"2/index.html": "article"})

    assert list(steps(asked, {"1/index.html"})) == [["1/index.html"], ["2/index.html", "3/index.html"]]


def test_without_kinds_all_pages_but_home_are_one_step() -> None:
    asked = plan(changed={"a.html": "", "b/index.html": "", "index.html": ""})

    assert list(steps(asked, asked.new)) == [["a.html", "b/index.html"], ["index.html"]]


def test_a_new_home_page_comes_last_all_the_same() -> None:
    assert list(steps(plan(new={"index.html": "home", "1/index.html": "article"}), ["index.html", "1/index.html"])) == [
        ["1/index.html"],
        ["index.html"],
    ]


def test_sitemaps_come_after_the_pages_in_them_and_their_index_at_the_end() -> None:
    new = {"sitemaps/articles-2023-11.xml": "sitemap", "1/index.html": "article"}
    asked = plan(new=new, changed={"sitemap.xml": "sitemap index", "index.html": "home"})

    assert list(steps(asked, asked.new)) == [
        ["1/index.html"],
        ["index.html", "sitemaps/articles-2023-11.xml"],
        ["sitemap.xml"],
    ]
