"""A real sshd on a loopback port, with keys made for it, and what a client needs to log in there."""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.publish.targets.server.address import ServerAddress

PROGRAMS = ("sshd", "ssh", "ssh-keygen", "rsync", "flock")
CHEAP_LOGINS = "KexAlgorithms curve25519-sha256\nSetEnv SHLVL=1\n"
"""Keys are agreed on as it costs least, and bash reads no ~/.bashrc of this machine, as it does in a shell under SSH:
0.06 CPU s a login, where keys against quantum computers and a `pyenv init` in that file take 0.4."""
SERVER_FOLDER = Path("/run/sshd")
"""Where a server that root starts wants an empty folder."""


def lacking() -> list[str]:
    """Return the programs that these tests need and this machine lacks."""
    return [program for program in PROGRAMS if not _which(program)]


def _which(program: str) -> str | None:
    return shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@dataclass(frozen=True, slots=True)
class SshServer:
    """A server that takes one key."""

    folder: Path
    port: int
    pid: int = 0

    @property
    def options(self) -> list[str]:
        """What makes SSH use the key, and know the server."""
        return ["-F", str(self.folder / "client")]

    def cut(self) -> None:
        """End all connections at once, and not the server itself."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)

    def address(self, folder: Path) -> ServerAddress:
        return ServerAddress(host="127.0.0.1", user=getpass.getuser(), port=self.port, folder=str(folder))


@contextmanager
def ssh_server(folder: Path, port: int = 0, settings: str = "") -> Iterator[SshServer]:
    """Run a server until the end of the block."""
    server = SshServer(folder, port or _free_port())
    for name in ("host", "user"):
        if not (folder / name).exists():
            keygen = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(keygen, check=True)
    public = (folder / "host.pub").read_text().split()[:2]
    (folder / "known").write_text(f"[127.0.0.1]:{server.port} {' '.join(public)}\n")
    (folder / "client").write_text(
        f"IdentityFile {folder}/user\nIdentitiesOnly yes\nIdentityAgent none\n"
        f"UserKnownHostsFile {folder}/known\nGlobalKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n"
    )
    (folder / "config").write_text(
        f"ListenAddress 127.0.0.1:{server.port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/user.pub\n"
        f"PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n"
        f"MaxStartups 50\nMaxSessions 50\n{CHEAP_LOGINS}{settings}"
    )
    if os.geteuid() == 0:
        SERVER_FOLDER.mkdir(exist_ok=True)
    with (folder / "log").open("ab") as log:
        sshd = subprocess.Popen([str(_which("sshd")), "-D", "-e", "-f", str(folder / "config")], stderr=log)
    try:
        _await(server.port, sshd, folder / "log")
        yield replace(server, pid=sshd.pid)
    finally:
        sshd.terminate()
        sshd.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(port: int, sshd: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(200):
        if sshd.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"sshd did not start: {log.read_text()}")
