"""`python -m tests.mutants [words …]`: makes the mistakes of `mutants.toml` one by one, and sees the tests catch each.

The tests that a mutant names must pass without it and fail with it. Words choose mutants by their names. Some eight
minutes on two cores.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.conftest import ROOT
from tests.mutants.mutant import Mutant, copy_kit, load_mutants

PASSED, FAILED = 0, 1
"""Exit statuses of pytest; any other says that it could not run the tests."""


def run_tests(folder: Path, tests: Sequence[str]) -> tuple[int, str]:
    """Return the exit status of pytest over `tests` in a copy of the kit, and its output."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", *tests]
    # No compiled modules: they are told apart by time and size, and both may be those of the file before.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def fate(mutant: Mutant, folder: Path) -> str:
    """Return what became of a mutant: `caught`, or in words why not."""
    if (found := mutant.occurrences(folder)) != 1:
        return f"its piece stands {found} times in {mutant.file}; once is needed"
    before = mutant.apply(folder)
    try:
        status, said = run_tests(folder, mutant.tests)
    finally:
        (folder / mutant.file).write_text(before, encoding="utf-8")
    if status == FAILED:
        return "caught"
    return "SURVIVED" if status == PASSED else f"its tests could not run:\n{said}"


def main(words: Sequence[str]) -> int:
    """Print what became of each mutant, and return the exit status."""
    chosen = [each for each in load_mutants() if not words or any(word in each.name for word in words)]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    copies: SimpleQueue[Path] = SimpleQueue()

    def try_out(mutant: Mutant) -> str:
        folder = copies.get()
        try:
            return fate(mutant, folder)
        finally:
            copies.put(folder)

    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(os.cpu_count()) as pool:
        for number in range(os.cpu_count() or 1):
            copies.put(copy_kit(Path(temporary) / str(number), tracked))
        tests = sorted({test for mutant in chosen for test in mutant.tests})
        status, said = run_tests(Path(temporary) / "0", tests)
        if status != PASSED:
            print(f"Without any mutant these tests fail:\n{said}", file=sys.stderr)
            return 1
        fates = []
        for mutant, found in zip(chosen, pool.map(try_out, chosen), strict=True):
            print(f"{found:8} {mutant.name} ({mutant.promise})", flush=True)
            fates.append(found)
    print(f"{fates.count('caught')} of {len(fates)} caught.")
    return int(fates.count("caught") != len(fates))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
