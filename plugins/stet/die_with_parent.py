"""Ends a child process with its parent, however that ends, so that nothing is left running."""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int, number: signal.Signals = signal.SIGKILL) -> None:
    """Have the system send a signal to this process once `parent`, which started it, has ended.

    On Linux only: elsewhere a child has to notice for itself. The system goes by the thread that started the child.
    """
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(1)  # it ended before it could be asked for
