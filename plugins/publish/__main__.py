"""`python -m plugins.publish`: build, check and publish; also plan, releases, rollback, headers, where."""

import os
import signal
import sqlite3
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from plugins.newsroom import clock
from plugins.newsroom.settings_places import unread_settings_told
from plugins.publish.build_process import run_build
from plugins.publish.due import ROOT, SIGNATURES
from plugins.publish.errors import PublishError
from plugins.publish.headers.formats import render
from plugins.publish.headers.host_remarks import host_remarks, note_printed
from plugins.publish.plan.wording import listed, remarks_on
from plugins.publish.publish_lock import OUTPUT, OUTPUT_LOCK, held, output_held, target_held
from plugins.publish.publish_run import PublishRun, release, show_plan, without_takedown
from plugins.publish.roll_back import roll_back
from plugins.publish.run_page import annotate_error
from plugins.publish.settings import read_publish_settings
from plugins.publish.site.built import BuiltSite
from plugins.publish.site.takedown_entries import without_entries
from plugins.publish.source_files import source_digests
from plugins.publish.system_errors import system_error_in_words
from plugins.publish.target_names import TARGET_CACHE
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.open import RELEASES, RunOptions, open_target
from plugins.publish.tell.untold import last_told
from plugins.stet.die_with_parent import outlive_readers

SETTINGS = Path("publishconf.py")


def publish(options: Namespace) -> int:
    """Build, unless told not to, and publish or show the plan; return the exit status."""
    run = _run(options)
    with _held(run), ExitStack() as stack:
        if options.no_build:
            output, sources = OUTPUT, None
            stack.enter_context(held(OUTPUT_LOCK, waits=options.wait))
        else:
            output, lock = stack.enter_context(output_held(run.settings.target))
            # Before the build: what is edited in the meantime is a change since.
            sources = source_digests(ROOT, TARGET_CACHE / SIGNATURES)
            if status := run_build(SETTINGS, output, lock, aside=options.json):
                print("The build failed, so nothing was published. The last release is untouched.", file=sys.stderr)
                return status
        built = BuiltSite(output)
        site, mistakes = without_takedown(run, built, built)
        if options.command == "plan":
            status = show_plan(run, site, mistakes, as_json=options.json)
        else:
            status = release(run, site, mistakes, sources)
        remarks = host_remarks(TARGET_CACHE, run.settings.target, site, run.settings.headers)
        for remark in (*remarks_on(site.notes, clock.now() if options.no_build else None), *remarks):
            print(remark, file=sys.stderr if options.json else sys.stdout)
        return status


def rollback(options: Namespace) -> int:
    """Publish a kept release again, the one before if none is named; return the exit status."""
    run = _run(options)
    with _held(run):
        return roll_back(run, options.name, BuiltSite(OUTPUT))


def releases(options: Namespace) -> int:
    """Print the releases that are kept; return the exit status."""
    run = _run(options)
    with run.target.held():
        print(listed(run.target.releases()))
    if last := last_told(TARGET_CACHE, run.settings.target):
        print(last)
    return 0


def where(options: Namespace) -> int:
    """Print the folder of the present release; return the exit status."""
    run = _run(options)
    target = run.target
    if run.is_handed_over and Path(target.place).is_dir():
        print(target.place)
        return 0
    if not isinstance(target, FolderTarget):
        raise PublishError(f"{target.place} is no folder of this machine; open it under its public address")
    if target.current_files() is None:
        raise PublishError(f"nothing is published in {target.root} yet; run make publish")
    print(target.current)
    return 0


def headers(options: Namespace) -> int:
    """Print the configuration by which a server sends the headers and redirects; return the exit status."""
    settings = read_publish_settings(SETTINGS, os.environ)
    site = without_entries(BuiltSite(OUTPUT), settings.takedown)
    former = options.former.read_text(encoding="utf-8") if options.former else ""
    print(render(options.name, site, settings.headers, former), end="")
    note_printed(TARGET_CACHE, options.name, site, settings.headers)
    return 0


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "publish": publish,
    "plan": publish,
    "rollback": rollback,
    "releases": releases,
    "where": where,
    "headers": headers,
}


def main(arguments: Sequence[str]) -> int:
    """Run the command line; return the exit status: the build's own if that failed, 1 after an error."""
    options = _parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except PublishError as error:
        print(error, file=sys.stderr)
        annotate_error(str(error), os.environ)
    except OSError as error:
        print(system_error_in_words(error, _written_folders()), file=sys.stderr)
    except sqlite3.Error as error:
        what = f"what this checkout remembers of the target cannot be read or written ({error})"
        remedy = f"see whether the disk is full, else delete {TARGET_CACHE} and {RELEASES}, and run again."
        print(f"{what}; {remedy}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Readers have whole pages; make publish goes on from here.", file=sys.stderr)
        return 130
    return 1


def _written_folders() -> list[Path]:
    """Return the folders that a run writes to, where the target is one of them too."""
    named = ""
    with suppress(Exception):  # the error may be of the settings, which are a program
        named = read_publish_settings(SETTINGS, os.environ).target
    target = [Path(named)] if named and "://" not in named else []
    return [*target, OUTPUT, TARGET_CACHE, RELEASES, Path(tempfile.gettempdir())]


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m plugins.publish", description=__doc__)
    parser.add_argument("command", nargs="?", choices=COMMANDS, default="publish")
    parser.add_argument("name", nargs="?", default="", help="of rollback: a release; of headers: nginx, caddy …")
    parser.add_argument("--with", dest="former", type=Path, help="of headers: those of before, to be good for both")
    parser.add_argument("--force", action="store_true", help="publish although a guard doubts the build")
    parser.add_argument("--adopt", action="store_true", help="publish into a bucket that holds other things")
    parser.add_argument("--wait", action="store_true", help="wait for another publisher, and replace a dead one")
    parser.add_argument("--purge-all", action="store_true", help="purge all copies, whatever has changed")
    parser.add_argument("--check", action="store_true", help="look at all files of the target, and mend them")
    parser.add_argument("--remove-foreign", action="store_true", help="of --check: remove files of no release too")
    parser.add_argument("--no-tell", action="store_true", help="tell no hub and no search engine of this release")
    parser.add_argument("--no-build", action="store_true", help="publish what lies in the output folder")
    parser.add_argument("--json", action="store_true", help="of plan: for programs")
    return parser


@contextmanager
def _held(run: PublishRun) -> Iterator[None]:
    with target_held(run.settings.target, waits=run.options.waits), run.target.held():
        yield


def _run(options: Namespace) -> PublishRun:
    settings = read_publish_settings(SETTINGS, os.environ)
    chosen = RunOptions(
        force=options.force,
        adopts=options.adopt,
        waits=options.wait,
        purges_all=options.purge_all,
        checks=options.check or options.remove_foreign,
        removes_foreign=options.remove_foreign,
        tells=not options.no_tell,
    )
    target = open_target(settings, os.environ, chosen)
    return PublishRun(target=target, settings=settings, environment=os.environ, options=chosen)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a bucket is told of the end too
    outlive_readers()
    with unread_settings_told():
        sys.exit(main(sys.argv[1:]))
