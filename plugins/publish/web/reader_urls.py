"""Addresses of files as readers ask for them, and sections that stand for many of them. Knows no network."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

INDEX = "index.html"
_KEPT = "/!$&'()+,;=:@"
"""Characters that stay as they are, beside letters, digits and `-._~`, as in browsers (RFC 3986, pchar). Not `*`, by
which networks mean all addresses that begin so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """Addresses whose copies in a network are outdated."""

    url: str
    """Address of the publication, `https://example.com/blog`."""
    addresses: Sequence[str]
    """Addresses below it, percent-encoded."""
    run: str
    """Name of the run; the same name and addresses are the same purge."""
    everything: bool = False
    """True if all below `url` is outdated, and not the addresses alone."""


def address(url: str, path: str) -> str:
    """Return the address of a file, percent-encoded; `url` is that of the publication."""
    return f"{url.rstrip('/')}/{quote(path, safe=_KEPT)}"


def addresses(url: str, path: str) -> list[str]:
    """Return every address of a file, the one in links first: `/x/`, then `/x/index.html`."""
    folder = path.removesuffix(INDEX)
    is_index = path == INDEX or path.endswith(f"/{INDEX}")
    return [address(url, folder), address(url, path)] if is_index else [address(url, path)]


def gathered(outdated: Outdated, limit: int) -> tuple[Sequence[str], Sequence[str]]:
    """Return at most `limit` addresses, and the largest sections (`/2023/`), which stand for all addresses below them.

    Files at the root are in no section, so more than `limit` remain where there are so many of these.
    """
    root = f"{outdated.url.rstrip('/')}/"
    if outdated.everything:
        return (), (root,)
    section_of = {found: _section(found, root) for found in outdated.addresses}
    sizes = Counter(section_of.values())
    del sizes[""]
    sections: set[str] = set()
    left = len(outdated.addresses)
    for section in sorted(sizes, key=lambda name: (-sizes[name], name)):
        if left <= limit:
            break
        sections.add(section)
        left -= sizes[section]
    return [found for found in outdated.addresses if section_of[found] not in sections], sorted(sections)


def _section(found: str, root: str) -> str:
    """Return the section that an address is in, empty for a file at the root."""
    head, slash, _ = found.removeprefix(root).partition("/")
    return f"{root}{head}/" if slash else ""


def batches(found: Sequence[str], size: int) -> list[Sequence[str]]:
    """Return the addresses in parts of at most `size`."""
    return [found[start : start + size] for start in range(0, len(found), size)]
