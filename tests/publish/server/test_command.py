"""`python -m plugins.publish` to an own server and to a platform: real builds, a real sshd, a small program as tool."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.publish.conftest import SmallSite
from tests.publish.server.ssh_server import SshServer, lacking, ssh_server

Contents = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    if lacking():
        pytest.skip(f"this machine has no {', '.join(lacking())}")
    with ssh_server(tmp_path_factory.mktemp("ssh")) as server:
        yield server


@pytest.fixture
def quiet(site: SmallSite) -> SmallSite:
    """A publication whose address leads nowhere, so that its pages are not looked at after a release."""
    (site.root / "publishconf.py").write_text('from pelicanconf import *\nPUBLISH = {"verify": False, "keep": 2}\n')
    return site


def test_a_server_is_published_to_planned_for_and_gone_back_on(
    quiet: SmallSite, sshd: SshServer, tmp_path: Path, contents: Contents
) -> None:
    root = tmp_path / "a server's folder"
    address = sshd.address(root)
    where = {
        "PUBLISH_TARGET": f"ssh://{address.user}@{address.host}:{address.port}{root.as_posix().replace(' ', '%20')}",
        "PUBLISH_SSH_CONFIG": sshd.options[1],
    }
    first = quiet.publish(**where)
    assert first.returncode == 0, first.stderr
    before = contents(root / "current")
    assert before == contents(quiet.root / "output")

    quiet.write("article-0", "Other words.")
    plan = quiet.publish("plan", **where)
    assert "article-0.html" in plan.stdout
    assert contents(root / "current") == before
    assert quiet.publish(**where).returncode == 0
    assert contents(root / "current") == contents(quiet.root / "output")
    assert "Nothing has changed" in quiet.publish(**where).stdout

    back = quiet.publish("rollback", **where)
    assert back.returncode == 0, back.stderr
    assert contents(root / "current") == before
    assert len(quiet.publish("releases", **where).stdout.splitlines()) >= 2


def test_a_server_that_is_not_there_is_one_line_and_nothing_is_built(quiet: SmallSite, sshd: SshServer) -> None:
    done = quiet.publish(PUBLISH_TARGET="ssh://ann@127.0.0.1:1/srv/www", PUBLISH_SSH_CONFIG=sshd.options[1])

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "ann@127.0.0.1:/srv/www: it cannot be reached; "
        "see whether it runs and which port SSH has there, then run make publish again\n"
    )
    assert not (quiet.root / "output").exists()


def test_a_build_that_does_not_say_what_is_in_its_pages_is_not_sent_to_a_platform(
    quiet: SmallSite, tmp_path: Path
) -> None:
    tool = tmp_path / "bin" / "wrangler"
    tool.parent.mkdir()
    tool.write_text(f"#!{sys.executable}\nopen({str(tmp_path / 'called')!r}, 'w')\n")
    tool.chmod(0o755)
    login = {"CLOUDFLARE_API_TOKEN": "a-secret", "CLOUDFLARE_ACCOUNT_ID": "small"}
    done = quiet.publish(PUBLISH_TARGET="cloudflare://small", PATH=str(tool.parent), **login)

    assert done.returncode == 1
    assert "every style would be blocked" in done.stderr
    assert not (tmp_path / "called").exists()
