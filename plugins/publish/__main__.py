"""`python -m plugins.publish`: build, look twice, publish; `where` prints the folder that readers get."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.build import build
from plugins.publish.errors import PublishError
from plugins.publish.folder import FolderTarget, release_id
from plugins.publish.lock import held
from plugins.publish.manifest import Manifest, describe_output
from plugins.publish.plan import doubts, make_plan
from plugins.publish.report import published, unchanged
from plugins.publish.settings import PublishSettings, read_publish_settings, target_folder

SETTINGS = Path("publishconf.py")
OUTPUT = Path("output")
BUILD_LOCK = Path(".cache/publish.lock")
UNTOUCHED = "The last release is untouched."


def publish(settings: PublishSettings, *, force: bool) -> int:
    """Build the site and publish it; return the exit status."""
    target = FolderTarget(target_folder(settings.target))
    with held(BUILD_LOCK) as lock, target.lock():
        status = build(SETTINGS, OUTPUT, lock)
        if status:
            print(f"The build failed, so nothing was published. {UNTOUCHED}", file=sys.stderr)
            return status
        release(target, settings.keep, force=force)
    return 0


def release(target: FolderTarget, keep: int, *, force: bool) -> None:
    """Publish what lies in the output folder, unless it is what readers have already; say what was done."""
    manifest = describe_output(OUTPUT) if OUTPUT.is_dir() else Manifest({})
    previous, name = target.current_manifest(), target.current_id()
    _refuse_doubtful(previous, manifest, force=force)
    plan = make_plan(previous, manifest)
    if previous is not None and name is not None and plan.is_empty:
        print(unchanged(manifest, name, str(target.current)))
        return
    name = release_id(manifest, clock.now())
    target.publish(name, manifest, OUTPUT)
    print(published(manifest, plan, name, str(target.current)))
    target.prune(keep)


def _refuse_doubtful(previous: Manifest | None, manifest: Manifest, *, force: bool) -> None:
    found = doubts(previous, manifest)
    if found and not (force and manifest.files):
        override = " If that is meant: make publish FORCE=1" if manifest.files else ""
        raise PublishError(f"{' '.join(found)} {UNTOUCHED}{override}")


def where(settings: PublishSettings) -> int:
    """Print the folder that readers get; return the exit status."""
    target = FolderTarget(target_folder(settings.target))
    if target.current_manifest() is None:
        raise PublishError(f"nothing is published in {target.root} yet; run make publish")
    print(target.current)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Run the command line; return the exit status: the build's own if that failed, 1 after an error."""
    parser = argparse.ArgumentParser(prog="python -m plugins.publish", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["publish", "where"], default="publish")
    parser.add_argument("--force", action="store_true", help="publish although a guard doubts the build")
    options = parser.parse_args(arguments)
    try:
        settings = read_publish_settings(SETTINGS, os.environ)
        return where(settings) if options.command == "where" else publish(settings, force=options.force)
    except PublishError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(
            f"{error.filename or settings.target}: {error.strerror}; see to that and run again.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print(f"\nStopped. {UNTOUCHED}", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
