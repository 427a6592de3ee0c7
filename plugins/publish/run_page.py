"""Words on the page that GitHub Actions shows of a run: the reason of a failure, the report of a release."""

from collections.abc import Mapping
from pathlib import Path

from plugins.newsroom.problem_report import is_read_by_runner, runner_command


def annotate_error(text: str, environment: Mapping[str, str]) -> None:
    """Print an error so that the page of the run shows it."""
    if is_read_by_runner(environment):
        print(runner_command("error", {"title": "make publish"}, text), flush=True)


def summarize(report: str, environment: Mapping[str, str]) -> None:
    """Add a report to the page of the run."""
    if is_read_by_runner(environment) and (place := environment.get("GITHUB_STEP_SUMMARY")):
        with Path(place).open("a", encoding="utf-8") as page:
            page.write(f"```\n{report}\n```\n")
