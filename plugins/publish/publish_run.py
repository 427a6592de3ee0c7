"""One run, the same for all targets: build, plan, check, publish, purge, verify, and print each result."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from plugins.newsroom.urls import site_prefix
from plugins.publish.cdn.purge import check_purge, make_purge, purge_urls, settling
from plugins.publish.due import remember
from plugins.publish.errors import PublishError, UnchangedError
from plugins.publish.headers.csp import missing_sources
from plugins.publish.headers.per_file import file_headers
from plugins.publish.plan.gone_pages import gone_pages
from plugins.publish.plan.guards import doubts
from plugins.publish.plan.moved_pages import find_moves, move_in_words
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.size_limits import over_limits
from plugins.publish.plan.target_look import TargetLook, with_mended
from plugins.publish.plan.wording import (
    looked_at,
    plan_as_json,
    plan_as_text,
    published,
    releases_forgotten,
    unchanged,
)
from plugins.publish.run_page import annotate_error, summarize
from plugins.publish.settings import PublishSettings
from plugins.publish.site.manifest import BY_OTHERS
from plugins.publish.site.model import PublishedSite
from plugins.publish.site.takedown import Takedown, WithoutTakedown
from plugins.publish.site.takedown_entries import TakedownSources, resolve_takedown
from plugins.publish.target_names import TARGET_CACHE
from plugins.publish.targets.base import Target
from plugins.publish.targets.open import RunOptions
from plugins.publish.tell.changed_addresses import changed_addresses
from plugins.publish.tell.services import notes_for_telling
from plugins.publish.tell.tell_run import Teller, teller_of
from plugins.publish.verify.check import verify
from plugins.publish.verify.every_file import inspect_publicly
from plugins.publish.verify.past_looks import PastLook, note_look, past_look
from plugins.publish.verify.samples import Sample, samples, samples_again

CONTENT = Path("content")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishRun:
    """Target, settings and options of a run."""

    target: Target
    settings: PublishSettings
    environment: Mapping[str, str]
    options: RunOptions

    @property
    def is_local(self) -> bool:
        """Tell whether releases go to a folder of this machine."""
        return "://" not in self.settings.target

    @property
    def is_handed_over(self) -> bool:
        """Tell whether a release fills a folder that another program brings to readers later."""
        return self.settings.target.lower().startswith("pages://")

    def url(self, site: PublishedSite) -> str:
        """Return the address that readers use, empty where it is not known."""
        return self.settings.url or site.notes.siteurl

    def teller(self, site: PublishedSite) -> Teller:
        """Return the one who tells hubs and search engines of changes."""
        return teller_of(self.settings, self.url(site), self.environment, TARGET_CACHE, tells=self.options.tells)

    def note_look(self, wanted: Sequence[Sample], *, is_check_open: bool = False) -> None:
        """Note the files that readers were not seen to get yet, for the next run to look at."""
        look = PastLook(unseen=tuple(sample.path for sample in wanted), is_check_open=is_check_open)
        note_look(TARGET_CACHE, self.settings.target, look)

    def place_of_look(self, site: PublishedSite) -> str:
        """Return the place where all files are looked at: readers' own, where the target only fills a folder."""
        return self.url(site) if self.is_handed_over else self.target.place

    def how_to_open(self, site: PublishedSite) -> str:
        """Return a sentence on the place where the publication can be seen."""
        if self.is_handed_over:
            from plugins.publish.targets.pages.target import HANDED_OVER

            return f"It is in {self.target.place}, {HANDED_OVER}"
        if self.is_local:
            return f"It is in {self.target.place}; `make open` serves it at a local address."
        return f"It is at {self.url(site)}." if self.url(site) else f"It is in {self.target.place}."


def without_takedown(run: PublishRun, site: PublishedSite, last: PublishedSite) -> tuple[PublishedSite, list[str]]:
    """Return a site without what was taken down, which the target is told of, and the mistakes in that list.

    `last` is the last build here: its notes say which texts and pictures of the content are meant. A text that comes
    back since the list names it no more is a mistake too: an earlier commit, or a checkout of before, has such a list.
    """
    written, target = run.settings.takedown, run.target
    remembered, mistakes = target.taken_down(), list[str]()
    if written:
        sources = TakedownSources(
            in_content=last.notes.taken_down, remembered=remembered, built=last.files, public=target.public_paths
        )
        target.takedown, mistakes = resolve_takedown(written, site.notes.siteurl or run.settings.url, sources)
        site = WithoutTakedown(site, target.takedown)
    given_back = Takedown(Takedown(remembered).beyond(target.takedown.addresses))
    if given_back and (shown := given_back.found_in(site.files())):
        what = f"{shown} was taken down there, and takedown names it no more"
        mistakes.append(f"{what}; if that was not taken out on purpose, bring this checkout up to date.")
    return site, mistakes


def release(
    run: PublishRun,
    site: PublishedSite,
    mistakes: Sequence[str] = (),
    sources: Mapping[str, str] | None = None,
    *,
    goes_back: str = "",
    last: PublishedSite | None = None,
) -> int:
    """Publish a site, unless readers have the same already; print the result; return the exit status.

    `mistakes` of the settings stop a release that nobody insists on. `sources` are the files that it was made from, by
    their digests; None where nobody's changes count. A release that `goes_back` to a kept one, as named, may bring
    pages back to former addresses; `last` is the last build here. Raises UnchangedError if it changes nothing.
    """
    if run.settings.purge:
        check_purge(run.settings.purge, run.environment)
    plan, looked = _checked(run, site, _plan(run, site))
    if looked:
        print(looked_at(looked, run.place_of_look(site), removes_foreign=run.options.removes_foreign))
    wanted = _samples(run, site, plan)
    found = [*mistakes, *_doubts(run, site, plan), *([] if goes_back else _moves(run, site, plan))]
    if found and not (run.options.force and plan.after.files):
        override = f" If that is meant: make {_insisting(run, goes_back)} FORCE=1" if plan.after.files else ""
        raise PublishError("\n".join([*found, f"The last release is untouched.{override}"]))
    everything = run.options.purges_all
    purge = make_purge(run.settings.purge, run.environment, plan, run.url(site), everything=everything)
    is_same = plan.is_empty and plan.before is not None
    if is_same and goes_back and not everything:
        raise UnchangedError("nothing would change")
    if is_same:
        purge()
        report = unchanged(plan, run.how_to_open(site), looked)
    else:
        run.note_look(wanted, is_check_open=plan.mends)
        for line in run.teller(site).note(changed_addresses(plan, run.url(site))):
            print(line)
        done = "Prepared" if run.is_handed_over else "Published"
        report = published(plan, run.target.publish(site, plan, purge), run.how_to_open(site), done)
    remember(TARGET_CACHE, run.settings.target, site.notes, sources)
    print(report)
    summarize(report, run.environment)
    if run.settings.takedown and (forgotten := run.target.forget_taken_down()):
        print(releases_forgotten(forgotten))
    status = _verify(run, site, wanted)
    for line in [] if status else run.teller(site).tell(notes_for_telling(site, last)):
        print(line)
    return status


def _insisting(run: PublishRun, goes_back: str) -> str:
    """Return the words after `make` of a command that does what this run does."""
    look = " CHECK=remove" if run.options.removes_foreign else " CHECK=1" if run.options.checks else ""
    return f"rollback RELEASE={goes_back}{look}" if goes_back else f"publish{look}"


def show_plan(run: PublishRun, site: PublishedSite, mistakes: Sequence[str] = (), *, as_json: bool) -> int:
    """Print the plan; return 1 where a guard would stop the release, or a look has found files that are to mend."""
    plan, looked = _checked(run, site, _plan(run, site))
    addresses = purge_urls(plan, run.url(site)) if run.settings.purge else ()
    found = [*mistakes, *_doubts(run, site, plan), *_moves(run, site, plan)]
    told = run.teller(site).planned(changed_addresses(plan, run.url(site)), site.notes)
    listed = {} if site.version else site.files()  # a build without other plugins has nothing of theirs
    by_others = [path for path, file in listed.items() if file.kind == BY_OTHERS]
    if as_json:
        print(plan_as_json(plan, addresses, run.target.place, found, by_others, site.notes, looked, told))
    else:
        if looked:
            print(looked_at(looked, run.place_of_look(site), removes_foreign=run.options.removes_foreign))
        print(plan_as_text(plan, addresses, run.target.place, by_others, told))
        for doubt in (*found, *run.teller(site).untellable(site.notes)):
            print(doubt, file=sys.stderr)
    return 1 if found or not (looked is None or looked.is_whole) else 0


def _plan(run: PublishRun, site: PublishedSite) -> PublishPlan:
    plan = run.target.plan(site)
    return replace(plan, gone=gone_pages(plan, site.notes, run.target.takedown.covers))


def _doubts(run: PublishRun, site: PublishedSite, plan: PublishPlan) -> list[str]:
    return [*doubts(site, plan, run.environment), *over_limits(run.settings.target, plan)]


def _moves(run: PublishRun, site: PublishedSite, plan: PublishPlan) -> list[str]:
    """Return a sentence for each page that has moved without a redirect; tell those that only seem to have."""
    prefix = site_prefix(run.url(site))
    moves = find_moves(plan.gone, plan, run.target.read, lambda path: site.place(path).read_bytes())
    for move in moves:
        if not move.is_certain:
            print(move_in_words(move, CONTENT, prefix), file=sys.stderr)
    return [move_in_words(move, CONTENT, prefix) for move in moves if move.is_certain]


def _checked(run: PublishRun, site: PublishedSite, plan: PublishPlan) -> tuple[PublishPlan, TargetLook | None]:
    """Return the plan that mends too, and the result of a look at all files; None where nobody asked for one."""
    last = past_look(TARGET_CACHE, run.settings.target)
    if not (run.options.checks or (last and last.is_check_open)):
        return plan, None
    if plan.before is None:
        print(f"No release is known at {run.target.place}, so there is nothing to look at.", file=sys.stderr)
        return plan, None
    found = run.target.inspect(site)
    if found is None:
        if not run.url(site):
            remedy = "set `url` in PUBLISH to have them looked at there"
            raise PublishError(f"{run.target.place} does not list its files; {remedy}")
        there = {path: file for path, file in site.files().items() if path not in plan.files}
        found = inspect_publicly(there, run.url(site))
    return with_mended(plan, found, site.files(), removes_foreign=run.options.removes_foreign), found


def _samples(run: PublishRun, site: PublishedSite, plan: PublishPlan) -> Sequence[Sample]:
    """Return the files to look at after the release; none where readers do not get it from another machine."""
    if run.is_local or run.is_handed_over or not run.settings.verify or not run.url(site):
        return ()
    last = past_look(TARGET_CACHE, run.settings.target)
    again = samples_again(last.unseen if last else None, plan, site.files)
    return list(dict.fromkeys([*samples(plan, partial(file_headers, settings=run.settings.headers)), *again]))


def _verify(run: PublishRun, site: PublishedSite, wanted: Sequence[Sample]) -> int:
    """Look at files as readers get them, and note how that ended: a failed look is repeated by the next run."""
    expected = partial(file_headers, settings=run.settings.headers)
    missing = partial(missing_sources, notes=site.notes)
    limits = settling(run.settings.purge)
    problems, unseen = verify(wanted, run.url(site), expected, limits, missing) if wanted else ([], [])
    run.note_look(unseen)
    for problem in problems:
        print(problem, file=sys.stderr)
        annotate_error(problem, run.environment)
    if problems:
        print("The next make publish looks at these again, and fails until readers get them.", file=sys.stderr)
    return 1 if problems else 0
