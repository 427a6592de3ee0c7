"""Builds the preview in a process of its own, and shows what came of it."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from plugins.preview.code import present_code
from plugins.preview.messages import Message, Progress, Result
from plugins.preview.process import BuildProcess
from plugins.preview.stage import Stage

PROBLEM = re.compile(r"[^\s:][^:]*:\d+:\d+: .+; .+")
"""A line as `newsroom.problems` writes it."""

LINES_SHOWN = 40
"""Of a build that failed without such a line (a mistake in the code): enough for a traceback's end."""

ATTEMPTS = 2
"""Times that a build is begun when the process that does it is killed: it may not have been the build's fault."""

PATIENCE = 1.0
"""Seconds after which somebody who waits wants to know for how long."""


class Builder:
    """Builds into a folder. The process stays for the next build, unless there is reason to doubt it."""

    def __init__(self, stage: Stage, folder: Path, again: Callable[[], None]) -> None:
        """`again` is called when the folder should be built although nothing was saved."""
        self._stage = stage
        self._folder = folder
        self._again = again
        self._process: BuildProcess | None = None
        self._others: tuple[str, ...] = ()
        self._begun = 0.0

    def build(self) -> str:
        """Build once, show what came of it on the stage, and return it in words for the terminal."""
        self._begun = monotonic()
        result = self._result()
        if result.status:
            problems = problem_lines(result.said)
            self._stage.fail(problems)
            kept = ["The last good build stays on show."] if self._stage.scene.folder else []
            return "\n".join([*problems, *kept])
        self._stage.show(self._folder)
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
            elif result.imported != self._others:
                self._others = result.imported
                process.code = present_code(self._others)
            return result
        return Result(status=1, said=said)

    def _current_process(self) -> BuildProcess:
        """Return the process, a new one if the code has changed or the old one has ended."""
        code = present_code(self._others)
        if self._process and (self._process.has_ended or self._process.code != code):
            self.close()
        if self._process is None:
            self._process = BuildProcess(self._folder, code, self._hear)
        return self._process

    def _hear(self, message: Message) -> None:
        if not isinstance(message, Progress):
            self._again()
        elif (seconds := monotonic() - self._begun) > PATIENCE:
            self._stage.tell(f"{message.what} {message.done:,} of {message.total:,}, {seconds:.0f} s")


def problem_lines(said: str) -> Sequence[str]:
    """Return the problems in what a failed build said, or the end of it where it named none."""
    lines = _lines(said)
    problems = [line.strip() for line in lines if PROBLEM.fullmatch(line.strip())]
    return problems or lines[-LINES_SHOWN:] or ["The build failed and said nothing."]


def _lines(said: str) -> list[str]:
    """Return the lines that say something, without the gaps by which the log puts its sources at the far right."""
    return [re.sub(r"(?<=\S) {4,}", "  ", line.rstrip()) for line in said.splitlines() if line.strip()]
