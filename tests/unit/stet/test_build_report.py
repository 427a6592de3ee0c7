import pytest

from plugins.stet.build_report import BuildReport, build_summary


def report(written: int = 0, removed: int = 0, new: int = 0, kept: int = 0) -> BuildReport:
    return BuildReport(
        written={f"{number}.html": "why" for number in range(written)},
        removed=[f"gone-{number}.html" for number in range(removed)],
        kept=kept,
        made=0,
        rendered=0,
        new=new,
    )


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (report(kept=12345), "Output: 0 new, 0 changed, 0 removed, 12,345 kept; 0 rendered"),
        (
            report(written=2, new=1, removed=1),
            "Output: 1 new, 1 changed, 1 removed, 0 kept; 0 rendered: 0.html, 1.html, gone-0.html",
        ),
        (report(written=4, removed=2, kept=1), "Output: 0 new, 4 changed, 2 removed, 1 kept; 0 rendered"),
    ],
)
def test_a_build_is_told_in_numbers_and_where_few_files_changed_by_name(done: BuildReport, words: str) -> None:
    assert build_summary(done) == words
