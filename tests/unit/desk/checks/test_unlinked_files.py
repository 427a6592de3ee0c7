from tests.unit.desk.conftest import Load, article

CSV = "a,b\n1,2\n"


def said(load_content: Load, files: dict[str, str]) -> list[str]:
    return [str(problem) for problem in load_content(files).problems]


def test_files_that_nothing_links_are_told_once_a_folder(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(body="[a](/files/a.csv)"),
        **dict.fromkeys(("files/a.csv", "files/b.csv", "files/c.csv", "files/d.csv", "files/e.csv"), CSV),
        "articles/2023/11/f.csv": CSV,
        "files/_g.csv": CSV,
    }

    assert said(load_content, files) == [
        "content/articles/2023/11:1:1: notice: a file that nothing links, so nobody gets it: 'f.csv'; "
        "link what readers shall have, and begin other names with '_'",
        "content/files:1:1: notice: 4 files that nothing links, so nobody gets them: 'b.csv', 'c.csv', 'd.csv' "
        "and 1 more; link what readers shall have, and begin other names with '_'",
    ]


def test_a_document_among_texts_may_be_one_itself(load_content: Load) -> None:
    (problem,) = said(load_content, {"articles/draft.rtf": "{\\rtf1}"})

    assert problem == (
        "content/articles/draft.rtf:1:1: warning: a document that nothing links, so nobody gets it: '.rtf'; "
        "save its text as Markdown in 'draft.md', link it, or begin its name with '_'"
    )


def test_what_a_draft_links_and_what_belongs_to_it_is_not_told(load_content: Load) -> None:
    files = {
        "articles/draft.md": "---\ntitle: D\nstatus: draft\n---\n[a](talk.srt)",
        "articles/talk.srt": "1\n",
        "articles/talk.txt": "Words",
        "articles/talk.en.vtt": "WEBVTT\n",
        "readme.txt": "Words",
    }

    assert said(load_content, files) == []
