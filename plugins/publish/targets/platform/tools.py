"""The tools of Netlify, Cloudflare Pages and Firebase Hosting: commands, logins, files left out. Calls nothing.

All of it was read in the tools and seen in use: netlify-cli 26.2, wrangler 4.86, firebase-tools 15.34.
"""

import contextlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from plugins.publish.errors import PublishError

SITE = "site"
"""Folder of the site below the one that a tool is run in."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A place on a platform: its project, and the branch or the site of that, empty for the usual one."""

    platform: "Platform"
    project: str
    part: str = ""

    def __str__(self) -> str:
        return f"{self.platform.scheme}://{self.project}{f'/{self.part}' if self.part else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One platform and its own command line tool."""

    scheme: str
    form: str
    """Form of its addresses, for people."""
    program: str
    package: str
    """Name of the tool for npm."""
    secrets: Sequence[str]
    """Variables of the environment that nobody may read."""
    logins: Sequence[Sequence[str]]
    """Sets of variables, each of which is enough to log in."""
    files: Sequence[tuple[str, str]]
    """Files of the tool in the home folder, and a word that they hold once somebody has logged in by hand."""
    has_part: bool
    command: Callable[[Destination], list[str]]
    settings: Callable[[Destination, str, str], Mapping[str, str]]
    """Files beside or in the site, from headers and redirects in the form of the platform: content by path."""
    left_out: re.Pattern[str]
    """Paths that the tool would not send, or the platform not take."""

    def lacking(self, environment: Mapping[str, str]) -> str:
        """Return a sentence on the missing login; empty where there is one."""
        home = Path(environment.get("HOME") or Path.home())
        if any(all(map(environment.get, names)) for names in self.logins):
            return ""
        if any(_says(home / file, word) for file, word in self.files):
            return ""
        wanted = " or ".join(" and ".join(names) for names in self.logins)
        return f"{self.scheme}:// has nothing to log in with; set {wanted}, or log in by hand ({self.program} login)"


def parse_destination(target: str) -> Destination:
    """Return the place that an address names. Raises PublishError where it names none."""
    parts = urlsplit(target)
    platform = PLATFORMS[parts.scheme]
    part = parts.path.strip("/")
    names = [parts.netloc, *([part] if part else [])]
    if not all(map(_NAME.fullmatch, names)) or (part and not platform.has_part) or parts.query or parts.fragment:
        raise PublishError(f"target {target!r} is no place on that platform; write {platform.form}")
    return Destination(platform=platform, project=parts.netloc, part=part)


def _says(file: Path, word: str) -> bool:
    """Tell whether a file has a word in it: the tools make the file itself before anybody logs in."""
    with contextlib.suppress(OSError):
        return word in file.read_text(encoding="utf-8", errors="replace")
    return False


def _netlify(destination: Destination) -> list[str]:
    return ["deploy", "--prod", "--no-build", "--dir", SITE, "--site", destination.project, "--json"]


def _cloudflare(destination: Destination) -> list[str]:
    branch = destination.part or "main"
    # Without the question whether uncommitted changes are meant: a build is deployed.
    to = ["--project-name", destination.project, "--branch", branch, "--commit-dirty=true"]
    return ["pages", "deploy", SITE, *to]


def _firebase(destination: Destination) -> list[str]:
    return ["deploy", "--only", "hosting", "--project", destination.project, "--non-interactive"]


def _files_of_the_site(_: Destination, headers: str, redirects: str) -> Mapping[str, str]:
    return {f"{SITE}/_headers": headers, **({f"{SITE}/_redirects": redirects} if redirects else {})}


def _firebase_json(destination: Destination, headers: str, redirects: str) -> Mapping[str, str]:
    hosting = {"public": SITE, **json.loads(headers)["hosting"]}
    if redirects:
        hosting |= json.loads(redirects)["hosting"]
    if destination.part:
        hosting["site"] = destination.part
    return {"firebase.json": json.dumps({"hosting": hosting}, indent=2)}


PLATFORMS: Mapping[str, Platform] = {
    "netlify": Platform(
        scheme="netlify",
        form="netlify://site-id-or-name",
        program="netlify",
        package="netlify-cli",
        secrets=["NETLIFY_AUTH_TOKEN"],
        logins=[["NETLIFY_AUTH_TOKEN"]],
        files=[(".config/netlify/config.json", '"token"'), ("Library/Preferences/netlify/config.json", '"token"')],
        has_part=False,
        command=_netlify,
        settings=_files_of_the_site,
        left_out=re.compile(r"(^|/)(\.(?!well-known(/|$))|__MACOSX)|[#?]|/_(redirects|headers)$"),
    ),
    "cloudflare": Platform(
        scheme="cloudflare",
        form="cloudflare://project, or cloudflare://project/branch if its production branch is not main",
        program="wrangler",
        package="wrangler",
        secrets=["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_API_KEY"],
        logins=[["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"]],
        files=[
            (".config/.wrangler/config/default.toml", "oauth_token"),
            (".wrangler/config/default.toml", "oauth_token"),
            ("Library/Preferences/.wrangler/config/default.toml", "oauth_token"),
        ],
        has_part=True,
        command=_cloudflare,
        settings=_files_of_the_site,
        left_out=re.compile(
            r"^(functions|_worker\.js|_routes\.json|\.wrangler)(/|$)|(^|/)(\.DS_Store|node_modules|\.git)(/|$)"
        ),
    ),
    "firebase": Platform(
        scheme="firebase",
        form="firebase://project, or firebase://project/site if it has several",
        program="firebase",
        package="firebase-tools",
        secrets=["FIREBASE_TOKEN"],
        logins=[["GOOGLE_APPLICATION_CREDENTIALS"], ["FIREBASE_TOKEN"]],
        files=[
            (".config/configstore/firebase-tools.json", "refresh_token"),
            (".config/gcloud/application_default_credentials.json", "client_id"),
        ],
        has_part=True,
        command=_firebase,
        settings=_firebase_json,
        left_out=re.compile(r"(^|/)firebase-debug(\..*)?\.log$|^\.firebase/"),
    ),
}
