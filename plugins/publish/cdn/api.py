"""Calls of a network's API: repeated while that may help, but not for ever.

What was answered is told in an error; the token never is.
"""

import json
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

from plugins.publish.errors import PublishError
from plugins.publish.web.http import HttpLimits, connections, describe_failure, is_lasting

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

SHOWN = 200
"""Characters of an answer that are passed on."""
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Answers that another one may follow; those from 520 on are Cloudflare's own."""


PATIENCE = HttpLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The API of a network as one purge uses it."""

    who: str
    """Name of the network."""
    base: str
    """Address that all calls begin with."""
    headers: Mapping[str, str] = field(repr=False)
    secret: str = field(repr=False)
    """Token, as it may not be told even if an answer repeats it."""
    remedies: Mapping[int, str]
    """What to do, by the status of the answer."""
    patience: HttpLimits = PATIENCE

    def post(self, calls: Iterable[tuple[str, Mapping[str, Any] | None]], *, at_once: int = 1) -> None:
        """Make every call, (what follows the base, a body for JSON), `at_once` of them at a time.

        Raises PublishError after the first that fails for good; calls that have not begun are left out then.
        """
        from concurrent.futures import ThreadPoolExecutor

        pool = connections(self.base, seconds=self.patience.answer, most=at_once)
        with ThreadPoolExecutor(at_once) as threads, pool:
            over = threading.Event()
            waiting = [threads.submit(self._call, pool, path, body, over) for path, body in calls]
            try:
                for each in waiting:
                    each.result()
            finally:
                over.set()
                threads.shutdown(wait=False, cancel_futures=True)

    def _call(self, pool: "PoolManager", path: str, body: Mapping[str, Any] | None, over: threading.Event) -> None:
        """Make one call until it succeeds, or another one has failed for good."""
        end = time.monotonic() + self.patience.total
        pause = self.patience.pause
        while (failure := self._failure(pool, path, body)) is not None:
            wait = failure.wait or pause
            if not failure.may_pass or time.monotonic() + wait > end:
                self.refuse(failure.said, failure.status)
            if over.wait(wait):
                return
            pause *= 2

    def _failure(self, pool: "PoolManager", path: str, body: Mapping[str, Any] | None) -> "_Failure | None":
        from urllib3.exceptions import HTTPError

        try:
            answer = pool.request("POST", f"{self.base}{path}", headers=self._headers(body), body=_encoded(body))
        except HTTPError as error:
            return _Failure(describe_failure(error), may_pass=not is_lasting(error))
        value = _parsed(answer.data)
        if answer.status < 300 and not (isinstance(value, dict) and value.get("success") is False):
            return None
        return _Failure(
            _told(answer.status, _message(value)),
            status=answer.status,
            may_pass=answer.status in _PASSING,
            wait=_retry_after(answer),
        )

    def _headers(self, body: Mapping[str, Any] | None) -> dict[str, str]:
        return {"Accept": "application/json", **self.headers, **({"Content-Type": "application/json"} if body else {})}

    def refuse(self, said: str, status: int) -> NoReturn:
        """Raise PublishError that tells what the network said and what to do."""
        remedy = self.remedies.get(status) or f"see whether {self.who} is well"
        raise not_purged(self.who, said.replace(self.secret, "…"), remedy)


@dataclass(frozen=True, slots=True)
class _Failure:
    said: str
    status: int = 0
    may_pass: bool = False
    wait: float = 0.0
    """Seconds that the network asks for; 0 if it says nothing."""


def not_purged(who: str, said: str, remedy: str) -> PublishError:
    """Return the error of a purge that did not happen."""
    return PublishError(
        f"{who} did not purge: {said}; {remedy}, then run make publish again: it repeats the purge. "
        "Until then readers may get old copies."
    )


def _encoded(body: Mapping[str, Any] | None) -> bytes | None:
    return None if body is None else json.dumps(body, separators=(",", ":")).encode()


def _parsed(data: bytes) -> Any:
    text = data.decode(errors="replace").strip()
    try:
        return json.loads(text)
    except ValueError:
        return text


def _message(value: Any) -> str:
    """Return what an answer says to people: the shapes of Cloudflare, Bunny and Fastly, or plain text."""
    if isinstance(value, dict):
        errors = value.get("errors")
        if isinstance(errors, list):
            found = [_message(error) for error in errors]
        else:
            found = [str(value[key]) for key in ("message", "Message", "msg", "detail") if value.get(key)]
        value = ": ".join(filter(None, found))
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return "" if text.startswith("<") else text[:SHOWN]


def _told(status: int, message: str) -> str:
    try:
        name = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        name = str(status)
    return f"it answered {name}{f' (“{message}”)' if message else ''}"


def _retry_after(answer: "BaseHTTPResponse") -> float:
    from urllib3 import Retry
    from urllib3.exceptions import InvalidHeader

    said = answer.headers.get("Retry-After")
    try:
        return Retry().parse_retry_after(said) if said else 0.0
    except InvalidHeader:
        return 0.0
