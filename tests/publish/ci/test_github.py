"""The recipes for GitHub Actions, run step by step."""

import re
import time
from pathlib import Path
from typing import Any

import pytest

from plugins.publish.targets.pages.target import MARK_TEXT
from tests.publish.ci.conftest import AFTER, read_recipe
from tests.publish.ci.github_runner import Forge
from tests.publish.servers import S3
from tests.site.conftest import SmallSite

pytestmark = pytest.mark.slow

GITHUB = ["github.yml", "github-pages.yml"]
WORKFLOW = {"name", True, "permissions", "env", "jobs"}  # YAML 1.1 takes `on` for a truth
JOB = {
    *("needs", "if", "permissions", "environment", "runs-on", "timeout-minutes", "concurrency", "outputs", "steps"),
}
INPUTS = {
    "actions/checkout@v6": {"ref", "persist-credentials"},
    "actions/cache@v5": {"path", "key"},
    "actions/cache/restore@v5": {"path", "key", "restore-keys"},
    "actions/cache/save@v5": {"path", "key"},
    "actions/upload-pages-artifact@v5": {"path", "include-hidden-files"},
    "actions/deploy-pages@v5": set(),
}
"""Inputs of the actions that are used, as their own `action.yml` have them."""


@pytest.mark.parametrize("name", GITHUB)
def test_a_recipe_has_the_form_that_github_reads(name: str) -> None:
    recipe = read_recipe(name)

    assert set(recipe) == WORKFLOW
    assert set(recipe[True]) == {"push", "schedule", "workflow_dispatch"}
    for job in recipe["jobs"].values():
        assert set(job) <= JOB
        assert job["timeout-minutes"] <= 120
        for step in job["steps"]:
            assert set(step) <= {"id", "if", "uses", "with", "run", "env"}
            assert ("uses" in step) != ("run" in step)
            assert set(step.get("with", {})) <= INPUTS[step["uses"]] if "uses" in step else True


@pytest.mark.parametrize("name", GITHUB)
def test_no_push_is_lost(name: str) -> None:
    recipe = read_recipe(name)
    due, publish = recipe["jobs"]["due"], recipe["jobs"]["publish"]

    assert "concurrency" not in recipe
    assert "concurrency" not in due
    assert publish["concurrency"] == {"group": "publish", "queue": "max"}
    assert {job["steps"][0]["with"]["ref"] for job in (due, publish)} == set(recipe[True]["push"]["branches"])


def test_a_run_may_read_the_repository_and_publish_pages_and_no_more() -> None:
    pages, bucket = read_recipe("github-pages.yml"), read_recipe("github.yml")

    assert bucket["permissions"] == pages["permissions"] == {"contents": "read"}
    assert pages["jobs"]["publish"]["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert not any("permissions" in job for job in (*bucket["jobs"].values(), pages["jobs"]["due"]))


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def to_bucket(s3: S3) -> dict[Any, Any]:
    return read_recipe("github.yml", **{"s3://publication": s3.url, "eu-central-1  # ←": "us-east-1  # ←"})


def await_pages(s3: S3, number: int) -> None:
    """Wait until so many objects are on their way; a build comes before."""
    deadline = time.monotonic() + 120
    while len(s3.requests) < number:
        assert time.monotonic() < deadline
        time.sleep(0.2)


def connected(forge: Forge, s3: S3) -> Forge:
    """Return the forge with the credentials of a bucket as its secrets."""
    secrets = {name: s3.environment[name] for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    others = {name: value for name, value in s3.environment.items() if name not in secrets and "REGION" not in name}
    forge.environment = {**forge.environment, **others}
    forge.secrets = secrets
    return forge


def test_a_push_is_published_and_a_timer_publishes_when_it_is_time(forge: Forge, site: SmallSite, s3: S3) -> None:
    connected(forge, s3)
    recipe = to_bucket(s3)
    s3.fail("hold", when="after", method="PUT", skip=20, times=1)

    lost = forge.run(recipe, "push", until=lambda: await_pages(s3, 20))
    s3.recover()
    first = forge.run(recipe, "workflow_dispatch", option="WAIT=1")
    stored, keys = set(s3.control("GET", f"tags/{s3.name}")), list(forge.keys)
    s3.forget()
    early = forge.run(recipe, "schedule")
    asked, kept = list(s3.requests), list(forge.keys)
    forge.environment = {**forge.environment, "SOURCE_DATE_EPOCH": AFTER}
    in_time = forge.run(recipe, "schedule")

    assert lost.outcomes == {"due": "skipped", "publish": "cancelled"}
    assert first.outcomes == {"due": "skipped", "publish": "success"}, first.log
    assert {key for key in stored if not key.startswith(".publish/")} == set(
        contents(forge.root / "run-2-publish/output")
    )
    assert [key.split("-")[0] for key in keys] == ["venv", "state", "pictures"]
    assert "Published 22 pages" in (forge.root / "run-2-publish.summary.md").read_text()
    assert early.outcomes == {"due": "success", "publish": "skipped"}
    assert early.log.startswith("Not yet: the next change falls at 2026-11-23 17:00 +08")
    assert (asked, kept) == ([], keys)
    assert in_time.outcomes == {"due": "success", "publish": "success"}
    sent = {request.path for request in s3.requests if request.method == "PUT"}
    assert f"/{s3.name}/2026/11/held/index.html" in sent
    assert len(s3.requests) == len(sent) - 1 + 3
    assert [key.split("-")[0] for key in forge.keys[len(keys) :]] == ["state"]
    assert size_of(forge.entry(forge.keys[-1])) < 200_000


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_pages_get_what_was_built_below_the_path_of_the_publication(forge: Forge, site: SmallSite) -> None:
    settings = site.root / "publishconf.py"
    settings.write_text(f'{settings.read_text()}SITEURL = "https://ann.github.io/kabar"\n')
    recipe = read_recipe("github-pages.yml")

    first = forge.run(recipe, "push")
    early = forge.run(recipe, "schedule")
    site.article("broken", "categroy: social")
    failed = forge.run(recipe, "push")

    assert first.outcomes == {"due": "skipped", "publish": "success"}, first.log
    assert "GitHub Pages and GitLab Pages send none of the headers" in first.log
    assert (early.outcomes["publish"], failed.outcomes["publish"]) == ("skipped", "failure")
    assert re.search(r"^::error file=content/articles/2023/11/broken\.md,line=\d+,", failed.log, re.MULTILINE)
    assert [key.split("-")[0] for key in forge.keys] == ["venv", "state", "pictures"]
    built = forge.root / "run-1-publish/output"
    where = site.commands.run(["-m", "plugins.publish", "where"], built.parent, PUBLISH_TARGET="pages://_site")
    assert where.stdout == "_site\n"
    assert contents(forge.pages) == {**contents(built), ".nojekyll": MARK_TEXT.encode()}
    assert broken_links(forge.pages, "/kabar/") == []


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files(folder)}


def broken_links(root: Path, prefix: str) -> list[str]:
    """Return the addresses on pages that lead to the host of the publication, and to no file of it."""
    found = set()
    for page in root.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        found |= set(re.findall(r'(?:href|src)="(?:https://ann\.github\.io)?(/[^"#?]*)', text))
    return sorted(
        each for each in found if not each.startswith(prefix) or not is_file(root / each.removeprefix(prefix))
    )


def is_file(place: Path) -> bool:
    return place.is_file() or (place / "index.html").is_file()
