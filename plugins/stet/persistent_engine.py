"""An engine that stays open from run to run, for a process that lives long, such as that of the preview.

Everything that it keeps is a cache with a check of its own: of values, of signatures, or of the lock that keeps all
others from the state. It writes the same files as an engine that is opened for each build.
"""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from plugins.stet.engine import Engine
from plugins.stet.step import Progress


class PersistentEngine:
    """Gives an engine to every run of this process, the same one where it can.

    `progress` hears of its work. `code` is a digest of the code, taken before anything was imported: if the code
    changes during the imports, no other process will use the state.
    """

    def __init__(self, progress: Progress, code: bytes) -> None:
        self.progress = progress
        self._code = code
        self._engine: Engine | None = None
        self._asked: tuple[Path, Collection[str] | None, Sequence[str]] = (Path(), (), ())
        self.told: set[str] = set()
        """Remarks that runs of this process have printed; each is printed once."""

    def engine(
        self,
        output: Path,
        code_digest: Callable[[], bytes],
        spared: Collection[str] | None,
        writers: Sequence[str] = (),
    ) -> Engine:
        """Return the engine of the last run with nothing offered, or a new one. Raises as `Engine` does.

        `code_digest` is asked when an engine is opened: this process cannot have come by other code since.
        """
        asked = (output.resolve(), spared, writers)
        if self._engine and (asked != self._asked or not self._engine.renew()):
            self.close()
        if self._engine is None:
            self._engine, self._asked = Engine(output, self._code + code_digest(), spared, writers), asked
            self._engine.runs_again, self._engine.progress = True, self.progress
        return self._engine

    def rest(self) -> None:
        """End a run: keep the engine for the next one, unless a build has broken off."""
        engine = self._engine
        if engine and engine.is_amid_build:
            self.close()
        elif engine:
            engine.keep_sources()
            if not engine.has_built:
                engine.others.put_back()
            # Others write after the build too, so with them the folder is looked at again.
            engine.folder.is_trusted |= engine.has_built and not engine.others.writers

    def look(self, goes_on: Callable[[], bool]) -> bool:
        """Look over the output, and return whether there is something to put right; `goes_on` may end it early."""
        engine = self._engine
        if engine is None or not engine.folder.is_trusted:
            return False
        is_wrong = engine.folder.look(engine.ledger, engine.lock, goes_on)
        engine.database.commit()
        return is_wrong

    def close(self) -> None:
        """Let go of the engine, if there is one."""
        engine, self._engine = self._engine, None
        if engine:
            engine.close()
