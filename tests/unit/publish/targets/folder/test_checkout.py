from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.folder.checkout import target_folder


def test_a_folder_is_a_target() -> None:
    assert target_folder("some/where") == Path("some/where")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout as the present folder, with a link from elsewhere into its output."""
    folder = tmp_path / "checkout"
    for name in ("output/deep", "content", ".git"):
        (folder / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder / "output")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("output", "is output/"),
        ("output/pub", "lies in output/"),
        ("./content/../output/deep", "lies in output/"),
        ("../link/pub", "lies in output/"),
        ("output.stet/pub", "lies in output.stet/"),
        (".preview/pub", "lies in .preview/"),
        ("content/pub", "lies in content/"),
        ("plugins", "is plugins/"),
        ("theme/static", "lies in theme/"),
        (".git/pub", "lies in .git/"),
        (".cache", "is .cache/"),
        (".", "contains output/"),
        ("..", "contains output/"),
    ],
)
def test_a_folder_that_the_checkout_needs_is_no_target(checkout: Path, target: str, said: str) -> None:
    with pytest.raises(PublishError) as refused:
        target_folder(target)

    assert str(refused.value) == (
        f"target {target!r} {said}, which is no place for releases; name a folder of its own (PUBLISH_TARGET=published)"
    )


def test_a_link_in_the_place_of_a_checkout_s_folder_guards_what_it_leads_to(checkout: Path) -> None:
    (checkout / "theme").symlink_to(checkout.parent / "shared-theme")

    with pytest.raises(PublishError, match="lies in theme/"):
        target_folder("../shared-theme/pub")


@pytest.mark.parametrize("target", ["published", "outputs", "../elsewhere", "sub/output"])
def test_a_folder_beside_those_is_a_target(checkout: Path, target: str) -> None:
    assert target_folder(target) == Path(target)
