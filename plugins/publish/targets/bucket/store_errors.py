"""Errors of an object store, or of the way to it, in words.

The library's own words are not passed on: the addresses in them may be signed.
"""

import os
import re

from plugins.publish.web.http import connections

_RERUN = "then run make publish again, which goes on from here"
_ELSEWHERE = "the bucket is in another region"
_UNREACHABLE = "the store cannot be reached"

_REASONS = (
    (r"NoSuchBucket|ContainerNotFound|FileNotFoundError", "there is no such bucket", "make it, or mend its name"),
    (r"ExpiredToken|TokenExpired|token (has|is) expired", "the credentials have expired", f"renew them, {_RERUN}"),
    (
        r"RequestTimeTooSkewed|Request date header too old|RequestExpired",
        "the clock of this machine and that of the store are too far apart",
        f"set this one (timedatectl set-ntp true), {_RERUN}",
    ),
    (
        r"BareRedirect|PermanentRedirect|AuthorizationHeaderMalformed.*region|IllegalLocationConstraint",
        _ELSEWHERE,
        f"set AWS_REGION to that, {_RERUN}",
    ),
    (
        r"InvalidContentType",
        "the store speaks no TLS at that port",
        f"mend the port or write http:// in the address of the store (AWS_ENDPOINT_URL), {_RERUN}",
    ),
    (
        r"Parse\(\s*Version|HTTP request (was )?sent to (an )?HTTPS|SSL-enabled server port",
        "the store speaks TLS at that port",
        f"write https:// in the address of the store (AWS_ENDPOINT_URL), {_RERUN}",
    ),
    (
        r"InvalidCertificate|UnknownIssuer",
        "the certificate of the store is not accepted",
        f"see whether the address is right and the certificate good, {_RERUN}",
    ),
    (
        r"InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|AuthenticationFailed|InvalidAuthenticationInfo|"
        r"Unauthenticated|\b401\b",
        "the store does not accept the credentials",
        f"check those of the environment, {_RERUN}",
    ),
    (
        r"169\.254\.|[Mm]issing (access key|credentials)|[Nn]o credentials|[Cc]redential|Instance metadata|"
        r"InstanceCredentials",
        "there are no credentials",
        f"set those of the provider in the environment or in its usual files, {_RERUN}",
    ),
    (
        r"PermissionDenied|AccessDenied|Forbidden|\b403\b",
        "the store refuses",
        f"give the credentials leave to read, write and delete there, {_RERUN}",
    ),
    (r"SlowDown|ServerBusy|TooManyRequests|\b429\b", "the store asks to slow down", f"wait a minute, {_RERUN}"),
    (
        r"timed out|TimedOut|kind: Timeout|TimeoutError",
        "the store did not answer in time",
        f"see whether it is well, {_RERUN}",
    ),
    (
        r"kind: Connect|EndpointConnectionError|ConnectionClosedError|error sending request|dns error",
        _UNREACHABLE,
        f"check the network, {_RERUN}",
    ),
    (r"contained empty path segment|Error parsing Path", "no store takes such a name", "rename the file"),
    (r"\b5\d\d\b|InternalError|ServiceUnavailable", "the store has failed", f"see whether it is well, {_RERUN}"),
)
"""Pattern, cause and remedy; the first that fits."""


def store_error_in_words(error: Exception, place: str, key: str) -> str:
    """Return one sentence on the cause and the remedy of an error with `key` at `place`."""
    text = f"{type(error).__name__} {error}"
    what, remedy = next(
        ((what, remedy) for pattern, what, remedy in _REASONS if re.search(pattern, text, re.DOTALL)),
        ("the store gave an answer that is not understood", f"see its own log, {_RERUN}"),
    )
    if what == _ELSEWHERE and (region := _region(text)):
        what, remedy = f"the bucket is in the region {region}", f"set AWS_REGION={region}, {_RERUN}"
    if what == _UNREACHABLE:
        asked = re.search(r"\b(https?)://([^\s/?,@\"]+)", text)
        what, remedy = _unreachable(*(asked.groups() if asked else ("https", "")), is_unknown="dns error" in text)
    return f"{place}: {what}{f' ({key})' if key else ''}; {remedy}"


def _region(text: str) -> str:
    """Return the region that an answer names in its text, or in the header of a redirect; empty where it names none."""
    if named := re.search(r"<Region>([a-z0-9-]{1,40})</Region>", text):
        return named[1]
    asked = re.search(r"\bhttps?://[^\s,]+", text)
    return _region_by_header(asked[0]) if asked else ""


def _region_by_header(url: str) -> str:
    """Ask once more, without credentials, for the header that the library keeps to itself."""
    from urllib3.exceptions import HTTPError

    try:
        answer = connections(url, seconds=5.0).request("HEAD", url, redirect=False)
    except HTTPError:
        return ""
    region = answer.headers.get("x-amz-bucket-region", "")
    return region if re.fullmatch(r"[a-z0-9-]{1,40}", region) else ""


def _unreachable(scheme: str, host: str, *, is_unknown: bool) -> tuple[str, str]:
    """Return cause and remedy where nobody answers at `host`, or nobody knows that name; it may be empty."""
    if proxy := _proxy(scheme, host):
        return _UNREACHABLE, f"see whether the proxy {proxy} runs, or unset that variable, {_RERUN}"
    if host and is_unknown:
        what = f"the name {host} is not known (DNS)"
        return what, f"check the region, account or endpoint that it is made from, and the network, {_RERUN}"
    return f"{_UNREACHABLE}{host and f' at {host}'}", f"check the network, and whether a store answers there, {_RERUN}"


def _proxy(scheme: str, host: str) -> str:
    """Return the variable with the proxy that is used, and its address without a password; empty without one."""
    from urllib.request import proxy_bypass

    if proxy_bypass(host):
        return ""
    names = [f"{scheme}_proxy", "all_proxy"]
    for key in [spelt for name in names for spelt in (name.upper(), name)]:
        if os.environ.get(key):
            return f"{key}={re.sub(r'//[^/@]*@', '//…@', os.environ[key])}"
    return ""
