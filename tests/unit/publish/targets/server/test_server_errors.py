from dataclasses import replace

import pytest

from plugins.publish.targets.server.address import ServerAddress
from plugins.publish.targets.server.scripts import IS_HELD, NO_FOLDER
from plugins.publish.targets.server.server_errors import (
    connection_in_words,
    refusal_in_words,
    rsync_in_words,
    script_in_words,
)

ADDRESS = ServerAddress(host="web", folder="/srv", user="ann")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ssh: Could not resolve hostname web: Name or service not known", "there is no host of that name; mend"),
        ("ssh: connect to host web port 22: No route to host", "it cannot be reached; see whether it runs"),
        ("Host key verification failed.", "its host key is not known; log in once by hand (ssh ann@web), compare"),
        ("ann@web: Permission denied (publickey,password).", "it lets nobody in with the keys of this machine"),
        ("no rsync", "it has no rsync; install it there"),
        ("client_loop: send disconnect: Broken pipe", "the connection was lost (client_loop: send disconnect"),
        ("", "the connection was lost, or this publisher gave no sign for 60 seconds; readers have a whole release"),
    ],
)
def test_what_ssh_says_is_told_in_a_sentence(said: str, expected: str) -> None:
    words = connection_in_words(ADDRESS, said, 60)

    assert words.startswith(f"ann@web:/srv: {expected}")
    assert "\n" not in words


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("Host key verification failed.", "(ssh -p 2222 ann@web)"),
        ("WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!", "(ssh-keygen -R '[web]:2222')"),
    ],
)
def test_a_command_that_a_remedy_names_has_the_port(said: str, command: str) -> None:
    assert command in connection_in_words(replace(ADDRESS, port=2222), said, 60)


def test_what_rsync_says_is_told_in_a_sentence() -> None:
    said = 'rsync: [receiver] mkstemp "x" failed: No such device (19)\nrsync error: some files (code 23) at main.c'

    assert rsync_in_words(ADDRESS, 23, said) == (
        'ann@web:/srv: rsync ended with status 23 (rsync: [receiver] mkstemp "x" failed: No such device (19)); '
        "readers have the last release; see to that, then run make publish again"
    )
    assert "its disk is full" in rsync_in_words(ADDRESS, 11, "rsync: write failed: No space left on device (28)")
    assert "check the network" in rsync_in_words(ADDRESS, 12, "rsync: connection unexpectedly closed (0 bytes)")


def test_words_that_are_not_known_are_left_to_the_caller() -> None:
    assert script_in_words(ADDRESS, "mv: something odd") == ""
    assert refusal_in_words(ADDRESS, NO_FOLDER, "mkdir: odd") == ""


def test_a_holder_that_has_not_said_who_it_is_began_a_moment_ago() -> None:
    assert "is running: it began a moment ago; wait until" in refusal_in_words(ADDRESS, IS_HELD, "")
