"""A publication that is built in three ways after each edit, which must come to the same, byte for byte."""

import hashlib
import shutil
from pathlib import Path

from plugins.stet.state.ledger_file import open_record
from tests.soundness.builds import Done, build, cache_of, differences, files_of
from tests.soundness.publication import Publication
from tests.soundness.warm import WarmBuilds

Files = dict[str, bytes]


def counts(said: str) -> list[str]:
    """Return the lines that count what is wrong by its kind."""
    return [line for line in said.splitlines() if " × " in line and not line.startswith("content/")]


class ComparedBuilds:
    """Builds by a new process each time, builds by one process as in the preview, and clean builds.

    A clean build has nothing of the builds before but compiled templates, which go by the digests of their sources:
    compiling them would cost more than the build.
    """

    def __init__(self, folder: Path) -> None:
        self.publication = Publication(folder / "site")
        self.publication.root.mkdir()
        self.publication.begin()
        self.outputs = (folder / "output", folder / "watched")
        self._clean = folder / "clean"
        self._warm = WarmBuilds(self.publication, self.outputs[1])
        self._records: dict[Path, tuple[str, int, Files]] = {}

    @property
    def caches(self) -> list[Path]:
        """The folders of developed pictures, one for each way of building."""
        return [cache_of(output) for output in (*self.outputs, self._clean)]

    def close(self) -> None:
        """End the process that makes the builds of the preview."""
        self._warm.close()

    def check(self) -> None:
        """Build all three; a mistake in the content is one for all of them, and leaves the last output as it is."""
        before = [files_of(output) for output in self.outputs]
        clean, wanted = self._build_clean()
        makers = (lambda: build(self.publication, self.outputs[0]), self._warm.build)
        for output, old, make in zip(self.outputs, before, makers, strict=True):
            done = make()
            assert done.status == clean.status, f"{done.said}\n--- but a clean build:\n{clean.said}"
            found = files_of(output)
            wrong = differences(found, wanted if clean.status == 0 else old)
            assert wrong == [], f"{output.name}: {len(wrong)} differ: {wrong[:9]}\n{done.said}"
            if clean.status == 0:
                assert counts(done.said) == counts(clean.said), f"{output.name}: other warnings than in a clean build"
                self._check_record(output, found)

    def _build_clean(self) -> tuple[Done, Files]:
        """Build into a folder without anything; return how that ended, and the files."""
        done = build(self.publication, self._clean)
        files = files_of(self._clean)
        state = self._clean.with_name("clean.stet")
        for path in (self._clean, *(path for path in state.glob("*") if path.name != "theme")):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        return done, files

    def _check_record(self, output: Path, files: Files) -> None:
        """Hold the build's record against the output, and the changes that it tells against the last output."""
        record = open_record(output)
        assert record is not None
        with record:
            digests = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
            assert {path: file.sha256 for path, file in record.files().items()} == digests
            if output in self._records:
                *mark, before = self._records[output]
                changed = record.changed_since(*mark)
                different = {path for path in before.keys() | files.keys() if before.get(path) != files.get(path)}
                assert changed is None or different <= changed.keys(), sorted(different - changed.keys())
            self._records[output] = (record.identity, record.generation, files)
