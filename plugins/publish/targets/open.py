"""Opens the target that an address names. Each kind of target is imported only if it is named."""

import os
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex

from plugins.publish.settings import PublishSettings
from plugins.publish.target_names import TARGET_CACHE, file_name
from plugins.publish.targets.base import Target
from plugins.publish.targets.folder.checkout import target_folder
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.transfer_bar import TransferBar

RELEASES = Path(".releases")
"""Contents of releases, for targets that keep none themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """Options of a run from the command line."""

    force: bool = False
    """Publish although a guard doubts the build."""
    adopts: bool = False
    """Publish into a bucket that holds other things."""
    waits: bool = False
    """Wait for another publisher, and go on in its place if that is dead."""
    purges_all: bool = False
    """Purge all copies of the publication, not only the changed ones."""
    checks: bool = False
    """Look at all files of the target, and mend those that are missing or damaged."""
    removes_foreign: bool = False
    """Remove the files of no release too that such a look finds."""
    tells: bool = True
    """Tell the services in the settings which addresses have changed."""


def open_target(settings: PublishSettings, environment: Mapping[str, str], options: RunOptions) -> Target:
    """Return the target that the settings name. Raises PublishError for an address that names none."""
    scheme = settings.target.partition("://")[0] if "://" in settings.target else ""
    return _OPENERS[scheme](settings, environment, options)


def publisher_name() -> str:
    """Return the name of the publisher, `user@host`."""
    user = os.environ.get("USER") or os.environ.get("LOGNAME") or str(os.getuid())
    return f"{user}@{socket.gethostname()}"


def checkout_identity(folder: Path) -> str:
    """Return a word that no other checkout has, kept in `folder` from the first call on.

    The machine is part of it, since a lock in a `folder` that is copied to another machine keeps nobody out there.
    """
    place = folder / "checkout"
    if not place.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        place.write_text(token_hex(8), encoding="ascii")
    return f"{place.read_text(encoding='ascii')}@{socket.gethostname()}"


def _folder(settings: PublishSettings, _: Mapping[str, str], options: RunOptions) -> Target:
    folder, bar = target_folder(settings.target), TransferBar("Publishing")
    return FolderTarget(folder, settings.keep, progress=bar, waits=options.waits)


def _bucket(settings: PublishSettings, environment: Mapping[str, str], options: RunOptions) -> Target:
    from plugins.publish.headers.per_file import file_headers
    from plugins.publish.history.archive import Archive
    from plugins.publish.targets.bucket.backends import open_store
    from plugins.publish.targets.bucket.takeover import TakeoverPolicy
    from plugins.publish.targets.bucket.target import BucketTarget

    name = file_name(settings.target)
    return BucketTarget(
        store=open_store(settings.target, environment, settings.timeout),
        cache_folder=TARGET_CACHE / name,
        archive=Archive(RELEASES / name),
        who=publisher_name(),
        checkout=checkout_identity(TARGET_CACHE),
        headers=partial(file_headers, settings=settings.headers),
        policy=_policy(settings),
        takeover=TakeoverPolicy(lease=settings.lease, waits=options.waits),
        keep=settings.keep,
        grace=settings.grace,
        url=settings.url,
        publisher=settings.publisher,
        adopts=options.adopts,
        progress=TransferBar("Publishing"),
    )


def _server(settings: PublishSettings, environment: Mapping[str, str], options: RunOptions) -> Target:
    from plugins.publish.targets.server.address import parse_address, ssh_options
    from plugins.publish.targets.server.target import ServerTarget

    return ServerTarget(
        address=parse_address(settings.target),
        local_folder=RELEASES / file_name(settings.target),
        keep=settings.keep,
        lease=settings.lease,
        who=publisher_name(),
        options=ssh_options(environment),
        waits=options.waits,
    )


def _pages(settings: PublishSettings, *_: object) -> Target:
    from plugins.publish.targets.pages.target import PagesTarget, pages_folder

    return PagesTarget(
        folder=pages_folder(settings.target),
        url=settings.url,
        record=TARGET_CACHE / file_name(settings.target),
        keep=settings.keep,
        who=publisher_name(),
    )


def _platform(settings: PublishSettings, environment: Mapping[str, str], _: RunOptions) -> Target:
    from plugins.publish.headers.formats import render
    from plugins.publish.targets.platform.target import PlatformTarget
    from plugins.publish.targets.platform.tools import parse_destination

    destination = parse_destination(settings.target)
    return PlatformTarget(
        destination=destination,
        local_folder=RELEASES / file_name(settings.target),
        rendered=lambda form, site: render(form, site, settings.headers),
        environment=environment,
        keep=settings.keep,
        who=publisher_name(),
    )


def _policy(settings: PublishSettings) -> str:
    """Return a digest of all that decides the headers of files, and the files that are taken down."""
    from plugins.attachments import attachment_types
    from plugins.newsroom import media_types
    from plugins.publish.headers import per_file

    tables = [Path(str(module.__file__)).read_bytes() for module in (media_types, attachment_types, per_file)]
    chosen = repr((settings.headers, sorted(settings.takedown), settings.url)).encode()
    return blake2b(b"\0".join([*tables, chosen]), digest_size=16).hexdigest()


_OPENERS: Mapping[str, Callable[[PublishSettings, Mapping[str, str], RunOptions], Target]] = {
    "": _folder,
    "s3": _bucket,
    "gs": _bucket,
    "az": _bucket,
    "ssh": _server,
    "netlify": _platform,
    "cloudflare": _platform,
    "firebase": _platform,
    "pages": _pages,
}
"""Kinds of targets by the scheme of their address."""
