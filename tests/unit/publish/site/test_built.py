import hashlib
import os
import shutil
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.built import BuiltSite
from plugins.publish.site.manifest import PublishedFile, describe_folder
from plugins.publish.site.model import Notes, OutputVersion
from plugins.stet.state.state_paths import state_folder
from tests.tools.small_build import build_texts

TEXTS = {"index.html": "home", "a b/é+%.txt": "text"}


def entry(text: str) -> PublishedFile:
    return PublishedFile(sha256=hashlib.sha256(text.encode()).hexdigest(), bytes=len(text.encode()))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    build_texts(tmp_path / "output", TEXTS)
    return tmp_path / "output"


def mark_of(output: Path) -> OutputVersion:
    version = BuiltSite(output).version
    assert version is not None
    return version


def test_files_are_those_of_the_record_in_order_with_their_kind(output: Path) -> None:
    files = BuiltSite(output).files()

    assert list(files.items()) == [("a b/é+%.txt", entry("text")), ("index.html", entry("home"))]
    assert {file.kind for file in files.values()} == {"text"}


def test_a_folder_that_the_record_covers_is_not_even_listed(output: Path) -> None:
    shutil.rmtree(output)

    assert BuiltSite(output).files().keys() == TEXTS.keys()


def test_what_has_changed_since_a_mark_is_told_without_a_look_at_the_folder(output: Path) -> None:
    before = mark_of(output)
    build_texts(output, {"index.html": "other", "new.html": "new"})
    shutil.rmtree(output)

    site = BuiltSite(output)

    expected = {"a b/é+%.txt": None, "index.html": entry("other"), "new.html": entry("new")}
    assert site.changed_since(before) == expected
    assert site.changed_since(mark_of(output)) == {}
    assert site.version != before


def test_what_has_changed_since_a_foreign_mark_is_unknown(output: Path) -> None:
    site = BuiltSite(output)

    assert site.changed_since(OutputVersion("0" * 32, 1)) is None
    assert site.changed_since(OutputVersion(mark_of(output).record, 7)) is None


def test_content_lies_in_the_output(output: Path) -> None:
    assert BuiltSite(output).place("index.html").read_text() == "home"


def test_notes_are_those_of_the_build_and_others_are_passed_over(output: Path) -> None:
    said = {"siteurl": "https://example.com", "due": None, "styles": ["a", "b"], "unheard of": 1}
    build_texts(output, TEXTS, notes=said)

    assert BuiltSite(output).notes == Notes(siteurl="https://example.com", styles=("a", "b"))


def test_where_builds_spare_something_the_folder_is_listed_and_nothing_is_marked(output: Path) -> None:
    before = mark_of(output)
    (output / "CNAME").write_text("example.com")
    build_texts(output, TEXTS, spared=["CNAME"])

    site = BuiltSite(output)

    assert list(site.files().items()) == [
        ("CNAME", entry("example.com")),
        ("a b/é+%.txt", entry("text")),
        ("index.html", entry("home")),
    ]
    assert site.files()["index.html"].kind == "text"
    assert site.version is None
    assert site.changed_since(before) is None


@pytest.mark.parametrize("text", ["other", None], ids=["another size", "gone"])
def test_where_builds_spare_something_what_was_done_by_hand_counts(output: Path, text: str | None) -> None:
    build_texts(output, TEXTS, spared=None)
    (output / "index.html").unlink()
    if text is not None:
        (output / "index.html").write_text(text)

    assert BuiltSite(output).files() == describe_folder(output)


def test_without_a_record_the_output_is_read(output: Path) -> None:
    shutil.rmtree(state_folder(output))

    site = BuiltSite(output)

    assert site.files() == describe_folder(output)
    assert (site.version, site.notes, site.changed_since(OutputVersion("0" * 32, 1))) == (None, Notes(), None)


def test_where_nothing_was_built_there_is_nothing(tmp_path: Path) -> None:
    site = BuiltSite(tmp_path / "output")

    assert (dict(site.files()), site.version, site.notes) == ({}, None, Notes())


def test_a_link_or_a_pipe_in_a_listed_folder_is_refused(output: Path) -> None:
    shutil.rmtree(state_folder(output))
    for make in (lambda path: path.symlink_to("/etc/hostname"), os.mkfifo):
        make(output / "strange")

        with pytest.raises(PublishError, match="strange is not a plain file; a release holds plain files and folders"):
            BuiltSite(output).files()

        (output / "strange").unlink()


def test_a_build_that_comes_between_ends_the_publishing_of_the_one_before(output: Path) -> None:
    site = BuiltSite(output)
    build_texts(output, {"index.html": "other"})

    with pytest.raises(PublishError, match="output was built again meanwhile; run make publish again"):
        site.files()
    with pytest.raises(PublishError, match="output was built again meanwhile; run make publish again"):
        site.changed_since(OutputVersion("0" * 32, 1))
