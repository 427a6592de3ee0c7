"""Files of the content folder, found by the address of their page: for the line that says where to write something."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.newsroom.front_matter.slugs import slugify
from plugins.publish.plan.gone_pages import kind_of_page

_FOLDERS = {"article": ("articles",), "page": ("pages", "categories"), "author": ("authors",), "tag": ("tags",)}
_HEAD_BYTES = 4_096
"""Of a file, in which its slug and its date stand, if it says them."""


def content_file(root: Path, url: str) -> Path | None:
    """Return the file below `root` that makes the page at a root-relative address; None where there is none."""
    slug, month = url.strip("/").rpartition("/")[2], "-".join(url.split("/")[1:3])
    found = list(_candidates(root, kind_of_page(url), slug))
    dated = [file for file in found if re.search(rf"(?mi)^date\s*[:=]\s*['\"]?{re.escape(month)}", _head(file))]
    return next(iter([*dated, *found]), None)


def says_aliases(file: Path) -> bool:
    """Tell whether a file has a list of former addresses already."""
    return re.search(r"(?mi)^aliases\s*[:=]", _head(file)) is not None


def aliases_line(file: Path | None, address: str) -> str:
    """Return the line of front matter that gives a file its first former address, in the form of that file."""
    if file is None or (head := _head(file).lstrip("\ufeff")).startswith("---"):
        return f"aliases: [{address}]"
    return f'aliases = ["{address}"]' if head.startswith("+++") else f"Aliases: {address}"


def _candidates(root: Path, kind: str, slug: str) -> Iterator[Path]:
    """Yield the files of a kind that give themselves a slug, then those that have it by their name."""
    files = [file for name in _FOLDERS.get(kind, ()) for file in sorted((root / name).rglob("*.md"))]
    given = re.compile(rf"(?mi)^slug\s*[:=]\s*['\"]?{re.escape(slug)}['\"]?\s*$")
    if kind in ("article", "page"):
        yield from (file for file in files if given.search(_head(file)))
    yield from (file for file in files if slug == slugify(file.parent.name if file.stem == "index" else file.stem))


def _head(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(_HEAD_BYTES).decode("utf-8", "replace")
