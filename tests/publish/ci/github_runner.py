"""A runner of GitHub Actions, as far as the recipes of docs/ci need one: jobs, steps, conditions, and an action each.

`run:` steps are run by bash as GitHub runs them. What the actions do is done with folders: a commit is a copy of the
repository, an entry of the cache one of the paths that it names.
"""

import hashlib
import itertools
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PATHS = re.compile(r"\b(github|needs|steps|inputs|secrets|env)\.([\w.-]+)")


@dataclass(kw_only=True)
class Forge:
    """What lasts from run to run: the repository, the cache, the published pages."""

    root: Path
    environment: Mapping[str, str]
    """Variables that every step has, from the machine."""
    secrets: Mapping[str, str] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    """Keys of the cache, the newest last."""
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def repository(self) -> Path:
        return self.root / "repository"

    @property
    def pages(self) -> Path:
        """The folder that readers of GitHub Pages get."""
        return self.root / "pages"

    def entry(self, key: str) -> Path:
        return self.root / "cache" / hashlib.sha256(key.encode()).hexdigest()[:12]

    def run(
        self, workflow: Mapping[Any, Any], event: str, *, until: Callable[[], object] | None = None, **inputs: str
    ) -> "WorkflowRun":
        """Run the jobs of a workflow, each in an empty folder; the machine is lost when `until` has returned."""
        number = next(self.numbers)
        run = WorkflowRun(self, workflow, number, event, inputs, until)
        for name in workflow["jobs"]:
            run.jobs[name] = Job(run, name, self.root / f"run-{number}-{name}").run()
        return run


@dataclass
class WorkflowRun:
    """One run of a workflow."""

    forge: Forge
    workflow: Mapping[Any, Any]
    number: int
    event: str
    inputs: Mapping[str, str]
    until: Callable[[], object] | None
    jobs: dict[str, "Job"] = field(default_factory=dict)

    @property
    def outcomes(self) -> dict[str, str]:
        return {name: job.outcome for name, job in self.jobs.items()}

    @property
    def log(self) -> str:
        return "".join(job.log for job in self.jobs.values())


class Job:
    """One job: its outcome is that of its steps, until one fails."""

    def __init__(self, run: WorkflowRun, name: str, folder: Path) -> None:
        self.log = ""
        self.outcome = "success"
        self.outputs: dict[str, str] = {}
        self.folder = folder
        self._run = run
        self._forge = run.forge
        self._asked = run.workflow["jobs"][name]
        self._steps: dict[str, dict[str, Any]] = {}
        self._to_save: list[tuple[str, str]] = []

    def run(self) -> "Job":
        if not self._holds(str(self._asked.get("if", "success()"))):
            self.outcome = "skipped"
            return self
        self.folder.mkdir()
        for number, step in enumerate(self._asked["steps"]):
            place = step.get("id", f"step-{number}")
            self._steps[place] = {"outcome": "skipped", "outputs": {}}
            condition = str(step.get("if", "success()"))
            needs_success = not re.search(r"always\(\)|cancelled\(\)|failure\(\)", condition)
            if (self.outcome == "success" or not needs_success) and self._holds(condition):
                try:
                    done = self._step(step, self._steps[place]["outputs"])
                except LostMachineError:
                    self.outcome = "cancelled"
                    return self
                self._steps[place]["outcome"] = "success" if done else "failure"
                self.outcome = self.outcome if done else "failure"
        for path, key in self._to_save if self.outcome == "success" else ():
            self._save(path, key)
        self.outputs = {name: self._filled(text) for name, text in self._asked.get("outputs", {}).items()}
        return self

    def _step(self, step: Mapping[str, Any], outputs: dict[str, str]) -> bool:
        texts = {
            name: str(value).lower() if value is True else str(value) for name, value in step.get("with", {}).items()
        }
        given = {name: self._filled(text) for name, text in texts.items()}
        match step.get("uses", "").partition("@")[0]:
            case "":
                return self._shell(step, outputs)
            case "actions/checkout":
                shutil.copytree(self._forge.repository, self.folder, symlinks=True, dirs_exist_ok=True)
            case "actions/cache/restore":
                self._restore(given, outputs)
            case "actions/cache":
                self._restore(given, outputs)
                if outputs["cache-hit"] != "true":
                    self._to_save.append((given["path"], given["key"]))
            case "actions/cache/save":
                self._save(given["path"], given["key"])
            case "actions/upload-pages-artifact":
                self._pack(given)
            case "actions/deploy-pages":
                shutil.rmtree(self._forge.pages, ignore_errors=True)
                self._forge.pages.mkdir()
                subprocess.run(["tar", "-xf", self._artifact, "-C", self._forge.pages], check=True)
            case unknown:
                raise AssertionError(f"no such action here: {unknown}")
        return True

    def _shell(self, step: Mapping[str, Any], outputs: dict[str, str]) -> bool:
        noted = self.folder.with_suffix(".output")
        noted.write_text("")
        layers = (self._run.workflow.get("env", {}), self._asked.get("env", {}), step.get("env", {}))
        own = {name: self._filled(str(value)) for layer in layers for name, value in layer.items()}
        environment = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(noted), **own}
        environment["GITHUB_STEP_SUMMARY"] = str(self.folder.with_suffix(".summary.md"))
        script = self.folder.with_suffix(".sh")
        script.write_text(self._filled(step["run"]))
        status, said = run_script(script, self.folder, {**self._forge.environment, **environment}, self._run.until)
        if status == -signal.SIGKILL:
            raise LostMachineError
        self.log += said
        outputs.update(line.split("=", 1) for line in noted.read_text().splitlines())
        return status == 0

    def _restore(self, given: Mapping[str, str], outputs: dict[str, str]) -> None:
        known = self._forge.keys
        prefixes = given.get("restore-keys", "").split()
        found = [given["key"]] if given["key"] in known else []
        found += [key for prefix in prefixes for key in reversed(known) if key.startswith(prefix)]
        outputs["cache-hit"] = str(given["key"] in found).lower()
        if found:
            outputs["cache-matched-key"] = found[0]
            shutil.copytree(self._forge.entry(found[0]), self.folder / given["path"], symlinks=True)

    def _save(self, path: str, key: str) -> None:
        if key not in self._forge.keys and (self.folder / path).exists():  # an entry stays as it is
            self._forge.keys.append(key)
            shutil.copytree(self.folder / path, self._forge.entry(key), symlinks=True)

    def _pack(self, given: Mapping[str, str]) -> None:
        """Pack the folder as `actions/upload-pages-artifact` does."""
        hidden = [] if given.get("include-hidden-files") == "true" else ["--exclude=.[^/]*"]
        options = ["--dereference", "--hard-dereference", f"--directory={self.folder / given['path']}", *hidden]
        subprocess.run(["tar", *options, "-cf", self._artifact, "--exclude=.git", "."], check=True)

    @property
    def _artifact(self) -> Path:
        return self.folder.with_suffix(".tar")

    def _filled(self, text: str) -> str:
        """Return a text with the values of its `${{ … }}`."""
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(self._value(found[1].strip()) or ""), text)

    def _holds(self, condition: str) -> bool:
        return bool(self._value(condition.removeprefix("${{").removesuffix("}}").strip()))

    def _value(self, expression: str) -> Any:
        python = _PATHS.sub(lambda found: f"look({found[1]!r}, {found[2]!r})", expression)
        python = re.sub(r"!(?!=)", " not ", python.replace("&&", " and ").replace("||", " or "))
        functions = {
            "look": self._look,
            "always": lambda: True,
            "success": lambda: self.outcome == "success",
            "cancelled": lambda: False,
            "hashFiles": lambda path: hashlib.sha256((self.folder / path).read_bytes()).hexdigest(),
        }
        return eval(python.strip(), {"__builtins__": {}}, functions)  # of a recipe in this repository

    def _look(self, context: str, path: str) -> Any:
        values: Mapping[str, Any] = {
            "github": {"event_name": self._run.event, "run_id": self._run.number, "run_attempt": 1},
            "needs": {name: {"outputs": job.outputs} for name, job in self._run.jobs.items()},
            "steps": self._steps,
            "inputs": self._run.inputs,
            "secrets": self._forge.secrets,
            "env": {},
        }
        found: Any = values[context]
        for part in path.split("."):
            found = found.get(part, "") if isinstance(found, Mapping) else ""
        return found


class LostMachineError(Exception):
    """The machine of a job is gone, and with it all that it had not saved."""


def run_script(
    script: Path, folder: Path, environment: Mapping[str, str], until: Callable[[], object] | None = None
) -> tuple[int, str]:
    """Run a script by bash as runners do; return its status and all that it said. Once `until` returns, kill it."""
    process = subprocess.Popen(
        ["bash", "-e", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    if until:
        try:
            until()
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    said, _ = process.communicate()
    return process.returncode, said


def base_environment(folder: Path, python: str, **more: str) -> dict[str, str]:
    """Return the variables of a machine that has just started, with a bare Python as `python3`."""
    programs = folder / "bin"
    programs.mkdir()
    (programs / "python3").symlink_to(python)
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "USER": "runner",
        **more,
    }
