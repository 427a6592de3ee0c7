"""Files that texts link for readers to open: each is there, and is what its name says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from plugins.attachments.attachment_paths import published_name
from plugins.attachments.attachment_values import FileRemark, SourceAttachment
from plugins.desk.files.attachment_files import AttachmentFolder, hidden_name
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref
from plugins.desk.text.link_targets import target_like
from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import Problem, Severity, did_you_mean, shortened

_MOST_LISTED = 6
_MOST_NAMED = 3


def check_attachment(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    """Find a file that cannot be published, or of which its author should know something."""
    if ref.key in index.attachments.taken_down:
        return
    found, name = index.attachments[ref.key], f"linked file {shortened(ref.target)!r}"
    if isinstance(found, SourceAttachment):
        for what, remedy, is_warning in (*found.remarks, *_general_remarks(index.attachments, found)):
            problem = index.problem(here, ref.place, f"{name} {what}", remedy)
            yield replace(problem, severity=Severity.WARNING if is_warning else Severity.NOTICE)
        return
    hidden = hidden_name(ref.key) if ref.key not in index.attachments.by_key and index.has_file(ref.key) else None
    if hidden:
        what, remedy = f"is left alone, for {shortened(hidden)!r} begins with '{hidden[0]}'", "give it another name"
    elif ref.key in index.known.folders:
        what, remedy = "is a folder", "name a file in it, or pack it as a ZIP file"
    else:
        what, remedy = str(found), _named_otherwise(index, here, ref) if found.is_missing else found.remedy
    yield index.problem(here, ref.place, f"{name} {what}", remedy, has_rendering=True)


def _general_remarks(folder: AttachmentFolder, found: SourceAttachment) -> Iterator[FileRemark]:
    """Yield what depends on settings as well."""
    largest = folder.settings.largest_mb
    if found.size > largest * 1_000_000:
        what = f"is large: {found.size / 1_000_000:,.0f} MB, more than ATTACHMENTS['largest_mb'] ({largest})"
        yield FileRemark(what, "make it smaller, or raise the setting if your host takes it")
    if found.names and not folder.settings.keeps_metadata:
        told = ", ".join(found.names[:_MOST_NAMED]) + (" and more" if len(found.names) > _MOST_NAMED else "")
        remedy = "nothing need be done; to keep it, set ATTACHMENTS['keeps_metadata']"
        yield FileRemark(f"is published without what it tells beside its text: {told}", remedy, is_warning=False)


def _named_otherwise(index: ContentIndex, here: Entry, ref: Ref) -> str:
    """Return the remedy for a file that is not there under its name."""
    shown = partial(target_like, ref.target, here.source)
    by_letters = index.known.attachments_by_small_letters
    if other := by_letters.get(ref.key.casefold()):
        return f"write {shortened(shown(other))!r}: small and capital letters count"
    path = PurePosixPath(ref.key)
    wanted = {(published_name(ref.key) or path.name).casefold()}
    if others := [other for other in by_letters.values() if PurePosixPath(other).name.casefold() in wanted]:
        nearest = min(others, key=lambda other: (not other.startswith(f"{PurePosixPath(here.source).parent}/"), other))
        return f"it lies elsewhere: write {shortened(shown(nearest))!r}, or move it"
    folders = dict.fromkeys((path.parent.as_posix(), PurePosixPath(here.source).parent.as_posix(), "files"))
    there = {PurePosixPath(other).name: other for folder in folders for other in index.known.attachments_in(folder)}
    return did_you_mean(path.name, KnownNames(there), _listed([*there]), shown=lambda other: shown(there[other]))


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "put the file beside the article, or in content/files and write /files/ before its name"
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"put it there, or name one that is: {', '.join(map(shortened, names[:_MOST_LISTED]))}{more}"
