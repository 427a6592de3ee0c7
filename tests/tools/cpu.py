"""The CPU time that a run costs, with that of workers, children and servers, and its dearest tests."""

import os
import resource
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

TICKS = os.sysconf("SC_CLK_TCK")


def spent() -> float:
    """Return the CPU seconds of this process and of those that it has waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def spent_by_the_living(process: int) -> float:
    """Return the CPU seconds of all processes that a process has started, and of those that they have waited for.

    So that a browser or a server is booked to the tests that use it, and not to the one after which it ends.
    """
    return sum(sum(map(int, _status(child)[11:15])) for child in _descendants(process)) / TICKS


def _descendants(process: int) -> Iterator[int]:
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, _read(children).split()):
            yield child
            yield from _descendants(child)


def _status(process: int) -> list[str]:
    """Return the fields of a process after its name, which may hold blanks; none if it has ended meanwhile."""
    return _read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


class CpuReport:
    """Plugin of pytest that books CPU time to tests where they run, and adds it up where they are reported."""

    def __init__(self, *, with_the_living: bool) -> None:
        self._with_the_living = with_the_living
        self._before = self._now()
        self._by_test: Counter[str] = Counter()

    def _now(self) -> float:
        return spent() + (spent_by_the_living(os.getpid()) if self._with_the_living else 0.0)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: object) -> object:
        """Note in a report, which travels to the first process, the time since the report before it.

        Less than none where processes have ended that nobody waits for, as those of a browser's pages do.
        """
        report = yield
        before, self._before = self._before, self._now()
        report.cpu = max(self._before - before, 0.0)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._by_test[report.nodeid] += getattr(report, "cpu", 0.0)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if terminalreporter.config.option.durations:
            terminalreporter.section("dearest tests and files, in CPU s")
            files: Counter[str] = Counter()
            for test, seconds in self._by_test.items():
                files[test.partition("::")[0]] += seconds
            dearest = terminalreporter.config.option.durations
            for name, seconds in [*self._by_test.most_common(dearest), *files.most_common(dearest)]:
                terminalreporter.line(f"{seconds:7.1f} {name}")
        terminalreporter.line(f"CPU s: {spent():.0f}, workers, children and ended servers included")
