"""An own server: a real sshd and a real rsync, stopped and disturbed."""

import contextlib
import os
import re
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.model import Release
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.server.target import ServerTarget
from tests.conftest import SOAK_MINUTES
from tests.publish.server.ssh_server import SshServer, lacking, ssh_server
from tests.publish.sites import EditedSite
from tests.publish.stops import kill_self, stop_at
from tests.tools.chance import chance, thinned

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"this machine has no {', '.join(lacking())}")

ODD = ("a b/é & ' \" % ~ (1)?+#[x]*.html", "-rf/--help.txt", "$(id)/`id`;\\n.html", "über/naïve 日本.txt")


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("ssh")) as server:
        yield server


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    contents: dict[str, str | None] = {f"{number}/index.html": "the same in each edition" for number in range(4)}
    return EditedSite(tmp_path / "output").write({"index.html": "home of 0", **contents})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of the target, whose own name is odd."""
    return tmp_path / "www é 'q' & $x" / "site"


@pytest.fixture
def target(sshd: SshServer, root: Path, tmp_path: Path) -> ServerTarget:
    return ServerTarget(
        address=sshd.address(root), local_folder=tmp_path / "local", options=sshd.options, who="ann@desk", keep=2
    )


def publish(target: ServerTarget, site: EditedSite, purge: Callable[[], None] = lambda: None) -> PublishPlan:
    with target.held():
        plan = target.plan(site)
        if not plan.is_empty:
            target.publish(site, plan, purge)
    return plan


def served(root: Path) -> dict[str, str]:
    """Return what readers get, by path."""
    current = (root / "current").resolve()
    files = (path for path in sorted(current.rglob("*")) if path.is_file())
    return {path.relative_to(current).as_posix(): path.read_text(encoding="utf-8") for path in files}


def edit(site: EditedSite, edition: str) -> EditedSite:
    """Change the home page, replace a picture, and leave the rest."""
    old = {path: None for path in site.files() if path.startswith("picture-")}
    return site.write({**old, "index.html": f"home of {edition}", f"picture-{edition}.txt": edition})


def assert_tidy(root: Path, keep: int = 2) -> None:
    releases = sorted(path.name for path in (root / "releases").iterdir())
    assert [path.stem for path in sorted((root / "manifests").iterdir())] == releases
    assert len(releases) <= keep
    assert {path.name for path in root.iterdir()} == {".lock", "current", "manifests", "releases"}


def logins(sshd: SshServer) -> int:
    return (sshd.folder / "log").read_text().count("Accepted publickey")


def test_what_is_published_is_what_readers_get_whatever_files_are_called(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    site.write({path: path for path in ODD})
    plan = publish(target, site)
    assert plan.new == list(site.files())
    assert served(root) == site.texts()

    site.write({ODD[0]: "changed", ODD[1]: None, ODD[2]: "changed"})
    publish(target, site)
    assert served(root) == site.texts()
    assert_tidy(root)


def test_files_and_folders_can_be_read_by_everybody(target: ServerTarget, site: EditedSite, root: Path) -> None:
    (site.root / "0/index.html").chmod(0o600)
    (site.root / "0").chmod(0o700)
    publish(target, site)
    edit(site, "1")
    publish(target, site)
    everything = [root, *(path for path in root.rglob("*") if not path.is_symlink())]

    assert {path.stat().st_mode & 0o777 for path in everything if path.is_dir()} == {0o755}
    assert {path.stat().st_mode & 0o777 for path in everything if path.is_file()} == {0o644}


def test_an_unchanged_site_costs_one_login_and_no_walk(target: ServerTarget, site: EditedSite, sshd: SshServer) -> None:
    publish(target, site)
    before, site.walks = logins(sshd), 0

    assert publish(target, site).is_empty
    assert (logins(sshd) - before, site.walks) == (1, 0)


def test_an_edit_costs_one_login_and_sends_only_what_it_changes(
    target: ServerTarget, site: EditedSite, root: Path, sshd: SshServer
) -> None:
    publish(target, site)
    first, before = (root / "current").resolve(), logins(sshd)
    sent: list[str] = []

    def look(step: str) -> None:
        if step == "send":
            folder = target.local_folder / "sending"
            sent.extend(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    publish(replace(target, step=look), edit(site, "1"))

    assert sorted(sent) == ["manifest.json", "site/index.html", "site/picture-1.txt", "unpurged"]
    assert logins(sshd) - before == 1
    assert (first / "0/index.html").samefile(root / "current" / "0/index.html")
    assert (first / "index.html").read_text() == "home of 0"


def test_a_file_may_become_a_folder_and_a_folder_a_file(target: ServerTarget, site: EditedSite, root: Path) -> None:
    publish(target, site.write({"a": "file", "b/c/d.txt": "deep"}))
    publish(target, site.write({"a": None, "b/c/d.txt": None, "a/b.txt": "now below a folder", "b": "now a file"}))

    assert served(root) == site.texts()
    publish(target, site.write({"a/b.txt": None}))
    assert not (root / "current" / "a").exists()


def test_another_machine_learns_from_the_server_what_is_there(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    publish(target, site)
    shutil.rmtree(target.local_folder)
    plan = publish(target, edit(site, "1"))

    assert (plan.new, plan.changed, plan.removed) == (["picture-1.txt"], ["index.html"], [])
    assert served(root) == site.texts()


def test_without_a_manifest_the_files_there_are_described(target: ServerTarget, site: EditedSite, root: Path) -> None:
    publish(target, site.write({path: path for path in ODD}))
    shutil.rmtree(target.local_folder)
    shutil.rmtree(root / "manifests")

    assert publish(target, site).is_empty
    publish(target, edit(site, "1"))
    assert served(root) == site.texts()


def test_a_release_that_somebody_switched_back_to_by_hand_is_what_the_next_one_builds_on(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    publish(target, site)
    first = (root / "current").readlink()
    publish(target, edit(site, "1"))
    (root / "current").unlink()
    (root / "current").symlink_to(first)
    plan = publish(target, site)

    assert (plan.new, plan.changed) == (["picture-1.txt"], ["index.html"])
    assert served(root) == site.texts()


def test_a_folder_target_on_the_server_can_take_over_and_give_back(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    publish(target, site)
    folder = FolderTarget(root, keep=2)
    edit(site, "1")
    with folder.held():
        plan = folder.plan(site)
        assert (plan.new, plan.changed) == (["picture-1.txt"], ["index.html"])
        folder.publish(site, plan, lambda: None)
        with pytest.raises(
            PublishError, match=rf"another publish to .+ is running: process {os.getpid()} on .+, since"
        ):
            publish(target, site)

    assert publish(target, site).is_empty
    publish(target, edit(site, "2"))
    assert served(root) == site.texts()
    assert_tidy(root)


def test_going_back_gives_readers_the_release_from_before(target: ServerTarget, site: EditedSite, root: Path) -> None:
    publish(target, site)
    before = site.texts()
    publish(target, edit(site, "1").write({"0/index.html": None}))
    with target.held():
        # Releases of one second are in no order.
        newer, older = sorted(target.releases(), key=lambda release: not release.is_current)
        assert [(newer.files, newer.pages, newer.is_current), (older.files, older.is_current)] == [
            (5, 4, True),
            (5, False),
        ]
        kept = target.kept(older.id)
        assert kept.notes == site.notes
        target.publish(kept, target.plan(kept), lambda: None)

    assert served(root) == before
    assert_tidy(root)


def test_going_back_works_from_another_machine_too(target: ServerTarget, site: EditedSite, root: Path) -> None:
    publish(target, site)
    before = site.texts()
    publish(target, edit(site, "1"))
    shutil.rmtree(target.local_folder)
    with target.held():
        newer, older = target.releases()
        assert (newer.files, newer.pages, older.files, older.pages) == (6, 5, 5, 5)
        kept = target.kept(older.id)
        assert kept.place("0/index.html").read_text() == "the same in each edition"
        target.publish(kept, target.plan(kept), lambda: None)

    assert served(root) == before


def test_a_release_that_is_not_kept_is_told_with_those_that_are(target: ServerTarget, site: EditedSite) -> None:
    publish(target, site)

    with target.held(), pytest.raises(PublishError, match=r"there is no release 'x' on .+; kept are: \d{8}T\d{6}Z-"):
        target.kept("x")


def test_a_purge_that_fails_is_done_by_the_next_run(target: ServerTarget, site: EditedSite, root: Path) -> None:
    def fail() -> None:
        raise PublishError("the network in front does not answer")

    publish(target, site)
    with pytest.raises(PublishError, match="does not answer"):
        publish(target, edit(site, "1"), fail)
    assert served(root) == site.texts()
    shutil.rmtree(target.local_folder)
    purged: list[str] = []
    plan = publish(target, site, lambda: purged.append("purged"))

    assert (plan.sent, plan.unpurged, purged) == ([], ["index.html", "picture-1.txt"], ["purged"])
    assert publish(target, site).is_empty
    assert_tidy(root)


def start(action: Callable[[], object]) -> int:
    """Run `action` in a process of its own; return its number."""
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            action()
        finally:
            os._exit(0)
    return child


def ended_by(child: int) -> int:
    """Return the signal that ended a process, 0 when it came to its end."""
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def publish_when_free(target: ServerTarget, site: EditedSite) -> None:
    """Publish as soon as the server has let go of the lock of a killed publisher."""
    for _ in range(100):
        try:
            publish(target, site)
        except PublishError as error:
            assert "another publish" in str(error)
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the lock of a dead publisher is still held")


def test_killed_before_every_single_step_readers_have_one_whole_edition(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    for edition in range(3):
        publish(target, edit(site, f"first-{edition}"))
    steps: list[str] = []
    publish(replace(target, step=steps.append), edit(site, "undisturbed"))
    assert len(steps) > 4
    allowed = [site.texts()]
    for stops in thinned(range(len(steps)), "server", 2):
        edit(site, str(stops))
        allowed = [*allowed[-1:], site.texts()]
        assert ended_by(start(partial(publish, replace(target, step=stop_at(stops, kill_self)), site)))
        assert served(root) in allowed

        publish_when_free(target, site)
        assert served(root) == allowed[-1]
        assert_tidy(root)


def test_killed_at_random_moments_readers_have_one_whole_edition(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    moments = chance("server")
    site.write({f"more/{number}.html": "the same" for number in range(200)})
    publish(target, site)
    started = time.monotonic()
    publish(target, edit(site, "first"))
    duration = time.monotonic() - started
    allowed = [site.texts()]
    for number in range(100 if SOAK_MINUTES else 6):
        edit(site, str(number)).write({f"more/{page}.html": f"{number}" for page in range(0, 200, 3)})
        allowed.append(site.texts())
        child = start(partial(publish, target, site))
        time.sleep(moments.uniform(0.3, 1.0) * duration)
        os.kill(child, signal.SIGKILL)
        ended_by(child)

        assert served(root) in allowed
    publish_when_free(target, site)
    assert served(root) == allowed[-1]
    assert_tidy(root)


def test_of_two_publishers_the_second_is_told_who_and_since_when(
    target: ServerTarget, site: EditedSite, tmp_path: Path
) -> None:
    other = replace(target, local_folder=tmp_path / "other", who="bob@desk")
    words = (
        rf"another publish to .+ is running: ann@desk, process {os.getpid()} on .+, since \d{{4}}-.+ UTC; wait until"
    )
    with target.held():
        with pytest.raises(PublishError, match=words):
            publish(other, site)
        target.publish(site, target.plan(site), lambda: None)

    assert publish(other, site).is_empty


def test_a_publisher_that_waits_gets_the_folder_after_the_other(
    target: ServerTarget, site: EditedSite, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    other = replace(target, local_folder=tmp_path / "other", who="bob@desk", waits=True)
    with ThreadPoolExecutor(1) as pool, contextlib.ExitStack() as first:
        first.enter_context(target.held())
        waiting = pool.submit(publish, other, site)
        said = ""
        while "\n" not in said:
            said += capfd.readouterr().err
        target.publish(site, target.plan(site), lambda: None)
        first.close()

        assert waiting.result(60).is_empty
    assert re.match(r"Waiting: another publish to .+ is running: ann@desk, process .+; Ctrl-C ends the wait\.\n", said)


def test_a_publisher_that_sleeps_past_its_lease_cannot_go_on(
    target: ServerTarget, site: EditedSite, root: Path, tmp_path: Path
) -> None:
    publish(target, site)

    def sleep(step: str) -> None:
        if step == "finish":
            os.kill(os.getpid(), signal.SIGSTOP)

    def go_on() -> None:
        with pytest.raises(PublishError, match="the connection was lost, or this publisher gave no sign for 1 seconds"):
            publish(replace(target, lease=1, step=sleep), edit(site, "sleeper"))
        (tmp_path / "fenced").touch()

    child = start(go_on)
    os.waitpid(child, os.WUNTRACED)
    publish_when_free(replace(target, local_folder=tmp_path / "other"), edit(site, "other"))
    expected = site.texts()
    os.kill(child, signal.SIGCONT)
    ended_by(child)

    assert (tmp_path / "fenced").exists()
    assert served(root) == expected
    assert_tidy(root)


def test_a_reader_never_misses_a_file_while_editions_follow_one_another(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    publish(target, site)
    ended, missed, reads = threading.Event(), [], []

    def read() -> None:
        while not ended.wait(0.001):
            for path in ("index.html", "0/index.html", "3/index.html"):
                try:
                    reads.append((root / "current" / path).read_text())
                except OSError as error:
                    missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    with target.held():
        for number in range(1, 13):
            edit(site, str(number))
            target.publish(site, target.plan(site), lambda: None)
    ended.set()
    reader.join()

    assert not missed
    assert len(reads) > 100
    assert set(reads) == {"the same in each edition", *(f"home of {number}" for number in range(13))}


def test_a_full_disk_leaves_the_last_release_and_the_next_run_gets_on(
    target: ServerTarget, site: EditedSite, root: Path
) -> None:
    root.mkdir(parents=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(root)], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        publish(target, site)
        before = site.texts()
        with pytest.raises(PublishError, match=r"its disk is full; readers have the last release; free some space"):
            publish(target, site.write({"large.bin": "x" * 3_000_000}))
        assert served(root) == before
        publish(target, edit(site, "1").write({"large.bin": None}))
        assert served(root) == site.texts()
        assert_tidy(root)
    finally:
        subprocess.run(["umount", "--lazy", str(root)], check=True)


def test_a_file_that_the_server_cannot_write_whole_leaves_the_last_release(
    target: ServerTarget, site: EditedSite, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "small").mkdir()
    publish(target, site)
    before = site.texts()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, usual[1]))
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(ssh_server(tmp_path / "small"))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        site.write({"large.bin": "".join(map(str, range(100_000)))})
        with pytest.raises(PublishError, match=r"readers have (the last|a whole) release"):
            publish(replace(target, address=server.address(root), options=server.options), site)

    assert served(root) == before
    publish(target, site)
    assert served(root) == site.texts()


def test_a_file_that_changed_after_the_build_is_not_sent(target: ServerTarget, site: EditedSite, root: Path) -> None:
    publish(target, site)
    before = site.texts()
    edit(site, "1")
    (site.root / "index.html").write_text("meddled..")

    with pytest.raises(PublishError, match=r"index\.html changed after the build had written it; run again"):
        publish(target, site)
    assert served(root) == before
    assert_tidy(root)


def test_a_folder_with_other_things_is_refused(target: ServerTarget, site: EditedSite, root: Path) -> None:
    root.mkdir(parents=True)
    (root / ".profile ü").touch()

    with pytest.raises(PublishError, match=r"target .+ holds other things \(\.profile ü\); name a folder that is new"):
        publish(target, site)
    assert [path.name for path in root.iterdir()] == [".profile ü"]


def test_a_file_is_refused(target: ServerTarget, site: EditedSite, root: Path) -> None:
    root.parent.mkdir()
    root.touch()

    with pytest.raises(PublishError, match=r"target .+ is a file; name a folder that is empty, new or published"):
        publish(target, site)


def test_a_folder_in_the_place_of_the_link_is_refused(target: ServerTarget, site: EditedSite, root: Path) -> None:
    (root / "releases").mkdir(parents=True)
    (root / "current").mkdir()

    with pytest.raises(PublishError, match=r"current is not a link to a release; move it away and run again"):
        publish(target, site)


def refusal(target: ServerTarget) -> str:
    with pytest.raises(PublishError) as caught, target.held():
        pass
    return str(caught.value)


def test_a_server_that_cannot_be_reached_is_one_sentence(target: ServerTarget) -> None:
    said = refusal(replace(target, address=replace(target.address, port=1)))

    assert re.fullmatch(
        r"\S+@127\.0\.0\.1:.+: it cannot be reached; see whether it runs and which port SSH has .+", said
    )


def test_an_unknown_host_key_is_one_sentence(target: ServerTarget, sshd: SshServer, tmp_path: Path) -> None:
    said = refusal(replace(target, options=[f"-oUserKnownHostsFile={tmp_path}/none", *sshd.options]))

    assert "its host key is not known; log in once by hand (ssh " in said


def test_another_host_key_is_one_sentence(target: ServerTarget, sshd: SshServer, tmp_path: Path) -> None:
    known = (sshd.folder / "known").read_text().split()
    user = (sshd.folder / "user.pub").read_text().split()
    (tmp_path / "known").write_text(f"{known[0]} {user[0]} {user[1]}\n")
    said = refusal(replace(target, options=[f"-oUserKnownHostsFile={tmp_path}/known", *sshd.options]))

    assert "its host key is another one than before; find out whether the server is the same" in said


def test_a_key_that_the_server_does_not_take_is_one_sentence_and_no_question(
    target: ServerTarget, sshd: SshServer
) -> None:
    said = refusal(replace(target, options=[f"-oIdentityFile={sshd.folder}/host", *_without_key(sshd)]))

    assert "it lets nobody in with the keys of this machine, and no password is asked for; add a key" in said


def _without_key(sshd: SshServer) -> list[str]:
    other = sshd.folder / "keyless"
    text = (sshd.folder / "client").read_text()
    other.write_text(re.sub(r"^IdentityFile .*\n", "", text, flags=re.MULTILINE))
    return ["-F", str(other)]


def test_a_connection_that_breaks_is_one_sentence_and_readers_keep_the_release(
    target: ServerTarget, site: EditedSite, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    publish(target, site)
    before = site.texts()
    with ssh_server(tmp_path / "own") as server:

        def cut(step: str) -> None:
            if step == "finish":
                server.cut()

        own = replace(target, address=server.address(root), options=server.options, step=cut)
        with pytest.raises(PublishError, match="the connection was lost"):
            publish(own, edit(site, "1"))

    assert served(root) == before
    publish_when_free(target, site)
    assert served(root) == site.texts()
    assert_tidy(root)


def test_what_a_release_is_told_of_is_what_it_has(target: ServerTarget, site: EditedSite) -> None:
    with target.held():
        made = target.publish(site, target.plan(site), lambda: None)

    assert made == Release(id=made.id, files=5, pages=5, who="ann@desk", is_current=True)
