"""Networks that are purged by calls of an HTTP API, repeated while that may help, but not for ever.

An error tells the answer of the network, and never the token.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from plugins.publish.errors import PublishError
from plugins.publish.web.http import HttpLimits, connections, describe_failure, is_lasting
from plugins.publish.web.reader_urls import Outdated

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

SHOWN = 200
"""Characters of an answer that are passed on."""
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Statuses after which a repeated call may succeed; those from 520 on are Cloudflare's own."""

Call = tuple[str, Mapping[str, Any] | None]
"""Path and query of one POST below the base address, and its body for JSON."""
Settings = TypeVar("Settings")


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeApi(Generic[Settings]):
    """A network and its API."""

    name: str
    base: str
    """Address that all calls begin with."""
    base_variable: str
    """Variable of the environment that leads calls elsewhere, for tests."""
    token_variable: str
    headers: Callable[[Settings, str], Mapping[str, str]]
    """Returns the headers that carry the token, and the settings where they are headers."""
    calls: Callable[[Settings, Outdated], Iterable[Call]]
    remedies: Mapping[int, str]
    """Remedy by the status of the answer."""
    at_once: int = 1
    """Calls at a time."""
    limits: HttpLimits = field(default_factory=HttpLimits)

    def token(self, environment: Mapping[str, str]) -> str:
        """Return the token. Raises PublishError where none is set, or one that no header can hold."""
        token = environment.get(self.token_variable, "").strip()
        if not token:
            raise PublishError(
                f"{self.token_variable} is not set, and the `purge` of PUBLISH needs it ({self.name.lower()}); "
                "set it in the environment, not in a file of the repository"
            )
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise PublishError(
                f"{self.token_variable} holds a space, a line break or another character that no token has; set it anew"
            )
        return token

    def purge(self, settings: Settings, outdated: Outdated, environment: Mapping[str, str]) -> None:
        """Purge outdated copies. Raises PublishError after the first call that fails for good; the rest is left out."""
        from concurrent.futures import ThreadPoolExecutor

        token = self.token(environment)
        base = environment.get(self.base_variable, self.base).rstrip("/")
        pool = connections(base, seconds=self.limits.answer, most=self.at_once)
        client = _Client(self, pool, base, self.headers(settings, token), token)
        with ThreadPoolExecutor(self.at_once) as threads, pool:
            try:
                for _ in threads.map(client.post, self.calls(settings, outdated)):
                    pass
            finally:
                client.is_over.set()


@dataclass(frozen=True, slots=True)
class _Client:
    """Connection of one purge to the API of a network."""

    api: PurgeApi[Any]
    pool: "PoolManager"
    base: str
    headers: Mapping[str, str] = field(repr=False)
    token: str = field(repr=False)
    is_over: Event = field(default_factory=Event)
    """Set when a call has failed for good, so that no other one goes on waiting."""

    def post(self, call: Call) -> None:
        """Make one call until it succeeds, or another one has failed for good."""
        end = time.monotonic() + self.api.limits.total
        pause = self.api.limits.pause
        while (failure := self._failure(*call)) is not None:
            wait = failure.wait or pause
            if not failure.may_pass or time.monotonic() + wait > end:
                remedy = self.api.remedies.get(failure.status) or f"see whether {self.api.name} is well"
                raise not_purged(self.api.name, failure.said.replace(self.token, "…"), remedy)
            if self.is_over.wait(wait):
                return
            pause *= 2

    def _failure(self, path: str, body: Mapping[str, Any] | None) -> "_Failure | None":
        from urllib3.exceptions import HTTPError

        headers = {"Accept": "application/json", **self.headers}
        try:
            # Given a value for JSON, urllib3 adds the Content-Type; given None, nothing.
            answer = self.pool.request("POST", f"{self.base}{path}", headers=headers, json=body)
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


@dataclass(frozen=True, slots=True)
class _Failure:
    said: str
    status: int = 0
    may_pass: bool = False
    wait: float = 0.0
    """Seconds that the network asks for; 0 if it says nothing."""


def not_purged(name: str, said: str, remedy: str) -> PublishError:
    """Return the error of a purge that did not happen."""
    return PublishError(
        f"{name} did not purge: {said}; {remedy}, then run make publish again: it repeats the purge. "
        "Until then readers may get old copies."
    )


def _parsed(data: bytes) -> Any:
    text = data.decode(errors="replace").strip()
    try:
        return json.loads(text)
    except ValueError:
        return text


def _message(value: Any) -> str:
    """Return the words for people in an answer of Cloudflare, Bunny or Fastly, or in plain text."""
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

    try:
        return Retry().get_retry_after(answer) or 0.0
    except InvalidHeader:
        return 0.0
