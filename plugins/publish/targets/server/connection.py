"""One SSH connection to a server: a shell there that runs scripts one after the other, and rsync beside it.

The shell lives as long as the connection, and ends by itself when the publisher gives no sign for as long as the lease.
So its lock becomes free however the publisher ends, and a publisher that was asleep cannot go on.
"""

import contextlib
import shlex
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.targets.server.address import ServerAddress
from plugins.publish.targets.server.server_errors import connection_in_words, rsync_in_words

_MARK = "\036"
"""Character before every exit status of a script; no script prints it."""

_NEEDED = "rsync flock timeout"
_SENT_LINES = "while IFS= read -r line; do case $line in .) exit 0;; esac; printf '%s\\n' \"${line#?}\"; done; exit 1"
"""Loop that reads one script from the connection: lines that begin with `|`, up to a line that is only a full stop."""

_OPTIONS = ("BatchMode=yes", "ConnectTimeout=15", "ServerAliveInterval=15", "ServerAliveCountMax=4")
_MASTER = ("ControlMaster=yes", "ControlPersist=no", "RemoteCommand=none", "RequestTTY=no", "LogLevel=ERROR")
_RSYNC_SECONDS = 120
"""Seconds for which rsync waits for a sign of the other side."""


class ScriptError(Exception):
    """A script on the server failed: its exit status, and its output."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"status {status}: {text}")
        self.status = status
        self.text = text


class ServerConnection:
    """The connection to the server of `address`; `lease` in seconds, `options` for SSH before all others."""

    def __init__(self, address: ServerAddress, lease: int, options: Sequence[str] = ()) -> None:
        for program in ("ssh", "rsync"):
            if shutil.which(program) is None:
                raise PublishError(f"{program} is not on this machine; sudo apt-get install openssh-client rsync")
        self.address = address
        self._lease = lease
        # The name of a socket may have a hundred bytes only.
        parent = None if len(tempfile.gettempdir()) < 60 else "/tmp"
        self._sockets = tempfile.mkdtemp(prefix="publish-", dir=parent)
        self._ssh = ["ssh", *options, *(f"-o{option}" for option in _OPTIONS), "-S", f"{self._sockets}/s"]
        self._ssh += ["-p", str(address.port)] if address.port else []
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the connection
        self._writing = threading.Lock()
        self._ended = threading.Event()
        self._process = self._connect()
        assert self._process.stdin and self._process.stdout
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        self._beat = threading.Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> "ServerConnection":
        try:
            list(self._lines_to_mark())  # past the message of the machine to everybody who logs in
        except BaseException:
            self.close()
            raise
        self._beat.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the shell and the connection."""
        self._ended.set()
        with contextlib.suppress(OSError), self._writing:
            self._stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stdout.close()
        self._errors.close()
        shutil.rmtree(self._sockets, ignore_errors=True)

    def run_in_place(self, script: str) -> str:
        """Run a script in the shell itself: its folder and its open files stay. Raises ScriptError."""
        return self._run(f"in_place() {{\n{script}\n}}\nin_place </dev/null 2>&1\n")

    def run(self, script: str) -> str:
        """Run a script up to the first command that fails, and return its output. Raises ScriptError."""
        return self._run(f"(\nset -eu\n{script}\n) </dev/null 2>&1\n")

    def send(self, folder: Path, there: str) -> None:
        """Send the content of `folder` to the folder `there`, where it replaces files of the same names.

        A file is written under another name and renamed, so other links to the one before stay as they are.
        """
        self._rsync("--recursive", "--perms", "--chmod=D755,F644", "--force", f"{folder}/", self._place(there) + "/")

    def fetch(self, there: str, paths: Sequence[str], folder: Path) -> None:
        """Bring these files below the folder `there` to `folder`."""
        listed = "\0".join(paths).encode("utf-8", "surrogateescape")
        self._rsync("--from0", "--files-from=-", self._place(there) + "/", f"{folder}/", given=listed)

    def _rsync(self, *arguments: str, given: bytes = b"") -> None:
        shell = shlex.join([*self._ssh, "-oControlMaster=no"])
        command = ["rsync", "--protect-args", "--checksum", "--compress", f"--timeout={_RSYNC_SECONDS}", "--rsh", shell]
        done = subprocess.run([*command, *arguments], check=False, input=given, capture_output=True)
        if done.returncode:
            raise PublishError(rsync_in_words(self.address, done.returncode, done.stderr.decode(errors="replace")))

    def _place(self, there: str) -> str:
        return f"{self.address.login}:{self.address.folder}/{there}"

    def _connect(self) -> "subprocess.Popen[bytes]":
        look = f"for p in {_NEEDED}; do command -v $p >/dev/null || {{ echo no $p >&2; exit 9; }}; done"
        taken = f"script=$(timeout {self._lease} sh -c {shlex.quote(_SENT_LINES)})"
        loop = f"{look}; printf '\\036 0\\n'; while {taken}; do eval \"$script\"; done"
        login = [*(["-l", self.address.user] if self.address.user else []), "--", self.address.host]
        command = [*self._ssh, *(f"-o{option}" for option in _MASTER), *login, f"exec sh -c {shlex.quote(loop)}"]
        # A session of its own: Ctrl-C is for the publisher, which then clears up over this connection.
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, start_new_session=True
        )

    def _run(self, script: str) -> str:
        sent = "".join(f"|{line}\n" for line in f"{script}printf '\\n\\036%s\\n' \"$?\"".split("\n"))
        try:
            with self._writing:
                self._stdin.write(f"{sent}.\n".encode("utf-8", "surrogateescape"))
                self._stdin.flush()
        except OSError:
            raise self._lost() from None
        lines = list(self._lines_to_mark())
        text = b"".join(lines[:-1]).decode("utf-8", "surrogateescape").removesuffix("\n")
        status = int(lines[-1][1:])
        if status:
            raise ScriptError(status, text)
        return text

    def _lines_to_mark(self) -> Iterator[bytes]:
        for line in self._stdout:
            yield line
            if line.startswith(_MARK.encode()):
                return
        raise self._lost()

    def _lost(self) -> PublishError:
        self._ended.set()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace")
        return PublishError(connection_in_words(self.address, said, self._lease))

    def _keep_alive(self) -> None:
        while not self._ended.wait(self._lease / 4):
            with contextlib.suppress(OSError, ValueError), self._writing:
                self._stdin.write(b".\n")
                self._stdin.flush()
