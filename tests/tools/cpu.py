"""The CPU time that a run costs, with that of workers, children and servers that have ended, and its dearest tests."""

import resource
from collections import Counter

import pytest

DEAREST = 15


def spent() -> float:
    """Return the CPU seconds of this process and of those that it has waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


class CpuReport:
    """Plugin of pytest that books CPU time to tests where they run, and adds it up where they are reported."""

    def __init__(self) -> None:
        self._before = spent()
        self._by_test: Counter[str] = Counter()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: object) -> object:
        """Note in a report, which travels to the first process, the time since the report before it."""
        report = yield
        before, self._before = self._before, spent()
        report.cpu = self._before - before
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._by_test[report.nodeid] += getattr(report, "cpu", 0.0)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if terminalreporter.config.option.durations:
            terminalreporter.section("dearest tests and files, in CPU s")
            files: Counter[str] = Counter()
            for test, seconds in self._by_test.items():
                files[test.partition("::")[0]] += seconds
            for name, seconds in [*self._by_test.most_common(DEAREST), *files.most_common(DEAREST)]:
                terminalreporter.line(f"{seconds:7.1f} {name}")
        terminalreporter.line(f"CPU s: {spent():.0f}, workers, children and ended servers included")
