import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.plan.wording import (
    listed,
    looked_at,
    plan_as_json,
    plan_as_text,
    published,
    releases_forgotten,
    remarks_on,
    size,
    unchanged,
)
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, Release

NOW = datetime(2023, 12, 1, 4, tzinfo=UTC)
FILES = {f"{name}.html": PublishedFile(sha256="0", bytes=1000) for name in "abcdefgh"}
PLAN = PublishPlan(new=[*FILES][:7], changed=["h.html"], removed=["i.html"], files=FILES, after=Count(8, 8, 8000))


def test_a_release_is_told_in_counts_with_a_few_paths() -> None:
    assert published(PLAN, Release(id="ID", files=8, pages=8), "It is there.") == (
        "Published 8 pages (8 files, 8.0 KB) as release ID.\n"
        "        7 new: a.html, b.html, c.html, d.html, e.html … and 2 more\n"
        "        1 changed: h.html\n"
        "        1 removed: i.html\n"
        "        0 unchanged\n"
        "It is there."
    )


def test_the_files_of_one_picture_are_told_as_one() -> None:
    made = [f"pictures/stall-{width}-0a1b2c333333.avif" for width in (320, 480, 720)]
    files = dict.fromkeys(["a.html", *made], PublishedFile(sha256="0", bytes=1000))
    plan = PublishPlan(new=["a.html", *made], retired=made, files=files, after=Count(4, 1))

    said = plan_as_text(plan, [f"https://a/{path}" for path in made], "s3://bucket").splitlines()

    assert said[1] == "        4 new: a.html, pictures/stall (3 files, 3.0 KB)"
    assert said[4] == "        3 addresses purged: https://a/pictures/stall (3 files)"


def test_an_unchanged_site_is_told_with_what_that_is_known_by() -> None:
    plan = PublishPlan(after=Count(8, 8))

    assert unchanged(plan, "It is there.") == (
        "Nothing has changed since the last release: 8 pages (8 files), by the target's record.\n"
        "It is there. `make publish CHECK=1` looks at the files themselves."
    )
    assert unchanged(plan, "It is there.", TargetLook(looked=8)) == (
        "Nothing has changed, and nothing was to mend: 8 pages (8 files).\nIt is there."
    )


def test_a_look_at_all_files_names_those_that_are_not_as_published() -> None:
    found = TargetLook(looked=1200, missing=["a.html"], damaged=["b.html"], foreign=["c.txt"], unseen="No headers.")

    assert looked_at(found, "s3://bucket", removes_foreign=False) == (
        "Looked at all 1,200 files at s3://bucket: not all are as published.\n"
        "        1 missing: a.html\n"
        "        1 damaged: b.html\n"
        "        1 of no release, left there: make publish CHECK=remove removes them: c.txt\n"
        "No headers."
    )
    assert looked_at(TargetLook(looked=9, foreign=["c.txt"]), "s3://bucket", removes_foreign=True) == (
        "Looked at all 9 files at s3://bucket: each is as published.\n        1 of no release, to be removed: c.txt"
    )


def test_a_release_that_was_put_right_is_told_as_the_same_release() -> None:
    plan = PublishPlan(mended=["a.html"], files={"a.html": FILES["a.html"]}, unchanged=7, after=Count(8, 8))

    assert published(plan, Release(id="ID", files=8, pages=8), "It is there.") == (
        "Mended release ID: 8 pages (8 files).\n"
        "        1 mended, as they were missing or damaged: a.html\n"
        "        7 unchanged\n"
        "It is there."
    )


def test_a_plan_is_told_as_what_would_be_sent_removed_and_purged() -> None:
    assert plan_as_text(PLAN, ["https://a/h.html"], "s3://bucket") == (
        "Publishing to s3://bucket would send 8 files (8.0 KB).\n"
        "        7 new: a.html, b.html, c.html, d.html, e.html … and 2 more\n"
        "        1 changed: h.html\n"
        "        1 removed: i.html\n"
        "        0 unchanged\n"
        "        1 addresses purged: https://a/h.html\n"
        "Nothing was sent."
    )


def test_an_empty_plan_is_told_in_one_sentence() -> None:
    said = plan_as_text(PublishPlan(after=Count(8, 8)), [], "s3://bucket")

    assert said == "Nothing would change at s3://bucket: 8 pages (8 files), by its record."


def test_an_empty_plan_names_the_addresses_that_earlier_releases_have_left_to_tell() -> None:
    said = plan_as_text(PublishPlan(after=Count(8, 8)), [], "s3://bucket", told={"the hub": ("https://a/feed.xml",)})

    assert said.splitlines()[1:] == ["        1 addresses told to the hub: https://a/feed.xml"]


def test_a_plan_names_the_files_of_other_plugins_also_where_nothing_changes() -> None:
    plans = (PLAN, PublishPlan(after=Count(8, 8)))

    said = [plan_as_text(plan, [], "s3://bucket", ["sitemap.xml"]).splitlines() for plan in plans]

    assert all("        1 of all files by others: sitemap.xml" in lines for lines in said)


def test_a_plan_for_programs_names_every_path() -> None:
    found = json.loads(plan_as_json(PLAN, ["https://a/h.html"], "s3://bucket", ["Odd."], ["a.html"]))

    assert found == {
        "target": "s3://bucket",
        "new": [*FILES][:7],
        "changed": ["h.html"],
        "headers": [],
        "again": [],
        "mended": [],
        "removed": ["i.html"],
        "foreign": [],
        "retired": [],
        "dropped": [],
        "takes_down": [],
        "gone": [],
        "unchanged": 0,
        "bytes": 8000,
        "large": {},
        "by_others": ["a.html"],
        "purged": ["https://a/h.html"],
        "doubts": ["Odd."],
        "told": {},
        "warnings": 0,
        "waiting": [],
        "scheduled": {},
        "scheduled_count": 0,
    }


@pytest.mark.parametrize(
    ("notes", "remarks"),
    [
        (Notes(), []),
        (
            Notes(scheduled={"a.md": NOW.timestamp()}, scheduled_count=2, timezone="Asia/Singapore"),
            ["2 articles wait: a.md until 2023-12-01 12:00 … and 1 more"],
        ),
        (Notes(warnings=1), ["The content has 1 warning; make check-content ALL=1 lists them."]),
        (
            Notes(warnings=1200, waiting=tuple("abcdefg")),
            [
                "The content has 1,200 warnings; make check-content ALL=1 lists them.",
                "Not public yet, and with mistakes to mend before: a, b, c, d, e … and 2 more.",
            ],
        ),
    ],
)
def test_what_waits_and_the_mistakes_that_the_build_went_on_with_are_told(notes: Notes, remarks: list[str]) -> None:
    assert remarks_on(notes, NOW) == remarks
    assert remarks_on(notes, None) == [each for each in remarks if "wait:" not in each]


def test_a_plan_for_programs_has_the_mistakes_that_the_build_went_on_with() -> None:
    notes = Notes(warnings=2, waiting=("a.md",), scheduled={"a.md": NOW.timestamp()}, scheduled_count=1)

    found = json.loads(plan_as_json(PLAN, [], "s3://bucket", [], notes=notes))

    assert (found["warnings"], found["waiting"]) == (2, ["a.md"])
    assert (found["scheduled"], found["scheduled_count"]) == ({"a.md": "2023-12-01T04:00:00+00:00"}, 1)


def test_releases_are_listed_with_the_present_one_marked() -> None:
    releases = [
        Release(id="B", files=1200, pages=900, who="me@here", is_current=True),
        Release(id="A", files=1, pages=1),
    ]

    assert listed(releases) == ("* B       900 pages     1,200 files  me@here\n  A         1 pages         1 files")
    assert listed([]) == "There is no release yet."


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 KB"), (8_400_000, "8.4 MB"), (2_500_000_000, "2.5 GB")],
)
def test_a_size_is_told_in_the_unit_that_suits_it(count: int, expected: str) -> None:
    assert size(count) == expected


def test_addresses_that_go_are_named_with_what_to_write() -> None:
    plan = replace(PLAN, gone=["/2023/10/old/", "/news/", "/archive/2023/10/", "/tags/video/"])

    said = plan_as_text(plan, [], "s3://bucket").splitlines()

    assert said[-3:-1] == [
        "2 addresses go, and answer 404: /2023/10/old/, /news/. For 410 put "
        '"/2023/10/old/", "/news/" into the list gone = [] of content/addresses.toml; '
        'for a redirect write "/old/" = "/new/" there, below [moved].',
        "2 lists have no article any more, and no page: /archive/2023/10/, /tags/video/.",
    ]


def test_many_addresses_that_go_do_not_bury_the_rest() -> None:
    plan = replace(PLAN, gone=[f"/2023/10/old-{number}/" for number in range(9)])

    said = plan_as_text(plan, [], "s3://bucket")

    assert "9 addresses go, and answer 404: /2023/10/old-0/," in said
    assert '"/2023/10/old-4/", … into the list' in said
    assert "old-5" not in said


def test_removed_releases_are_named() -> None:
    assert releases_forgotten(["a"]) == "1 kept release held what was taken down, and can be gone back to no more: a."


def test_large_files_are_named_with_their_sizes_before_they_are_sent() -> None:
    sizes = {"files/0/clip.mp4": 1_900_000_000, "files/1/deck.pptx": 12_000_000, "index.html": 9_999_999}
    files = {path: PublishedFile(sha256="0", bytes=count) for path, count in sizes.items()}
    plan = PublishPlan(new=sorted(files), files=files, after=Count(3, 1, sum(sizes.values())))

    text = plan_as_text(plan, [], "s3://bucket")

    assert text.startswith("Publishing to s3://bucket would send 3 files (1.9 GB).")
    assert "        2 of them large: files/0/clip.mp4 (1.9 GB), files/1/deck.pptx (12.0 MB)" in text.splitlines()
    assert json.loads(plan_as_json(plan, [], "s3://bucket", []))["large"] == {
        "files/0/clip.mp4": 1_900_000_000,
        "files/1/deck.pptx": 12_000_000,
    }
