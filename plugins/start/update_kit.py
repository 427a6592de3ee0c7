"""`python -m plugins.start.update_kit begin` and `finish`: the two halves of `make update`.

Between them `make` brings `.venv` to the new lock, so that the second half runs what the release brought.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.start.git import Git
from plugins.start.merge_release import BACK, begin_update, conflicts, finish_update, marked_files, pending_update
from plugins.start.stopped_error import StoppedError
from plugins.start.versions import CHANGELOG, Version, changes_between

_CHECKS = (("-m", "plugins.stet", "why"), ("-m", "plugins.press", "check"))
"""Read settings, content and own templates with the new code, tell all problems, and write nothing."""


def main(arguments: Sequence[str]) -> int:
    """Run one half and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m plugins.start.update_kit", description=__doc__)
    parser.add_argument("half", choices=["begin", "finish"])
    parser.add_argument("--to", default="", help="the release, 1.3.0; the last one if not given")
    parser.add_argument("--from", dest="source", default="", help="a repository of the kit: an address or a folder")
    asked = parser.parse_args(arguments)
    root = Path()
    try:
        if asked.half == "begin":
            begin_update(root, asked.source, asked.to, print)
            return _tell_conflicts(Git(root))
        return _finish(root)
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return 1


def _tell_conflicts(git: Git) -> int:
    found = conflicts(git) if pending_update(git) else ()
    if not found:
        return 0
    print("These files of the kit were changed here, and in the release at the same places:", file=sys.stderr)
    for path in found:
        print(f"  {path}", file=sys.stderr)
    print(
        "In each, choose between the marks (<<<<<<<), or delete the file if the release did, and git add it; then "
        f"make update goes on. To take the whole update back: {BACK}",
        file=sys.stderr,
    )
    return 1


def _finish(root: Path) -> int:
    git = Git(root)
    pending = pending_update(git)
    if not pending:
        return 0
    if _tell_conflicts(git):
        return 1
    git.says("add", "--all")
    if marked := marked_files(git):
        print(f"Marks of a conflict (<<<<<<<) are left in {', '.join(marked)}; choose between them.", file=sys.stderr)
        return 1
    checks = [
        subprocess.run([sys.executable, *check], cwd=root, capture_output=True, text=True, check=False)
        for check in _CHECKS
    ]
    if any(check.returncode for check in checks):
        for check in checks:
            print(check.stdout if check.returncode else "", check.stderr, sep="\n", file=sys.stderr)
        print(
            f"With {pending.new} settings, content or templates of your own have problems. Correct them, and make "
            f"update goes on; it will commit that with the update. To take the whole update back: {BACK}",
            file=sys.stderr,
        )
        return 1
    finish_update(git, pending)
    changelog = (root / CHANGELOG).read_text(encoding="utf-8")
    print(changes_between(changelog, Version.parse(pending.old), Version.parse(pending.new)))
    print(checks[-1].stdout.strip())
    print(f"Updated from {pending.old} to {pending.new}, in one commit.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
