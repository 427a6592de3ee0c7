"""The services that are told of changes, and their calls: WebSub hubs of feeds, IndexNow of pages.

https://www.w3.org/TR/websub/, https://www.indexnow.org/documentation
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from plugins.publish.site.model import Notes, PublishedSite
from plugins.publish.tell.changed_addresses import ChangedAddresses
from plugins.publish.tell.tell_call import TellCall
from plugins.publish.web.reader_urls import address, batches

INDEXNOW = "https://api.indexnow.org/indexnow"
INDEXNOW_VARIABLE = "INDEXNOW_URL"
"""Variable of the environment that leads calls elsewhere, for tests and for engines with an address of their own."""
_MOST = 10_000
"""Addresses in one call of IndexNow."""
NAMES: Mapping[str, str] = {"websub": "the hub", "indexnow": "IndexNow"}
"""Names of the services by the words in `PUBLISH["tell"]`."""


def lacking(service: str, notes: Notes) -> str:
    """Return why a service cannot be told, with the remedy; empty where it can."""
    if service == "websub" and not notes.hub:
        return 'the feeds name no hub; set `hub` in FEEDS, or take "websub" out of `tell` in PUBLISH'
    if service == "indexnow" and not notes.indexnow_key:
        return 'the site has no key; set `indexnow_key` in CRAWLERS, or take "indexnow" out of `tell` in PUBLISH'
    return ""


def calls(
    service: str, notes: Notes, url: str, changed: ChangedAddresses, environment: Mapping[str, str]
) -> Iterator[TellCall]:
    """Yield the calls that tell a service of what has changed below `url`."""
    if service == "websub":
        for feed in changed.feeds:
            # One feed a call: hubs in PHP know the last of several only, and some know `hub.topic` alone.
            fields = (("hub.mode", "publish"), ("hub.url", feed), ("hub.topic", feed))
            yield TellCall(url=notes.hub, addresses=(feed,), fields=fields)
        return
    key = {"key": notes.indexnow_key, "keyLocation": address(url, f"{notes.indexnow_key}.txt")}
    for part in batches(changed.pages, _MOST):
        value = {"host": urlsplit(url).hostname, **key, "urlList": list(part)}
        yield TellCall(url=environment.get(INDEXNOW_VARIABLE) or INDEXNOW, addresses=tuple(part), json=value)


def notes_for_telling(site: PublishedSite, last: PublishedSite | None) -> Notes:
    """Return the notes of a site; a kept release of a folder has none, so hub and key are those of the last build."""
    notes = site.notes
    if last is None or (notes.hub and notes.indexnow_key):
        return notes
    key = last.notes.indexnow_key
    key = key if f"{key}.txt" in site.files() else ""
    return replace(notes, hub=notes.hub or last.notes.hub, indexnow_key=notes.indexnow_key or key)
