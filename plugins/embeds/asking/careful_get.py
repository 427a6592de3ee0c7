"""One request to a host of others: over https, to public addresses only, within limits of time and size.

urllib3 is loaded when a request is made.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

_CHUNK = 65_536
_MOST_REDIRECTS = 4
_NAT64, _LOCAL_NAT64 = ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48")
"""Addresses by which networks without IPv4 reach it (RFC 6052), and those for their own use (RFC 8215)."""
_REDIRECTS = (301, 302, 303, 307, 308)


class GetError(Exception):
    """A request that came to nothing; the message ends a sentence that begins with the address."""

    def __init__(self, what: str, *, is_host_busy: bool = False) -> None:
        """Take the reason; `is_host_busy` if the host wants no more requests now."""
        super().__init__(what)
        self.is_host_busy = is_host_busy


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.ipv4_mapped or ip.sixtofour
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and ip not in _LOCAL_NAT64


def _resolved(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The hosts that may be asked, and for how long."""

    agent: str
    seconds: float = 20.0
    """For one request with all its redirects."""
    schemes: Collection[str] = ("https",)
    is_allowed: Callable[[str], bool] = is_public
    """Tells whether an IP address may be asked."""
    addresses_of: Callable[[str, int], list[str]] = _resolved
    """Returns the IP addresses of a host. Raises OSError."""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HostAnswer:
    """The answer of a host."""

    url: str
    """The address that gave it, behind redirects."""
    data: bytes


def get(url: str, reach: Reach, *, most: int, hosts: Collection[str] | None = None) -> HostAnswer:
    """Return what `url` answers, of at most `most` bytes; redirects go on to `hosts` only, of any name if None.

    Raises GetError.
    """
    from urllib3.exceptions import HTTPError

    deadline = time.monotonic() + reach.seconds
    for _ in range(_MOST_REDIRECTS + 1):
        _check_address(url, reach, hosts)
        try:
            response = _open(url, reach, deadline)
            with response:
                if response.status not in _REDIRECTS:
                    _check_status(response)
                    return HostAnswer(url, _read(response, most, deadline))
                url = urljoin(url, response.headers.get("Location", ""))
        except HTTPError as error:
            raise GetError(_reason(error)) from error
    raise GetError("leads from one address to the next")


def _check_address(url: str, reach: Reach, hosts: Collection[str] | None) -> None:
    try:
        parts = urlsplit(url)
        name, _ = parts.hostname or "", parts.port
    except ValueError:
        raise GetError("is no address of a web server") from None
    if parts.scheme not in reach.schemes:
        raise GetError(f"leads to {parts.scheme or 'no'}:, and only https: is asked")
    if hosts is not None and name not in hosts:
        raise GetError(f"leads to {name[:80]!r}, which is not among its hosts")


def _open(url: str, reach: Reach, deadline: float) -> "BaseHTTPResponse":
    """Return the answer to a request, its body unread. Raises GetError, and HTTPError of urllib3."""
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    pools = _pools(parts.scheme, host, parts.port or (443 if parts.scheme == "https" else 80), reach)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    for number, pool in enumerate(pools, 1):
        try:
            return pool.urlopen(
                "GET",
                path,
                headers={"Host": parts.netloc, "User-Agent": reach.agent, **reach.headers},
                timeout=_time_left(deadline),
                retries=False,
                redirect=False,
                preload_content=False,
            )
        except (NewConnectionError, ConnectTimeoutError):
            if number == len(pools):
                raise
    raise GetError("has a name that is not known (DNS)")


def _pools(scheme: str, host: str, port: int, reach: Reach) -> "list[HTTPConnectionPool]":
    """Return a pool for each IP address of a host, whose name is looked up once: the address that is checked is met.

    The proxy of the environment (`HTTPS_PROXY`, `NO_PROXY`) looks it up anew, and may alone know it.
    """
    from urllib.request import getproxies, proxy_bypass

    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager

    try:
        addresses = reach.addresses_of(host, port)
    except (OSError, UnicodeError):
        addresses = []
    allowed = [address for address in addresses if reach.is_allowed(address)]
    if addresses and not allowed:
        raise GetError(f"leads to {addresses[0]}, an address that is not of the open Internet")
    proxy = getproxies().get("https")
    if scheme == "https" and proxy and not proxy_bypass(host):
        return [ProxyManager(proxy).connection_from_host(host, port, scheme)]
    if scheme == "https":
        named: dict[str, Any] = {"server_hostname": host, "assert_hostname": host}
        return [HTTPSConnectionPool(address, port, **named) for address in allowed]
    return [HTTPConnectionPool(address, port) for address in allowed]


def _check_status(response: "BaseHTTPResponse") -> None:
    status = response.status
    if status == 200:
        return
    if status in (429, 503):
        raise GetError(f"asks to come later ({status})", is_host_busy=True)
    if status in (401, 403):
        raise GetError(f"shows it to nobody who is not signed in ({status})")
    if status in (404, 410):
        raise GetError(f"does not know it ({status}): it may be deleted or private")
    raise GetError(f"answers {status}")


def _read(response: "BaseHTTPResponse", most: int, deadline: float) -> bytes:
    """Return the body, unpacked as far as it is not too large."""
    chunks, size = [], 0
    while chunk := response.read1(_CHUNK, decode_content=True):
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            raise GetError(f"sends more than {most // 1_000_000} MB")
        _time_left(deadline)
    return b"".join(chunks)


def _time_left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise GetError("takes too long")
    return left


def _reason(error: Exception) -> str:
    from urllib3 import exceptions

    match error:
        case exceptions.SSLError():
            return "has a certificate that is not accepted"
        case exceptions.ProxyError():
            return "is behind a proxy that does not answer (HTTPS_PROXY)"
        case exceptions.NewConnectionError() | exceptions.NameResolutionError():
            return "takes no connection"
        case exceptions.TimeoutError():
            return "takes too long"
        case exceptions.DecodeError():
            return "sends what cannot be unpacked"
        case _:
            return "breaks off"
