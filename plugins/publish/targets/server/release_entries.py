"""A look at all files of a release on a server, by the output of `scripts.list_entries`."""

from collections.abc import Mapping
from contextlib import suppress

from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.manifest import PublishedFile, from_json
from plugins.publish.targets.folder.release_files import compare_entries


def inspect_entries(said: str, files: Mapping[str, PublishedFile], release: str) -> TargetLook:
    """Return how a release differs from `files`, by what `scripts.list_entries` has printed."""
    manifest, *entries, _ = said.split("\0")
    records = [f"manifests/{release}.json"]
    with suppress(ValueError):
        records = [] if from_json(manifest) == files else records
    digests: dict[str, str] = {}
    there: dict[str, int] = {}
    for entry in entries:
        about, _, name = entry.partition("  ")
        path = name.removeprefix("./")
        match about.split(" "):
            case [digest]:
                digests[path] = digest
            case ["d", mode]:
                there["/" if path == "." else f"{path}/"] = int(mode, 8)
            case [kind, mode]:
                there[path] = int(mode, 8) if kind == "f" else 0
    return compare_entries(there, files, lambda path: digests.get(path) == files[path].sha256, records)
