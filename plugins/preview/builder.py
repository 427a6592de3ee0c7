"""Builds of the preview: made by a process of their own, and shown with their problems."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from plugins.preview.current_state import CurrentState
from plugins.preview.messages import Message, Progress, Result
from plugins.preview.process import BuildProcess
from plugins.preview.source_digests import digest_sources

PROBLEM = re.compile(r"[^\s:][^:]*:\d+:\d+: (?!warning: |notice: ).+; .+")
"""A line on an error as `newsroom.problems` writes it."""

COUNTS = re.compile(r"[\d,]+ (?:error|warning|notice)s?: .+")
"""A line of counts by kind, at the end of a report."""

LINES_SHOWN = 40
"""Last lines that are shown of a build that failed without naming a place: enough for the end of a traceback."""

ATTEMPTS = 2
"""Times that a build is begun if its process is killed, which may not have been the build's fault."""

PROGRESS_AFTER = 1.0
"""Seconds of a build after which its progress is shown."""


class Builder:
    """Builds into a folder. The process stays for the next build until the code changes or a build breaks off."""

    def __init__(self, current: CurrentState, folder: Path, rebuild: Callable[[], None]) -> None:
        """Take `rebuild`, which is called when the folder should be built although nothing was saved."""
        self._current = current
        self._folder = folder
        self._rebuild = rebuild
        self._process: BuildProcess | None = None
        self._imported: tuple[str, ...] = ()
        self._begun = 0.0

    def build(self) -> str:
        """Build once, show the result to the browser, and return it in words for the terminal."""
        self._begun = monotonic()
        result = self._result()
        if result.status:
            problems = problem_lines(result.said)
            self._current.show_problems(problems)
            counts = [line for line in _lines(result.said) if COUNTS.fullmatch(line)]
            kept = ["The last good build stays on show."] if self._current.state.folder else []
            return "\n".join([*problems, *counts, *kept])
        self._current.show_build(self._folder, result.page_warnings)
        return "\n".join(_lines(result.said))

    def close(self) -> None:
        """End the build process."""
        if self._process:
            self._process.close()
            self._process = None

    def _result(self) -> Result:
        said = ""
        for _ in range(ATTEMPTS):
            process = self._current_process()
            result = process.build()
            if result is None:
                said = f"The build process {process.ending} before it was done; the terminal has what it said."
                continue
            if result.is_crashed:
                self.close()
            elif result.imported != self._imported:
                self._imported = result.imported
                process.code = digest_sources(self._imported)
            return result
        return Result(status=1, said=said)

    def _current_process(self) -> BuildProcess:
        """Return the process, a new one if the code has changed or the old one has ended."""
        code = digest_sources(self._imported)
        if self._process and (self._process.has_ended or self._process.code != code):
            self.close()
        if self._process is None:
            self._process = BuildProcess(self._folder, code, self._receive)
        return self._process

    def _receive(self, message: Message) -> None:
        if not isinstance(message, Progress):
            self._rebuild()
        elif (seconds := monotonic() - self._begun) > PROGRESS_AFTER:
            self._current.show_progress(f"{message.what} {message.done:,} of {message.total:,}, {seconds:.0f} s")


def problem_lines(said: str) -> Sequence[str]:
    """Return the problems that a failed build printed, or its last lines where it named none."""
    lines = _lines(said)
    problems = [line.strip() for line in lines if PROBLEM.fullmatch(line.strip())]
    return problems or lines[-LINES_SHOWN:] or ["The build failed and said nothing."]


def _lines(said: str) -> list[str]:
    """Return the lines that are not empty; a gap, by which the log puts its sources at the far right, is shortened."""
    return [re.sub(r"(?<=\S) {4,}", "  ", line.rstrip()) for line in said.splitlines() if line.strip()]
