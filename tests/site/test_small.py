"""Real Pelican builds of a small publication: time, place, headers, mistakes."""

import re
import shutil
from datetime import UTC, datetime

import pytest

from tests.conftest import ROOT
from tests.site.conftest import SmallSite


def epoch(text: str) -> str:
    return str(int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()))


def words(page: str) -> str:
    """Return the text of `page` without tags, with plain spaces."""
    return " ".join(re.sub(r"<[^>]*>|&nbsp;|\u00a0", " ", page).split())


def test_a_site_of_three_articles_builds(small_site: SmallSite) -> None:
    done = small_site.build()

    assert done.returncode == 0, done.stderr
    assert {path.parent.name for path in small_site.output.glob("2023/11/*/index.html")} == {"one", "two", "three"}


def test_a_site_without_articles_builds(small_site: SmallSite) -> None:
    for path in (small_site.root / "content" / "articles").rglob("*.md"):
        path.unlink()

    done = small_site.build()

    assert done.returncode == 0, done.stderr
    assert "<h1" in small_site.page("index.html")


def test_an_embargo_ends_at_its_minute(small_site: SmallSite) -> None:
    small_site.article("held", "embargo: 2026-11-23 18:00")

    before = small_site.build(at=epoch("2026-11-23T09:59:59"))
    was_there = (small_site.output / "2026/11/held/index.html").exists()
    after = small_site.build(at=epoch("2026-11-23T10:00:00"))

    assert (before.returncode, after.returncode) == (0, 0)
    assert (was_there, (small_site.output / "2026/11/held/index.html").exists()) == (False, True)


def test_a_promo_shows_only_while_it_runs(small_site: SmallSite) -> None:
    small_site.write(
        "promos/talk.md",
        "---\ntitle: A talk on shelves\ntext: Come.\nurl: https://talk.example/\n"
        "start: 2023-11-02 08:00\nend: 2023-11-03 08:00\n---\n",
    )

    shown = []
    for time in ("2023-11-01T23:59:59", "2023-11-02T00:00:00", "2023-11-02T23:59:59", "2023-11-03T00:00:00"):
        assert small_site.build(at=epoch(time)).returncode == 0
        shown.append("A talk on shelves" in small_site.page("2023/11/one/index.html"))

    assert shown == [False, True, True, False]


def test_pelicans_own_header_works_as_well(small_site: SmallSite) -> None:
    small_site.write(
        "articles/2023/11/plain.md",
        "Title: Plain words\nDate: 2023-11-02 10:00\nCategory: Social\nAuthors: mei\nTags: Video, Radio\n"
        "Summary: A header as Pelican has had it since its first day.\n\nText.\n",
    )

    done = small_site.build()

    assert done.returncode == 0, done.stderr
    assert "Plain words" in small_site.page("2023/11/plain/index.html")
    assert (small_site.output / "tags/radio/index.html").is_file()


def test_a_site_below_a_folder_links_below_it(small_site: SmallSite) -> None:
    done = small_site.build("-e", 'SITEURL="https://example.test/news"')

    page = small_site.page("2023/11/one/index.html")
    assert done.returncode == 0, done.stderr
    assert (
        'href="https://example.test/news/2023/11/one/"' in page or "href=https://example.test/news/2023/11/one/" in page
    )
    assert "/news/authors/mei/" in page
    assert 'href="/authors/mei/' not in page


def test_a_title_is_text_whatever_it_holds(small_site: SmallSite) -> None:
    small_site.article("risky", title="'</title><script>alert(1)</script> & \"co\" {{ 7 * 7 }}'")

    done = small_site.build()

    page = small_site.page("2023/11/risky/index.html")
    assert done.returncode == 0, done.stderr
    assert "<script>alert" not in page
    assert "{{ 7 * 7 }}" in page.replace("&nbsp;", " ").replace("\u00a0", " ")


def test_a_dont_miss_line_follows_its_targets_headline(small_site: SmallSite) -> None:
    small_site.article("one", "dont_miss: two")
    small_site.article("two", title="A headline that changes")
    small_site.build()
    before = words(small_site.page("2023/11/one/index.html"))

    small_site.article("two", title="Another headline")
    small_site.build()

    after = words(small_site.page("2023/11/one/index.html"))
    assert "Don’t miss: A headline that changes" in before
    assert "Don’t miss: Another headline" in after
    assert "A headline that changes" not in after


def test_every_mistake_of_a_run_is_told_at_once_and_nothing_is_built(small_site: SmallSite) -> None:
    small_site.article("one", "categroy: social")
    small_site.article("two", "related: [nowhere]")
    small_site.write("authors/mei.md", "---\nname: Mei Tan\nrol: Editor\n---\nWrites.\n")

    done = small_site.build("-e", 'SHARE={"networks": ["y"]}')

    lines = [line for line in done.stderr.splitlines() if line.startswith(("content/", "pelicanconf.py:"))]
    assert done.returncode != 0
    assert [line.split(":")[0] for line in lines] == [
        "content/articles/2023/11/one.md",
        "content/articles/2023/11/two.md",
        "content/authors/mei.md",
        "pelicanconf.py",
    ]
    assert all(line.count(": ") >= 1 and "; " in line for line in lines)
    assert not small_site.output.exists()


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_an_undefined_name_in_a_template_stops_the_build(small_site: SmallSite, settings: str) -> None:
    overrides = small_site.root / "theme"
    overrides.unlink()
    shutil.copytree(ROOT / "theme", overrides)
    base = overrides / "templates" / "base.html"
    base.write_text(base.read_text(encoding="utf-8").replace("</body>", "{{ page.nonsense }}</body>"), encoding="utf-8")

    done = small_site.build(settings=settings)

    assert done.returncode != 0
    assert "nonsense" in done.stdout + done.stderr
