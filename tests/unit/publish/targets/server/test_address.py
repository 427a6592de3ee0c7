from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.server.address import ServerAddress, parse_address, ssh_options


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("ssh://example.com/srv/www", ServerAddress(host="example.com", folder="/srv/www")),
        ("ssh://ann@Example:2222/srv/www/", ServerAddress(host="Example", folder="/srv/www", user="ann", port=2222)),
        ("ssh://ann@[::1]:22/srv", ServerAddress(host="::1", folder="/srv", user="ann", port=22)),
        ("ssh://web/srv/a%20b%3F/caf%C3%A9", ServerAddress(host="web", folder="/srv/a b?/café")),
    ],
)
def test_an_address_names_a_folder_of_a_server(target: str, expected: ServerAddress) -> None:
    assert parse_address(target) == expected


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("ssh:///srv/www", "is no folder of a server; write ssh://"),
        ("ssh://host", "names no folder of its own"),
        ("ssh://host/", "names no folder of its own"),
        ("ssh://host/srv/../etc", "names no folder of its own"),
        ("ssh://host/srv?x=1", "with %3F for ?"),
        ("ssh://host:port/srv", "has no valid host or port"),
        ("ssh://-oProxyCommand=x/srv", "has characters that no host or folder should have"),
        ("ssh://-l@host/srv", "has characters that no user should have"),
        ("ssh://a b/srv", "has characters that no host or folder should have"),
        ("ssh://host/~/srv", "has ~, which nobody replaces there; write the whole path, /home/user/folder"),
        ("ssh://host/srv/%0Aid", "has characters that no host or folder should have"),
    ],
)
def test_what_is_no_address_says_what_one_is(target: str, words: str) -> None:
    with pytest.raises(PublishError) as caught:
        parse_address(target)

    assert words in str(caught.value)


def test_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(PublishError) as caught:
        parse_address("ssh://ann:hunter2@host/srv")

    assert str(caught.value) == (
        "the ssh:// target has a password in it; write ssh://[user@]host[:port]/absolute/folder, and let a key log in"
    )


def test_ssh_is_told_the_machine_in_its_own_form() -> None:
    assert str(parse_address("ssh://ann@[::1]/srv")) == "ann@[::1]:/srv"


def test_settings_of_ssh_may_come_from_a_file_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "ssh config"
    file.write_text("")

    assert ssh_options({"PUBLISH_SSH_CONFIG": str(file)}) == ["-F", str(file)]
    assert ssh_options({}) == []


@pytest.mark.parametrize(
    ("value", "words"), [("/none", "names '/none', and there is no such file"), ("", "is set and empty; give it a")]
)
def test_a_file_of_settings_that_there_is_not_is_told(value: str, words: str) -> None:
    with pytest.raises(PublishError) as caught:
        ssh_options({"PUBLISH_SSH_CONFIG": value})

    assert str(caught.value).startswith(f"PUBLISH_SSH_CONFIG {words}")
