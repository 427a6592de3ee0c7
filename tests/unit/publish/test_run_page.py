from pathlib import Path

import pytest

from plugins.publish.run_page import annotate_error, summarize

RUNNER = {"GITHUB_ACTIONS": "true"}


def test_an_error_is_annotated_for_the_runner_alone(capsys: pytest.CaptureFixture[str]) -> None:
    annotate_error("The disk is full.", {})
    annotate_error("The disk is full.", RUNNER)

    assert capsys.readouterr().out == "::error title=make publish::The disk is full.\n"


def test_reports_are_added_to_the_summary_of_the_runner_alone(tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    for environment in ({"GITHUB_STEP_SUMMARY": str(page)}, {**RUNNER, "GITHUB_STEP_SUMMARY": str(page)}, RUNNER):
        summarize("Published <3> pages.", environment)

    assert page.read_text() == "```\nPublished <3> pages.\n```\n"
