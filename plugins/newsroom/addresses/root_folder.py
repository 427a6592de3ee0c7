"""Files for the root of the site, `content/root/`: the paths that they may have there."""

import re
from collections.abc import Collection

from plugins.newsroom.addresses.address_forms import UNFIT, AddressError
from plugins.newsroom.syndication.feed_formats import FEED_FILES

ROOT_FOLDER = "root"
"""The folder, in the content folder: its files are published as they are, under the paths that they have in it."""

_WELL_KNOWN = ".well-known"
"""The one name with a dot that programs ask sites for (RFC 8615)."""
_LEFTOVERS = re.compile(r"\.DS_Store|\.git(?:keep|ignore)|Thumbs\.db|desktop\.ini|.*~|\..*\.swp|\._.*")
_OWN = frozenset({"index.html", *(file.name for file in FEED_FILES.values())})


def is_leftover(name: str) -> bool:
    """Tell whether a file is one that systems and editors leave everywhere, and that nobody means to publish."""
    return _LEFTOVERS.fullmatch(name) is not None


def check_root_path(path: str, reserved: Collection[str]) -> None:
    """Check the path of a file below `content/root/`; `reserved` are the names of the publication's own folders.

    Raises AddressError where it cannot be published there.
    """
    first, *_ = parts = path.split("/")
    if any(part.startswith(".") and (number or part != _WELL_KNOWN) for number, part in enumerate(parts)):
        raise AddressError("begins with a dot, and is not published", "take it away; only .well-known/ may have one")
    if found := UNFIT.search(path):
        raise AddressError(f"has the character {found[0]!r}", "give it another name: hosts do not find it by this one")
    if path in _OWN or re.split("[/.]", first)[0] in reserved:
        raise AddressError("has the place of a file of the publication itself", "give it another name, or take it away")
