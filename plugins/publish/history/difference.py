"""How a site differs from the latest release that a catalogue knows; costs what has changed, where that can be told."""

from collections.abc import Mapping

from plugins.publish.history.catalogue import Catalogue
from plugins.publish.plan.publish_plan import Count, PublishPlan, count, make_publish_plan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import PublishedSite


def changes_from_latest(catalogue: Catalogue, site: PublishedSite) -> Mapping[str, PublishedFile | None]:
    """Return what a site has other than the latest release of the catalogue; all of it where there is none.

    Costs what has changed where the site can tell, and what there is where it cannot.
    """
    latest = catalogue.latest()
    if latest is None:
        return site.files()
    changed = site.changed_since(latest.version) if latest.version else None
    if changed is None:
        return between(catalogue.files(latest.id), site.files())
    before = catalogue.some(changed)
    return {path: file for path, file in changed.items() if before.get(path) != file}


def plan_against(catalogue: Catalogue, site: PublishedSite) -> PublishPlan:
    """Return what leads from the latest release of the catalogue to a site."""
    latest = catalogue.latest()
    if latest is None:
        return make_publish_plan(None, site.files())
    changed = changes_from_latest(catalogue, site)
    if not changed and site.version and site.version != latest.version:
        catalogue.agree(site.version)  # so that the next plan need not compare everything again
    before, after = catalogue.some(changed), moved_count(catalogue, changed)
    files = {path: file for path, file in sorted(changed.items()) if file}
    new = [path for path in files if path not in before]
    return PublishPlan(
        new=new,
        changed=[path for path in files if path in before],
        removed=sorted(path for path, file in changed.items() if file is None and path in before),
        unchanged=after.files - len(files),
        files=files,
        before=latest.count,
        after=after,
        siteurl_before=latest.notes.siteurl,
    )


def moved_count(catalogue: Catalogue, changed: Mapping[str, PublishedFile | None]) -> Count:
    """Return how much the latest release comes to with these differences."""
    latest = catalogue.latest()
    here, out = latest.count if latest else Count(), count(catalogue.some(changed))
    into = count({path: file for path, file in changed.items() if file})
    return Count(
        here.files - out.files + into.files,
        here.pages - out.pages + into.pages,
        here.bytes - out.bytes + into.bytes,
    )


def between(before: Mapping[str, PublishedFile], after: Mapping[str, PublishedFile]) -> dict[str, PublishedFile | None]:
    """Return what leads from these files to those, None for a file that is gone."""
    gone: dict[str, PublishedFile | None] = {path: None for path in before if path not in after}
    return gone | {path: file for path, file in after.items() if before.get(path) != file}
