from plugins.attachments.attachment_paths import attachment_url
from plugins.attachments.attachment_values import ATTACHMENT
from tests.unit.desk.conftest import Load, article

CSV = "a,b\n1,2\n"
LINK = "[a](/files/a.csv)"


def attachments(load_content: Load, files: dict[str, str], **how: object) -> tuple[str, ...]:
    return load_content({"files/a.csv": CSV, "files/b.csv": CSV + "3,4\n", **files}, **how).desk.attachments


def test_what_a_public_text_links_is_published(load_content: Load) -> None:
    texts = {
        "articles/2023/11/one.md": article(body=LINK),
        "pages/about.md": "---\ntitle: About\n---\n[b](/files/b.csv)",
    }

    assert attachments(load_content, texts) == ("files/a.csv", "files/b.csv")


def test_links_of_all_kinds_count(load_content: Load) -> None:
    files = {
        "sponsors/tideline.md": "---\nname: Tideline\nurl: /files/a.csv\n---\n",
        "articles/2023/11/one.md": article(keys="sponsor: tideline\n", body='<a href="/files/b.csv">B</a>'),
    }

    assert attachments(load_content, files) == ("files/a.csv", "files/b.csv")


def test_files_of_texts_that_readers_do_not_see_are_not_there(load_content: Load) -> None:
    files = {
        "articles/2023/11/draft.md": article(title="Draft", keys="status: draft\n", body=LINK),
        "articles/2023/11/later.md": article(title="Later", keys="embargo: 2024-02-01 08:00\n", body=LINK),
        "articles/2023/11/back.md": article(
            title="Back", keys="retracted:\n  date: 2023-11-25 08:00\n  text: Wrong.\n", body=LINK
        ),
    }

    assert attachments(load_content, files) == ()
    assert attachments(load_content, files, drafts=True) == ("files/a.csv",)


def test_a_file_is_found_with_all_that_readers_see_of_it(load_content: Load) -> None:
    loaded = load_content({"files/a.csv": CSV, "articles/2023/11/one.md": article(body=LINK)})
    loaded.structure  # noqa: B018 - offered by it

    found = loaded.view.read(ATTACHMENT, "files/a.csv")

    assert found
    assert (found.place, found.name, found.size, found.label) == ("content/files/a.csv", "a.csv", len(CSV), "CSV")
    assert attachment_url(found) in loaded.body("one").blocks[0]
