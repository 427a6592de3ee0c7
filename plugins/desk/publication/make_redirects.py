"""Redirects of a build: former addresses that lead to one of its pages, or to another site."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from plugins.desk.files.addresses import DeskPage
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.former_addresses import RedirectTarget
from plugins.newsroom.addresses.address_forms import PageRedirect, dotted_folders
from plugins.stet.space import Space

MOVED = Space[str | None]("moved")
"""The address that a former one leads to, root-relative without prefix or full, by its normal form; None of others."""

HasPage = Callable[[DeskPage], bool]


def make_redirects(index: ContentIndex, has_page: HasPage) -> tuple[PageRedirect, ...]:
    """Return the redirects by address; `has_page` tells whether this build has a page.

    What leads to a draft, or to a page before its time, is left out: there is no trace of them. So is what the checks
    have refused in drafts and archives, where that ends no build.
    """
    found = {redirect.address: redirect for redirect in _leading_on(index, has_page)}
    files = {redirect.path for redirect in found.values()}
    return tuple(redirect for _, redirect in sorted(found.items()) if files.isdisjoint(dotted_folders(redirect.path)))


def gone_addresses(index: ContentIndex, taken_down: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[str, ...]:
    """Return the addresses that are gone: by `addresses.toml`, and those of texts that are taken down, former ones too.

    `taken_down` has what each entry of the takedown list means, as `Withheld.addresses` tells it.
    """
    found = {*index.former.gone}
    for addresses in taken_down.values():
        found |= {each for url, former in addresses.items() if url.endswith("/") for each in (url, *former)}
    return tuple(sorted(found))


def _leading_on(index: ContentIndex, has_page: HasPage) -> Iterator[PageRedirect]:
    former = index.former
    for address in (*former.aliases, *former.moved):
        target = former.target_of(address)
        if target is None or address in former.gone or _is_taken(index, address, has_page):
            continue
        if target.is_outside or _is_there(index, target, has_page):
            yield PageRedirect(address, target.path + target.suffix)


def _is_taken(index: ContentIndex, address: str, has_page: HasPage) -> bool:
    """Tell whether this build has a page at an address, or at the same in small letters."""
    folders = (f"/{folder}" for folder in dotted_folders(address.strip("/")))
    pages = [index.former.page_in_small_letters(address), *map(index.former.page_at, (address, *folders))]
    return any(page is not None and has_page(page) for page in pages)


def _is_there(index: ContentIndex, target: RedirectTarget, has_page: HasPage) -> bool:
    page = index.former.page_of(target)
    return page is not None and has_page(page)
