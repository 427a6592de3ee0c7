"""Going back: chooses the release that is published again, and says so where that would change nothing."""

from contextlib import suppress
from dataclasses import replace

from plugins.newsroom.problems import did_you_mean
from plugins.publish.due import remember
from plugins.publish.errors import PublishError, UnchangedError
from plugins.publish.publish_run import PublishRun, release, without_takedown
from plugins.publish.site.model import PublishedSite
from plugins.publish.target_names import TARGET_CACHE


def roll_back(run: PublishRun, name: str, last: PublishedSite) -> int:
    """Publish the release `name` again, the one before the present one if that is empty; return the exit status.

    `last` is the last build here. Raises PublishError where there is no such release, or one that shows what was
    taken down, or readers have the same already.
    """
    found = run.target.releases()
    earlier = [each.id for each in found if not each.is_current]
    if name and name not in {each.id for each in found}:
        raise PublishError(f"there is no release {name!r} at {run.target.place}; {_meant(name, [*earlier])}")
    if not (name or earlier):
        raise PublishError("there is no release before the present one; make releases lists those that are kept")
    chosen = name or earlier[0]
    kept = run.target.kept(chosen)
    site, mistakes = without_takedown(run, kept, last)
    if shown := run.target.takedown.found_in(kept.files()):
        remedy = "name a release from before it was public or after (make releases), or run make publish"
        raise PublishError(f"release {chosen} still shows {shown}, which takedown names; {remedy}")
    try:
        status = release(run, site, mistakes, goes_back=chosen, last=last)
    except UnchangedError:
        others = earlier[earlier.index(chosen) + 1 :] if chosen in earlier else earlier
        raise PublishError(
            f"readers have what release {chosen} has, so nothing was changed; {_other(run, others, last)}"
        ) from None
    undated = replace(kept.notes, due=None)  # a timer must not undo a decision of people
    remember(TARGET_CACHE, run.settings.target, undated)
    return status


def _meant(name: str, known: list[str]) -> str:
    holding = [each for each in known if name in each]
    return f"did you mean {holding[0]!r}?" if len(holding) == 1 else did_you_mean(name, known)


def _other(run: PublishRun, earlier: list[str], last: PublishedSite) -> str:
    """Return the remedy: the newest of these releases that differs from what readers have."""
    for name in earlier:
        with suppress(PublishError):  # one that cannot be gone back to is no remedy
            kept = run.target.kept(name)
            site, _ = without_takedown(run, kept, last)
            if not (run.target.takedown.found_in(kept.files()) or run.target.plan(site).is_empty):
                return f"the next one that differs is {name} (make rollback RELEASE={name})"
    return "none before it differs; mend the content and run make publish"
