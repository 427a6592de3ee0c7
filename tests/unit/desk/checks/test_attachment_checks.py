import pytest

from tests.unit.desk.conftest import Load, article

PDF = "%PDF-1.4\n%%EOF\n"
FILES = {
    "articles/2023/11/report.pdf": PDF,
    "articles/2023/11/Rate card (final) #3 100%.pdf": PDF,
    "files/deep/x.PDF": PDF,
    "files/_hidden.pdf": PDF,
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
        "report.pdf",
        "report.pdf#page=3",
        "./report.pdf",
        "{static}report.pdf",
        "{attach}../../../files/deep/x.PDF",
        "/files/deep/x.PDF",
        "https://www.own.example/files/deep/x.PDF",
        "/articles/2023/11/report.pdf",
        "<Rate card (final) #3 100%.pdf>",
        "Rate%20card%20(final)%20%233%20100%25.pdf",
        'report.pdf "The report"',
    ],
)
def test_a_file_that_is_there_may_be_linked(load_content: Load, target: str) -> None:
    assert said(load_content, target) == []


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("reprot.pdf", "linked file 'reprot.pdf' does not exist; did you mean 'report.pdf'?"),
        ("Report.pdf", "linked file 'Report.pdf' does not exist; write 'report.pdf': small and capital letters count"),
        (
            "deep/x.PDF",
            "linked file 'deep/x.PDF' does not exist; it lies elsewhere: write '../../../files/deep/x.PDF', or move it",
        ),
        (
            "/files/0123456789ab/x.PDF",
            "linked file '/files/0123456789ab/x.PDF' does not exist; it lies elsewhere: write '/files/deep/x.PDF', or "
            "move it",
        ),
        (
            "/files/_hidden.pdf",
            "linked file '/files/_hidden.pdf' is left alone, for '_hidden.pdf' begins with '_'; give it another name",
        ),
        (
            "/files/x.exe",
            "linked file '/files/x.exe' is not published: files that end in '.exe' would run in the name of the site, "
            "or on the computers of its readers; put it on a server of its own, and link to that",
        ),
        (
            "../../../../x.pdf",
            "linked file '../../../../x.pdf' lies outside the content folder; put it beside the article, or in "
            "content/files",
        ),
    ],
)
def test_a_file_that_is_not_published_is_told(load_content: Load, target: str, problem: str) -> None:
    assert said(load_content, target) == [problem]


def test_a_file_of_front_matter_is_checked(load_content: Load) -> None:
    sponsor = "---\nname: Tideline\nurl: /files/none.pdf\n---\n"

    (problem,) = load_content({"sponsors/tideline.md": sponsor}).problems

    assert str(problem).startswith("content/sponsors/tideline.md:3:6: linked file '/files/none.pdf' does not exist")
