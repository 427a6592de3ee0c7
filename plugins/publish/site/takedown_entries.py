"""Entries of `takedown` in `PUBLISH`: the addresses that each means, by the content, the target and its memory."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.newsroom.addresses.takedown_list import TakedownEntry, read_takedown_list
from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import shortened
from plugins.newsroom.urls import own_site
from plugins.publish.site.model import PublishedSite
from plugins.publish.site.picture_families import family_of, picture_name
from plugins.publish.site.takedown import Takedown, WithoutTakedown

_PAGE = "index.html"
_SIZE = re.compile(r"-[^-/]+-[0-9a-f]+$")
"""Size and digest behind the name of a picture, in the name of a file that was made from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakedownSources:
    """Places to look for the addresses that entries mean, from the nearest to the farthest."""

    in_content: Mapping[str, Mapping[str, Sequence[str]]]
    """Addresses of texts and pictures of the content folder, by the entry as written (`Notes.taken_down`)."""
    remembered: Sequence[str]
    """Addresses that the target was told to take down before."""
    built: Callable[[], Iterable[str]]
    """Returns the paths of all files of the build; seldom asked for, like the other."""
    public: Callable[[], Iterable[str]]
    """Returns the paths of all files that the target and its kept releases have."""


def resolve_takedown(written: Sequence[str], siteurl: str, sources: TakedownSources) -> tuple[Takedown, list[str]]:
    """Return what the entries take down, and a sentence for each that means nothing, or more than one page.

    An entry is itself an address too: so a target remembers one that somebody insisted on, or that it was given before
    its first release.
    """
    addresses: set[str] = set()
    mistakes: list[str] = []
    for entry in read_takedown_list(written, own_site(siteurl)).entries:
        texts = sources.in_content.get(entry.written, {})
        found = {each for address, former in texts.items() for each in (address, *former)}
        found |= {address for address in sources.remembered if _means(entry, address)}
        candidates = sorted(texts)
        if family_of(entry.path) is None:
            found |= _earlier_contents(texts, sources)
        if not found:
            found, mistake = _look_farther(entry, siteurl, sources)
            mistakes += [mistake] if mistake else []
            candidates = sorted(each for each in found if each.endswith("/"))
        if len(candidates) > 1 and not entry.is_whole:
            what = f"takedown names {shortened(entry.written)!r}, which may be {' or '.join(candidates)}"
            mistakes.append(f"{what}; write the one that is meant, or all.")
        addresses |= found | ({entry.address} if entry.is_whole or not found else set())
    return Takedown(addresses - {""}), mistakes


def without_entries(site: PublishedSite, written: Sequence[str]) -> PublishedSite:
    """Return a build without all that the entries mean in it, whatever may be wrong with them."""
    found = TakedownSources(in_content=site.notes.taken_down, remembered=(), built=site.files, public=tuple)
    return WithoutTakedown(site, resolve_takedown(written, site.notes.siteurl, found)[0]) if written else site


def _earlier_contents(pictures: Iterable[str], sources: TakedownSources) -> set[str]:
    """Return addresses of what picture files were made into before they were edited: kept releases may show that.

    What the build has under the same name is another picture.
    """
    names = {name for address in pictures if (name := picture_name(address.lstrip("/")))}
    if not names:
        return set()
    paths = {*(address.lstrip("/") for address in sources.remembered), *sources.public()}
    by_content = {family_of(path) or path: path for path in sorted(paths, reverse=True) if picture_name(path) in names}
    shown = {family_of(path) or path for path in sources.built()} if by_content else set()
    shown |= {family_of(address.lstrip("/")) or address for address in pictures}
    return {f"/{path}" for content, path in by_content.items() if content not in shown}


def _look_farther(entry: TakedownEntry, siteurl: str, sources: TakedownSources) -> tuple[set[str], str]:
    """Return the addresses that an entry means among all paths, or what is wrong with it."""
    public, built = {*map(_address, sources.public())}, {*map(_address, sources.built())}
    found = {address for address in public | built if _means(entry, address)}
    if found:
        return found, ""
    what = f"takedown names {shortened(entry.written)!r}"
    if not entry.path and own_site(siteurl).path_of(entry.written.strip()) is None and "//" in entry.written:
        return found, f"{what}, an address elsewhere than {siteurl}; write it as '/2023/11/slug/'."
    if not entry.path:
        return found, f"{what}, which is no article, page or picture; write its address, '/2023/11/slug/'."
    near = _nearest(entry, public | built)
    what = f"{what}, which is not public there and never was"
    if near:
        return found, f"{what}; did you mean {near!r}?"
    return found, f"{what}; correct it, or take it out." if public else ""


def _nearest(entry: TakedownEntry, known: set[str]) -> str | None:
    """Return the page that an entry is closest to, or one of the files of the picture."""
    pages = KnownNames(sorted(address for address in known if address.endswith("/")))
    pictures = {name: address for address in sorted(known) if (name := picture_name(address.lstrip("/")))}
    path, ending = posixpath.splitext(entry.path)
    stem = _SIZE.sub("", path)
    near = KnownNames(pictures).nearest(stem)
    is_picture = ending not in ("", ".md", ".html") or (near and near.endswith(f"/{stem}"))
    return pictures[near] if near and is_picture else pages.nearest(entry.path)


def _means(entry: TakedownEntry, address: str) -> bool:
    if address.endswith("/"):
        return entry.names_page(address)
    path = address.lstrip("/")
    return entry.path == path.lower() or (
        (family := family_of(path.lower())) is not None and family == family_of(entry.path)
    )


def _address(path: str) -> str:
    return f"/{path.removesuffix(_PAGE)}" if path == _PAGE or path.endswith(f"/{_PAGE}") else f"/{path}"
