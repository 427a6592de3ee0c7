from pathlib import Path

import pytest

from plugins.start.git import Git
from plugins.start.kit_trees import kit_tree


@pytest.mark.parametrize("with_demonstration", [False, True])
def test_a_tree_holds_the_kits_files_and_the_demonstration_at_its_other_place(
    kit: Path, tmp_path: Path, with_demonstration: bool
) -> None:
    git = Git(kit)

    tree = kit_tree(git, "HEAD", tmp_path / "index", with_demonstration=with_demonstration)

    found = git.says("ls-tree", "-r", "--name-only", tree).splitlines()
    moved = [path for path in found if path.startswith("tests/demonstration/")]
    assert [path for path in found if path not in moved] == [
        ".gitignore",
        "CHANGELOG.md",
        "plugins/one.py",
        "plugins/two.py",
        "pyproject.toml",
        "theme/card.html",
    ]
    names = ("content/articles/sample.md", "content/pages/about.md", "pelicanconf.py", "publishconf.py")
    assert moved == [f"tests/demonstration/{name}" for name in names if with_demonstration]
    assert git.changes() == []
