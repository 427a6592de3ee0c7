import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.history.archive import Archive
from plugins.publish.site.model import PublishedSite
from plugins.publish.site.takedown import Takedown
from tests.publish.sites import EditedSite


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({"index.html": "home", "a/index.html": "a", "b & c (é) 'q'.txt": "b"})


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def texts(site: PublishedSite) -> dict[str, str]:
    return {path: site.place(path).read_text(encoding="utf-8") for path in site.files()}


def objects(archive: Archive) -> list[str]:
    return sorted(path.read_text(encoding="utf-8") for path in (archive._objects).iterdir())


def test_every_kept_release_is_whole_whatever_came_after(archive: Archive, site: EditedSite) -> None:
    expected = {}
    for number in range(6):
        archive.keep(f"r{number}", site)
        expected[f"r{number}"] = site.texts()
        site.write({f"new-{number}": str(number), "index.html": f"home {number}"})
    site.write({"a/index.html": None})
    archive.keep("r6", site)
    expected["r6"] = site.texts()

    assert {release.id: texts(archive.site(release.id)) for release in archive.releases()} == expected
    assert archive.site("r0").notes == site.notes


def test_releases_are_listed_newest_first_with_their_counts(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site, who="ann@desk")
    archive.keep("r1", site.write({"a/index.html": None}))

    assert [(one.id, one.files, one.pages, one.who, one.is_current) for one in archive.releases()] == [
        ("r1", 2, 1, "", True),
        ("r0", 3, 2, "ann@desk", False),
    ]


def test_an_edit_costs_what_it_changes(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)
    site.walks = 0
    archive.keep("r1", site.write({"a/index.html": "other"}))

    assert site.walks == 0
    assert objects(archive) == ["a", "b", "home", "other"]


def test_a_build_that_knows_nothing_of_the_last_one_is_compared_as_a_whole(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)
    site.write({"a/index.html": "other", "index.html": None}).forget()
    archive.keep("r1", site)

    assert texts(archive.site("r1")) == site.texts()
    assert objects(archive) == ["a", "b", "home", "other"]


def test_pruning_removes_what_only_old_releases_had(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)
    archive.keep("r1", site.write({"a/index.html": "second", "moved.html": "a"}))
    archive.keep("r2", site.write({"a/index.html": "third", "b & c (é) 'q'.txt": None}))
    archive.keep("r3", site.write({"a/index.html": "second"}))
    archive.prune(2)

    assert [release.id for release in archive.releases()] == ["r3", "r2"]
    assert objects(archive) == ["a", "home", "second", "third"]
    assert texts(archive.site("r3")) == site.texts()
    assert texts(archive.site("r2")) == site.texts() | {"a/index.html": "third"}


def test_a_release_kept_twice_is_kept_once(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)
    archive.keep("r1", site.write({"index.html": "other"}))
    archive.keep("r1", site)
    archive.keep("r0", site.write({"index.html": "home"}))

    assert [release.id for release in archive.releases()] == ["r0", "r1"]
    assert texts(archive.site("r0")) == site.texts()
    assert texts(archive.site("r1"))["index.html"] == "other"


def test_a_release_that_is_not_kept_is_told_with_those_that_are(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)

    with pytest.raises(PublishError, match=r"release r9 is not kept on this machine \(r0\); name a kept one, or check"):
        archive.site("r9")


def test_a_missing_content_says_so_and_what_to_do(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)
    archive.site("r0").place("a/index.html").unlink()

    with pytest.raises(
        PublishError,
        match=r"a/index\.html of release r0 is no longer kept .+; check out the commit .+ run make publish",
    ):
        archive.site("r0").place("a/index.html")


def test_a_damaged_content_says_so_and_is_stored_anew_when_it_comes_again(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site)
    archive.site("r0").place("a/index.html").write_text("x")

    with pytest.raises(PublishError, match=r"a/index\.html of release r0 is damaged"):
        archive.site("r0").place("a/index.html")
    archive.keep("r1", site.write({"again.html": "a"}))
    assert texts(archive.site("r0"))["a/index.html"] == "a"


def test_a_file_that_changed_after_the_build_is_not_kept(archive: Archive, site: EditedSite) -> None:
    (site.root / "index.html").write_text("meddled")

    with pytest.raises(PublishError, match=r"index\.html changed after the build had written it; run again"):
        archive.keep("r0", site)
    assert archive.releases() == []


def test_stopped_at_any_file_nothing_is_kept_and_the_next_run_clears_up(
    archive: Archive, site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.keep("r0", site)
    site.write({"x": "x1", "y": "y1", "z": "z1"})

    for stop in range(3):
        left = iter(range(stop))

        def interrupted(source: Path, place: str, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise KeyboardInterrupt
            Path(place).hardlink_to(source)

        with monkeypatch.context() as patch:
            patch.setattr(os, "link", interrupted)
            with pytest.raises(KeyboardInterrupt):
                archive.keep("r1", site)
        assert [release.id for release in archive.releases()] == ["r0"]

    archive.prune(10)
    assert objects(archive) == ["a", "b", "home"]
    archive.keep("r1", site)
    assert texts(archive.site("r1")) == site.texts()


def test_a_damaged_catalogue_begins_anew(archive: Archive, site: EditedSite, tmp_path: Path) -> None:
    archive.keep("r0", site)
    archive.close()
    (tmp_path / "archive" / "catalogue").write_bytes(b"no database at all" * 100)
    again = Archive(tmp_path / "archive")

    assert again.releases() == []
    again.keep("r1", site)
    assert texts(again.site("r1")) == site.texts()


STALL = "pictures/stall [1]-480-0a1b2c333333.avif"
RATES = "files/0a1b2c333333/Rates [1] 'all'.csv"


@pytest.mark.parametrize(
    "address", ["/secret/", "/pictures/stall [1]-1200-0a1b2c444444.jpg", "/files/0a1b2c444444/Rates [1] 'all'.csv"]
)
def test_releases_that_hold_what_was_taken_down_are_removed_and_their_contents(
    archive: Archive, site: EditedSite, address: str
) -> None:
    archive.keep("r0", site)
    held = {STALL: "drawn", RATES: "counted"}
    archive.keep("r1", site.write({"secret/index.html": "told", **held, "index.html": "home one"}))
    archive.keep("r2", site.write({"secret/index.html": "told again", "index.html": "home two"}))
    archive.keep("r3", site.write({"secret/index.html": None, **dict.fromkeys(held), "index.html": "home three"}))

    assert archive.forget_taken_down(Takedown([address])) == ["r1", "r2"]
    assert objects(archive) == ["a", "b", "home", "home three"]
    assert [release.id for release in archive.releases()] == ["r3", "r0"]
    assert texts(archive.site("r3")) == site.texts()
    archive.keep("r4", site.write({"index.html": "home four"}))
    assert texts(archive.site("r4")) == site.texts()
    assert texts(archive.site("r0"))["index.html"] == "home"


def test_the_latest_release_stays_whatever_it_holds(archive: Archive, site: EditedSite) -> None:
    archive.keep("r0", site.write({"secret/index.html": "told"}))

    assert archive.forget_taken_down(Takedown(["/secret/"])) == []
    assert archive.forget_taken_down(Takedown()) == []
    assert archive.read("secret/index.html") == b"told"
    assert archive.read("nothing.html") is None
