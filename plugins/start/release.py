"""`python -m plugins.start.release VERSION`: makes a release of the kit; `make release` calls it.

CHANGELOG and pyproject.toml get the version, one commit and a tag hold them. Nothing is pushed.
"""

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from plugins.newsroom import clock
from plugins.start.demonstration import MOVED_TO, is_untouched
from plugins.start.git import Git
from plugins.start.stopped_error import StoppedError
from plugins.start.versions import CHANGELOG, PROJECT, UNRELEASED, Version, version_of

_VERSION_LINE = re.compile(r'^version = "[^"]*"$', re.MULTILINE)


def make_release(root: Path, version: Version, today: date) -> None:
    """Write the version into its files, commit and tag. Raises StoppedError with the reason why not."""
    git = Git(root)
    _refuse(root, git, version)
    changelog, project = root / CHANGELOG, root / PROJECT
    changelog.write_text(released(changelog.read_text(encoding="utf-8"), version, today), encoding="utf-8")
    text = project.read_text(encoding="utf-8")
    project.write_text(_VERSION_LINE.sub(f'version = "{version}"', text, count=1), encoding="utf-8")
    git.says("add", "--", CHANGELOG, PROJECT)
    git.commit(f"release: {version}")
    git.tag(version.tag, f"Release {version}")


def released(changelog: str, version: Version, today: date) -> str:
    """Return the CHANGELOG with what was unreleased under the heading of `version`.

    Raises StoppedError if nothing stands there.
    """
    before, heading, after = changelog.partition(f"{UNRELEASED}\n")
    entries = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    if not heading or not re.search(r"^- ", entries, re.MULTILINE):
        raise StoppedError(f"{CHANGELOG} has nothing under '{UNRELEASED}'; write there what changed for publishers")
    return f"{before}{UNRELEASED}\n\n## {version} ({today:%Y-%m-%d})\n{after}"


def _refuse(root: Path, git: Git, version: Version) -> None:
    if (root / MOVED_TO).is_dir():
        raise StoppedError(
            "This is a publication that was started, and releases are the kit's; make publish publishes it"
        )
    if not git.is_there:
        raise StoppedError("There is no git repository here; a release is a tag in one")
    if changes := git.changes():
        raise StoppedError(
            f"There are changes that no commit has, first {changes[0][3:]}; commit them or take them back"
        )
    if git.tells("rev-parse", "--verify", "--quiet", f"refs/tags/{version.tag}"):
        raise StoppedError(f"{version} was released before; name a later version")
    if version <= (present := version_of(root)):
        raise StoppedError(f"{version} is not later than {present}, which {PROJECT} has; name a later version")
    if not is_untouched(root):
        raise StoppedError("The demonstration changed, and its digest did not; run: make docs, and commit")


def main(arguments: Sequence[str]) -> int:
    """Make the release and return the exit status."""
    try:
        version = Version.parse(arguments[0] if arguments else "")
        make_release(Path(), version, clock.now().date())
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(
        f"Released {version}: one commit and the tag {version.tag}. To publish it: git push origin HEAD {version.tag}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
