"""Errors of an object store, or of the way to it, in words.

The library's own words are not passed on: the addresses in them may be signed.
"""

import re

_RERUN = "then run make publish again, which goes on from here"

_REASONS = (
    (r"NoSuchBucket|ContainerNotFound|FileNotFoundError", "there is no such bucket", "make it, or mend its name"),
    (r"ExpiredToken|TokenExpired|token (has|is) expired", "the credentials have expired", f"renew them, {_RERUN}"),
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
        "the store cannot be reached",
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
        ((what, remedy) for pattern, what, remedy in _REASONS if re.search(pattern, text)),
        ("the store gave an answer that is not understood", f"see its own log, {_RERUN}"),
    )
    return f"{place}: {what}{f' ({key})' if key else ''}; {remedy}"
