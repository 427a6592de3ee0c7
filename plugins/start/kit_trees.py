"""Trees of the kit's own files: a release of the kit as it would lie in a publication that was started."""

from pathlib import Path

from plugins.start.demonstration import MOVED_TO
from plugins.start.git import Git
from plugins.start.ownership import OWN_PATHS

_DEMONSTRATION = ("content", "pelicanconf.py", "publishconf.py")
"""Parts of the kit's demonstration, which lie at another place in a publication."""


def kit_tree(git: Git, commit: str, scratch: Path, *, with_demonstration: bool) -> str:
    """Return the name of a tree that holds of `commit` the kit's files alone.

    `with_demonstration` says that its content and settings are kept, where a publication has them for the tests.
    """
    aside = git.with_index(scratch)
    scratch.unlink(missing_ok=True)
    aside.says("read-tree", f"{commit}^{{tree}}")
    aside.says("rm", "-r", "-f", "--cached", "--quiet", "--ignore-unmatch", "--", *OWN_PATHS)
    for path in _DEMONSTRATION if with_demonstration else ():
        entry = git.says("ls-tree", commit, "--", path)
        if entry:
            mode, kind, name = entry.partition("\t")[0].split()
            if kind == "tree":
                aside.says("read-tree", f"--prefix={MOVED_TO}/{path}/", name)
            else:
                aside.says("update-index", "--add", "--cacheinfo", f"{mode},{name},{MOVED_TO}/{path}")
    tree = aside.says("write-tree")
    scratch.unlink()
    return tree
