"""Former addresses in their normal form: read as people write them, and refused where no file could answer them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from plugins.newsroom import urls
from plugins.newsroom.urls import OwnSite

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_DATED = re.compile(r"/\d{4}/\d{2}/[a-z0-9]+(?:-[a-z0-9]+)*/")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/]|$)")
UNFIT = re.compile(r"[\x00-\x1f\x7f\\?#%]")
"""Characters that no host and no disk keeps in a file's name alike, once an address is decoded."""
_MOST_BYTES = 240
"""Length of one part of an address in UTF-8: disks keep names of 255."""
_LONGEST_REPEATED = 60
"""Characters of an address that a remedy repeats: one that was cut short would be another address."""
_MOST_IN_ALL = 900
"""Length of an address in UTF-8: buckets keep names of 1,024."""
_WITHOUT_FOLDER = ".html"
_FEEDS = (".xml", ".atom", ".rss", ".rdf")


class AddressError(ValueError):
    """A former address that cannot be used: a problem's `what`, to be said behind the address, and its `remedy`."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def read_address(written: str, own: OwnSite) -> str:
    """Return an address of the publication, in any form, as its root-relative path in normal form, decoded.

    Raises AddressError for one that no file of the publication could answer.
    """
    path = own.path_of(written) or written
    if _SCHEME.match(path):
        elsewhere = f", if it was below {own.prefix}/; else redirect it at your host" if own.prefix else ""
        raise AddressError("is no address of this publication", f"write the path alone: '/old/address/'{elsewhere}")
    if re.search(r"\s", path):
        raise AddressError("has a space in it", "write %20 for one that belongs to it, and a list of several addresses")
    if not path.startswith("/"):
        is_host = _HOST.match(path) is not None
        shown = (path.partition("/")[2] if is_host else path).partition("#")[0].lstrip("./")
        if not shown:
            raise AddressError("is the home page" if is_host else "is no address", "take it away")
        raise AddressError("does not begin with '/'", _write(f"/{shown}", "begin it with '/'"))
    if own.prefix and path.startswith(f"{own.prefix}/"):
        path = path.removeprefix(own.prefix)
    if "?" in path:
        remedy = "take it away, and redirect it at your host: a file answers one path, whatever follows its '?'"
        raise AddressError("has a '?', and no file can answer that", remedy)
    if "#" in path:
        raise AddressError("has a '#', which no browser sends", _write(path.partition("#")[0], "end it before that"))
    return _checked(path)


def written_address(address: str, prefix: str) -> str:
    """Return an address as people must write it: with the site's path where it would be read as one that begins so."""
    return f"{prefix}{address}" if prefix and address.startswith(f"{prefix}/") else address


def _write(address: str, otherwise: str) -> str:
    """Return the remedy to write an address, or another one where it is too long to be repeated whole."""
    return f"write '{address}'" if len(address) <= _LONGEST_REPEATED else otherwise


def _checked(path: str) -> str:
    try:
        decoded = unicodedata.normalize("NFC", unquote(path, errors="strict"))
    except UnicodeDecodeError:
        raise AddressError("has percent codes that are no UTF-8", "write its letters in their place") from None
    if found := UNFIT.search(decoded):
        sign = f"U+{ord(found[0]):04X}" if found[0] < " " or found[0] == "\x7f" else found[0]
        remedy = "take it away, and redirect it at your host: no file may be called so"
        raise AddressError(f"has the character {sign!r}", remedy)
    address = normal_address(decoded)
    parts = decoded.strip("/").split("/")
    if "//" in decoded or any(part.strip(".") == "" for part in parts if part):
        raise AddressError(
            "has an empty part, '.' or '..'", _write(normal_address(urls.page_path(path)), "take that out")
        )
    if max(len(part.encode()) for part in parts) > _MOST_BYTES or len(address.encode()) > _MOST_IN_ALL:
        raise AddressError("is too long for the name of a file", "take it away, and redirect it at your host")
    if reason := _reserved(address):
        raise AddressError(reason, "take it away")
    return address


def _reserved(address: str) -> str:
    """Return the reason why an address is never a former one; empty for all others."""
    files = (urls.asset_url(""), urls.picture_url(""), urls.FILES_URL)
    folders = (*files, urls.EMBEDS_URL, urls.PATTERNS_URL, urls.COVERAGE_URL)
    if address == "/":
        return "is the home page"
    if address == "/404.html" or address.startswith("/_"):
        return "is a file of the publication itself"
    if any(f"{address.rstrip('/')}/".startswith(folder) for folder in folders):
        return "is in a folder of the publication itself"
    if address.endswith(f"{urls.card_url('/')}/"):
        return "is a page's share card"
    if any(part.startswith(".") for part in address.split("/")):
        return "begins with a dot, as files that hosts do not show"
    return ""


def normal_address(path: str) -> str:
    """Return a decoded root-relative path in the form that tells addresses apart: the one of the file that answers it.

    It ends with a slash, but for a file in HTML: `/old`, `/old/` and `/old/index.html` are one, `/x.php` is `/x.php/`.
    """
    bare = path.strip("/").removesuffix("index.html").strip("/")
    if not bare:
        return "/"
    return f"/{bare}" if bare.endswith(_WITHOUT_FOLDER) else f"/{bare}/"


class PageRedirect(NamedTuple):
    """A former address, with the one where its readers shall go."""

    address: str
    """Root-relative without the site's path prefix, in normal form."""
    target: str
    """Address of a page in the same form, with its `?query#fragment` if it has one, or a full one of another site."""

    @property
    def is_of_feed(self) -> bool:
        """True if the address was a feed's, and leads to a feed of the publication."""
        feeds = (urls.feed_url("/"), urls.podcast_url("/"))
        return self.address.rstrip("/").endswith(_FEEDS) and self.target.endswith(feeds)

    @property
    def path(self) -> str:
        """The file in the output folder that answers the address.

        A former feed that leads to a feed is a file under its own name: readers of feeds follow no page.
        """
        return self.address.strip("/") if self.is_of_feed else urls.output_path(self.address)


def is_dated(address: str) -> bool:
    """Tell whether an address has the form that this kit gives to articles."""
    return _DATED.fullmatch(address) is not None


def dotted_folders(path: str) -> Iterator[str]:
    """Yield the paths of the folders of a file in the output folder that have a dot in their names, as files have."""
    folder = path.rpartition("/")[0]
    parts = folder.split("/") if "." in folder else []
    yield from ("/".join(parts[:count]) for count in range(1, len(parts) + 1) if "." in parts[count - 1])
