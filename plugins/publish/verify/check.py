"""Compares some files of a release with the answers that readers get: status, content, type and Cache-Control."""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from plugins.publish.plan.publish_plan import is_page
from plugins.publish.site.address_rules import may_redirect
from plugins.publish.verify.samples import Expected, Sample
from plugins.publish.web.http import AGENT, HttpLimits, connections, describe_failure, is_lasting
from plugins.publish.web.reader_urls import INDEX, address, addresses

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

LONGEST = 4.0
"""Seconds between two looks, at most."""

_COMPARED = (
    ("Content-Type", ";", "the host goes by a table of its own: mend that"),
    ("Cache-Control", ",", "the host or the network sets another: switch that off there"),
)
"""Headers that are compared, with the separator of their parts, and a remedy."""

Lacking = Callable[[str, str], Sequence[str]]
"""Returns the sources that a content security policy does not allow and the page at a path needs."""


def verify(
    wanted: Sequence[Sample], url: str, expected: Expected, limits: HttpLimits, lacking: Lacking = lambda *_: ()
) -> tuple[list[str], Sequence[Sample]]:
    """Return the problems of these files at `url`, a sentence each, and the files that have one.

    Looks are repeated until the time is over. If all is well, one request for each file is made.
    """
    left = wanted
    end, pause = time.monotonic() + limits.total, limits.pause
    with connections(url, seconds=limits.answer) as pool:
        visit = _Visit(pool, url, expected, lacking)
        while True:
            found, left, is_final = visit.look(left)
            if not left:
                return [], []
            if is_final or time.monotonic() + pause > end:
                return visit.without_index(found) or _sentences(found), left
            time.sleep(pause)
            pause = min(2 * pause, LONGEST)


@dataclass(frozen=True, slots=True)
class _Finding:
    """Problem at one address."""

    sample: Sample
    address: str
    what: str
    remedy: str
    is_missing: bool = False
    """True if something else, or nothing, came instead of a page."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """One reader's connection to the publication."""

    pool: "PoolManager"
    url: str
    expected: Expected
    lacking: Lacking

    def look(self, wanted: Sequence[Sample]) -> tuple[list[_Finding], list[Sample], bool]:
        """Return the problems, the samples to look at again, and True if that would be in vain.

        Where no answer comes, no further request is made.
        """
        from urllib3.exceptions import HTTPError

        found: list[_Finding] = []
        for number, sample in enumerate(wanted):
            place = addresses(self.url, sample.path)[0]
            try:
                found += self._compared(sample, place)
            except HTTPError as error:
                left = [each.sample for each in found] + list(wanted[number:])
                remedy = "see to that; what was published is there, but readers may not get it"
                return [_Finding(sample, place, describe_failure(error), remedy)], left, is_lasting(error)
        return found, list(dict.fromkeys(each.sample for each in found)), False

    def without_index(self, found: Sequence[_Finding]) -> list[str]:
        """Return the one reason if pages are there, but not under the addresses in links; else nothing."""
        from urllib3.exceptions import HTTPError

        missing = next((each for each in found if each.is_missing), None)
        if missing is None:
            return []
        place = address(self.url, missing.sample.path)
        try:
            if self._compared(missing.sample, place):
                return []
        except HTTPError:
            return []
        reason = (
            f"{missing.address}: {missing.what}, but {place} is as published. Whatever serves the files knows no index "
            f"documents, so readers' links lead nowhere; use the website address of the bucket as origin, or let the "
            f"network add {INDEX} to addresses that end with a slash"
        )
        return [reason, *_sentences([each for each in found if not each.is_missing])]

    def _compared(self, sample: Sample, place: str) -> list[_Finding]:
        asked = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        answer = self.pool.request("GET", place, headers=asked, preload_content=sample.file is not None)
        if sample.file is None:  # whatever comes is not read: it may be a film that was to be gone
            answer.close()
            answer.release_conn()
            return _gone(sample, place, answer)
        if may_redirect(sample.path, sample.file) and _leads_elsewhere(answer, place):
            return []  # a redirect page of an earlier release, in whose place the host redirects by itself
        if answer.status != 200:
            what, remedy = _status(answer, place)
            return [_Finding(sample, place, f"{what}, and 200 was expected", remedy, sample.path.endswith(INDEX))]
        if hashlib.sha256(answer.data).hexdigest() != sample.file.sha256:
            what = f"other content than was published ({len(answer.data):,} bytes instead of {sample.file.bytes:,})"
            remedy = (
                "the network has kept an old copy, so check `purge` in PUBLISH; or it rewrites pages: switch that off"
            )
            is_html = answer.headers.get("Content-Type", "").startswith("text/html")  # unlike the listing of a bucket
            return [_Finding(sample, place, what, remedy, sample.path.endswith(INDEX) and not is_html)]
        return [*self._served(sample, place, answer), *self._governed(sample, place, answer)]

    def _served(self, sample: Sample, place: str, answer: "BaseHTTPResponse") -> list[_Finding]:
        """Return a problem for each header that is served with another value."""
        found = []
        for name, separator, remedy in _COMPARED:
            served, expected = answer.headers.get(name, ""), self.expected(sample.path)[name]
            if _parts(served, separator) != _parts(expected, separator):
                what = f"{name} is {served or 'missing'}, and {expected} was expected"
                found.append(_Finding(sample, place, what, remedy))
        return found

    def _governed(self, sample: Sample, place: str, answer: "BaseHTTPResponse") -> list[_Finding]:
        """Return a problem if a page is served under the policy of an earlier build. A host may send none at all."""
        policy = answer.headers.get("Content-Security-Policy", "")
        missing = self.lacking(policy, sample.path) if policy and is_page(sample.path) else ()
        if not missing:
            return []
        more = f" and {len(missing) - 1} more" if missing[1:] else ""
        what = f"its Content-Security-Policy does not allow {missing[0]}{more}"
        return [_Finding(sample, place, what, "browsers block that: make headers, and have the host load them")]


def _leads_elsewhere(answer: "BaseHTTPResponse", place: str) -> bool:
    """Tell whether an answer leads to another path, and not to the same one under another name of the host."""
    path = urlsplit(urljoin(place, answer.headers.get("Location", ""))).path
    return answer.status in (301, 308) and path.rstrip("/") != urlsplit(place).path.rstrip("/")


def _gone(sample: Sample, place: str, answer: "BaseHTTPResponse") -> list[_Finding]:
    if answer.status in (404, 410):
        return []
    what, remedy = _status(answer, place)
    if answer.status == 200:
        remedy = "the network has kept a copy, so check `purge` in PUBLISH"
    elif answer.status == 403:
        remedy = "the store hides that nothing is there: let the network list it, or turn its 403 into a 404"
    return [_Finding(sample, place, f"was removed, but {what}, and 404 was expected", remedy)]


def _status(answer: "BaseHTTPResponse", place: str) -> tuple[str, str]:
    """Return the answer in words, and a remedy if another one was expected."""
    status = answer.status
    what = f"{status} was answered"
    if 300 <= status < 400:
        to = answer.headers.get("Location", "nowhere")
        if _leads_elsewhere(answer, place):
            remedy = "the host has a redirect of an earlier build there: make headers, and have the host load them"
            return f"{what}, on to {to}", remedy
        return f"{what}, on to {to}", "set `url` in PUBLISH to the address that readers end up with"
    if status in (401, 403):
        return what, f"the host refuses: make it public, and let the User-Agent {AGENT} through"
    if status in (404, 410):
        return what, "the host serves another place, or the network has kept that answer: check both"
    return what, "see whether the host is well"


def _parts(value: str, separator: str) -> set[str]:
    return {part.strip().lower() for part in value.split(separator)}


def _sentences(found: Sequence[_Finding]) -> list[str]:
    """Return a sentence for each problem; the same one at several addresses is told once."""
    places: dict[tuple[str, str], list[str]] = {}
    for each in found:
        places.setdefault((each.what, each.remedy), []).append(each.address)
    return [
        f"{first}{f' and {len(more)} more' if more else ''}: {what}; {remedy}"
        for (what, remedy), (first, *more) in places.items()
    ]
