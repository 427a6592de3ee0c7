"""The steps of a build: look, plan, make, move, remember."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.stet.build_plan import EDITED, FACTS, BuildPlan, make_build_plan
from plugins.stet.facts import OFFERED, Digests, Facts, Key, Trace, View, changed_facts, digest_of, settle_facts
from plugins.stet.folder import OutputFolder, parents
from plugins.stet.making import FileMaker, Made, Task
from plugins.stet.offers import Offers
from plugins.stet.outputs import KIND, Wanted, kind_versions, plan_key, wanted_of
from plugins.stet.state.database import WHOLE, Database
from plugins.stet.state.ledger import NO_CONTENT, KnownFile, KnownOutputs, Ledger, LedgerEntry
from plugins.stet.state.lock import Lock
from plugins.stet.step import Progress, Step
from plugins.stet.workers import Spread

_PLAN = "plan"
"""Name of the key of the plan that the present output follows."""

AllFacts = Mapping[str, Facts]
"""By space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did, or a rehearsal found that there is to do. Paths are in order."""

    written: Mapping[str, str]
    """New and changed files, each with the reason why."""
    removed: Sequence[str]
    kept: int
    made: int
    """How many models were made."""
    rendered: int
    """How many files were rendered, those among them that came out the same."""
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What there is to say of one file."""

    is_wanted: bool
    """Whether there shall be such a file."""
    why: str | None
    """Why the next build will write it; None if it will not."""
    last: str
    """Why it was written last; empty if it never was."""
    made_from: tuple[Key, ...]
    """The facts that it is made from."""
    changed: frozenset[Key]
    """All facts that are not what they were at the last build."""


@dataclass(slots=True, kw_only=True)
class Build:
    """One build, from what was offered."""

    folder: OutputFolder
    database: Database
    ledger: Ledger
    lock: Lock
    spread: Spread
    progress: Progress
    offers: Offers
    _view: View = field(init=False)
    _wanted: Wanted = field(init=False)
    _versions: dict[str, bytes] = field(init=False)
    _known: dict[str, KnownFile] = field(init=False)
    _foreign: list[str] = field(init=False)
    _looked_into: set[str] = field(init=False)

    def run(self) -> Report:
        """Bring the output folder to what was offered, and remember how it is."""
        self.database.commit()  # what was read is good for any build, and workers see only what holds
        plan, before, after = self._plan()
        self.folder.prepare()
        try:
            return self._carry_out(plan, before, after)
        finally:
            self.folder.clear()

    def rehearse(self) -> Report:
        """Return what `run` would do: models are made, and nothing is rendered or written."""
        plan, _, _ = self._plan()
        workshop = FileMaker(self.offers.kinds, self.offers.renderers, self._versions)
        known = self.ledger.contents(list(plan.to_check))
        written = {
            path: self._reason(path, plan, trace)
            for path in sorted(plan.to_check)
            for fingerprint, trace, _ in [workshop.fingerprint(self._wanted.outputs[path], self._view)]
            if plan.to_check[path] == EDITED or fingerprint != known.get(path, NO_CONTENT).fingerprint
        }
        return self._report(plan, written, len(plan.to_check), len(written))

    def explain(self, path: str) -> Explanation:
        """Return what there is to say of one file: what `run` would do with it, and what it is made from."""
        plan, _, _ = self._plan()
        entry = self.ledger.entry(path)
        why, trace = None, entry.trace if entry else None
        if path in plan.to_check:
            before = entry.content.fingerprint if entry else NO_CONTENT.fingerprint
            workshop = FileMaker(self.offers.kinds, self.offers.renderers, self._versions)
            fingerprint, trace, _ = workshop.fingerprint(self._wanted.outputs[path], self._view)
            is_same = fingerprint == before and plan.to_check[path] != EDITED
            why = None if is_same else self._reason(path, plan, trace)
        return Explanation(
            is_wanted=path in self._wanted.outputs,
            why=why,
            last=entry.content.why if entry else "",
            made_from=trace.keys if trace else (),
            changed=frozenset(plan.changed),
        )

    def _plan(self) -> tuple[BuildPlan, AllFacts, AllFacts]:
        self._view = self.offers.view()
        self._versions = kind_versions(self.offers.kinds, self.offers.renderers)
        self._known = self.ledger.known_files()
        self._wanted = self._work_out()
        before = self.ledger.facts()
        after = settle_facts(before, self._all_facts(), self.progress)
        paths = self._known.keys() if self._is_same_plan else self._wanted.outputs.keys() | self._known.keys()
        self._foreign, self._looked_into = self.folder.foreign_files(self.ledger.folders(), paths)
        changed = changed_facts(before, after)
        plan = make_build_plan(
            self._wanted.outputs,
            self._wanted.specs,
            self._known,
            edited=self._edited(),
            affected=self.ledger.made_from(changed),
            changed=changed,
        )
        return plan, before, after

    def _all_facts(self) -> Mapping[str, Digests | Step[Digests]]:
        spaces = digest_of(tuple(sorted(self.offers.loaders)))
        return {**self.offers.facts, KIND.name: self._versions, OFFERED: {"": spaces}}

    @property
    def _is_same_plan(self) -> bool:
        """Whether the files that there shall be are those that there are, each asked to be what it was."""
        key = plan_key(self.offers.plans)
        return key is not None and key == self.database.about(_PLAN)

    def _work_out(self) -> Wanted:
        if not self._is_same_plan:
            return wanted_of(self.offers.plans, self.progress)
        specs = {path: known.spec for path, known in self._known.items()}
        return Wanted(KnownOutputs(self.ledger, specs), specs, plan_key(self.offers.plans))

    def _edited(self) -> set[str]:
        """Return the files that somebody has changed; those that only look different are remembered as they are."""
        to_check = sorted(self.folder.edited_files(self._known))
        contents, now = self.ledger.contents(to_check), self.lock.now()  # what changes while it is read is not settled
        same = [path for path in to_check if self.folder.sha256(path) == contents[path].sha256]
        self.ledger.keep_signatures(self.folder.signatures(same, now))
        behind = tuple(f"{path}/" for path in self._foreign)
        hidden = {path for path in self._known if path.startswith(behind)} if behind else set()
        return set(to_check).difference(same) | hidden

    def _carry_out(self, plan: BuildPlan, before: AllFacts, after: AllFacts) -> Report:
        tasks = self._tasks(plan)
        workshop = FileMaker(self.offers.kinds, self.offers.renderers, self._versions)
        made = list(workshop.make(tasks, self._view, self.folder, self.spread, self._done(len(tasks))))
        pairs = [(task.output.path, result) for task, result in zip(tasks, made, strict=True)]
        staged = {path: result.number for path, result in pairs if result.is_staged}
        removed, needed = self._removed(plan), {folder for path in staged for folder in parents(path)}
        obstacles = [path for path in removed if path in needed]
        self.folder.apply(staged, [path for path in removed if path not in needed], obstacles)
        self._remember(plan, pairs, staged)
        self.ledger.keep_facts(before, after)
        self.database.set_about(_PLAN, self._wanted.key)
        self.database.set_about(WHOLE, b"whole" if self.folder.is_whole else None)
        self.ledger.keep_notes(self.offers.notes)
        self.database.commit()
        written = {path: self._reason(path, plan, result.trace) for path, result in pairs if result.is_staged}
        return self._report(plan, written, len(made), sum(result.is_rendered for result in made))

    def _tasks(self, plan: BuildPlan) -> list[Task]:
        contents = self.ledger.contents(list(plan.to_check))
        return [
            Task(number, self._wanted.outputs[path], NO_CONTENT if why == EDITED else contents.get(path, NO_CONTENT))
            for number, (path, why) in enumerate(plan.to_check.items())
        ]

    def _remember(self, plan: BuildPlan, pairs: Sequence[tuple[str, Made]], staged: Mapping[str, int]) -> None:
        now = self.lock.now()
        signatures = self.folder.signatures(staged, now)
        generation = self.ledger.generation()
        if staged or plan.removed or not generation:
            generation = self.ledger.begin_generation()
        entries = [
            LedgerEntry(
                output=self._wanted.outputs[path],
                spec=self._wanted.specs[path],
                content=result.content._replace(why=self._reason(path, plan, result.trace), generation=generation)
                if path in staged
                else result.content,
                signature=signatures[path] if path in staged else self._known[path].signature,
                trace=result.trace,
            )
            for path, result in pairs
        ]
        numbers = {path: known.number for path, known in self._known.items()}
        self.ledger.enter(entries, numbers, plan.removed, generation)
        moved = {folder for path in [*staged, *plan.removed, *self._foreign] for folder in parents(path)}
        folders = moved | self._looked_into
        there = self.folder.existing(folders)
        self.ledger.keep_folders(self.folder.signatures(there, now), folders - there)

    def _reason(self, path: str, plan: BuildPlan, trace: Trace) -> str:
        """Return why a file is made, with the names of what has changed of what it is made from."""
        why = plan.to_check[path]
        if why != FACTS:
            return why
        names = [f"{space} {name}".strip() for space, name in trace.keys if (space, name) in plan.changed]
        return f"{why}: {', '.join(names)}"

    def _report(self, plan: BuildPlan, written: Mapping[str, str], made: int, rendered: int) -> Report:
        return Report(
            written=dict(sorted(written.items())),
            removed=self._removed(plan),
            kept=len(self._wanted.outputs) - len(written),
            made=made,
            rendered=rendered,
            new=sum(path not in self._known for path in written),
        )

    def _removed(self, plan: BuildPlan) -> list[str]:
        """Return what is removed for good: what stands in the place of a file makes way for that."""
        return sorted({*plan.removed, *self._foreign}.difference(self._wanted.outputs))

    def _done(self, total: int) -> Callable[[int], None]:
        return lambda count: self.progress("Making pages", count, total)
