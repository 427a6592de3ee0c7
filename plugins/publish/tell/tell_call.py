"""One POST to a hub or a search engine: short, of no body longer than needed, and never an error."""

import threading
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from plugins.publish.web.http import connections, describe_failure

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

ANSWER = 5.0
"""Seconds that an answer may take: a release waits for it, and the next one can tell again."""
_SHOWN = 200
_FOR_GOOD = frozenset({400, 401, 405, 410, 413, 415, 422})
"""Statuses after which the same call would be refused again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellCall:
    """A call: JSON, or else the fields of a form."""

    url: str
    addresses: tuple[str, ...]
    """Those that it tells."""
    json: Any = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TellResult:
    """The end of a call, in words."""

    words: str
    is_good: bool = False
    may_pass: bool = True
    """True if the same call may be taken later."""


def post(call: TellCall, seconds: float = ANSWER) -> TellResult:
    """Make the call, within `seconds` whatever the server does."""
    found: list[TellResult] = []
    # A server that sends a byte a second meets every limit of sockets, so the thread is left to itself after a while.
    thread = threading.Thread(target=lambda: found.append(_posted(call, seconds)), daemon=True)
    thread.start()
    thread.join(2 * seconds)
    return found[0] if found else TellResult("no whole answer came in time")


def _posted(call: TellCall, seconds: float) -> TellResult:
    from urllib.parse import urlencode

    from urllib3.exceptions import HTTPError

    options: dict[str, Any] = {"json": call.json}
    if call.json is None:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        options = {"body": urlencode(call.fields).encode(), "headers": form}
    try:
        with connections(call.url, seconds=seconds) as pool:
            # A `headers` of a call takes the place of the pool's, so that the agent is named again.
            options["headers"] = {**pool.headers, **options.get("headers", {})}
            answer = pool.request("POST", call.url, preload_content=False, **options)
            return _result(answer)
    except HTTPError as error:
        return TellResult(describe_failure(error))
    except (OSError, ValueError) as error:
        return TellResult(f"the call failed ({type(error).__name__})")


def _result(answer: "BaseHTTPResponse") -> TellResult:
    try:
        name = f"{answer.status} {HTTPStatus(answer.status).phrase}"
    except ValueError:
        name = str(answer.status)
    if 200 <= answer.status < 300:
        answer.close()
        return TellResult(name, is_good=True)
    if 300 <= answer.status < 400:
        where = answer.headers.get("Location", "")[:_SHOWN]
        answer.close()
        return TellResult(f"it answered {name}{f', and names {where}' if where else ''}")
    said = " ".join(answer.read(_SHOWN).decode(errors="replace").split())
    answer.close()
    shown = f" (“{said}”)" if said.isprintable() and said and not said.startswith("<") else ""
    return TellResult(f"it answered {name}{shown}", may_pass=answer.status not in _FOR_GOOD)
