"""Platforms, with small programs in the place of their tools: they note how they are called and take the folder."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.targets.platform.target import PlatformTarget
from plugins.publish.targets.platform.tools import PLATFORMS, parse_destination
from tests.publish.sites import EditedSite

TOOL = """#!{python}
import json, os, shutil, sys
from pathlib import Path
lab = Path({lab!r})
if (lab / "fails").exists():
    print("Uploading ...", flush=True)
    print("\\x1b[31mError: token " + os.environ["NETLIFY_AUTH_TOKEN"] + " was refused\\x1b[0m", file=sys.stderr)
    sys.exit(3)
shutil.rmtree(lab / "taken", ignore_errors=True)
shutil.copytree(".", lab / "taken")
(lab / "call.json").write_text(json.dumps([Path(sys.argv[0]).name, *sys.argv[1:]]))
with (lab / "calls").open("a") as calls:
    calls.write("x")
"""

HEADERS = {
    "netlify": "/*\n  A: b\n",
    "cloudflare": "/*\n  A: b\n",
    "firebase": '{"hosting": {"headers": [{"source": "**", "headers": [{"key": "A", "value": "b"}]}]}}',
}
LOGINS = {
    "NETLIFY_AUTH_TOKEN": "a-secret",
    "CLOUDFLARE_API_TOKEN": "b-secret",
    "CLOUDFLARE_ACCOUNT_ID": "c",
    "GOOGLE_APPLICATION_CREDENTIALS": "d",
}


@dataclass(frozen=True, slots=True)
class Lab:
    """The programs, and what they took."""

    folder: Path

    @property
    def environment(self) -> Mapping[str, str]:
        return {"PATH": f"{self.folder}/bin", "HOME": str(self.folder / "home"), **LOGINS}

    @property
    def call(self) -> list[str]:
        return list(json.loads((self.folder / "call.json").read_text()))

    @property
    def calls(self) -> int:
        return len((self.folder / "calls").read_text()) if (self.folder / "calls").exists() else 0

    def taken(self) -> dict[str, str]:
        root = self.folder / "taken"
        files = (path for path in sorted(root.rglob("*")) if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}

    def target(self, address: str, headers: str = "", redirects: str = "") -> PlatformTarget:
        destination = parse_destination(address)
        texts = {"": headers or HEADERS[destination.platform.scheme], "redirects": redirects}
        return PlatformTarget(
            destination=destination,
            local_folder=self.folder / "local",
            rendered=lambda form, _: texts[form.partition("-")[2]],
            environment=self.environment,
            keep=2,
            who="ann@desk",
        )


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    (tmp_path / "bin").mkdir()
    for platform in PLATFORMS.values():
        program = tmp_path / "bin" / platform.program
        program.write_text(TOOL.format(python=sys.executable, lab=str(tmp_path)))
        program.chmod(0o755)
    return Lab(tmp_path)


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({"index.html": "home", "a b/é & (1)+~.html": "a", "b.txt": "b"})


def publish(target: PlatformTarget, site: EditedSite, purge: Callable[[], None] = lambda: None) -> PublishPlan:
    with target.held():
        plan = target.plan(site)
        if not plan.is_empty:
            target.publish(site, plan, purge)
    return plan


@pytest.mark.parametrize(
    ("address", "settings"),
    [
        ("netlify://small", {"site/_headers": HEADERS["netlify"]}),
        ("cloudflare://small", {"site/_headers": HEADERS["cloudflare"]}),
        ("firebase://small/blog", {"firebase.json": None}),
    ],
)
def test_the_tool_gets_the_whole_site_and_its_headers(
    lab: Lab, site: EditedSite, address: str, settings: Mapping[str, str | None]
) -> None:
    target = lab.target(address)
    publish(target, site)
    publish(target, site.write({"index.html": "other", "b.txt": None}))
    taken = lab.taken()

    assert lab.call == [target.destination.platform.program, *target.destination.platform.command(target.destination)]
    assert {path: text for path, text in taken.items() if path not in settings} == {
        f"site/{path}": text for path, text in site.texts().items()
    }
    assert all(text is None or taken[path] == text for path, text in settings.items())


def test_an_unchanged_site_is_not_deployed(lab: Lab, site: EditedSite) -> None:
    target = lab.target("netlify://small")
    publish(target, site)

    assert publish(target, site).is_empty
    assert lab.calls == 1


def test_the_plan_is_against_the_last_release_of_this_machine(lab: Lab, site: EditedSite) -> None:
    target = lab.target("netlify://small")
    first = publish(target, site)
    second = publish(target, site.write({"index.html": "other", "b.txt": None, "c.txt": "c"}))

    assert (first.before, first.new) == (None, list(first.files))
    assert (second.new, second.changed, second.removed) == (["c.txt"], ["index.html"], ["b.txt"])


def test_other_headers_are_deployed_though_no_file_has_changed(lab: Lab, site: EditedSite) -> None:
    publish(lab.target("netlify://small"), site)
    other = lab.target("netlify://small", "/*\n  A: other\n")
    plan = publish(other, site)

    assert (plan.new, plan.changed, plan.headers) == ([], [], list(site.files()))
    assert lab.taken()["site/_headers"] == "/*\n  A: other\n"
    assert publish(other, site).is_empty


def test_other_redirects_are_deployed_though_no_file_has_changed(lab: Lab, site: EditedSite) -> None:
    publish(lab.target("netlify://small"), site)
    other = lab.target("netlify://small", redirects="/gone/ /404.html 410!\n")
    plan = publish(other, site)

    assert (plan.new, plan.changed, plan.headers) == ([], [], ["index.html"])
    assert lab.taken()["site/_redirects"] == "/gone/ /404.html 410!\n"
    assert publish(other, site).is_empty


def test_what_the_publication_says_itself_comes_first(lab: Lab, site: EditedSite) -> None:
    own = {"_headers": "/*\n  Own: 1\n", "_redirects": "/x /y 302\n"}
    publish(lab.target("netlify://small", redirects="/a/ /b/ 301!\n"), site.write(own))

    assert {path: lab.taken()[f"site/{path}"] for path in own} == own


def test_going_back_deploys_what_was_kept(lab: Lab, site: EditedSite) -> None:
    target = lab.target("netlify://small")
    publish(target, site)
    before = site.texts()
    publish(target, site.write({"index.html": "other", "b.txt": None}))
    with target.held():
        newer, older = target.releases()
        kept = target.kept(older.id)
        target.publish(kept, target.plan(kept), lambda: None)
        assert [release.is_current for release in target.releases()] == [True, False]

    assert (newer.files, older.files, older.who) == (2, 3, "ann@desk")
    assert {path: text for path, text in lab.taken().items() if path != "site/_headers"} == {
        f"site/{path}": text for path, text in before.items()
    }


def test_a_tool_that_fails_is_quoted_without_secrets_and_the_next_run_deploys(lab: Lab, site: EditedSite) -> None:
    target = lab.target("netlify://small")
    (lab.folder / "fails").touch()
    with pytest.raises(PublishError) as caught:
        publish(target, site)

    assert str(caught.value) == (
        "netlify://small: netlify ended with status 3; readers have the last release; "
        "see to what it said, then run make publish again:\n"
        "  Uploading ...\n"
        "  Error: token $NETLIFY_AUTH_TOKEN was refused"
    )
    (lab.folder / "fails").unlink()
    assert len(publish(target, site).new) == 3
    assert lab.calls == 1


def test_a_purge_that_fails_lets_the_next_run_deploy_and_purge_again(lab: Lab, site: EditedSite) -> None:
    def fail() -> None:
        raise PublishError("the network in front does not answer")

    target = lab.target("netlify://small")
    with pytest.raises(PublishError, match="does not answer"):
        publish(target, site, fail)
    purged: list[str] = []
    publish(target, site, lambda: purged.append("purged"))

    assert (lab.calls, purged) == (2, ["purged"])


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("netlify://small", "netlify is not installed; npm install --global netlify-cli"),
        ("cloudflare://small", "wrangler is not installed; npm install --global wrangler"),
        ("firebase://small", "firebase is not installed; npm install --global firebase-tools"),
    ],
)
def test_a_tool_that_is_not_installed_is_told_with_how_to_get_it(
    lab: Lab, site: EditedSite, address: str, words: str
) -> None:
    shutil.rmtree(lab.folder / "bin")

    with pytest.raises(PublishError, match=words):
        publish(lab.target(address), site)


def test_without_a_login_nothing_is_called(lab: Lab, site: EditedSite) -> None:
    target = lab.target("netlify://small")
    target.environment = {key: value for key, value in target.environment.items() if key != "NETLIFY_AUTH_TOKEN"}

    with pytest.raises(PublishError, match="netlify:// has nothing to log in with; set NETLIFY_AUTH_TOKEN"):
        publish(target, site)
    assert lab.calls == 0


def test_a_file_that_the_tool_would_leave_out_stops_the_run(lab: Lab, site: EditedSite) -> None:
    with pytest.raises(PublishError, match=r"wrangler would leave functions/index\.html out; give it another name"):
        publish(lab.target("cloudflare://small"), site.write({"functions/index.html": "a category"}))
    assert lab.calls == 0


def test_a_file_that_changed_after_the_build_is_not_deployed(lab: Lab, site: EditedSite) -> None:
    (site.root / "index.html").write_text("HOME")

    with pytest.raises(PublishError, match=r"index\.html changed after the build had written it; run again"):
        publish(lab.target("netlify://small"), site)
    assert lab.calls == 0


def test_a_second_publisher_is_told_who_publishes(lab: Lab, site: EditedSite) -> None:
    target, other = lab.target("netlify://small"), lab.target("netlify://small")
    with target.held(), pytest.raises(PublishError, match=rf"another publish is running: process {os.getpid()}"):
        publish(other, site)


def test_nothing_is_left_behind(lab: Lab, site: EditedSite) -> None:
    publish(lab.target("firebase://small"), site)

    assert sorted(path.name for path in (lab.folder / "local").iterdir()) == [
        "catalogue",
        "headers",
        "lock",
        "objects",
    ]
