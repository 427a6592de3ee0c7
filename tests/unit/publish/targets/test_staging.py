from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.staging import empty_folder, stage
from tests.publish.sites import EditedSite


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({"index.html": "home", "a/b/é ?.html": "deep", "a/c.txt": "c"})


def test_a_folder_of_links_is_made(site: EditedSite, tmp_path: Path) -> None:
    folder = empty_folder(tmp_path / "staged")
    stage(site, site.files().items(), folder, site.files())

    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert {path: place.read_text() for path, place in found.items()} == site.texts()
    assert all(place.samefile(site.place(path)) for path, place in found.items())


def test_what_was_there_before_is_gone(tmp_path: Path) -> None:
    (empty_folder(tmp_path / "staged") / "old").touch()

    assert list(empty_folder(tmp_path / "staged").iterdir()) == []


@pytest.mark.parametrize(("checked", "text"), [(["index.html"], "HOME"), ([], "longer than before")])
def test_a_file_that_is_not_what_the_build_wrote_is_told(
    site: EditedSite, tmp_path: Path, checked: list[str], text: str
) -> None:
    (site.root / "index.html").write_text(text)

    with pytest.raises(PublishError, match=r"index\.html changed after the build had written it; run again"):
        stage(site, site.files().items(), empty_folder(tmp_path / "staged"), checked)


def test_a_file_that_is_gone_is_told(site: EditedSite, tmp_path: Path) -> None:
    (site.root / "index.html").unlink()

    with pytest.raises(PublishError, match=r"index\.html was removed after the build had written it; run again"):
        stage(site, site.files().items(), empty_folder(tmp_path / "staged"), ())
