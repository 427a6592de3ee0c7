"""Names of targets: the schemes of their addresses, the mistakes in one, and files about one of them.

Loaded by `make due` every minute, so it loads next to nothing itself.
"""

import os
import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from plugins.publish.errors import PublishError

TARGET_CACHE = Path(".cache/publish")
"""All in it could be found out again."""

SCHEMES = ("s3", "gs", "az", "ssh", "netlify", "cloudflare", "firebase", "pages")
"""Beginnings of the addresses of targets that are no folders, before `://`."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")
"""Names of this machine, which alone is spoken to without encryption."""

_KNOWN = "|".join(SCHEMES)
_OTHER_NAMES = {
    "gcs": "gs",
    "azure": "az",
    "azblob": "az",
    "abfs": "az",
    "r2": "s3",
    "s3a": "s3",
    "s3n": "s3",
    "minio": "s3",
    "arn:aws:s3::": "s3",
    "sftp": "ssh",
    "scp": "ssh",
    "rsync": "ssh",
    "ftp": "ssh",
    "ftps": "ssh",
    "wrangler": "cloudflare",
}
"""Schemes of other programs for the same places."""

_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<rest>.*)", re.DOTALL)
_ALMOST = re.compile(
    rf"(?P<scheme>{_KNOWN}|{'|'.join(_OTHER_NAMES)}|https?|file)(?:\s*[:;]+[/\\]*|//+)(?P<rest>.*)", re.I
)
"""A scheme that lacks its colon or some of its slashes."""
_OTHER_MACHINE = re.compile(r"(?P<login>[^/:\s]+):(?P<folder>.*)|(?P<user>[^/:@\s]+@[^/:@\s]+)(?P<path>/.*)?")
"""A folder of a server as scp and rsync have it, or one without the colon."""
_SETTING = re.compile(r"(?:(?:export\s+)?\w*\s*=\s*|-+)(?P<value>[^=]*)")
"""A name and an equals sign before the value, or an option, as where a line was pasted as a value."""
_PLATFORM_HOST = re.compile(
    r"[^/]*\.(?:amazonaws\.com|googleapis\.com|core\.windows\.net|r2\.cloudflarestorage\.com|netlify\.app|pages\.dev|"
    r"web\.app|firebaseapp\.com|github\.io|gitlab\.io)(?:/.*)?"
)
"""Hosts of places that have a scheme; a folder has no such name."""
_PASSWORD = re.compile(r":[^/:@]*@")
_VARIABLE = re.compile(r"\$(\w+|\{\w+\})")

_BUCKETS = {
    "s3": (re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"), "3 to 63 small letters, digits, hyphens and full stops"),
    "gs": (re.compile(r"[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]"), "small letters, digits, hyphens, full stops and _"),
    "az": (
        re.compile(r"[a-z0-9](?:-?[a-z0-9]){2,62}|\$(?:web|root|logs)"),
        "3 to 63 small letters, digits and hyphens",
    ),
}
"""Forms of the names of buckets, in patterns and in words."""


def file_name(target: str) -> str:
    """Return a file name that stands for the address of a target."""
    return blake2b(target.rstrip("/").encode(), digest_size=8).hexdigest()


def checked_target(target: str) -> str:
    """Return the address of a target as all of publishing knows it: its scheme in small letters.

    Raises ValueError("what is wrong; what to write") for what is no target: a misspelt address would be the name of
    a folder, and publishing there would end well.
    """
    if not target.strip():
        raise ValueError("is empty; name a folder (published) or an address (s3://bucket)")
    if target != (bare := target.strip()):
        raise ValueError(f"has spaces or a line's end around it; write {_shown(bare)}")
    if not target.isprintable():
        raise ValueError(f"{_shown(target)} has a line's end or the like in it; write one target, without")
    if target[0] in "\"'" or target[-1] in "\"'":
        raise ValueError(f"{_shown(target)} has quotes around it; write {_unquoted(target)}")
    if given := _SETTING.fullmatch(target):
        raise ValueError(f"{_shown(target)} is more than a target; write {_unquoted(given['value'])}")
    if address := _ADDRESS.fullmatch(target):
        return _checked_address(target, address["scheme"].lower(), address["rest"])
    if almost := _ALMOST.fullmatch(target):
        raise ValueError(f"{_shown(target)} is no address yet; {_remedy(almost['scheme'].lower(), almost['rest'])}")
    _check_folder(target)
    return target


def checked_url(url: str) -> str:
    """Return the address of a web server. Raises ValueError("what is wrong; what to write")."""
    meant = url.strip()
    if "://" not in meant:
        meant = f"http{'' if meant.startswith(LOCAL_HOSTS) else 's'}://{meant}"
    if meant != url or not (re.fullmatch(r"https?://[^\s?#@]+", url) and _has_host(url)):
        remedy = (
            f"write {_shown(meant)}"
            if meant != url and _has_host(meant)
            else "write https://example.com, or with a path"
        )
        raise ValueError(f"{_shown(url)} is no address of a web server; {remedy}")
    return url


def _has_host(url: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def variable_of(environment: Mapping[str, str], key: str) -> str | None:
    """Return the value of a variable of the environment, None where it is not set.

    Raises PublishError where it is set and empty, as by a program that knows no value of it.
    """
    value = environment.get(key)
    if value is not None and not value.strip():
        raise PublishError(f"{key} is set and empty; give it a value, or unset it")
    return value


def _checked_address(target: str, scheme: str, rest: str) -> str:
    if scheme not in SCHEMES:
        raise ValueError(f"{_shown(target)}: there is no {scheme}://; {_remedy(scheme, rest)}")
    if scheme in _BUCKETS:
        _check_bucket(target, scheme, rest)
    elif _VARIABLE.search(rest):
        raise ValueError(f"{_shown(target)} has a variable in it that no shell has replaced; write the address itself")
    return f"{scheme}://{rest}"


def _check_bucket(target: str, scheme: str, rest: str) -> None:
    name, _, prefix = rest.partition("/")
    if set("@?#") & set(rest):
        return  # `backends.py` refuses it without repeating it: there may be a key or a signature in it
    if not name:
        raise ValueError(f"{_shown(target)} names no bucket; write {scheme}://bucket or {scheme}://bucket/prefix")
    pattern, form = _BUCKETS[scheme]
    if not pattern.fullmatch(name):
        if _VARIABLE.search(name):
            raise ValueError(f"{_shown(target)} has a variable in it that no shell has replaced; write the name itself")
        more = "; the address of a store goes into AWS_ENDPOINT_URL" if ":" in name else ""
        raise ValueError(f"{_shown(target)}: no bucket can be called {_shown(name)}; a name has {form}{more}")
    if name.endswith((".amazonaws.com", ".googleapis.com", ".core.windows.net")):
        raise ValueError(f"{_shown(target)} names a host; write {scheme}:// and the bucket's name alone")
    parts = prefix.rstrip("/").split("/")
    if prefix and not {"", ".", ".."}.isdisjoint(parts):
        whole = "/".join(part for part in parts if part not in ("", ".", ".."))
        remedy = f"write {_shown(f'{scheme}://{name}/{whole}'.rstrip('/'))}, if that is meant"
        raise ValueError(f"{_shown(target)} has an empty part, . or .. in its prefix; {remedy}")


def _check_folder(target: str) -> None:
    if target.startswith("~"):
        whole = os.path.expanduser(target)  # noqa: PTH111 - which leaves a user that is not known as it is
        remedy = "write the whole path" if whole.startswith("~") else f"write {_shown(whole)}"
        raise ValueError(f"{_shown(target)} begins with ~, which only a shell replaces; {remedy}")
    if _VARIABLE.search(target):
        whole = os.path.expandvars(target)
        remedy = "write the folder itself" if "$" in whole else f"write {_shown(whole)}"
        raise ValueError(f"{_shown(target)} has a variable in it that no shell has replaced; {remedy}")
    if target.lower() in SCHEMES or _PLATFORM_HOST.fullmatch(target) or "://" in target:
        known = ", ".join(f"{scheme}://" for scheme in SCHEMES)
        remedy = f"write the whole address ({known}), for a folder of that name {_shown(f'./{target}')}"
        raise ValueError(f"{_shown(target)} is no address yet; {remedy}")
    if other := _OTHER_MACHINE.fullmatch(target):
        folder = other["folder"] or other["path"] or ""
        address = f"ssh://{other['login'] or other['user']}{folder if folder.startswith('/') else f'/folder/{folder}'}"
        remedy = f"for a server write {_shown(address)}, for a folder of that name {_shown(f'./{target}')}"
        raise ValueError(f"{_shown(target)} looks like an address; {remedy}")


def _remedy(scheme: str, rest: str) -> str:
    """Return the address that was most likely meant by one with this scheme."""
    rest = rest.lstrip("/\\")
    if scheme in ("http", "https"):
        return (
            "write where files are sent to (s3://bucket, ssh://host/folder …); PUBLISH_URL is where readers find them"
        )
    if scheme == "file":
        return f"write the folder alone, {_shown(f'/{rest}')}"
    if scheme in SCHEMES:
        folder = "/folder" if scheme == "ssh" and "/" not in rest else ""
        return f"write {_shown(f'{scheme}://{rest}{folder}')}"
    if scheme in _OTHER_NAMES:
        return f"write {_shown(f'{_OTHER_NAMES[scheme]}://{rest}')}"
    from plugins.newsroom.problems import near_miss

    meant = near_miss(scheme, [each for each in SCHEMES if len(each) > 2])  # two letters are like any two others
    return (
        f"did you mean {meant}://?" if meant else f"known are a folder, {', '.join(f'{each}://' for each in SCHEMES)}"
    )


def _unquoted(value: str) -> str:
    return _shown(value.strip("\"' ")) if value.strip("\"' ") else "a folder (published) or an address (s3://bucket)"


def _shown(value: str) -> str:
    """Return a value in quotes, without a password, and without its end where it is long."""
    value = _PASSWORD.sub(":…@", value)
    return repr(value if len(value) <= 60 else f"{value[:59]}…")
