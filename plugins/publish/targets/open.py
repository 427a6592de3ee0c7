"""From the address of a target to the target itself; what only one kind of target needs is loaded for that one."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex

from plugins.publish.errors import PublishError
from plugins.publish.settings import PublishSettings
from plugins.publish.target_names import BUCKETS, PLATFORMS, TARGET_CACHE, file_name
from plugins.publish.targets.base import Target
from plugins.publish.targets.folder.checkout import target_folder
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.transfer_bar import TransferBar

RELEASES = Path(".releases")
"""Contents of releases that went to targets which keep none themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What the command line asks of a run."""

    force: bool = False
    """To publish although a guard doubts the build."""
    adopts: bool = False
    """To publish into a bucket that holds other things."""
    waits: bool = False
    """To wait for another publisher, and to go on in its place if that is dead."""
    purges_all: bool = False
    """To purge all copies of the publication, whatever has changed."""


def open_target(settings: PublishSettings, environment: Mapping[str, str], options: RunOptions) -> Target:
    """Return the target that the settings name. Raises PublishError for an address that names none."""
    scheme = settings.target.partition("://")[0].lower() if "://" in settings.target else ""
    if not scheme:
        return FolderTarget(target_folder(settings.target), settings.keep, progress=TransferBar("Publishing"))
    if scheme in BUCKETS:
        return _bucket(settings, environment, options)
    if scheme == "ssh":
        return _server(settings, environment)
    if scheme in PLATFORMS:
        return _platform(scheme, settings, environment)
    known = ", ".join(f"{each}://" for each in (*BUCKETS, "ssh", *PLATFORMS))
    raise PublishError(f"target {settings.target!r}: there is no {scheme}://; known are a folder, {known}")


def publisher_name() -> str:
    """Return who publishes, `user@host`."""
    user = os.environ.get("USER") or os.environ.get("LOGNAME") or str(os.getuid())
    return f"{user}@{socket.gethostname()}"


def checkout_identity(folder: Path) -> str:
    """Return what tells this checkout from all others; made at the first call.

    The machine is part of it: where `folder` is handed on from machine to machine, the lock in it keeps nobody out.
    """
    place = folder / "checkout"
    if not place.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        place.write_text(token_hex(8), encoding="ascii")
    return f"{place.read_text(encoding='ascii')}@{socket.gethostname()}"


def _bucket(settings: PublishSettings, environment: Mapping[str, str], options: RunOptions) -> Target:
    from plugins.publish.headers.per_file import attributes_of
    from plugins.publish.history.archive import Archive
    from plugins.publish.targets.bucket.backends import open_store
    from plugins.publish.targets.bucket.takeover import TakeoverPolicy
    from plugins.publish.targets.bucket.target import BucketTarget, Publisher

    @cache
    def named(content_type: str, cache_control: str) -> Mapping[str, str]:
        return {"Content-Type": content_type, "Cache-Control": cache_control}

    def headers(path: str) -> Mapping[str, str]:
        found = attributes_of(path, settings.headers)
        return named(found.content_type, found.cache_control)

    name = file_name(settings.target)
    publisher = Publisher(
        who=publisher_name(),
        checkout=checkout_identity(TARGET_CACHE),
        headers=headers,
        policy=_policy(settings),
        takeover=TakeoverPolicy(lease=settings.lease, waits=options.waits),
        keep=settings.keep,
        grace=settings.grace,
        name=settings.publisher,
        adopts=options.adopts,
        progress=TransferBar("Publishing"),
    )
    return BucketTarget(
        open_store(settings.target, environment, settings.timeout),
        TARGET_CACHE / name,
        Archive(RELEASES / name),
        publisher,
    )


def _server(settings: PublishSettings, environment: Mapping[str, str]) -> Target:
    from plugins.publish.targets.server.address import parse_address, ssh_options
    from plugins.publish.targets.server.target import ServerTarget

    return ServerTarget(
        address=parse_address(settings.target),
        memory=RELEASES / file_name(settings.target),
        keep=settings.keep,
        lease=settings.lease,
        who=publisher_name(),
        options=ssh_options(environment),
    )


def _platform(scheme: str, settings: PublishSettings, environment: Mapping[str, str]) -> Target:
    from plugins.publish.headers.formats import render
    from plugins.publish.targets.platform.target import PlatformTarget
    from plugins.publish.targets.platform.tools import parse_destination

    return PlatformTarget(
        destination=parse_destination(settings.target),
        memory=RELEASES / file_name(settings.target),
        headers=lambda notes: render(scheme, notes, settings.headers),
        environment=environment,
        keep=settings.keep,
        who=publisher_name(),
    )


def _policy(settings: PublishSettings) -> str:
    """Return what stands for the headers of all files, and for what is taken down."""
    from plugins.newsroom import media_types
    from plugins.publish.headers import per_file as attributes

    tables = [Path(str(module.__file__)).read_bytes() for module in (media_types, attributes)]
    chosen = repr((settings.headers, sorted(settings.takedown))).encode()
    return blake2b(b"\0".join([*tables, chosen]), digest_size=16).hexdigest()
