"""Former addresses of the whole content folder: those that files give as `aliases`, and those of `addresses.toml`."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plugins.desk.files.addresses import DeskPage, possible_paths
from plugins.desk.files.entry import Entry, Spot, url_of
from plugins.newsroom import urls
from plugins.newsroom.addresses.address_file import OwnAddresses
from plugins.newsroom.addresses.address_forms import is_dated, normal_address
from plugins.newsroom.site_pages import find_page

if TYPE_CHECKING:  # the index has these addresses, and imports this module
    from plugins.desk.files.content_index import ContentIndex

_MAY_BE_OF_FRONT = re.compile(r"/page/|/(?:feed|rss)\.(?:xml|json)")
"""Part of the address of a feed or a further page: there may be ten thousand aliases, and few are such."""
KINDS_WITH_ALIASES = ("articles", "pages", "authors", "categories", "tags")


class Alias(NamedTuple):
    """A former address that a file gives."""

    address: str
    entry: Entry
    place: Spot
    url: str
    """The address of the page of that file."""


class RedirectTarget(NamedTuple):
    """The end of a chain of former addresses."""

    path: str
    """Root-relative path without prefix, or a full address of another site."""
    suffix: str
    """The part from `?` or `#` on."""

    @property
    def is_outside(self) -> bool:
        return not self.path.startswith("/")


class FormerAddresses:
    """All of them, by address in normal form. Of two the first counts, one of a public file before that of a draft."""

    def __init__(self, index: "ContentIndex", read_own: Callable[[], OwnAddresses]) -> None:
        self._index = index
        self._read_own = read_own

    @cached_property
    def own(self) -> OwnAddresses:
        """The content of `addresses.toml`."""
        return self._read_own()

    @cached_property
    def gone(self) -> Mapping[str, int]:
        """Addresses that are gone, with their lines in `addresses.toml`."""
        return {entry.address: entry.line for entry in self.own.gone}

    def all_aliases(self) -> Iterator[Alias]:
        """Yield the aliases of all files but such as are the file's own address."""
        for kind in KINDS_WITH_ALIASES:
            for entry in self._index.public_first(kind):
                if entry.aliases:
                    url = url_of(entry, self._index.now)
                    for address, place in zip(entry.aliases, entry.at.aliases, strict=True):
                        if address != url:
                            yield Alias(address, entry, place, url)

    @cached_property
    def aliases(self) -> Mapping[str, Alias]:
        found: dict[str, Alias] = {}
        for alias in self.all_aliases():
            found.setdefault(alias.address, alias)
        return found

    @cached_property
    def moved(self) -> Mapping[str, tuple[str, str]]:
        """Addresses that `addresses.toml` moves, with the path and the suffix that it gives."""
        return {entry.address: (entry.target, entry.suffix) for entry in self.own.moved}

    def way_from(self, address: str) -> list[str]:
        """Return the addresses that a former one leads over, itself first; it ends where one comes a second time."""
        way = [address]
        while way[-1] not in way[:-1] and way[-1] not in self.aliases and way[-1] in self.moved:
            path, _ = self.moved[way[-1]]
            way.append(path if self._is_end(path) else normal_address(path))
        return way

    def target_of(self, address: str) -> RedirectTarget | None:
        """Return the page or the full address that a former address leads to in the end; the page may be missing.

        None for any other address, and for one that leads to itself.
        """
        way, suffix = self.way_from(address), ""
        for each in way[:-1]:
            suffix = self.moved[each][1] or suffix
        if alias := self.aliases.get(way[-1]):
            return RedirectTarget(alias.url, suffix)
        return RedirectTarget(way[-1], suffix) if len(way) > 1 and way[-1] not in way[:-1] else None

    def _is_end(self, path: str) -> bool:
        """Tell whether no former address stands for a path: readers find a page, another site, or nothing there."""
        address = normal_address(path)
        is_former = address in self.aliases or address in self.moved
        return not path.startswith("/") or not is_former or self._index.page_at(path) is not None

    def at(self, path: str) -> RedirectTarget | None:
        """Return where an address of a link leads, if it is a former one; also its feed, and its further pages."""
        for each in possible_paths(path, self._index.prefix):
            for address in dict.fromkeys((each, urls.front_url(each), each.removesuffix(urls.feed_url("")))):
                if target := self.target_of(normal_address(address)):
                    return target
        return None

    def page_at(self, address: str) -> DeskPage | None:
        """Return the page, or the feed, that the publication has at an address in normal form."""
        pages = self._index.pages
        if (page := pages.get(address)) or not _MAY_BE_OF_FRONT.search(address):
            return page
        return find_page(pages.get, address) or find_page(pages.get, address.rstrip("/"))

    def page_in_small_letters(self, address: str) -> DeskPage | None:
        """Return the page that has an address but for its capital letters: many hosts do not tell the two apart."""
        small = address.casefold()
        return self.page_at(small) if small != address else None

    def page_of(self, target: RedirectTarget) -> DeskPage | None:
        """Return the page of the publication that a target is, if there is one."""
        return None if target.is_outside else self._index.pages.get(target.path) or self._index.page_at(target.path)

    def feed_id(self, article: Entry) -> str | None:
        """Return the address by which feed readers know an article, where it is not the one that it has."""
        if article.feed_id:
            return article.feed_id
        first = next((address for address in article.aliases if is_dated(address)), None)
        return None if first == url_of(article, self._index.now) else first

    def is_known_by(self, entry: Entry, address: str) -> bool:
        """Tell whether feed readers know an article by one of its aliases, which no `id` of its own stands for."""
        return entry.kind == "articles" and entry.feed_id is None and self.feed_id(entry) == address
