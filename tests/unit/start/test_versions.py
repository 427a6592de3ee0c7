import pytest

from plugins.start.stopped_error import StoppedError
from plugins.start.versions import Version, changes_between

CHANGELOG = """# Changelog

## Unreleased

- Later.

## 1.10.0 (2026-12-02)

- Ten.

## 1.2.0 (2026-12-01)

- Two.

## 1.0.0 (2026-11-30)

- One.
"""


@pytest.mark.parametrize("text", ["1.10.0", "v1.10.0", " 1.10.0\n"])
def test_a_version_is_three_numbers(text: str) -> None:
    assert str(Version.parse(text)) == "1.10.0"


@pytest.mark.parametrize("text", ["", "1.2", "1.2.3-beta", "latest"])
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(StoppedError, match=r"is no version; write three numbers, 1\.2\.0"):
        Version.parse(text)


def test_versions_are_compared_as_numbers() -> None:
    assert Version.parse("1.10.0") > Version.parse("1.9.9")


def test_changes_between_two_versions_leave_out_the_old_one_and_what_is_unreleased() -> None:
    found = changes_between(CHANGELOG, Version(1, 0, 0), Version(1, 10, 0))

    assert found == "## 1.10.0 (2026-12-02)\n\n- Ten.\n\n## 1.2.0 (2026-12-01)\n\n- Two."
