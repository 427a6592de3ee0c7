"""The structure of a publication, which is all but its words: its articles and lists. Kept from build to build.

Most edits change words alone. As long as the listings of all files stay the same, and nothing falls due, the structure
of the last build is that of this one: it need not be worked out, and what it was checked for need not be checked again.
"""

import marshal
import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from math import inf

from plugins.desk.files.entry import Entry
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle
from plugins.stet.facts import digest_of
from plugins.stet.sources import StoredSource
from plugins.stet.state.shelf import Shelf

_PLACE = "structure"
"""Its key on the desk's shelf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The structure of a publication in which nothing is wrong."""

    key: bytes
    """Digest of the listings of all files, and of the settings that matter."""
    since: float
    until: float
    """Between these times, in seconds since 1970, nothing falls due."""
    publication: Publication
    pending: tuple[str, ...] = ()
    """Names of pictures that are shown as they are until somebody has developed them."""
    taken_down: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Addresses of the texts and pictures that each entry of the takedown list means, each with its former ones; by the
    entry as written."""
    scheduled: dict[str, float] = field(default_factory=dict)
    """When articles go public that wait for their time, in seconds since 1970, by file, the soonest first."""

    @property
    def token(self) -> bytes:
        """Key that differs whenever anything in the structure does."""
        pending = digest_of(self.pending) if self.pending else b""
        return self.key + f"{self.since} {self.until}".encode() + pending


def structure_key(texts: Mapping[str, StoredSource], around: bytes) -> bytes:
    """Return the key of a structure of these texts; `around` is a digest of the settings."""
    digest = blake2b(around, digest_size=16)
    for path in sorted(texts):
        digest.update(f"{path}\0".encode("utf-8", "surrogateescape"))
        digest.update(texts[path].listing)
    return digest.digest()


def steady_time(entries: Iterable[Entry], now: datetime, ages: Sequence[int] = ()) -> tuple[float, float]:
    """Return the latest time up to `now`, and the earliest after it, that the entries give; nothing falls due between.

    An article without a date counts as of today: its times are the midnights around `now`. One that is no draft leaves
    a list at each of the `ages`, in seconds since its date.
    """
    since, until, seconds = -inf, inf, now.timestamp()
    for entry in entries:
        times = entry.times
        if entry.kind == "articles" and entry.published is None:
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
            times += [midnight.timestamp(), (midnight + timedelta(days=1)).timestamp()]
        if ages and entry.kind == "articles" and entry.public_from is not None:
            times += [(entry.public_from if entry.published is None else entry.published) + age for age in ages]
        since = max([since, *(time for time in times if time <= seconds)])
        until = min([until, *(time for time in times if time > seconds)])
    return since, until


def due(structure: Structure, now: datetime) -> float | None:
    """Return the first time after `now` at which a page may change by itself, in seconds since 1970; None if none does.

    The end of a promo changes no structure, and so is not among the times that `until` comes before.
    """
    ends = (promo.end.timestamp() for promo in structure.publication.promos)
    return min((time for time in (structure.until, *ends) if now.timestamp() < time < inf), default=None)


def stored_structure(shelf: Shelf, key: bytes, seconds: float) -> Structure | None:
    """Return the structure of the last build if it is that of now."""
    packed = shelf.get(_PLACE)
    if packed is None or packed[: len(key)] != key:
        return None
    since, until, pending, taken_down, scheduled, lines, leading_on, rest = marshal.loads(packed[len(key) :])
    if not since <= seconds < until:
        return None
    redirects = tuple(map(PageRedirect._make, leading_on))
    publication = replace(pickle.loads(rest), articles=tuple(map(ListedArticle._make, lines)), redirects=redirects)
    return Structure(
        key=key,
        since=since,
        until=until,
        publication=publication,
        pending=pending,
        taken_down=taken_down,
        scheduled=scheduled,
    )


def delete_structure(shelf: Shelf) -> None:
    """Delete the kept structure, so that the next build checks everything."""
    shelf.delete(_PLACE)


def store_structure(shelf: Shelf, structure: Structure) -> None:
    """Keep a structure for the next build."""
    publication = structure.publication
    lines, leading_on = tuple(map(tuple, publication.articles)), tuple(map(tuple, publication.redirects))
    values = (
        structure.since,
        structure.until,
        structure.pending,
        structure.taken_down,
        structure.scheduled,
        lines,
        leading_on,
        pickle.dumps(replace(publication, articles=(), redirects=())),
    )
    shelf.put(_PLACE, structure.key + marshal.dumps(values))
