"""Scripts for the POSIX shell of a server; each runs in the folder of the target.

Layout and lock are those of a folder target (`targets/folder/`): both can publish there in turn.
"""

from collections.abc import Iterable, Sequence
from posixpath import dirname
from shlex import quote

from plugins.publish.site.picture_families import pieces_of
from plugins.publish.targets.folder.release_files import parents_of
from plugins.publish.targets.folder.target import OWN_ENTRIES, PARTIAL

IS_FILE, NO_FOLDER, IS_FOREIGN, IS_HELD = 2, 3, 4, 5
"""Exit statuses of `enter_folder`."""

_ARGUMENTS = 200
"""Paths in one command, far below the limit of any system."""


def enter_folder(folder: str, holder: str) -> str:
    """Go to the folder, made if need be, and take its lock for as long as the shell lives; write `holder` into it."""
    own = "|".join(map(quote, sorted(OWN_ENTRIES)))
    return f"""
umask 022
if [ -e {quote(folder)} ] && [ ! -d {quote(folder)} ]; then return {IS_FILE}; fi
mkdir -p -- {quote(folder)} || return {NO_FOLDER}
cd -- {quote(folder)} || return {NO_FOLDER}
if [ ! -d releases ]; then
  for entry in .* *; do
    case $entry in .|..|'.*'|'*'|{own}) ;; *) printf '%s\\n' "$entry"; return {IS_FOREIGN} ;; esac
  done
fi
(: >>.lock) || return {NO_FOLDER}
exec 9>>.lock
flock -n 9 || {{ cat .lock; return {IS_HELD}; }}
printf '%s' {quote(holder)} >.lock
"""


def clear_leftovers() -> str:
    """Remove the leftovers of an interrupted run; print the link, the releases, and the paths that were not purged."""
    return f"""
for partial in releases/{PARTIAL}*; do
  if [ -d "$partial" ]; then rm -rf -- "$partial" || rm -rf -- "$partial"; fi
done
rm -f .current-next
for manifest in manifests/*.json*; do
  name=${{manifest#manifests/}}
  if [ ! -d "releases/${{name%%.json*}}" ]; then rm -f -- "$manifest"; fi
done
if [ -L current ]; then readlink current; elif [ -e current ]; then echo '?'; else echo; fi
if [ -d releases ]; then ls releases; fi
echo
if [ -f .unpurged ]; then cat .unpurged; fi
"""


def begin_release(release: str, before: str | None, gone: Sequence[str]) -> str:
    """Make the hidden folder of a release: all files of the one before it as links, without those that are gone."""
    site = f"releases/{PARTIAL}{release}/site"
    lines = [f"mkdir -p releases manifests {site}"]
    if before:
        # Copies are for disks without links, and for files of another user, to which a system may refuse links.
        lines += [
            f"rmdir {site}",
            f"cp -al releases/{before} {site} 2>/dev/null || {{ rm -rf {site}; cp -a releases/{before} {site}; }}",
            f"cp manifests/{before}.json {site}/../manifest.json || :",
        ]
    lines += [f"cd {site}"]
    lines += [f"rm -f -- {paths}" for paths in _pieces(gone)]
    folders = sorted({dirname(path) for path in gone} - {""}, reverse=True)
    lines += [f"rmdir -p -- {paths} 2>/dev/null || :" for paths in map(quote, folders)]
    return "\n".join(lines)


def finish(release: str, sent: Sequence[str]) -> str:
    """Make the hidden folder a release, and switch to it: until the last command readers have the one before.

    The `sent` files are made durable before, or the whole disk where they are too many to be named.
    """
    partial = f"releases/{PARTIAL}{release}"
    return f"""
chmod 755 {partial}/site
{_durable([f"{partial}/site/{path}" for path in sent])}
mv -f {partial}/unpurged .unpurged
mv -f {partial}/manifest.json manifests/{release}.json
mv {partial}/site releases/{release}
rm -rf {partial}
{switch(release)}"""


def switch(release: str) -> str:
    """Give readers a release that is there, in one step."""
    return f"""
rm -f .current-next
ln -s releases/{release} .current-next
mv -T .current-next current
{_durable(["."])}
"""


def print_file(path: str) -> str:
    """Print a file of the present release."""
    return f"cat -- current/{quote(path)}"


def taken_down() -> str:
    """Print the addresses that were taken down."""
    return "if [ -f .taken-down ]; then cat .taken-down; fi"


def note_taken_down(addresses: Sequence[str]) -> str:
    """Note the addresses that were taken down, for the next publisher."""
    if not addresses:
        return "rm -f .taken-down"
    lines = [f"printf '%s\\n' {pieces} >>.taken-down-next" for pieces in _pieces(addresses)]
    return "\n".join([": >.taken-down-next", *lines, "mv -f .taken-down-next .taken-down"])


def holding(paths: Iterable[str], families: Iterable[tuple[str, str]]) -> str:
    """Print the path of every file below `releases/` that is one of these, or of one of these families."""
    found = [*map(quote, sorted(paths)), *("*".join(map(quote, pieces_of(family))) for family in sorted(families))]
    show = '[ ! -f "$found" ] || printf \'%s\\n\' "$found"'
    return "\n".join(f"for found in releases/*/{each}; do {show}; done" for each in found)


def remove(releases: Iterable[str]) -> str:
    """Remove releases with their manifests."""
    lines = []
    for name in releases:
        hidden = f"releases/{PARTIAL}{name}"
        lines += [f"mv releases/{name} {hidden}", f"rm -f manifests/{name}.json", f"rm -rf {hidden}"]
    return "\n".join(lines)


def end(doomed: Iterable[str]) -> str:
    """Note that all is purged, and remove old releases."""
    return f"rm -f .unpurged\n{remove(doomed)}"


def abandon(release: str) -> str:
    """Give back the space of a release that was not finished."""
    return f"rm -rf releases/{PARTIAL}{release}"


def manifest(release: str) -> str:
    """Print the manifest of a release."""
    return f"cat manifests/{release}.json"


def describe(release: str) -> str:
    """Print digest and name, and then size and name, of every file of a release, each ended by a zero byte."""
    return f"cd releases/{release}; find . -type f -exec sha256sum -z {{}} +; find . -type f -printf '%s  %p\\0'"


def list_entries(release: str) -> str:
    """Print the manifest of a release, digest and name of every file, then type, permissions and name of everything.

    Each is ended by a zero byte. A file that cannot be read has no digest.
    """
    return f"""cat manifests/{release}.json 2>/dev/null || :
printf '\\0'
cd releases/{release}
find . -type f -exec sha256sum -z {{}} + 2>/dev/null || :
find . -printf '%y %m  %p\\0' 2>/dev/null || :"""


def begin_mending(release: str, touched: Sequence[str], mended: Sequence[str], foreign: Sequence[str]) -> str:
    """Note paths to purge, remove the foreign files of a release, and open the folders of the `mended` ones."""
    folders = sorted({parent for path in mended for parent in parents_of(path)})  # the outermost first
    lines = [": >.unpurged", *(f"printf '%s\\n' {paths} >>.unpurged" for paths in _pieces(touched))]
    lines += [f"cd releases/{release}", "chmod 755 .", *(f"rm -rf -- {paths}" for paths in _pieces(foreign))]
    emptied = sorted({dirname(path) for path in foreign} - {""}, reverse=True)
    lines += [f"rmdir -p -- {folder} 2>/dev/null || :" for folder in map(quote, emptied)]
    for folder in map(quote, folders):
        lines += [f"if [ -L {folder} ] || [ ! -d {folder} ]; then rm -f -- {folder}; else chmod 755 -- {folder}; fi"]
    return "\n".join(lines)


def end_mending(release: str, sent: Sequence[str]) -> str:
    """Make the files that were sent into a release durable."""
    return _durable([f"releases/{release}/{path}" for path in sent])


def counts(releases: Iterable[str]) -> str:
    """Print how many files and how many pages each release has, by its manifest."""
    return "\n".join(
        f"printf '%s %s\\n' $(grep -c sha256 {file} || :) $(grep -c '\\.html\": {{' {file} || :)"
        for file in (f"manifests/{name}.json" for name in releases)
    )


def _durable(paths: Sequence[str]) -> str:
    if len(paths) > _ARGUMENTS:
        return "sync -f . 2>/dev/null || sync"
    return f"sync -- {' '.join(map(quote, [*paths, 'releases']))} 2>/dev/null || sync"


def _pieces(paths: Sequence[str]) -> list[str]:
    return [" ".join(map(quote, paths[start : start + _ARGUMENTS])) for start in range(0, len(paths), _ARGUMENTS)]
