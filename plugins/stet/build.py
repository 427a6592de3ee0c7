"""The steps of a build: look, plan, make, move, remember."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from plugins.stet.build_plan import EDITED, FACTS, BuildPlan, make_build_plan
from plugins.stet.build_report import BuildReport, Explanation
from plugins.stet.facts import OFFERED, Digests, Facts, Trace, View, changed_facts, digest_of, settle_facts
from plugins.stet.making import FileMaker, Made, Task
from plugins.stet.offers import Offers
from plugins.stet.outputs import KIND, Wanted, kind_versions, parents, plan_key, wanted_of
from plugins.stet.state.database import WHOLE, Database
from plugins.stet.state.ledger import NO_CONTENT, KnownFile, Ledger, LedgerEntry
from plugins.stet.state.lock import Lock
from plugins.stet.state.other_files import OtherFiles
from plugins.stet.state.output_folder import OutputFolder
from plugins.stet.state.signatures import UNSETTLED
from plugins.stet.step import Progress
from plugins.stet.workers import Spread

_PLAN = "plan"
"""Name of the key of the plan that the present output follows."""


@dataclass(kw_only=True)
class Build:
    """One build, from the offers of plugins; the findings that its steps share are made once."""

    folder: OutputFolder
    others: OtherFiles
    database: Database
    ledger: Ledger
    lock: Lock
    spread: Spread
    progress: Progress
    offers: Offers

    def run(self) -> BuildReport:
        """Bring the output folder to the offers, and remember how it is."""
        self.database.commit()  # sources that were read are good for any build, and workers see only committed rows
        plan = self._plan
        self.folder.prepare()
        try:
            return self._carry_out(plan)
        finally:
            self.folder.clear()

    def rehearse(self) -> BuildReport:
        """Return the report that `run` would give: models are made, and nothing is rendered or written."""
        plan = self._plan
        contents = self.ledger.contents(list(plan.to_check))
        written = {}
        for path in sorted(plan.to_check):
            fingerprint, trace, _ = self._maker.fingerprint(self._wanted.output(path), self._view)
            if plan.to_check[path] == EDITED or fingerprint != contents.get(path, NO_CONTENT).fingerprint:
                written[path] = self._reason(path, trace)
        leftovers = () if self.others.writers else self._sorted_foreign[0]  # others wrote theirs in the last run
        return self._report(written, self._removed(leftovers), len(plan.to_check), len(written))

    def explain(self, path: str) -> Explanation:
        """Return what `run` would do with one file, and the facts that it is made from."""
        plan = self._plan
        entry = self.ledger.entry(path)
        why, trace = None, entry.trace if entry else None
        if path in plan.to_check:
            before = entry.content.fingerprint if entry else NO_CONTENT.fingerprint
            fingerprint, trace, _ = self._maker.fingerprint(self._wanted.output(path), self._view)
            is_same = fingerprint == before and plan.to_check[path] != EDITED
            why = None if is_same else self._reason(path, trace)
        return Explanation(
            is_wanted=path in self._wanted.specs,
            why=why,
            last=entry.content.why if entry else "",
            made_from=trace.keys if trace else (),
            changed=frozenset(plan.changed),
        )

    @cached_property
    def _view(self) -> View:
        return self.offers.view()

    @cached_property
    def _versions(self) -> Mapping[str, bytes]:
        return kind_versions(self.offers.kinds, self.offers.renderers)

    @cached_property
    def _maker(self) -> FileMaker:
        return FileMaker(self.offers.kinds, self.offers.renderers, self._versions)

    @cached_property
    def _known_files(self) -> Mapping[str, KnownFile]:
        return self.ledger.known_files()

    @cached_property
    def _is_same_plan(self) -> bool:
        """True if this build is planned from the same values as the last one: then it wants the same outputs."""
        key = plan_key(self.offers.plans)
        return key is not None and key == self.database.about(_PLAN)

    @cached_property
    def _wanted(self) -> Wanted:
        if not self._is_same_plan:
            return wanted_of(self.offers.plans, self.progress)
        specs = {path: known.spec for path, known in self._known_files.items()}
        return Wanted(specs, self.ledger.asked, plan_key(self.offers.plans))

    @cached_property
    def _facts(self) -> Mapping[str, Facts]:
        """Facts by space; steps that work some out run here, each with its own progress."""
        spaces = digest_of(tuple(sorted(self.offers.loaders)))
        own: dict[str, Digests] = {KIND.name: self._versions, OFFERED: {"": spaces}}
        return settle_facts(self.ledger.facts(), {**self.offers.facts, **own}, self.progress)

    @cached_property
    def _foreign_files(self) -> tuple[Sequence[str], set[str]]:
        """Files that are not of the build, and the folders that were looked into for them."""
        known = self._known_files.keys()
        paths = known if self._is_same_plan else self._wanted.specs.keys() | known
        return self.folder.foreign_files(self.ledger.folders(), paths)

    @cached_property
    def _sorted_foreign(self) -> tuple[list[str], list[str]]:
        """Leftovers among the foreign files, for removal, and the files that others have written in this run."""
        return self.others.split(self._foreign_files[0], self.lock.time)

    @cached_property
    def _plan(self) -> BuildPlan:
        edited, (_, theirs) = self._edited_files(), self._sorted_foreign
        self.others.refuse_collisions(theirs, self._wanted, edited, self._known_files, self.lock.time)
        changed = changed_facts(self.ledger.facts(), self._facts)
        return make_build_plan(
            self._wanted.specs,
            self._known_files,
            edited=edited,
            affected=self.ledger.made_from(changed),
            changed=changed,
        )

    def _edited_files(self) -> set[str]:
        """Return the files that somebody has changed, also by putting something in the place of their folder."""
        edited = self.folder.settle_edited(self.folder.edited_files(self._known_files), self.ledger, self.lock.now())
        behind = tuple(f"{path}/" for path in self._foreign_files[0])
        return edited | {path for path in self._known_files if behind and path.startswith(behind)}

    def _carry_out(self, plan: BuildPlan) -> BuildReport:
        tasks = self._tasks(plan)
        tell = partial(self.progress, "Making pages")
        made = list(self._maker.make(tasks, self._view, self.folder, self.spread, tell))
        pairs = [(task.output.path, result) for task, result in zip(tasks, made, strict=True)]
        staged = {path: result.number for path, result in pairs if result.is_staged}
        removed, needed = self._removed(self._sorted_foreign[0]), _folders_of(staged)
        obstacles = [path for path in removed if path in needed]
        self.folder.apply(staged, [path for path in removed if path not in needed], obstacles)
        self._remember(plan, pairs, staged)
        written = {path: self._reason(path, result.trace) for path, result in pairs if result.is_staged}
        return self._report(written, removed, len(made), sum(result.is_rendered for result in made))

    def _tasks(self, plan: BuildPlan) -> list[Task]:
        contents = self.ledger.contents(list(plan.to_check))
        return [
            Task(number, self._wanted.output(path), NO_CONTENT if why == EDITED else contents.get(path, NO_CONTENT))
            for number, (path, why) in enumerate(plan.to_check.items())
        ]

    def _remember(self, plan: BuildPlan, pairs: Sequence[tuple[str, Made]], staged: Mapping[str, int]) -> None:
        now = self.lock.now()
        self._enter_files(plan, pairs, self.folder.signatures(staged, now))
        leftovers, theirs = self._sorted_foreign
        moved = _folders_of([*staged, *plan.removed, *leftovers]) | self._foreign_files[1]
        self.folder.keep_folders(moved, self.ledger, now)
        shared = moved & _folders_of(theirs)  # the next build has to look into these again
        self.ledger.keep_folders(dict.fromkeys(shared, UNSETTLED), set())
        self.ledger.keep_facts(self._facts)
        self.ledger.keep_notes(self.offers.notes)
        self.database.set_about(_PLAN, self._wanted.key)
        self.database.set_about(WHOLE, b"whole" if self.folder.is_whole and not self.others.writers else None)
        self.database.commit()

    def _enter_files(self, plan: BuildPlan, pairs: Sequence[tuple[str, Made]], signatures: Mapping[str, bytes]) -> None:
        """Enter the files that were made into the ledger; those that were written have new `signatures`."""
        generation = self.ledger.generation()
        if signatures or plan.removed or not generation:
            generation = self.ledger.begin_generation()
        entries = []
        for path, result in pairs:
            content, signature = result.content, signatures.get(path)
            if signature is None:
                signature = self._known_files[path].signature
            else:
                content = content._replace(why=self._reason(path, result.trace), generation=generation)
            output, spec = self._wanted.output(path), self._wanted.specs[path]
            entries.append(LedgerEntry(output, spec, content, signature, result.trace))
        self.ledger.enter(entries, plan.removed, generation)

    def _reason(self, path: str, trace: Trace) -> str:
        """Return why a file is made, with the names of the changed facts that it is made from."""
        why, changed = self._plan.to_check[path], self._plan.changed
        if why != FACTS:
            return why
        names = [f"{space} {name}".strip() for space, name in trace.keys if (space, name) in changed]
        return f"{why}: {', '.join(names)}"

    def _report(self, written: Mapping[str, str], removed: Sequence[str], made: int, rendered: int) -> BuildReport:
        return BuildReport(
            written=dict(sorted(written.items())),
            removed=removed,
            kept=len(self._wanted.specs) - len(written),
            made=made,
            rendered=rendered,
            new=sum(path not in self._known_files for path in written),
        )

    def _removed(self, leftovers: Sequence[str]) -> list[str]:
        """Return the paths that are removed for good: something in the place of a file makes way for that."""
        return sorted({*self._plan.removed, *leftovers}.difference(self._wanted.specs))


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Return all folders that the paths lie in."""
    return {folder for path in paths for folder in parents(path)}
