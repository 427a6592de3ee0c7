"""Files to open that nothing links: nobody gets them, which their authors should know."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.attachments.attachment_types import suffix_of
from plugins.desk.files.content_index import ContentIndex
from plugins.newsroom.problems import Problem, Severity, shortened

_DOCUMENTS = frozenset({"docx", "doc", "odt", "rtf", "txt"})
"""Types of files that authors write their texts in."""
_OF_TEXTS = ("articles/", "pages/")
_MOST_NAMED = 3


def check_unlinked(index: ContentIndex) -> Iterator[Problem]:
    """Find files that no text links, one line a folder; each document among texts, which may be meant for one, alone.

    A file that a draft links counts as linked, and so do those that belong to one by their names: `talk.mp3` has
    `talk.vtt` and `talk.txt`.
    """
    if not index.attachments.by_key:
        return
    linked = {key for entry in index.entries.values() for key in entry.attachments}
    stems = {key.rpartition(".")[0] for key in linked}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(index.attachments.by_key):
        path = PurePosixPath(key)
        folder = path.parent.as_posix()
        stem = path.with_suffix("")
        is_beside = not stems.isdisjoint((stem.as_posix(), stem.with_suffix("").as_posix()))
        if key in linked or is_beside or (folder == "." and suffix_of(key) == "txt"):
            continue
        if suffix_of(key) in _DOCUMENTS and key.startswith(_OF_TEXTS):
            yield _document(index, path)
        else:
            found[folder].append(path.name)
    for folder, names in found.items():
        yield _folder(index, folder, names)


def _document(index: ContentIndex, path: PurePosixPath) -> Problem:
    better = path.with_suffix(".md").name
    remedy = f"save its text as Markdown in {shortened(better)!r}, link it, or begin its name with '_'"
    what = f"a document that nothing links, so nobody gets it: {path.suffix!r}"
    return Problem(index.path_of(path.as_posix()), 1, 1, what, remedy, Severity.WARNING)


def _folder(index: ContentIndex, folder: str, names: list[str]) -> Problem:
    more = len(names) - _MOST_NAMED
    listed = ", ".join(repr(shortened(name)) for name in names[:_MOST_NAMED])
    many = f"{len(names)} files that nothing links, so nobody gets them"
    what = many if len(names) > 1 else "a file that nothing links, so nobody gets it"
    place = index.path_of(folder) if folder != "." else index.shown_root
    remedy = "link what readers shall have, and begin other names with '_'"
    shown = f"{what}: {listed}{f' and {more} more' if more > 0 else ''}"
    return Problem(place, 1, 1, shown, remedy, Severity.NOTICE)
