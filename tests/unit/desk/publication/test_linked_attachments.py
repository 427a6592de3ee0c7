from plugins.attachments.attachment_values import ATTACHMENT
from tests.unit.desk.conftest import Load, article

PDF = "%PDF-1.4\n%%EOF\n"
LINK = "[a](/files/a.pdf)"


def attachments(load_content: Load, files: dict[str, str], **how: object) -> tuple[str, ...]:
    return load_content({"files/a.pdf": PDF, "files/b.pdf": PDF + "%", **files}, **how).desk.attachments


def test_what_a_public_text_links_is_published(load_content: Load) -> None:
    texts = {
        "articles/2023/11/one.md": article(body=LINK),
        "pages/about.md": "---\ntitle: About\n---\n[b](/files/b.pdf)",
    }

    assert attachments(load_content, texts) == ("files/a.pdf", "files/b.pdf")


def test_links_of_all_kinds_count(load_content: Load) -> None:
    files = {
        "sponsors/tideline.md": "---\nname: Tideline\nurl: /files/a.pdf\n---\n",
        "articles/2023/11/one.md": article(keys="sponsor: tideline\n", body='<a href="/files/b.pdf">B</a>'),
    }

    assert attachments(load_content, files) == ("files/a.pdf", "files/b.pdf")


def test_files_of_texts_that_readers_do_not_see_are_not_there(load_content: Load) -> None:
    files = {
        "articles/2023/11/draft.md": article(title="Draft", keys="status: draft\n", body=LINK),
        "articles/2023/11/later.md": article(title="Later", keys="embargo: 2024-02-01 08:00\n", body=LINK),
        "articles/2023/11/back.md": article(
            title="Back", keys="retracted:\n  date: 2023-11-25 08:00\n  text: Wrong.\n", body=LINK
        ),
    }

    assert attachments(load_content, files) == ()
    assert attachments(load_content, files, drafts=True) == ("files/a.pdf",)


def test_a_file_is_found_with_all_that_readers_see_of_it(load_content: Load) -> None:
    loaded = load_content({"files/a.pdf": PDF, "articles/2023/11/one.md": article(body=LINK)})
    loaded.structure  # noqa: B018 - offered by it

    found = loaded.view.read(ATTACHMENT, "files/a.pdf")

    assert found
    assert (found.place, found.name, found.size, found.label) == ("content/files/a.pdf", "a.pdf", len(PDF), "PDF")
    assert f"/files/{found.content[:6]}{found.digest[:6]}/a.pdf" in loaded.body("one").blocks[0]
