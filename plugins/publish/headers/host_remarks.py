"""Remarks on hosts that do not have all headers and redirects of a build: those that they were given are noted."""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.publish.headers.path_rules import path_rules
from plugins.publish.headers.per_file import passing
from plugins.publish.headers.platform_rules import PLATFORMS_WITH_RULES, left_to_pages
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.address_rules import address_rules
from plugins.publish.site.model import PublishedSite

FILE = "printed-headers.json"
PARTS: Mapping[str, tuple[str, ...]] = {
    "caddy": ("headers", "redirects"),
    "cloudfront": ("headers",),
    "cloudfront-frames": ("headers of frames",),
    "cloudfront-function": ("redirects",),
    "nginx": ("headers", "redirects"),
}
"""Formats that people bring to a server, and what is in them; platforms get theirs with every release."""


def note_printed(folder: Path, form: str, site: PublishedSite, settings: HeaderSettings) -> None:
    """Note in `folder` that the headers of a site were printed in a format."""
    if form in PARTS:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps({**_noted(folder), form: _digests(site, settings)}), encoding="utf-8")


def host_remarks(folder: Path, target: str, site: PublishedSite, settings: HeaderSettings) -> list[str]:
    """Return a sentence for each server that was given others than those of a site, and for a platform's limits."""
    noted = _noted(folder)
    now = _digests(site, settings) if noted else {}
    remarks = []
    for form, parts in PARTS.items():
        other = [part for part in parts if form in noted and noted[form].get(part) != now[part]]
        if other:
            what = f"The {' and '.join(other)} that make headers FORMAT={form} printed last are those of another build"
            remarks.append(f"{what}; print them again, and have the server load them.")
    scheme = target.partition("://")[0]
    left = left_to_pages(scheme, address_rules(site)) if scheme in PLATFORMS_WITH_RULES else ""
    return [*remarks, left] if left else remarks


def _noted(folder: Path) -> dict[str, dict[str, str]]:
    with suppress(OSError, ValueError):
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if isinstance(found, dict) and all(isinstance(each, dict) for each in found.values()):
            return found
    return {}


def _digests(site: PublishedSite, settings: HeaderSettings) -> dict[str, str]:
    """Return digests of headers and of redirects; the pages of these are compared, and not read."""
    pages = [f"{path} {file.sha256}" for path, file in site.files().items() if file.kind == REDIRECT]
    by_path = [f"{rule.pattern} {json.dumps(dict(rule.headers))}" for rule in path_rules(site.notes)]
    headers = [json.dumps(dict(security_headers(site.notes, settings))), passing(settings.page_seconds), *by_path]
    parts = {"headers": headers, "headers of frames": by_path, "redirects": [*pages, *site.notes.gone]}
    return {part: blake2b("\n".join(lines).encode(), digest_size=16).hexdigest() for part, lines in parts.items()}
