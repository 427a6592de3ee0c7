"""Samples that are looked at after a release: few, and for the same release the same ones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.publish.plan.publish_plan import PublishPlan, is_page
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.web.reader_urls import INDEX

CHANGED = 2
LARGEST = 2_000_000
"""Bytes of a file that is fetched to look at it: a judgement, some seconds on a slow line."""

Expected = Callable[[str], Mapping[str, str]]
"""Returns the expected headers of a path."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One path to look at."""

    path: str
    file: PublishedFile | None
    """Its content; None if it must be gone."""


def samples(plan: PublishPlan, expected: Expected) -> list[Sample]:
    """Return the home page, the newest page, some that changed and a lasting file, if they were sent, and one gone.

    Other files are not looked at: to choose among them would take the list of all files. Nor are redirect pages, in
    whose place a host may redirect by itself.
    """
    files = plan.files
    pages = [path for path in plan.new if _is_linked(path) and files[path].kind != REDIRECT]
    articles = [path for path in pages if files[path].kind == "article"]
    newest = (articles or pages)[-1:]
    some = _some([path for path in sorted({*plan.touched}.difference(pages)) if path in files], files)
    chosen = dict.fromkeys([*([INDEX] if INDEX in files else []), *newest, *some, *_lasting(plan, files, expected)])
    found = [Sample(path, files[path]) for path in chosen]
    gone = [path for path in plan.removed if _is_linked(path)] or plan.removed
    return found + [Sample(path, None) for path in gone[-1:]]


def samples_again(
    unseen: Sequence[str] | None, plan: PublishPlan, files: Callable[[], Mapping[str, PublishedFile]]
) -> list[Sample]:
    """Return the samples to look at beside those of a plan: the paths that were `unseen` at the last look.

    Where no look is known of (None) and the plan has nothing, the home page and some pages stand for all.
    """
    if unseen is None:
        found = files() if plan.is_empty else {}
        chosen = [path for path in (INDEX, *_some([*found], found)) if path in found]
        return [Sample(path, found[path]) for path in chosen]
    found = files() if unseen else {}
    return [Sample(path, found.get(path)) for path in unseen]


def _some(paths: Sequence[str], files: Mapping[str, PublishedFile]) -> list[str]:
    """Return some pages among these paths, without the home page: the same ones for the same contents."""
    pages = [path for path in paths if path != INDEX and _is_linked(path) and files[path].kind != REDIRECT]
    return sorted(pages, key=lambda path: (files[path].sha256, path))[:CHANGED]


def _lasting(plan: PublishPlan, files: Mapping[str, PublishedFile], expected: Expected) -> list[str]:
    """Return the smallest file that browsers keep for good, a new one if there is one."""
    new = frozenset(plan.new)
    small = [path for path, file in files.items() if file.bytes <= LARGEST and not is_page(path)]
    kept = [path for path in small if "immutable" in expected(path)["Cache-Control"]]
    return sorted(kept, key=lambda path: (path not in new, files[path].bytes, path))[:1]


def _is_linked(path: str) -> bool:
    """Tell whether readers have links to a page: not to `404.html`, which some hosts serve with that status."""
    return path == INDEX or path.endswith(f"/{INDEX}")
