"""What a build says of itself to those who publish it."""

from typing import Any

from plugins.stet.state.ledger_file import open_record
from tests.site.conftest import SmallSite

PROMO = "---\ntitle: A talk\ntext: C.\nurl: https://a.example/\nstart: 2023-11-02 08:00\nend: 2026-11-24 08:00\n---\n"


def notes(site: SmallSite) -> dict[str, Any]:
    record = open_record(site.output)
    assert record is not None
    with record:
        return dict(record.notes)


def test_a_build_says_where_readers_find_it_and_where_its_forms_are_sent_to(small_site: SmallSite) -> None:
    done = small_site.build()

    assert done.returncode == 0, done.stderr
    said = notes(small_site)
    assert said["siteurl"] == "https://lowdown.example"
    assert said["timezone"] == "Asia/Singapore"
    assert said["form_origins"] == ["https://lists.lowdown.example"]
    assert said["shows_drafts"] is False


def test_a_preview_says_that_it_shows_drafts(small_site: SmallSite) -> None:
    done = small_site.build(settings="pelicanconf.py")

    assert done.returncode == 0, done.stderr
    assert notes(small_site)["shows_drafts"] is True


def test_a_build_says_when_the_next_one_comes_out_different(small_site: SmallSite) -> None:
    """At the end of a promo, then at that of an embargo, then two days after that, when it is no news; then never.

    The last three times nothing else changes.
    """
    small_site.write("promos/talk.md", PROMO)
    small_site.article("held", "embargo: 2026-11-25 18:00")

    due = []
    for time in ("1795417200", "1795478400", "1795600800", "1795773600"):  # the test's present, and the moments
        assert small_site.build(at=time).returncode == 0
        due.append(notes(small_site)["due"])

    assert due == [1795478400, 1795600800, 1795773600, None]


def test_a_build_says_which_articles_wait_and_until_when(small_site: SmallSite) -> None:
    """The one of 2032 is a slip that nobody has seen; a draft is no matter of time."""
    small_site.article("held", "embargo: 2026-11-25 18:00")
    small_site.article("slip", "embargo: 2032-11-20 09:00")
    small_site.article("draft", "status: draft")

    done = small_site.build()

    paths = ["content/articles/2023/11/held.md", "content/articles/2023/11/slip.md"]
    until = f"{paths[0]} until 2026-11-25 18:00, {paths[1]} until 2032-11-20 09:00 (in 5 years)"
    assert f"2 articles wait: {until}\n" in done.stdout
    said = notes(small_site)
    assert (list(said["scheduled"]), said["scheduled_count"]) == (paths, 2)
    assert f"2 articles wait: {until}\n" in small_site.build().stdout  # of what the build before has kept
