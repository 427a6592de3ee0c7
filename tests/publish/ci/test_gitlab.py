"""The recipes for GitLab: its jobs as a runner of GitLab runs them, in a clone of the repository."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.publish.due import remember
from plugins.publish.site.model import Notes
from plugins.start.git import Git
from tests.conftest import ROOT
from tests.publish.ci.conftest import AFTER, BASE_PYTHON, BEFORE, make_venv, read_recipe
from tests.publish.ci.github_runner import base_environment, run_script
from tests.site.conftest import SmallSite
from tests.tools.kit_copies import commit_all

pytestmark = pytest.mark.slow

GITLAB = ["gitlab.yml", "gitlab-pages.yml"]
JOB = {
    *("extends", "resource_group", "timeout", "rules", "variables", "before_script", "cache", "script", "pages"),
    *("allow_failure", "artifacts"),
}


@pytest.mark.parametrize("name", GITLAB)
def test_a_recipe_has_the_form_that_gitlab_reads(name: str) -> None:
    recipe = read_recipe(name)
    jobs = {key: value for key, value in recipe.items() if key != "default"}

    assert recipe["default"] == {"image": "python:3.12", "interruptible": False}
    assert set(jobs) == {".publish", "publish", "publish-on-time"}
    for name, job in jobs.items():
        assert set(job) <= JOB
        assert name.startswith(".") or (job["extends"] == ".publish" and "script" in job)
        assert all(set(entry) <= {"key", "paths", "policy", "when"} for entry in job.get("cache", []))
    assert jobs[".publish"]["resource_group"] == "publish"


@pytest.mark.parametrize("name", GITLAB)
def test_each_pipeline_of_the_branch_runs_one_job_and_others_none(name: str) -> None:
    recipe = read_recipe(name)
    (push,), (timer,) = (recipe[job]["rules"] for job in ("publish", "publish-on-time"))
    branch = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"

    assert push == {"if": f'{branch} && $CI_PIPELINE_SOURCE != "schedule"'}
    assert timer == {"if": f'{branch} && $CI_PIPELINE_SOURCE == "schedule"'}


class Runner:
    """Machines of GitLab, and what lasts between them: the caches."""

    def __init__(self, root: Path, repository: Path) -> None:
        self.root = root
        self.repository = repository
        self.environment = base_environment(root, BASE_PYTHON, SOURCE_DATE_EPOCH=BEFORE)
        self.runs = 0

    def run(self, recipe: Mapping[str, Any], name: str, source: str) -> tuple[int, str, Path]:
        """Run a job in a new clone; return its status, its log and its folder."""
        self.runs += 1
        folder = self.root / f"job-{self.runs}"
        job = recipe[recipe[name]["extends"]] | recipe[name]
        subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{self.repository}", folder], check=True)
        caches = {self._place(entry): entry for entry in job["cache"]}
        for place, entry in caches.items():
            if place.is_dir():
                shutil.copytree(place, folder / entry["paths"][0], symlinks=True)
        script = self.root / f"job-{self.runs}.sh"
        script.write_text("\n".join(["set -o pipefail", *job["before_script"], *job["script"]]))
        own = {"CI_DEFAULT_BRANCH": "main", "CI_PIPELINE_SOURCE": source, **job["variables"]}
        status, said = run_script(script, folder, {**self.environment, **{key: str(own[key]) for key in own}})
        for place, entry in caches.items():
            kept = folder / entry["paths"][0]
            wanted = entry.get("policy") != "pull" and (status == 0 or entry.get("when") == "always")
            if wanted and kept.is_dir():
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(kept, place, symlinks=True)
        return status, said, folder

    def _place(self, entry: Mapping[str, Any]) -> Path:
        key = entry["key"]
        return self.root / "caches" / (key["prefix"] if isinstance(key, dict) else key)


@pytest.fixture
def runner(tmp_path: Path, site: SmallSite) -> Runner:
    Git(site.root).says("init", "--quiet", "--initial-branch=main")
    commit_all(site.root, "Begin")
    made = Runner(tmp_path, site.root)
    make_venv(tmp_path / "caches/venv", ROOT / "requirements.txt")
    return made


def test_a_job_publishes_the_branch_as_it_is_and_a_timer_only_in_time(
    runner: Runner, site: SmallSite, tmp_path: Path
) -> None:
    recipe = read_recipe("gitlab.yml", **{"s3://publication": str(tmp_path / "published")})

    first, said, _ = runner.run(recipe, "publish", "push")
    early, answer, folder = runner.run(recipe, "publish-on-time", "schedule")

    assert first == 0, said
    assert (tmp_path / "published/current/index.html").is_file()
    assert sorted(path.name for path in (tmp_path / "caches").iterdir()) == ["pictures", "state", "venv"]
    assert (early, answer.splitlines()[-1][:8], (folder / "output").exists()) == (0, "Not yet:", False)


def test_pages_are_not_handed_over_by_a_timer_that_has_nothing_to_do(runner: Runner, tmp_path: Path) -> None:
    recipe = read_recipe("gitlab-pages.yml")
    remember(tmp_path / "caches/state", "pages://public", Notes(due=float(AFTER)))  # as after a release

    status, _, folder = runner.run(recipe, "publish-on-time", "schedule")

    assert status == recipe["publish-on-time"]["allow_failure"]["exit_codes"]
    assert not (folder / "public").exists()
