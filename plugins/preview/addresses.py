"""From the path of a request to a file of a build: pretty URLs, and nothing outside the folder."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Redirect:
    """The address that should have been asked for."""

    location: str


def find(folder: Path, address: str, prefix: str = "") -> Path | Redirect | None:
    """Return the file that `address` (a request's path, still quoted) means, where to ask instead, or None.

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
        return found / "index.html" if path.endswith("/") else Redirect(_with_slash(path))
    return None if path.endswith("/") else found


def _with_slash(path: str) -> str:
    """Return the address of a folder; one leading slash only, since `//x/` would name another host."""
    return "/" + quote(path.strip("/"), errors="surrogateescape") + "/"
