"""Redirects and gone addresses of a site, for hosts that answer 301 and 410 by themselves. Reads the redirect pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from plugins.newsroom.addresses.redirect_page import MOST_BYTES, REDIRECT, location_of
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import PublishedSite

INDEX = "index.html"

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRules:
    """Rules for addresses, as readers' browsers ask for them: with the path of SITEURL, not percent-encoded."""

    redirects: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Locations by address, in order of address: `/old/` to `/new/`, or to a full address; percent-encoded."""
    gone: tuple[str, ...] = ()
    """Addresses that had a page once and have none for good, in order."""

    def __bool__(self) -> bool:
        return bool(self.redirects or self.gone)


def address_rules(site: PublishedSite) -> AddressRules:
    """Return the rules of a site. What has a file is not gone, whatever the notes say."""
    prefix, files = urlsplit(site.notes.siteurl).path.rstrip("/"), site.files()
    found = {path: location for path, file in files.items() if (location := redirect_location(site, path, file))}
    gone = {f"/{address.lstrip('/')}" for address in site.notes.gone if not files.keys() & _paths(address)}
    return AddressRules(
        redirects=dict(sorted((f"{prefix}/{path.removesuffix(INDEX)}", to) for path, to in found.items())),
        gone=tuple(sorted(f"{prefix}{address}" for address in gone)),
    )


def redirect_location(site: PublishedSite, path: str, file: PublishedFile) -> str | None:
    """Return the location, percent-encoded, that the redirect page at `path` leads to; None for every other file."""
    if not may_redirect(path, file):
        return None
    location = location_of(site.place(path).read_bytes())
    return None if location is None else quote(location, safe="/:?#[]@!$&'()*+,;=%~")


def may_redirect(path: str, file: PublishedFile) -> bool:
    """Tell whether a file is a redirect page, or may be one where kinds are not known, as in releases of before."""
    return file.kind == REDIRECT or (not file.kind and file.bytes <= MOST_BYTES and path.endswith(".html"))


def _paths(address: str) -> set[str]:
    """Return the paths of files that an address may have."""
    path = address.strip("/")
    return {path, f"{path}/{INDEX}".lstrip("/")}
