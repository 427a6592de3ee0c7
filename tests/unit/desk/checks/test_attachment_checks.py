import pytest

from tests.unit.desk.conftest import Load, article

CSV = "a,b\n1,2\n"
FILES = {
    "articles/2023/11/report.csv": CSV,
    "articles/2023/11/Rate card (final) #3 100%.csv": CSV,
    "files/deep/x.CSV": CSV,
    "files/_hidden.csv": CSV,
    "files/deep.csv/y.csv": CSV,
    "files/x.exe": "MZ",
}


def said(load_content: Load, *targets: str) -> list[str]:
    """Return what is said of links to these, without the place."""
    texts = {"articles/2023/11/one.md": article(body=" ".join(f"[a]({target})" for target in targets))}
    found = load_content({**FILES, **texts}).problems
    return [str(problem).partition(": ")[2] for problem in found if problem.path.endswith("one.md")]


@pytest.mark.parametrize(
    "target",
    [
        "report.csv",
        "report.csv#page=3",
        "./report.csv",
        "{static}report.csv",
        "{attach}../../../files/deep/x.CSV",
        "/files/deep/x.CSV",
        "https://www.own.example/files/deep/x.CSV",
        "/articles/2023/11/report.csv",
        "<Rate card (final) #3 100%.csv>",
        "Rate%20card%20(final)%20%233%20100%25.csv",
        'report.csv "The report"',
    ],
)
def test_a_file_that_is_there_may_be_linked(load_content: Load, target: str) -> None:
    assert said(load_content, target) == []


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("reprot.csv", "linked file 'reprot.csv' does not exist; did you mean 'report.csv'?"),
        ("Report.csv", "linked file 'Report.csv' does not exist; write 'report.csv': small and capital letters count"),
        (
            "deep/x.CSV",
            "linked file 'deep/x.CSV' does not exist; it lies elsewhere: write '../../../files/deep/x.CSV', or move it",
        ),
        (
            "/files/0123456789ab/x.CSV",
            "linked file '/files/0123456789ab/x.CSV' does not exist; it lies elsewhere: write '/files/deep/x.CSV', or "
            "move it",
        ),
        (
            "/files/_hidden.csv",
            "linked file '/files/_hidden.csv' is left alone, for '_hidden.csv' begins with '_'; give it another name",
        ),
        (
            "/files/x.exe",
            "linked file '/files/x.exe' is not published: files that end in '.exe' would run in the name of the site, "
            "or on the computers of its readers; put it on a server of its own, and link to that",
        ),
        ("/files/deep.csv", "linked file '/files/deep.csv' is a folder; name a file in it, or pack it as a ZIP file"),
        (
            "../../../../x.csv",
            "linked file '../../../../x.csv' lies outside the content folder; put it beside the article, or in "
            "content/files",
        ),
    ],
)
def test_a_file_that_is_not_published_is_told(load_content: Load, target: str, problem: str) -> None:
    assert said(load_content, target) == [problem]


def test_a_file_of_front_matter_is_checked(load_content: Load) -> None:
    sponsor = "---\nname: Tideline\nurl: /files/none.csv\n---\n"

    (problem,) = load_content({"sponsors/tideline.md": sponsor}).problems

    assert str(problem).startswith("content/sponsors/tideline.md:3:6: linked file '/files/none.csv' does not exist")
