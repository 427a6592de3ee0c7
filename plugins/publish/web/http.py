"""Pooled connections to web servers, limits of time for them, and their failures in words.

urllib3 is loaded when a connection is made.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from urllib3 import PoolManager
    from urllib3.exceptions import HTTPError

AGENT = "kit-publish"


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """Limits of time for a network, in seconds."""

    total: float = 60.0
    """For one call with all its repetitions."""
    answer: float = 15.0
    """For one answer."""
    pause: float = 0.5
    """Before the first repetition; twice as long before each further one, unless the network says how long."""


VERIFY_LIMITS = HttpLimits(total=10.0, answer=5.0, pause=0.5)
"""Limits for a look at published pages, in which a network has to get the copies of the release."""


def connections(url: str, *, seconds: float, most: int = 1) -> "PoolManager":
    """Return a pool of at most `most` connections for calls to the host of `url`; `seconds` are for one answer.

    Nothing is repeated and no redirect followed, since a header with a token would go to any host that it names. The
    proxy of the environment (`HTTPS_PROXY`, `NO_PROXY`) is used.
    """
    from urllib.request import getproxies, proxy_bypass

    import urllib3

    options: dict[str, Any] = {
        "headers": {"User-Agent": AGENT},
        "timeout": urllib3.Timeout(connect=min(5.0, seconds), read=seconds),
        "retries": False,
        "maxsize": most,
        "block": True,
    }
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy, **options)
    return urllib3.PoolManager(**options)


def is_lasting(error: "HTTPError") -> bool:
    """Tell whether a second request would fail in the same way."""
    from urllib3 import exceptions

    return isinstance(error, exceptions.SSLError | exceptions.LocationValueError)


def describe_failure(error: "HTTPError") -> str:
    """Return why no answer came, as the end of a sentence that begins with an address or a name."""
    from urllib3 import exceptions

    match error:
        case exceptions.SSLError():
            return f"its certificate is not accepted ({_reason(error)})"
        case exceptions.NameResolutionError():
            return "its name is not known (DNS)"
        case exceptions.NewConnectionError():
            return f"no connection ({_reason(error)})"
        case exceptions.ConnectTimeoutError() | exceptions.ReadTimeoutError():
            return "no answer came in time"
        case exceptions.ProxyError():
            return "the proxy of the environment does not answer (HTTPS_PROXY)"
        case exceptions.LocationValueError():
            return "this is no address of a web server"
        case _:
            return "the connection broke off"


def _reason(error: "HTTPError") -> str:
    """Return the message of the system, without urllib3's words for its own objects."""
    cause: BaseException = error
    while (inner := cause.__cause__ or cause.__context__) is not None:
        cause = inner
    reason = getattr(cause, "verify_message", "") or getattr(cause, "strerror", "") or str(cause)
    return reason.splitlines()[0][:120] if reason else type(cause).__name__
