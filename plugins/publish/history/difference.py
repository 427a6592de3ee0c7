"""Differences between a site and the latest release in a catalogue."""

from collections.abc import Mapping

from plugins.publish.history.catalogue import Catalogue, CatalogueEntry
from plugins.publish.plan.publish_plan import Count, PublishPlan, count, make_publish_plan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import PublishedSite


def changes_from_latest(catalogue: Catalogue, site: PublishedSite) -> Mapping[str, PublishedFile | None]:
    """Return the files that differ from the latest release, None for one that is gone; all where there is no release.

    Compares all files only where the site does not know its changes.
    """
    latest = catalogue.latest()
    if latest is None:
        return site.files()
    changed = site.changed_since(latest.version) if latest.version else None
    if changed is None:
        return between(catalogue.files(latest.id), site.files())
    known = catalogue.files_at(changed)
    return {path: file for path, file in changed.items() if known.get(path) != file}


def plan_against(catalogue: Catalogue, site: PublishedSite) -> PublishPlan:
    """Return the plan that leads from the latest release of the catalogue to a site."""
    latest = catalogue.latest()
    if latest is None:
        return make_publish_plan(None, site.files())
    changed = changes_from_latest(catalogue, site)
    if not changed and site.version and site.version != latest.version:
        catalogue.note_version(site.version)  # so that the next plan need not compare everything again
    before = catalogue.files_at(changed)
    files = {path: file for path, file in sorted(changed.items()) if file}
    after = _moved_count(latest.count, before, files)
    return PublishPlan(
        new=[path for path in files if path not in before],
        changed=[path for path in files if path in before],
        removed=sorted(path for path, file in changed.items() if file is None and path in before),
        unchanged=after.files - len(files),
        files=files,
        before=latest.count,
        after=after,
        siteurl_before=latest.notes.siteurl,
    )


def add_release(
    catalogue: Catalogue, release: str, site: PublishedSite, changed: Mapping[str, PublishedFile | None], who: str = ""
) -> None:
    """Add a site as the latest release; `changed` are its differences to the latest one before."""
    latest = catalogue.latest()
    files = {path: file for path, file in changed.items() if file}
    size = _moved_count(latest.count if latest else Count(), catalogue.files_at(changed), files)
    entry = CatalogueEntry(id=release, count=size, who=who, notes=site.notes, version=site.version)
    catalogue.add(entry, changed)


def _moved_count(size: Count, out: Mapping[str, PublishedFile], into: Mapping[str, PublishedFile]) -> Count:
    """Return the size of a release after files have been taken out and others put in."""
    less, more = count(out), count(into)
    return Count(
        size.files - less.files + more.files,
        size.pages - less.pages + more.pages,
        size.bytes - less.bytes + more.bytes,
    )


def between(before: Mapping[str, PublishedFile], after: Mapping[str, PublishedFile]) -> dict[str, PublishedFile | None]:
    """Return the files that lead from `before` to `after`, None for one that is gone."""
    gone: dict[str, PublishedFile | None] = {path: None for path in before if path not in after}
    return gone | {path: file for path, file in after.items() if before.get(path) != file}
