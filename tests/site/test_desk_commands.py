"""Commands of the desk in a whole publication: an article that is moved has both addresses, and the agenda is told."""

from tests.site.conftest import SmallSite


def test_a_moved_article_is_found_at_both_addresses_and_feed_readers_know_it(small_site: SmallSite) -> None:
    small_site.article("two", "related: [one]", body="By file: [one](one.md), by address: [one](/2023/11/one/).")
    small_site.write("addresses.toml", '[moved]\n"/before.html" = "/2023/11/one/"\n')

    said = small_site.run("-m", "plugins.desk", "move", "--from", "one", "--to", "first")
    checked = small_site.run("-m", "plugins.desk", "check")
    built = small_site.build()

    assert (said.returncode, checked.returncode, built.returncode) == (0, 0, 0), said.stderr + built.stderr
    assert said.stdout.splitlines()[0] == "content/articles/2023/11/one.md → content/articles/2023/11/first.md"
    assert "no problems" in checked.stdout
    assert "<h1" in small_site.page("2023/11/first/index.html")
    assert "/2023/11/first/" in small_site.page("2023/11/one/index.html")
    assert "/2023/11/first/" in small_site.page("before.html")
    assert "/2023/11/one/" not in small_site.page("2023/11/two/index.html")
    feed = small_site.page("feed.xml")
    assert ("/2023/11/one/</id>" in feed, "/2023/11/first/</id>" in feed) == (True, False)


def test_a_move_that_cannot_be_says_why_in_one_line_and_changes_nothing(small_site: SmallSite) -> None:
    before = {path: path.read_bytes() for path in (small_site.root / "content").rglob("*.md")}

    said = small_site.run("-m", "plugins.desk", "move", "--from", "on", "--to", "first")

    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in (small_site.root / "content").rglob("*.md")} == before


def test_the_agenda_is_told_to_people_and_to_programs(small_site: SmallSite) -> None:
    small_site.article("one", "status: draft")

    text = small_site.run("-m", "plugins.desk", "agenda")
    programs = small_site.run("-m", "plugins.desk", "agenda", "--format", "json")

    assert (text.returncode, programs.returncode) == (0, 0), text.stderr
    assert text.stdout.startswith("Overdue (1)\n")
    assert '"path": "content/articles/2023/11/one.md"' in programs.stdout
