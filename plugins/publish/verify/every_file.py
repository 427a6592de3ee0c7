"""A look at every file through the public address, for platforms, which do not list what they have."""

import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from plugins.publish.errors import PublishError
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.address_rules import may_redirect
from plugins.publish.site.manifest import CHUNK, PublishedFile
from plugins.publish.web.http import VERIFY_LIMITS, connections, describe_failure
from plugins.publish.web.reader_urls import addresses

if TYPE_CHECKING:
    from urllib3 import PoolManager

THREADS = 8
"""Requests at a time: a judgement, so that no host takes them for an attack."""

_UNSEEN = (
    "Files of no release cannot be seen there. What a network in front has kept, or rewrites, counts as damaged: "
    "if it is so again after the next run, look at the network."
)
_NOT_SERVED = frozenset({"404.html", "_headers", "_redirects"})
"""Files at the root that hosts use, and serve with another status or not at all."""


def inspect_publicly(files: Mapping[str, PublishedFile], url: str) -> TargetLook:
    """Return which of these files readers do not get under `url`. Raises PublishError where no answer comes."""
    looked = {path: file for path, file in files.items() if path not in _NOT_SERVED}
    with connections(url, seconds=VERIFY_LIMITS.answer, most=THREADS) as pool, ThreadPoolExecutor(THREADS) as threads:
        found = threads.map(lambda path: _status(pool, url, path, looked[path]), looked)
        missing, damaged = _sorted_out(zip(looked, found, strict=True))
    return TargetLook(looked=len(looked), missing=missing, damaged=damaged, unseen=_UNSEEN)


def _status(pool: "PoolManager", url: str, path: str, file: PublishedFile) -> str:
    """Return `missing`, `damaged`, or nothing for a file as published; the rule of a host may stand for a redirect."""
    from urllib3.exceptions import HTTPError

    place = addresses(url, path)[0]
    digest = hashlib.sha256()
    try:
        answer = pool.request("GET", place, headers={"Accept-Encoding": "identity"}, preload_content=False)
        for block in answer.stream(CHUNK):
            digest.update(block)
        answer.release_conn()
    except HTTPError as error:
        raise PublishError(f"{place}: {describe_failure(error)}; see to that, then run again") from None
    if answer.status in (404, 410):
        return "missing"
    if 300 <= answer.status < 400 and may_redirect(path, file):
        return ""
    return "" if answer.status == 200 and digest.hexdigest() == file.sha256 else "damaged"


def _sorted_out(found: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    told = list(found)
    return [path for path, word in told if word == "missing"], [path for path, word in told if word == "damaged"]
