"""The build process as the preview sees it: started, asked to build, listened to, and ended."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from plugins.preview.messages import Message, Result
from plugins.preview.source_digests import SourceDigests

_SECONDS_TO_END = 10.0
"""Time that a process gets to clear up after it was asked to end."""


class BuildProcess:
    """A process that builds into `output`. `receive` is called in a thread with each message that is no result."""

    def __init__(self, output: Path, code: SourceDigests, receive: Callable[[Message], None]) -> None:
        """Start the process; the calling thread has to live as long, for the system ends the process with it."""
        self.code = code
        """Digests of the code that it was started with."""
        self._receive = receive
        self._results: SimpleQueue[Result | None] = SimpleQueue()
        self._worker, end_of_worker = Pipe()
        descriptor = end_of_worker.fileno()
        arguments = [str(output), str(os.getpid()), code.plugins.hex(), str(descriptor)]
        command = [sys.executable, "-m", "plugins.preview.build_worker", *arguments]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[descriptor])
        end_of_worker.close()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def has_ended(self) -> bool:
        """True if it has ended by itself or was killed."""
        return self._process.poll() is not None

    @property
    def ending(self) -> str:
        """Ending of the process in words; waits for it."""
        status = self._process.wait()
        return f"was killed by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"

    def build(self) -> Result | None:
        """Build once, and return the result; None if the process has ended without one."""
        with contextlib.suppress(ConnectionError):
            self._worker.send(None)
        return self._results.get()

    def close(self) -> None:
        """End the process: ask it to end, and kill it if it does not."""
        self._process.terminate()
        try:
            self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        self._worker.close()

    def _listen(self) -> None:
        with contextlib.suppress(EOFError, OSError):  # the process has ended, maybe amid a message
            while True:
                message = self._worker.recv()
                if isinstance(message, Result):
                    self._results.put(message)
                else:
                    self._receive(message)
        self._results.put(None)
