import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import PublishedFile, describe_folder, digest_of_files, from_json, to_json


def entry(text: str) -> PublishedFile:
    return PublishedFile(sha256=hashlib.sha256(text.encode()).hexdigest(), bytes=len(text.encode()))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "a b").mkdir(parents=True)
    (folder / "index.html").write_text("home")
    (folder / "a b" / "é+%.txt").write_text("text")
    return folder


def test_a_folder_is_described_by_path_digest_and_size(output: Path) -> None:
    assert describe_folder(output) == {"a b/é+%.txt": entry("text"), "index.html": entry("home")}


def test_a_link_in_the_output_is_refused(output: Path) -> None:
    (output / "link").symlink_to("/etc/hostname")

    with pytest.raises(PublishError, match="link is not a plain file; a release holds plain files and folders only"):
        describe_folder(output)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(0, 10**12)))
def test_a_manifest_survives_its_json(sizes: dict[str, int]) -> None:
    files = {path: PublishedFile(sha256="0" * 64, bytes=size) for path, size in sorted(sizes.items())}

    assert from_json(to_json(files)) == files


@pytest.mark.parametrize("text", ["", "[]", '{"index.html": 1}', '{"index.html": {"bytes": 1}}', '{"index.html":'])
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_equal_content_has_one_digest_in_any_order() -> None:
    one = digest_of_files({"a": entry("a"), "b": entry("b")})

    assert one == digest_of_files({"b": entry("b"), "a": entry("a")})
    assert one != digest_of_files({"a": entry("a")})


def test_a_file_whose_name_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.html")).touch()

    with pytest.raises(PublishError, match=r"the name of 'caf\\udce9\.html' is not UTF-8; rename the file"):
        describe_folder(tmp_path)
