"""Guards: reasons to take a release for an accident, looked for before anything is sent."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.publish.plan.publish_plan import HOME, PublishPlan
from plugins.publish.site.model import PublishedSite
from plugins.publish.site.picture_families import grouped, picture_name

SHRINK = 2
"""Fewer than 1/SHRINK of the last release's pages are taken for an accident: a judgement, not measured."""

REMOVED, REMOVED_SHARE = 20, 20
"""Number of files that may go at once, or of one for so many pages; more are taken for an accident: a judgement too.

All files of one picture count as one, and none that others of that picture replace: a new encoder makes all anew.
"""

_PREVIEW_ONLY = re.compile(r"drafts/|(coverage|coverage/agenda|patterns)/index\.html$")
"""Paths that production never has: Pelican's drafts, and pages of the preview."""

_NEVER_PUBLIC = re.compile(
    r"(^|/)(\.env[^/]*|\.git|\.ssh|\.aws|\.htpasswd|\.publish)(/|$)"
    r"|(^|/)(id_(rsa|dsa|ecdsa|ed25519)|credentials\.json)$|\.(pem|key|p12|pfx|kdbx|sqlite3?)$"
)

_SECRETS = re.compile(
    rb"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_[0-9A-Za-z]{36}|\bgithub_pat_[0-9A-Za-z_]{22}|"
    rb"\bxoxb-[0-9]{8}|\"private_key_id\": ?\"|\bsk_live_[0-9A-Za-z]{16}"
)
_SIGNS = (b"PRIVATE KEY", b"AKIA", b"ghp_", b"github_pat_", b"xoxb-", b"private_key_id", b"sk_live_")
"""Words one of which is in every secret of the pattern, and which few texts hold: a quick first look."""
_TEXT = re.compile(
    r"\.(html|xml|json|txt|js|css|svg|md|ya?ml|toml|ini|map|[ct]sv|webmanifest|geojson|gpx|kml|ics|vcf|srt|vtt)$",
    re.IGNORECASE,
)
_BLOCK, _OVERLAP = 1 << 22, 1 << 13
"""Bytes of a text that are looked at in one piece, and those that two pieces share: no secret is longer."""
_OWN_SECRETS = re.compile(r"(TOKEN|SECRET|PASSWORD|API_KEY|ACCOUNT_KEY)")
_SHORTEST_SECRET = 12


def doubts(site: PublishedSite, plan: PublishPlan, environment: Mapping[str, str]) -> list[str]:
    """Return the reasons to take a release for an accident, one sentence each; mostly none."""
    if not plan.after.files:
        return ["The build wrote no file."]
    return [*_about_size(site, plan), *_about_place(site, plan), *_about_content(site, plan, environment)]


def _about_size(site: PublishedSite, plan: PublishPlan) -> Iterator[str]:
    before, after = plan.before, plan.after
    # Before the first release that is complete, an interrupted one may have sent it already.
    if HOME in plan.removed or (not before and HOME not in plan.files and HOME not in site.files()):
        yield f"The build has no home page ({HOME})."
    if before and after.pages * SHRINK < before.pages:
        yield f"The build has {after.pages:,} pages, fewer than half of the last release's {before.pages:,}."
    gone = _gone(plan)
    if before and len(grouped(gone)) > max(REMOVED, before.pages / REMOVED_SHARE):
        yield f"{len(gone):,} of {before.files:,} files would be removed, first {gone[0]}."
    if len(plan.foreign) > REMOVED:  # whatever the size of the publication: they are somebody's
        yield f"{len(plan.foreign):,} files of no release would be removed, first {plan.foreign[0]}."


def _gone(plan: PublishPlan) -> list[str]:
    """Return the files that go without others of the same picture, or of the same file to open, in their place."""
    renewed = {name for path in plan.new if (name := picture_name(path))}
    return [path for path in (*plan.removed, *plan.retired) if picture_name(path) not in renewed]


def _about_place(site: PublishedSite, plan: PublishPlan) -> Iterator[str]:
    own, other = site.notes.siteurl, plan.siteurl_before
    if own and other and own != other:
        yield f"This is {own}, and the target has {other}."
    if site.notes.shows_drafts:
        yield "This is a preview, with drafts and embargoed articles in it."


def _about_content(site: PublishedSite, plan: PublishPlan, environment: Mapping[str, str]) -> Iterator[str]:
    secrets = [value for name, value in environment.items() if _OWN_SECRETS.search(name)]
    own = [value.encode() for value in secrets if len(value) >= _SHORTEST_SECRET]
    for path in plan.sent:
        if _PREVIEW_ONLY.match(path):
            yield f"{path} is a draft, or a page of the preview."
        elif _NEVER_PUBLIC.search(path):
            yield f"{path} is nothing for the public, by its name."
        elif _TEXT.search(path) and (found := _secret_in(site.place(path), own)):
            yield f"{path} holds {found}."


def _secret_in(place: Path, own: list[bytes]) -> str | None:
    """Return the kind of secret that a text holds, read in pieces: a table may be larger than memory."""
    end = b""
    with place.open("rb") as file:
        while piece := file.read(_BLOCK):
            if found := _secret(end + piece, own):
                return found
            end = piece[-_OVERLAP:]
    return None


def _secret(body: bytes, own: list[bytes]) -> str | None:
    """Return the kind of secret that a text holds."""
    if any(value in body for value in own):
        return "a secret of this environment"
    if any(sign in body for sign in _SIGNS) and _SECRETS.search(body):
        return "what looks like a secret key"
    return None
