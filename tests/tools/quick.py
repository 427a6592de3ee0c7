"""The part of `tests/unit` that `make check` runs, beside all of `tests/architecture` and `tests/theme`."""

import subprocess
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random

_MOST_CASES = 2
"""Of each test: tables of cases are most of them."""
_SHARE = 3
"""Every third file of tests, by chance; judgement, for a minute."""


class QuickTests:
    """Chooses files of `tests/unit`, and cases in them, by a seed; tests of edited modules are always there."""

    def __init__(self, root: Path, seed: int) -> None:
        self._unit = root / "tests" / "unit"
        self._root, self._seed = root, seed

    def leaves_out(self, file: Path) -> bool:
        """Tell whether a file of tests is none of those that are chosen."""
        if not file.is_relative_to(self._unit) or not file.name.startswith("test_"):
            return False
        tested = file.relative_to(self._unit).with_name(file.name.removeprefix("test_")).as_posix()
        edited = {f"plugins/{tested}", file.relative_to(self._root).as_posix()} & _edited(self._root)
        return not edited and Random(f"{self._seed} {tested}").randrange(_SHARE) != 0

    def few_cases(self, tests: Iterable[str]) -> frozenset[str]:
        """Return some of the names of tests: below `tests/unit`, few of those that differ in their parameters alone."""
        by_function: defaultdict[str, list[str]] = defaultdict(list)
        for name in tests:
            by_function[name.partition("[")[0]].append(name)
        chosen: set[str] = set()
        for function, names in by_function.items():
            most = _MOST_CASES if function.startswith("tests/unit/") else len(names)
            chosen.update(Random(f"{self._seed} {function}").sample(names, min(most, len(names))))
        return frozenset(chosen)


@cache
def _edited(root: Path) -> frozenset[str]:
    """Return the files that differ from the last commit, new ones too; none where git does not say."""
    done = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all", "--no-renames"],
        check=False,
        cwd=root,
        capture_output=True,
        text=True,
    )
    return frozenset(line[3:] for line in done.stdout.splitlines())
