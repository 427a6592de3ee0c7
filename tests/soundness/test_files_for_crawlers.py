"""Sitemaps and files for crawlers, through what moves them: builds that go on from one another equal clean ones."""

from pathlib import Path

from tests.soundness.builds import files_of
from tests.soundness.compared import ComparedBuilds
from tests.soundness.publication import Story
from tests.tools.preload import preload

DAY = 24 * 60 * 60


def test_they_follow_every_change_and_the_time(tmp_path: Path) -> None:
    preload()
    builds = ComparedBuilds(tmp_path)
    publication = builds.publication
    publication.put("young", Story(title="Young & <new>", day=22, picture="a.svg"))

    def built() -> dict[str, bytes]:
        builds.check()
        return files_of(builds.outputs[0])

    try:
        first = built()
        assert b"/2026/11/young/" in first["sitemaps/news.xml"]

        publication.time += 2 * DAY
        later = built()
        assert b"/2026/11/young/" not in later["sitemaps/news.xml"]
        sitemaps = {path for path in later if "sitemap" in path} - {"sitemaps/news.xml", "sitemap.xml"}
        assert {path: later[path] for path in sitemaps} == {path: first[path] for path in sitemaps}

        publication.set(CRAWLERS={"llms": True, "ai_training": False})
        assert "2026/11/young/index.md" in built()
        publication.change("young", title="Another", updated=True, shows="b.svg")
        changed = built()
        assert b"# Another" in changed["2026/11/young/index.md"]
        assert changed["sitemaps/articles-2026-11.xml"].count(b"image:loc>") > 2

        publication.change("young", retracted="2026-11-24")
        assert b"/b-" not in built()["sitemaps/articles-2026-11.xml"]
        publication.change("young", retracted=None, draft=True)
        assert not [path for path, content in built().items() if b"2026/11/young/" in content or "young" in path]
        publication.set(CRAWLERS={}, SITEURL="https://other.example/below")
        assert b"https://other.example/below/sitemap.xml" in built()["robots.txt"]
    finally:
        builds.close()
