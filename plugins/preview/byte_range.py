"""Part of a file that a browser asks for, as players do to seek: the header Range, RFC 9110, section 14."""

import re

_ONE = re.compile(r"bytes=[ \t]*(?:(?P<first>\d+)-(?P<last>\d*)|-(?P<count>\d+))[ \t]*", re.IGNORECASE)


class BeyondEndError(Exception):
    """No byte of the part is in the file."""


def byte_range(asked: str, size: int) -> range | None:
    """Return the bytes that `asked` names of a file; None for the whole file, also where it names several parts.

    Raises BeyondEndError.
    """
    found = _ONE.fullmatch(asked)
    if found is None:
        return None
    if found["count"]:
        part = range(max(0, size - int(found["count"])), size)
    else:
        first, last = int(found["first"]), int(found["last"] or size)
        if found["last"] and last < first:
            return None
        part = range(first, min(last + 1, size))
    if not part:
        raise BeyondEndError
    return part
