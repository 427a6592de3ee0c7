"""Ends of other processes: a child ends with its parent, however that ends, and nobody ends with those who read.

So nothing is left running, and `make plan | head -1` ends as `make plan` does.
"""

import io
import os
import signal
import sys
from typing import Any

_PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int, number: signal.Signals = signal.SIGKILL) -> None:
    """Have the system send a signal to this process once `parent`, which started it, has ended.

    On Linux only: elsewhere a child has to notice for itself. The system goes by the thread that started the child.
    """
    import ctypes  # here: others only print

    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(1)  # it ended before it could be asked for


class PatientOutput(io.TextIOWrapper):
    """An output stream that drops what it is given once its reader has gone."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except BrokenPipeError:
            self._let_go()
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except BrokenPipeError:
            self._let_go()

    def _let_go(self) -> None:
        """Lead the file descriptor to nowhere, so that what is still kept in memory can be written as well."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def outlive_readers() -> None:
    """Make standard output and standard error of this process outlive their readers."""
    sys.stdout = _patient(sys.stdout, 1)
    sys.stderr = _patient(sys.stderr, 2)


def _patient(stream: object, descriptor: int) -> PatientOutput:
    if not isinstance(stream, io.TextIOWrapper):  # the program was started with this one closed
        nowhere = os.open(os.devnull, os.O_WRONLY)
        if nowhere != descriptor:
            os.dup2(nowhere, descriptor)
            os.close(nowhere)
        stream = os.fdopen(descriptor, "w", encoding="utf-8")
    how: dict[str, Any] = {
        "encoding": stream.encoding,
        "errors": stream.errors,
        "line_buffering": stream.line_buffering,
        "write_through": stream.write_through,  # as with PYTHONUNBUFFERED
    }
    return PatientOutput(stream.detach(), **how)
