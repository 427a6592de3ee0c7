from collections import defaultdict
from pathlib import Path

import pytest

from plugins.publish.plan.guards import doubts
from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes

HOME = {"index.html": PublishedFile(sha256="0", bytes=1)}


def site(folder: Path, text: str = "", notes: Notes = Notes()) -> KeptSite:  # noqa: B008 - a frozen value
    (folder / "file").write_text(text)
    return KeptSite(defaultdict(lambda: HOME["index.html"]), lambda *_: folder / "file", notes)


def plan(
    *new: str, before: Count | None = None, after: Count | None = None, removed: int = 0, old: str = ""
) -> PublishPlan:
    paths = ["index.html", *new]
    return PublishPlan(
        new=paths,
        files={path: PublishedFile(sha256="0", bytes=1) for path in paths},
        before=before,
        after=after or Count(len(paths), len(paths)),
        removed=[f"{number:03}.html" for number in range(removed)],
        siteurl_before=old,
    )


def test_a_usual_release_raises_no_doubt(tmp_path: Path) -> None:
    assert doubts(site(tmp_path), plan("a.html", before=Count(2, 2)), {}) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (PublishPlan(), "The build wrote no file."),
        (
            PublishPlan(new=["a.html"], files={"a.html": HOME["index.html"]}, after=Count(1, 1)),
            "The build has no home page",
        ),
        (
            PublishPlan(removed=["index.html"], before=Count(2, 2), after=Count(1, 1)),
            "The build has no home page (index.html).",
        ),
        (
            plan(before=Count(10, 10), after=Count(4, 4)),
            "The build has 4 pages, fewer than half of the last release's 10.",
        ),
        (
            plan(before=Count(50, 50), after=Count(29, 29), removed=21),
            "21 of 50 files would be removed, first 000.html.",
        ),
        (plan(before=Count(9000, 2000), after=Count(8899, 1899), removed=101), "101 of 9,000 files would be removed"),
        (
            PublishPlan(before=Count(9000, 2000), after=Count(9000, 2000), foreign=[f"{n:02}.txt" for n in range(21)]),
            "21 files of no release would be removed, first 00.txt.",
        ),
        (plan("drafts/secret.html"), "drafts/secret.html is a draft, or a page of the preview."),
        (plan("coverage/agenda/index.html"), "coverage/agenda/index.html is a draft, or a page of the preview."),
        (plan("coverage/index.html"), "coverage/index.html is a draft, or a page of the preview."),
        (plan(".env.local"), ".env.local is nothing for the public, by its name."),
        (plan("keys/id_rsa"), "keys/id_rsa is nothing for the public, by its name."),
    ],
)
def test_an_accident_is_doubted(tmp_path: Path, asked: PublishPlan, said: str) -> None:
    (found,) = doubts(site(tmp_path), asked, {})

    assert found.startswith(said)


@pytest.mark.parametrize(
    "asked",
    [
        plan(before=Count(10, 10), after=Count(5, 5)),
        PublishPlan(before=Count(9, 9), after=Count(9, 9), foreign=[f"{n:02}.txt" for n in range(20)]),
        plan(before=Count(50, 50), after=Count(30, 30), removed=20),
        plan(before=Count(9000, 2000), after=Count(8900, 1900), removed=100),
        plan("credentials/index.html", "2023/11/drafts/index.html"),
    ],
)
def test_what_is_just_not_an_accident_is_not_doubted(tmp_path: Path, asked: PublishPlan) -> None:
    assert doubts(site(tmp_path), asked, {}) == []


def test_another_publication_s_target_is_doubted(tmp_path: Path) -> None:
    own = site(tmp_path, notes=Notes(siteurl="https://a.example"))

    assert doubts(own, plan(old="https://b.example"), {}) == [
        "This is https://a.example, and the target has https://b.example."
    ]
    assert doubts(own, plan(old="https://a.example"), {}) == []


def test_a_preview_is_doubted(tmp_path: Path) -> None:
    found = doubts(site(tmp_path, notes=Notes(shows_drafts=True)), plan(), {})

    assert found == ["This is a preview, with drafts and embargoed articles in it."]


@pytest.mark.parametrize(
    "text",
    ["-----BEGIN RSA PRIVATE KEY-----", "id AKIAABCDEFGHIJKLMNOP.", "ghp_" + "a" * 36, '"private_key_id": "1"'],
)
def test_a_page_with_a_key_in_it_is_doubted(tmp_path: Path, text: str) -> None:
    assert doubts(site(tmp_path, f"<p>{text}"), plan(), {}) == ["index.html holds what looks like a secret key."]


def test_a_page_with_a_secret_of_this_environment_is_doubted_and_does_not_tell_it(tmp_path: Path) -> None:
    environment = {
        "CLOUDFLARE_API_TOKEN": "correct-horse-battery",
        "SHORT_TOKEN": "p",
        "HOME": "/somewhere/long/enough",
    }
    found = doubts(site(tmp_path, "<p>correct-horse-battery /somewhere/long/enough"), plan(), environment)

    assert found == ["index.html holds a secret of this environment."]


def test_a_home_page_that_an_interrupted_first_release_has_sent_is_there(tmp_path: Path) -> None:
    asked = PublishPlan(changed=["a.html"], files={"a.html": HOME["index.html"]}, after=Count(2, 2))
    there = KeptSite({**HOME, "a.html": HOME["index.html"]}, lambda *_: tmp_path / "file")
    (tmp_path / "file").write_text("")

    assert doubts(there, asked, {}) == []


def made_from(count: int, key: str = "333333") -> list[str]:
    """Return the files of so many pictures, of eleven sizes each."""
    names = [f"pictures/stall-{number}" for number in range(count)]
    return [f"{name}-{size}-0a1b2c{key}.avif" for name in names for size in range(11)]


def removing(removed: list[str], new: list[str]) -> PublishPlan:
    files = dict.fromkeys(("index.html", *new), HOME["index.html"])
    return PublishPlan(new=[*files], files=files, before=Count(500, 50), after=Count(500, 50), removed=removed)


@pytest.mark.parametrize(
    ("removed", "new"),
    [
        (made_from(20), []),
        (made_from(45), made_from(45, key="444444")),
        ([f"pictures/stall-{number}-0a1b2c3d.webp" for number in range(45)], made_from(45)),
    ],
    ids=["few pictures", "another encoder", "pictures that were published as they are"],
)
def test_many_files_of_few_or_of_renewed_pictures_are_no_accident(
    tmp_path: Path, removed: list[str], new: list[str]
) -> None:
    assert doubts(site(tmp_path), removing(removed, new), {}) == []


def test_many_pictures_that_go_are_an_accident(tmp_path: Path) -> None:
    said = doubts(site(tmp_path), removing(made_from(21), []), {})

    assert said == ["231 of 500 files would be removed, first pictures/stall-0-0-0a1b2c333333.avif."]


def test_a_secret_is_found_wherever_it_lies_in_a_long_text(tmp_path: Path) -> None:
    key = "AKIA" + "A" * 16
    texts = ["x" * ((1 << 22) - 10) + f" {key} ", "x\n" * (5 << 20) + key]

    found = [doubts(site(tmp_path, text), plan("files/0123456789ab/Rates.CSV"), {}) for text in texts]

    assert [any("Rates.CSV holds what looks like a secret key" in each for each in told) for told in found] == [
        True,
        True,
    ]


def test_a_file_that_is_replaced_by_another_one_of_its_name_does_not_count_as_gone(tmp_path: Path) -> None:
    old, new = ([f"files/{digit * 12}/Report {number}.pdf" for number in range(30)] for digit in "ab")
    files = dict.fromkeys(["index.html", *new], HOME["index.html"])
    asked = PublishPlan(new=new, removed=old, files=files, before=Count(60, 20), after=Count(60, 20))

    assert doubts(site(tmp_path), asked, {}) == []
