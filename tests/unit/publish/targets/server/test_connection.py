"""The connection with a program in the place of ssh, which runs the shell of the far end on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.server.address import ServerAddress
from plugins.publish.targets.server.connection import ScriptError, ServerConnection

SSH = """#!/bin/sh
echo "$@" >>{log}
echo "Welcome to this machine"
for last; do :; done
exec sh -c "$last"
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The arguments of all calls of the program that stands for ssh."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "ssh"
    program.write_text(SSH.format(log=tmp_path / "log"))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return tmp_path / "log"


@pytest.fixture
def address(tmp_path: Path) -> ServerAddress:
    (tmp_path / "there").mkdir()
    return ServerAddress(host="web", folder=str(tmp_path / "there"), user="ann", port=2222)


@pytest.fixture
def connection(log: Path, address: ServerAddress) -> Iterator[ServerConnection]:
    with ServerConnection(address, 60, ["-F", "config"]) as connection:
        yield connection


def test_ssh_is_called_with_the_address_and_asks_nothing(connection: ServerConnection, log: Path) -> None:
    call = log.read_text()

    assert call.startswith("-F config -oBatchMode=yes ")
    assert " -p 2222 " in call
    assert " -l ann -- web exec sh -c " in call


def test_a_script_returns_its_output(connection: ServerConnection) -> None:
    assert connection.run("printf 'one\\ntwo'; echo; echo 'café '") == "one\ntwo\ncafé \n"
    assert connection.run(":") == ""


def test_a_script_ends_at_the_first_command_that_fails(connection: ServerConnection) -> None:
    with pytest.raises(ScriptError) as caught:
        connection.run("echo before >&2\n(exit 3)\necho after")

    assert (caught.value.status, caught.value.text) == (3, "before\n")
    assert connection.run("printf still") == "still"


def test_only_a_script_in_place_moves_the_shell(connection: ServerConnection, tmp_path: Path) -> None:
    start = connection.run("pwd")
    connection.run("cd /")
    after_run = connection.run("pwd")
    connection.run_in_place(f"cd {tmp_path}")

    assert after_run == start
    assert connection.run("pwd") == f"{tmp_path}\n"


def test_lines_of_a_script_are_its_own_whatever_they_begin_with(connection: ServerConnection) -> None:
    assert connection.run("cat <<'END'\n.\n|x\n\\n\nEND") == ".\n|x\n\\n\n"


@pytest.mark.parametrize("lacking", ["rsync", "flock"])
def test_a_server_without_a_program_is_told(log: Path, address: ServerAddress, lacking: str) -> None:
    program = log.parent / "bin" / "ssh"
    program.write_text(SSH.format(log=log).replace('exec sh -c "$last"', f"echo no {lacking} >&2; exit 9"))

    with pytest.raises(PublishError, match=f"it (has no|lacks) {lacking}"), ServerConnection(address, 60):
        pass


def test_a_connection_that_breaks_off_is_told(connection: ServerConnection) -> None:
    with pytest.raises(PublishError, match="the connection was lost, or this publisher gave no sign for 60 seconds"):
        connection.run_in_place("exit 0")


def test_a_shell_without_a_sign_for_a_lease_ends(log: Path, address: ServerAddress) -> None:
    with ServerConnection(address, 1) as connection:
        connection._ended.set()  # no more signs of life
        connection._process.wait(10)

        with pytest.raises(PublishError, match="gave no sign for 1 seconds"):
            connection.run("echo")


def test_nothing_is_left_of_a_connection(log: Path, address: ServerAddress) -> None:
    with ServerConnection(address, 60) as connection:
        folder = Path(connection._sockets)
        before = folder.is_dir()

    assert (before, folder.exists()) == (True, False)
    assert connection._process.returncode is not None


def test_a_machine_without_ssh_is_told(address: ServerAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PublishError, match="ssh is not on this machine; sudo apt-get install openssh-client rsync"):
        ServerConnection(address, 60)
