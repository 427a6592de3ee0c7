"""An update: the kit's files of a later release, merged into a publication in three ways; its own files stay.

Base of the merge is the release that the publication has now, theirs the later one, each without what is the
publication's own (`ownership.py`). So nothing of its own can conflict, and no sample arrives. Until the commit all can
be taken back by `git reset --merge`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from plugins.start.demonstration import MOVED_TO
from plugins.start.git import Git
from plugins.start.kit_trees import kit_tree
from plugins.start.ownership import OWN_PATHS
from plugins.start.stopped_error import StoppedError
from plugins.start.versions import PROJECT, Version, version_in, version_of

REMOTE = "kit"
_TAGS = "refs/kit"
"""Tags of the kit are kept apart from the publication's own."""
BACK = "git reset --merge"
"""Command that takes an update back that is not committed yet."""
_MOST_COMMITS = 500
"""After a release, that are looked through for the one an archive was made of."""
_BACK_FROM_HALF = "git reset --hard && git clean -d --force"

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Pending:
    """An update whose commit is still to come."""

    head: str
    old: str
    new: str
    is_half: bool = False
    """True until git has done its part: what a kill left before that is no update. The code of 1.0.0, which begins
    updates from there, does not write it."""


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
        _refuse_half(git)
        raise StoppedError(
            f"There are changes that no commit has, first {changes[0][3:]}. Commit them or take them back; then update."
        )
    _note(git).unlink(missing_ok=True)
    if git.tells("rev-parse", "--verify", "--quiet", "MERGE_HEAD"):
        git.says("reset", "--merge")  # of an update that was killed before it changed anything
    _fetch(git, _source(git, source))
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
    begun = _begun(git)
    is_here = begun and not begun.is_half and not git.tells("diff", "--cached", "--quiet", "HEAD", "--", PROJECT)
    return begun if is_here else None


def conflicts(git: Git) -> Sequence[str]:
    """Return the files in which changes of the kit and of the publication meet."""
    return sorted({line.partition("\t")[2] for line in git.says("ls-files", "--unmerged").splitlines()})


def marked_files(git: Git) -> Sequence[str]:
    """Return the files that were staged with the marks of a conflict in them."""
    found = git.prints("diff", "--cached", "--check", "HEAD").splitlines()
    return sorted({line.split(":")[0] for line in found if line.endswith(": leftover conflict marker")})


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


def _begun(git: Git) -> Pending | None:
    """Return the update that was begun on the present commit, wherever it stands."""
    try:
        begun = Pending(**json.loads(_note(git).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    return begun if begun.head == git.says("rev-parse", "HEAD") else None


def _refuse_half(git: Git) -> None:
    begun = _begun(git)
    if begun and begun.is_half:
        raise StoppedError(
            f"The update to {begun.new} was stopped while git merged it. Take what it left back, with all that was "
            f"edited since and that no commit has: {_BACK_FROM_HALF}; then make update begins anew."
        )


def _fetch(git: Git, source: str) -> None:
    try:
        git.says("fetch", "--quiet", "--force", "--no-tags", "--", source, f"+refs/tags/v*:{_TAGS}/v*")
    except StoppedError as stopped:
        raise StoppedError(
            f"The releases of the kit could not be had from {source!r}, and nothing was changed. See to the network "
            f"and the address ({'FROM' if source != REMOTE else 'git remote -v'}), and update again.\n{stopped}"
        ) from stopped


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

    With the kit's history it is where the two parted. Without, and after an update that was reverted, it is the commit
    that is most like what is here, from the release that `pyproject.toml` names to the next one: archives are often
    made of a branch, some commits after its last release.
    """
    if git.tells("merge-base", "HEAD", target):
        parted = git.says("merge-base", "HEAD", target)
        if _version_at(git, parted) == old:
            return parted
    release = f"{_TAGS}/{old.tag}"
    if not git.tells("rev-parse", "--verify", "--quiet", release):
        raise StoppedError(f"{PROJECT} says {old}, and there is no such release to compare with")
    later = git.says("rev-list", "--reverse", f"--max-count={_MOST_COMMITS}", f"{release}..{target}").splitlines()
    nearest = sorted([release, *later], key=lambda commit: _distance(git, commit))
    return next((commit for commit in nearest if _version_at(git, commit) == old), release)


def _version_at(git: Git, commit: str) -> Version:
    return version_in(git.says("show", f"{commit}:{PROJECT}"))


def _distance(git: Git, commit: str) -> int:
    """Return how many of the kit's files are otherwise in a commit than here."""
    not_own = [f":(exclude){path}" for path in (*OWN_PATHS, MOVED_TO.as_posix())]
    return len(git.says("diff", "--name-only", "--no-renames", commit, "HEAD", "--", ".", *not_own).splitlines())


def _merge(git: Git, base: str, target: str, pending: Pending) -> None:
    """Bring what changed from `base` to `target` in the kit's files into index and folder, conflicts included."""
    scratch = Path(git.says("rev-parse", "--absolute-git-dir")) / "kit-index"
    has_demonstration = (git.folder / MOVED_TO).is_dir()
    old = git.commit_of(kit_tree(git, base, scratch, with_demonstration=has_demonstration))
    new = git.commit_of(kit_tree(git, target, scratch, with_demonstration=has_demonstration), old)
    _write_note(git, replace(pending, is_half=True))
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
    _write_note(git, pending)


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


def _write_note(git: Git, pending: Pending) -> None:
    _note(git).write_text(json.dumps(asdict(pending)), encoding="utf-8")


def _note(git: Git) -> Path:
    return Path(git.says("rev-parse", "--absolute-git-dir")) / "kit-update.json"
