"""Files of a build by the path of a request. A folder is its `index.html`; nothing outside the build is found."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Redirect:
    """Answer that the file has another address."""

    location: str


def find_file(folder: Path, address: str, prefix: str = "") -> Path | Redirect | None:
    """Return the file at `address` (the path of a request, still quoted), a redirect to its true address, or None.

    The site lives under `prefix`: `/news/x/` is the folder `x`.
    """
    path = unquote(address, errors="surrogateescape")
    if prefix and not path.startswith(f"{prefix}/"):
        return Redirect(f"{prefix}/") if path in ("/", prefix) else None
    parts = path.removeprefix(prefix).split("/")
    if any(part in (".", "..") or "\0" in part for part in parts):
        return None
    root = folder.resolve()
    found = root.joinpath(*(part for part in parts if part)).resolve()
    if not found.is_relative_to(root):
        return None
    if found.is_dir():
        # With one slash at its beginning, since `//x/` would name another host.
        with_slash = f"/{quote(path.strip('/'), errors='surrogateescape')}/"
        return found / "index.html" if path.endswith("/") else Redirect(with_slash)
    return None if path.endswith("/") else found


def page_address(address: str, prefix: str = "") -> str:
    """Return the address of a page as builds know it: unquoted, without prefix, and of a folder, not its index."""
    path = unquote(address, errors="surrogateescape").removeprefix(prefix)
    return path.removesuffix("index.html")
