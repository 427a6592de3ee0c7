"""Refuses folders of the checkout as targets."""

from pathlib import Path

from plugins.publish.errors import PublishError

MADE_FOLDERS = ("output", "output.stet", ".pictures", ".preview", ".releases", ".cache", ".venv")
"""Folders that builds and other commands fill and empty."""

SOURCE_FOLDERS = ("content", "plugins", "theme", ".git")
"""Folders that a build reads, or that somebody works in."""


def target_folder(target: str, scheme: str = "", example: str = "published") -> Path:
    """Return the folder that `target`, an address without its scheme, names.

    Raises PublishError for a folder where releases and the checkout would destroy one another, wherever links lead.
    """
    root = Path(target).resolve()
    for name in (*MADE_FOLDERS, *SOURCE_FOLDERS):
        if relation := _relation(root, Path(name).resolve()):
            remedy = f"name a folder of its own (PUBLISH_TARGET={scheme}{example})"
            raise PublishError(
                f"target {scheme + target!r} {relation} {name}/, which is no place for releases; {remedy}"
            )
    return Path(target)


def _relation(target: Path, folder: Path) -> str | None:
    """Return a word for the place of `target` to `folder`, both resolved; None where they are apart."""
    if target == folder:
        return "is"
    if target.is_relative_to(folder):
        return "lies in"
    return "contains" if folder.is_relative_to(target) else None
