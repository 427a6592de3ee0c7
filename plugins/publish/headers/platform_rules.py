"""Redirects and gone addresses for Netlify, Cloudflare Pages and Firebase, which read them with every release.

All three answer by rule before they look for a file, or are told to; the redirect pages are for what has no rule.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, unquote

from plugins.publish.site.address_rules import AddressRules

CLOUDFLARE_RULES = 2000
"""Rules without a wildcard that Cloudflare reads of `_redirects`."""
CLOUDFLARE_LINE = 1000
"""Characters that it reads of a line."""
MISSING = "/404.html"

_SPECIAL = re.compile(r"[*:]")
"""Beginnings of wildcards and placeholders in `_redirects`."""
_OPERATORS = re.compile(r"[\\^$.|?*+()\[\]{}]")
_CAPTURE = re.compile(r"(^|/):")
"""Beginning of a captured part in a destination of Firebase."""


def netlify_redirects(rules: AddressRules) -> str:
    """Return a `_redirects` file; the mark `!` puts a rule before the file that is there."""
    gone = (f"{_percent_encoded(each)} {MISSING} 410!" for each in rules.gone if not _SPECIAL.search(each))
    return "".join(f"{line}\n" for line in (*_netlify_lines(rules), *gone))


def cloudflare_redirects(rules: AddressRules) -> str:
    """Return a `_redirects` file, with as many rules as Cloudflare reads; it knows no 410."""
    return "".join(f"{line}\n" for line in list(_cloudflare_lines(rules))[:CLOUDFLARE_RULES])


def firebase_redirects(rules: AddressRules) -> str:
    """Return `hosting.redirects` for `firebase.json`, empty where there are none; Firebase knows no 410."""
    found = list(_firebase_rules(rules))
    return json.dumps({"hosting": {"redirects": found}}, indent=2, ensure_ascii=False) + "\n" if found else ""


def left_to_pages(scheme: str, rules: AddressRules) -> str:
    """Return a sentence on the redirects that one of PLATFORMS_WITH_RULES takes no rules for; empty for none."""
    most = CLOUDFLARE_RULES if scheme == "cloudflare" else len(rules.redirects)
    left = len(rules.redirects) - min(most, len(list(_LINES[scheme](rules))))
    what = f"Redirects that work by their pages alone: {left:,} of {len(rules.redirects):,}"
    return f"{what}; {scheme} takes no rules for them." if left else ""


def _cloudflare_lines(rules: AddressRules) -> Iterator[str]:
    for address, to in rules.redirects.items():
        line = f"{_percent_encoded(address)} {to} 301"
        if not _SPECIAL.search(address) and len(line) <= CLOUDFLARE_LINE:
            yield line


def _firebase_rules(rules: AddressRules) -> Iterator[Mapping[str, str | int]]:
    """Yield a rule for each redirect: Firebase compares addresses as people read them, and encodes destinations."""
    for address, to in rules.redirects.items():
        if not _CAPTURE.search(to):
            pattern = f"^{_OPERATORS.sub(_escaped, address.rstrip('/'))}/?$"
            yield {"regex": pattern, "destination": unquote(to), "type": 301}


def _netlify_lines(rules: AddressRules) -> Iterator[str]:
    """Yield a rule for each redirect: Netlify compares with and without a slash by itself."""
    for address, to in rules.redirects.items():
        if not _SPECIAL.search(address):
            yield f"{_percent_encoded(address)} {to} 301!"


def _percent_encoded(address: str) -> str:
    return quote(address, safe="/!$&'()+,;=@~")


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


_LINES: Mapping[str, Callable[[AddressRules], Iterator[object]]] = {
    "cloudflare": _cloudflare_lines,
    "firebase": _firebase_rules,
    "netlify": _netlify_lines,
}
PLATFORMS_WITH_RULES = frozenset(_LINES)
"""Schemes of the targets that get rules with every release."""
