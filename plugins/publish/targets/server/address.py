"""The address of an own server: `ssh://[user@]host[:port]/absolute/folder`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from plugins.newsroom.problems import shortened
from plugins.publish.errors import PublishError
from plugins.publish.target_names import variable_of

FORM = "write ssh://[user@]host[:port]/absolute/folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """A folder on a machine that is reached by SSH, whose own settings give a missing user or port."""

    host: str
    folder: str
    user: str = ""
    port: int | None = None

    @property
    def login(self) -> str:
        """Return user and host in the form of SSH and rsync."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.user}@{host}" if self.user else host

    def __str__(self) -> str:
        return f"{self.login}:{self.folder}"


def parse_address(target: str) -> ServerAddress:
    """Return the address that `target` names. Raises PublishError, which never repeats a password."""
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        raise PublishError(f"the ssh:// target has no valid host or port; {FORM}") from None
    if parts.password is not None:
        raise PublishError(f"the ssh:// target has a password in it; {FORM}, and let a key log in")
    address = ServerAddress(
        host=_host(parts), folder=unquote(parts.path).rstrip("/"), user=unquote(parts.username or ""), port=port
    )
    if parts.scheme != "ssh" or parts.query or parts.fragment or not address.host:
        raise PublishError(f"target {target!r} is no folder of a server; {FORM}, with %3F for ? and %23 for #")
    if not address.folder or ".." in address.folder.split("/"):
        raise PublishError(f"target {target!r} names no folder of its own; {FORM}")
    if address.folder.startswith("/~"):
        raise PublishError(
            f"target {target!r} has ~, which nobody replaces there; write the whole path, /home/user/folder"
        )
    if re.search(r"[\x00-\x1f\x7f]", str(address)) or re.search(r"^-|\s|[@/]", f"{address.host} "[:-1]):
        raise PublishError(f"target {target!r} has characters that no host or folder should have; {FORM}")
    if re.search(r"^-|[\s@:/]", address.user):
        raise PublishError(f"target {target!r} has characters that no user should have; {FORM}")
    return address


def ssh_options(environment: Mapping[str, str]) -> list[str]:
    """Return the options of SSH for the file of settings that `PUBLISH_SSH_CONFIG` names, if it does.

    Raises PublishError where there is no such file.
    """
    file = variable_of(environment, "PUBLISH_SSH_CONFIG")
    if file and not Path(file).is_file():
        raise PublishError(f"PUBLISH_SSH_CONFIG names {shortened(file)!r}, and there is no such file; mend the path")
    return ["-F", file] if file else []


def _host(parts: SplitResult) -> str:
    """Return the host as it was written: SSH's settings may have names in capital letters."""
    bare = parts.netloc.rpartition("@")[2]
    if bare.startswith("["):
        return bare[1:].partition("]")[0]
    return bare.partition(":")[0]
