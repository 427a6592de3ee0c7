from dataclasses import replace

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.verify.samples import samples


def files(*paths: str, kind: str = "") -> dict[str, PublishedFile]:
    return {path: PublishedFile(sha256=f"{n:064x}", bytes=100 - n, kind=kind) for n, path in enumerate(paths)}


def headers(path: str) -> dict[str, str]:
    return {"Cache-Control": "public, max-age=31536000, immutable" if path.startswith("pictures/") else "max-age=60"}


def chosen(plan: PublishPlan, site: dict[str, PublishedFile]) -> list[str]:
    return [f"{'' if sample.file else 'no '}{sample.path}" for sample in samples(replace(plan, files=site), headers)]


def test_the_home_page_the_newest_article_some_changes_a_picture_and_a_removed_page_are_looked_at() -> None:
    site = files("index.html", "2022/a/index.html", "2022/b/index.html", "tags/x/index.html", "pictures/p-1.webp")
    site |= files("2023/01/n/index.html", "2023/02/n/index.html", kind="article") | files("about/index.html")
    plan = PublishPlan(
        new=["2023/01/n/index.html", "2023/02/n/index.html", "about/index.html"],
        changed=["2022/a/index.html", "2022/b/index.html", "index.html", "tags/x/index.html"],
        removed=["2021/z/index.html", "old.txt"],
    )

    assert chosen(plan, site) == [
        "index.html",
        "2023/02/n/index.html",
        "2022/a/index.html",
        "2022/b/index.html",
        "pictures/p-1.webp",
        "no 2021/z/index.html",
    ]


def test_redirect_pages_are_left_out_as_hosts_may_answer_there_by_themselves() -> None:
    site = files("index.html") | files("old/index.html", "2022/a/index.html", kind="redirect")

    assert chosen(PublishPlan(new=["old/index.html"], changed=["2022/a/index.html", "index.html"]), site) == [
        "index.html"
    ]


def test_a_new_picture_is_looked_at_rather_than_an_old_one_and_a_small_one_rather_than_a_large_one() -> None:
    site = files("assets/logo.svg", "pictures/large-1.webp", "pictures/small-1.webp", "pictures/old-1.webp")
    plan = PublishPlan(new=["assets/logo.svg", "pictures/large-1.webp", "pictures/small-1.webp"])

    assert chosen(plan, site) == ["pictures/small-1.webp"]


def test_what_was_not_sent_is_not_looked_at() -> None:
    assert samples(PublishPlan(unpurged=["a/index.html"], retired=["pictures/p-1.webp"]), headers) == []


def test_the_page_for_what_is_not_found_is_never_looked_at() -> None:
    assert chosen(PublishPlan(new=["404.html"]), files("404.html")) == []


def test_there_are_never_more_than_six() -> None:
    paths = [f"{number}/index.html" for number in range(50)]
    site = files("index.html", *paths, "pictures/p-1.webp")
    plan = PublishPlan(new=paths[:20], changed=paths[20:], removed=["gone/index.html"], files=site)

    assert len(samples(plan, headers)) == 6


def test_a_large_file_is_not_fetched_to_look_at_it() -> None:
    film, picture = "pictures/film-1.mp4", "pictures/p-1.webp"
    site = {path: PublishedFile(sha256="0", bytes=size) for path, size in ((film, 2_000_000_000), (picture, 2_000_000))}

    assert chosen(PublishPlan(new=[film, picture]), site) == [picture]
    assert chosen(PublishPlan(new=[film]), {film: site[film]}) == []
