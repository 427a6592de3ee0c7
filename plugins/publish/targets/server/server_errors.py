"""Errors of SSH, rsync and scripts on a server in words: cause and remedy."""

import json
import re

from plugins.publish.targets.folder.target import REMEDY
from plugins.publish.targets.server.address import ServerAddress
from plugins.publish.targets.server.scripts import IS_FILE, IS_FOREIGN, IS_HELD

_RERUN = "then run make publish again"
_SSH = 22

_CONNECTING = (
    (
        r"REMOTE HOST IDENTIFICATION HAS CHANGED",
        "its host key is another one than before",
        f"find out whether the server is the same; if it is, remove the old key (ssh-keygen -R PLACE), {_RERUN}",
    ),
    (
        r"Host key verification failed|No \S+ host key is known",
        "its host key is not known",
        f"log in once by hand (ssh HOST), compare the key with the server's, {_RERUN}",
    ),
    (
        r"Permission denied \(",
        "it lets nobody in with the keys of this machine, and no password is asked for",
        f"add a key of yours to ~/.ssh/authorized_keys there, or load it (ssh-add), {_RERUN}",
    ),
    (r"Could not resolve hostname", "there is no host of that name", "mend the name of the target"),
    (
        r"Connection refused|timed out|No route to host|Network is unreachable|Host is down",
        "it cannot be reached",
        f"see whether it runs and which port SSH has there, {_RERUN}",
    ),
    (r"no rsync", "it has no rsync", f"install it there (sudo apt-get install rsync), {_RERUN}"),
    (r"no (flock|timeout)", "it lacks flock or timeout", f"install util-linux and coreutils there, {_RERUN}"),
)

_FILLED = (
    (r"No space left on device", "its disk is full", f"free some space there or lower keep, {_RERUN}"),
    (r"[Qq]uota exceeded", "the disk quota there is used up", f"free some space there or lower keep, {_RERUN}"),
    (r"File too large", "a file is larger than the server lets it be", f"see to that, {_RERUN}"),
    (r"Read-only file system", "its disk can be read only", f"see to that, {_RERUN}"),
    (r"Permission denied", "the user there may not write", f"give the folder to the user who publishes, {_RERUN}"),
)


def connection_in_words(address: ServerAddress, said: str, lease: int) -> str:
    """Return why there is no connection, from the output of SSH."""
    for pattern, what, remedy in _CONNECTING:
        if re.search(pattern, said):
            return (
                f"{address}: {what}; {remedy.replace('PLACE', _known_as(address)).replace('HOST', _by_hand(address))}"
            )
    last = _last_line(said)
    reason = f" ({last})" if last else f", or this publisher gave no sign for {lease} seconds"
    return f"{address}: the connection was lost{reason}; readers have a whole release; run make publish again"


def _by_hand(address: ServerAddress) -> str:
    """Return the machine as `ssh` takes it at a terminal."""
    return f"-p {address.port} {address.login}" if address.port else address.login


def _known_as(address: ServerAddress) -> str:
    """Return the machine as it stands in `known_hosts`."""
    return f"'[{address.host}]:{address.port}'" if address.port and address.port != _SSH else address.host


def rsync_in_words(address: ServerAddress, status: int, said: str) -> str:
    """Return why rsync failed, from its output."""
    known = script_in_words(address, said)
    last = next((line for line in said.splitlines() if line.startswith("rsync:")), _last_line(said))
    see = "check the network" if re.search(r"unexpectedly closed|timeout", said) else "see to that"
    remedy = f"readers have the last release; {see}, {_RERUN}"
    return known or f"{address}: rsync ended with status {status} ({last}); {remedy}"


def failure_in_words(address: ServerAddress, status: int, text: str) -> str:
    """Return the cause of a script's failure, in words where it is known, else as the server has put it."""
    last = (text.strip().splitlines() or [f"status {status}"])[-1]
    return script_in_words(address, text) or f"{address}: {last}; see to that and run again"


def script_in_words(address: ServerAddress, said: str) -> str:
    """Return why a command on the server failed, empty where its words are not known."""
    for pattern, what, remedy in _FILLED:
        if re.search(pattern, said):
            return f"{address}: {what}; readers have the last release; {remedy}"
    return ""


def refusal_in_words(address: ServerAddress, status: int, said: str) -> str:
    """Return why a publisher was not let into the folder, empty where the script ended for another reason."""
    if status == IS_FILE:
        return f"target {address} is a file; name a folder that is empty, new or published to before"
    if status == IS_FOREIGN:
        return f"target {address} holds other things ({said.strip()}); {REMEDY}"
    if status == IS_HELD:
        remedy = "wait until it has finished, then run again; WAIT=1 waits for it"
        return f"another publish to {address} is running: {_holder(said)}; {remedy}"
    return ""


def _holder(said: str) -> str:
    """Return the holder of the lock, and the time since then, from the content of the lock."""
    try:
        own = json.loads(said)
        who = f"{own['who']}, " if own.get("who") else ""
        return f"{who}process {own['pid']} on {own['host']}, since {own['since']}"
    except (ValueError, KeyError, TypeError, AttributeError):
        return "it began a moment ago"


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else ""
