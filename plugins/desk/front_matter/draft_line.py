"""A last look at front matter that cannot be read: whether it says that its file is a draft."""

import re

_MOST_LINES = 100
"""Lines that are looked at of front matter without an end."""
_FENCE = re.compile(r"(?:---|\.\.\.|\+\+\+)\s*")
_DRAFT = re.compile(
    r"""[^\w#]*(?:status[^\w#]*[:=][^\w#]*draft|draft[^\w#]*[:=][^\w#]*(?:true|yes)|published?[^\w#]*[:=][^\w#]*false)
    [^\w#]*(?:\s\#.*)?""",
    re.IGNORECASE | re.VERBOSE,
)
"""The line in any form that is no comment: `status: draft`, `Status : "draft"`, `status = 'draft'`, `draft = true`."""


def says_draft(data: bytes) -> bool:
    """Tell whether a line of the front matter in `data`, a whole file, says that it is one, whatever else is wrong."""
    lines = data.decode("utf-8", "replace").lstrip("\ufeff \t\r\n").splitlines()[:_MOST_LINES]
    is_fenced = bool(lines) and _FENCE.fullmatch(lines[0]) is not None
    is_end = _FENCE.fullmatch if is_fenced else re.compile(r"\s*").fullmatch
    for line in lines[is_fenced:]:
        if is_end(line):
            return False
        if _DRAFT.fullmatch(line):
            return True
    return False
