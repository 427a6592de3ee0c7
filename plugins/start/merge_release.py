"""An update: the kit's files of a later release, merged into a publication in three ways; its own files stay.

Base of the merge is the release that the publication has now, theirs the later one, each without what is the
publication's own (`ownership.py`). So nothing of its own can conflict, and no sample arrives. Until the commit all can
be taken back by `git reset --merge`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.start.demonstration import MOVED_TO
from plugins.start.git import Git
from plugins.start.kit_trees import kit_tree
from plugins.start.stopped_error import StoppedError
from plugins.start.versions import PROJECT, Version, version_in, version_of

REMOTE = "kit"
_TAGS = "refs/kit"
"""Tags of the kit are kept apart from the publication's own."""
BACK = "git reset --merge"
"""Command that takes an update back that is not committed yet."""

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Pending:
    """An update whose commit is still to come."""

    head: str
    old: str
    new: str


def begin_update(root: Path, source: str, to: str, tell: Tell) -> bool:
    """Merge the release `to`, the last one if it is empty; return whether there is one that is not here yet.

    `source` is a repository with the kit's tags; empty for the remote `kit`. Raises StoppedError with what to do.
    """
    git = _repository(root, tell)
    pending = pending_update(git)
    if pending:
        tell(f"The update to {pending.new} goes on.")
        return True
    if changes := git.changes():
        raise StoppedError(
            f"There are changes that no commit has, first {changes[0][3:]}. Commit them or take them back; then update."
        )
    git.says("fetch", "--quiet", "--force", "--no-tags", _source(git, source), f"+refs/tags/v*:{_TAGS}/v*")
    old = version_of(root)
    new = _chosen(git, to, old)
    target = f"{_TAGS}/{new.tag}"
    if new == old:
        tell(f"The kit is at {old} already.")
        return False
    _merge(git, _base(git, target, old), target, Pending(git.says("rev-parse", "HEAD"), str(old), str(new)))
    for path in _settle_removed(git):
        tell(f"{path}: changed in {new}, and you had removed it; it stays removed")
    tell(f"From {old} to {new}:\n{git.says('diff', '--cached', '--shortstat', 'HEAD').strip() or 'no file changes'}")
    return True


def pending_update(git: Git) -> Pending | None:
    """Return the update that was begun on the present commit and neither committed nor taken back."""
    note = _note(git)
    if not note.is_file():
        return None
    pending = Pending(**json.loads(note.read_text(encoding="utf-8")))
    if pending.head == git.says("rev-parse", "HEAD") and git.changes():
        return pending
    note.unlink()
    return None


def conflicts(git: Git) -> Sequence[str]:
    """Return the files in which changes of the kit and of the publication meet."""
    return sorted({line.partition("\t")[2] for line in git.says("ls-files", "--unmerged").splitlines()})


def finish_update(git: Git, pending: Pending) -> None:
    """Commit an update without conflicts."""
    git.commit(f"Update the kit to {pending.new}")
    _note(git).unlink(missing_ok=True)


def _repository(root: Path, tell: Tell) -> Git:
    git = Git(root)
    if git.is_there:
        return git
    if not git.is_installed:
        raise StoppedError("An update needs git; install it: sudo apt-get install git")
    git.says("init", "--quiet")
    git.says("add", "--all")
    git.commit("Begin")
    tell("There was no git repository here; now there is one, with all that was here as its first commit.")
    return git


def _source(git: Git, given: str) -> str:
    if given:
        return given
    if REMOTE in git.says("remote").split():
        return REMOTE
    raise StoppedError(
        "It is not known where the kit comes from; say FROM=address-of-its-repository, "
        f"or for good: git remote add {REMOTE} address-of-its-repository"
    )


def _chosen(git: Git, to: str, old: Version) -> Version:
    refs = git.says("for-each-ref", "--format=%(refname:lstrip=2)", f"{_TAGS}/").splitlines()
    known = sorted(version for ref in refs if (version := _version(ref)))
    if not known:
        raise StoppedError("There is no release yet where the kit comes from")
    if not to:
        return max(known[-1], old)
    wanted = Version.parse(to)
    if wanted not in known:
        raise StoppedError(f"There is no release {wanted}; there are {', '.join(map(str, known[-8:]))}")
    if wanted < old:
        raise StoppedError(f"{wanted} is older than {old}, which is here; git revert takes an update back")
    return wanted


def _version(ref: str) -> Version | None:
    try:
        return Version.parse(ref)
    except StoppedError:
        return None  # a tag of another kind, v2-draft


def _base(git: Git, target: str, old: Version) -> str:
    """Return the commit that the publication's copy of the kit comes from.

    With the kit's history it is where the two parted. Without, and after an update that was reverted, it is the release
    that `pyproject.toml` names.
    """
    if git.tells("merge-base", "HEAD", target):
        parted = git.says("merge-base", "HEAD", target)
        if version_in(git.says("show", f"{parted}:{PROJECT}")) == old:
            return parted
    if not git.tells("rev-parse", "--verify", "--quiet", f"{_TAGS}/{old.tag}"):
        raise StoppedError(f"{PROJECT} says {old}, and there is no such release to compare with")
    return f"{_TAGS}/{old.tag}"


def _merge(git: Git, base: str, target: str, pending: Pending) -> None:
    """Bring what changed from `base` to `target` in the kit's files into index and folder, conflicts included."""
    scratch = Path(git.says("rev-parse", "--absolute-git-dir")) / "kit-index"
    has_demonstration = (git.folder / MOVED_TO).is_dir()
    old = git.commit_of(kit_tree(git, base, scratch, with_demonstration=has_demonstration))
    new = git.commit_of(kit_tree(git, target, scratch, with_demonstration=has_demonstration), old)
    _note(git).write_text(json.dumps(asdict(pending)), encoding="utf-8")
    if git.tells("merge-base", "HEAD", target):
        # The release becomes a parent of the commit, so that the next update, or a merge by hand, knows what is here.
        git.says("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", target)
    # Renames are not looked for: a file of the kit that is like one of the publication's must not lead there. The other
    # strategy, ort, looks for them all the same (git 2.39).
    without_renames = ("--strategy=recursive", "--strategy-option=no-renames")
    if not git.tells("cherry-pick", "--no-commit", *without_renames, new) and not conflicts(git):
        git.tells("reset", "--merge")
        _note(git).unlink(missing_ok=True)
        raise StoppedError("git could not merge the release, and nothing was changed; git status may say why")


def _settle_removed(git: Git) -> list[str]:
    """Leave files removed that the publication had removed and the kit has changed; return them."""
    stages: dict[str, set[str]] = {}
    for line in git.says("ls-files", "--unmerged").splitlines():
        entry, _, path = line.partition("\t")
        stages.setdefault(path, set()).add(entry.split()[2])
    removed = sorted(path for path, present in stages.items() if "2" not in present)
    if removed:
        git.says("rm", "-f", "--quiet", "--", *removed)
    return removed


def _note(git: Git) -> Path:
    return Path(git.says("rev-parse", "--absolute-git-dir")) / "kit-update.json"
