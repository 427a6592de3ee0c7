"""The engine of a run: takes the offers of plugins, and makes the output folder follow them."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, TypeVar

from plugins.stet.build import Build
from plugins.stet.build_report import BuildReport, Explanation
from plugins.stet.offers import Offers
from plugins.stet.sources import Sources
from plugins.stet.state.database import open_database
from plugins.stet.state.ledger import Ledger
from plugins.stet.state.lock import Lock
from plugins.stet.state.other_files import OtherFiles
from plugins.stet.state.output_folder import OutputFolder
from plugins.stet.state.shelf import Shelf
from plugins.stet.state.state_paths import database_file, state_folder
from plugins.stet.step import Progress, say_nothing
from plugins.stet.workers import Spread

Kept = TypeVar("Kept")


class Engine(Offers):
    """One build into one folder. Plugins offer, then `build` makes the files; `close` comes last."""

    def __init__(
        self, output: Path, code_digest: bytes, spared: Collection[str] | None = (), writers: Sequence[str] = ()
    ) -> None:
        """Take the lock and open the state of the last build. Raises LockedError while another build goes on.

        `code_digest` stands for all code that has a part in the build: state that was written with other code is
        dropped, and `dropped` then says so. Files in the output folder that were not offered are removed, but for names
        on its top level that are `spared`; None spares all. Files that `writers`, the names of others, write during a
        run are kept too.
        """
        super().__init__()
        state = state_folder(output)
        self.lock = Lock(state / "lock")
        self.lock.take()
        try:
            self.database, self.dropped = open_database(database_file(output), code_digest)
        except BaseException:
            self.lock.release()
            raise
        self.folder = OutputFolder(output.resolve(), state / "staging", spared)
        self.others = OtherFiles(output.resolve(), state / "aside", writers)
        self.ledger = Ledger(self.database)
        self.sources = Sources(self.database)
        self.spread = Spread()
        self.progress: Progress = say_nothing
        self._memory: dict[str, tuple[Any, Any]] = {}
        self.runs_again = False
        """True if there will be another run with this engine, for which it pays to keep things in memory."""
        self.is_amid_build = False
        """True during a build, and after one that broke off: then the engine must be closed."""
        self.has_built = False
        """True if a build of the present offers was completed."""
        self._places = self._find_places()

    def kept(self, name: str, key: Any, make: Callable[[], Kept]) -> Kept:
        """Return a value that `make` makes; the last run's value, if it was kept under this name with an equal key.

        `key` stands for all that `make` depends on beside this engine. The value is kept for as long as the engine is
        open, and only where this process builds again.
        """
        if not self.runs_again:
            return make()
        known = self._memory.get(name)
        if known is None or known[0] != key:
            known = self._memory[name] = (key, make())
        found: Kept = known[1]
        return found

    def keep_sources(self) -> None:
        """Keep the sources that were read, however the build ends."""
        self.database.commit()

    def shelf(self, space: str) -> Shelf:
        """Return the values that a plugin keeps under its name."""
        return Shelf(self.database, space)

    def set_leftovers_aside(self) -> None:
        """Take leftovers of earlier runs out of the output, if others write there too."""
        self.others.set_aside(self.folder, self.ledger)

    def overwritten(self) -> list[str]:
        """Return the files that are no longer as the build has left them, in order of path."""
        changed = self.folder.edited_files(self.ledger.known_files())
        return sorted(self.folder.settle_edited(changed, self.ledger, self.lock.now()))

    def build(self) -> BuildReport:
        """Make the files that were offered, and remember them. Raises BuildError; the output is then as it was."""
        build = self._build()
        self.is_amid_build = True
        report = build.run()
        self.is_amid_build, self.has_built = False, True
        self.others.drop()
        return report

    def rehearse(self) -> BuildReport:
        """Return the report that `build` would give, and write nothing."""
        return self._build().rehearse()

    def explain(self, path: str) -> Explanation:
        """Return the reasons for writing one file of the output or not, and write nothing."""
        return self._build().explain(path)

    def renew(self) -> bool:
        """Forget the offers, for another run. False where state or lock are no longer in their places: close it.

        The sources and the ledger stay in memory: the lock keeps all others from changing them.
        """
        if self._find_places() != self._places:
            return False
        self.lock.time = self.lock.now()
        self.dropped, self.has_built = None, False
        self.forget_offers()
        return True

    def close(self) -> None:
        """Let go of state and lock, and forget the work of a build that was not completed. Once is enough."""
        try:
            if not self.has_built:
                self.others.put_back()
            self.database.close()
        finally:
            self.lock.release()

    def _build(self) -> Build:
        return Build(
            folder=self.folder,
            others=self.others,
            database=self.database,
            ledger=self.ledger,
            lock=self.lock,
            spread=self.spread,
            progress=self.progress,
            offers=self,
        )

    def _find_places(self) -> list[tuple[int, int]]:
        """Return device and inode of state and lock; nothing where one is gone."""
        try:
            found = [path.stat() for path in (self.lock.path, self.database.path)]
        except FileNotFoundError:
            return []
        return [(status.st_dev, status.st_ino) for status in found]
