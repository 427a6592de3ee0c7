"""Redirects and gone addresses for Netlify, Cloudflare Pages and Firebase, which read them with every release.

All three answer by rule before they look for a file, or are told to; the redirect pages are for what has no rule.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote, unquote

from plugins.publish.site.address_rules import AddressRules

CLOUDFLARE_RULES = 2000
"""Rules without a wildcard that Cloudflare reads of `_redirects`."""
CLOUDFLARE_LINE = 1000
"""Characters that it reads of a line."""
MISSING = "/404.html"
WITHOUT_GONE = ("cloudflare", "firebase")
"""Platforms that cannot answer 410."""

_SPECIAL = re.compile(r"[*:]")
"""Beginnings of wildcards and placeholders in `_redirects`."""
_OPERATORS = re.compile(r"[\\^$.|?*+()\[\]{}]")
_CAPTURE = re.compile(r"(^|/):")
"""Beginning of a captured part in a destination of Firebase."""


def netlify_redirects(rules: AddressRules) -> str:
    """Return a `_redirects` file; the mark `!` puts a rule before the file that is there."""
    moved = [f"{source} {to} 301!" for address, to in rules.redirects.items() for source in _sources(address)]
    gone = [f"{source} {MISSING} 410!" for address in rules.gone for source in _sources(address)]
    return "".join(f"{line}\n" for line in (*moved, *gone))


def cloudflare_redirects(rules: AddressRules) -> str:
    """Return a `_redirects` file, with as many rules as Cloudflare reads; it knows no 410."""
    return "".join(f"{line}\n" for line in list(_cloudflare_lines(rules))[:CLOUDFLARE_RULES])


def firebase_redirects(rules: AddressRules) -> str:
    """Return `hosting.redirects` for `firebase.json`, empty where there are none; Firebase knows no 410."""
    found = list(_firebase_rules(rules))
    return json.dumps({"hosting": {"redirects": found}}, indent=2, ensure_ascii=False) + "\n" if found else ""


def left_to_pages(scheme: str, rules: AddressRules) -> str:
    """Return a sentence on what the platform has no rules for; empty where it has all."""
    written = {
        "cloudflare": len(cloudflare_redirects(rules).splitlines()),
        "firebase": len(list(_firebase_rules(rules))),
        "netlify": len(netlify_redirects(replace(rules, gone=())).splitlines()),
    }
    told = []
    if (count := written.get(scheme, len(rules.redirects))) < len(rules.redirects):
        left = f"{len(rules.redirects) - count:,} of {len(rules.redirects):,}"
        told.append(f"Redirects that work by their pages alone: {left}; {scheme} takes no rules for them.")
    if rules.gone and scheme in WITHOUT_GONE:
        told.append(f"Addresses that are gone ({len(rules.gone):,}) answer 404: {scheme} has no 410.")
    return " ".join(told)


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


def _sources(address: str) -> list[str]:
    """Return the forms of an address; Netlify compares both with and without a slash by itself."""
    return [] if _SPECIAL.search(address) else [_percent_encoded(address)]


def _percent_encoded(address: str) -> str:
    return quote(address, safe="/!$&'()+,;=@~")


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
