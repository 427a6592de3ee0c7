import pytest

from plugins.newsroom.language.terms import terms
from tests.evaluation.conftest import Read, Write
from tests.evaluation.reading import Post

WHOLE = """---
title: 'Reefs: a report'
date: '2015-03-17 00:00:00'
slug: Reefs_A
category: Sea Life
tags:
- Coral Reefs
authors: [mei-tan]
summary: What &amp; why.
---

One **reef**.

Two.
"""


def test_a_post_is_read_as_the_site_reads_an_article(read_files: Read) -> None:
    folder = read_files({"2015-03-16-b.md": WHOLE})

    assert folder.notes == ()
    assert folder.posts == (
        Post(
            slug="Reefs_A",
            title="Reefs: a report",
            summary="What & why.",
            date=1426550400,
            category="sea-life",
            tags=("coral-reefs",),
            authors=("mei-tan",),
            blocks=("<p>One <strong>reef</strong>.</p>", "<p>Two.</p>"),  # type: ignore[arg-type]  # equal as text
            words=3,
            terms=terms("Reefs: a report", "What & why.", "One reef. Two."),
        ),
    )


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ("author: Mei Tan and Bo", "authors", ("mei-tan", "bo")),
        ("authors:\n- name: Mei Tan\n  url: x", "authors", ("mei-tan",)),
        ("tags: a, b c", "tags", ("a", "b-c")),
        ("keywords: [a]", "tags", ("a",)),
        ("tags:", "tags", ()),
        ("description: A.", "summary", "A."),
        ("excerpt: <p>A <b>b</b>.</p>", "summary", "A b."),
        ("categories: [News, More]", "category", "news"),
        ("section: blog", "category", "blog"),
        ("slug: '007'", "slug", "007"),
        ("slug: Été à/x", "slug", "Été à/x"),
        ("date: never", "date", 1426550400),
        ("date: 2015-03-18T01:00:00+01:00", "date", 1426636800),
        ("title: ''", "title", "a b"),
    ],
)
def test_a_field_may_have_any_form(read_files: Read, header: str, field: str, value: object) -> None:
    folder = read_files({"2015-03-17-a-b.md": f"---\n{header}\n---\nText."})

    assert getattr(folder.posts[0], field) == value


UGLY: dict[str, str | bytes] = {
    "2014-01-01-bom.md": b"\xef\xbb\xbf---\r\ntitle: BOM\r\n---\r\n\r\nText.\r\n",
    "2014-01-02-latin.md": "---\ntitle: Café\n---\nText “x”.".encode("cp1252", "replace"),
    "2014-01-03-wide.md": "---\ntitle: Wide\n---\nText.".encode("utf-16"),
    "2014-01-04-broken.md": "---\ntitle: A: b: c\n---\nText.",
    "2014-01-05-none.md": "# Heading\n\nText.",
    "2014-01-06-empty.md": "",
    "2014-01-07-html.html": "<!DOCTYPE html><html><head><title>A &amp; b</title><style>x</style></head><p>Text.</p>",
    "2014-01-08-raw.md": "---\ntitle: Raw\n---\n<div><p>Te<b>x</b>t.\n\n<script>var x</script><table><tr><td>1</div>",
    "2014-01-09-jekyll.md": '---\ntitle: J\n---\n{% include f.html a="b" %}Text.{{< figure src="x" >}} [l]({{ s }}/a)',
    "2014-01-10-toml.md": '+++\ntitle = "Toml"\ndate = 2014-01-10T00:00:00Z\n+++\nText.',
    "2014-01-11-control.md": b"---\ntitle: C\x00\x02\n---\nText\x0c.\xef\xb7\x90\x02klzzwxh:0000\x03",
    "2014-01-12-deep.md": "---\ntitle: Deep\n---\n" + ">" * 3000 + " Text.",
    "2014-01-13-nested.md": "---\ntitle: Nested\n---\n" + "".join(" " * 4 * n + "- Text.\n" for n in range(300)),
    "nested/2014/01/14/index.md": "---\ntitle: Index\nslug: index\n---\nText.",
    "in-a-folder/index.md": "Text.",
    "2014-01-15-long.markdown": "---\ntitle: Long\n---\n" + "word " * 200_000,
    "2014-01-16-unended.md": "---\ntitle: Unended\n\nText.",
    "2014-01-17-marked.md": "---\ntitle: Marked\n---\nText.\n\n[dont-miss: x]\n\n<!--desk:block-->",
}


def test_whatever_the_files_are_like_every_one_becomes_a_post(read_files: Read) -> None:
    folder = read_files(UGLY)

    assert len(folder.posts) == len(UGLY)
    assert [post.slug for post in folder.posts if not post.words] == ["empty"]


def test_titles_are_found_wherever_they_stand(read_files: Read) -> None:
    titles = {post.slug: post.title for post in read_files(UGLY).posts}

    assert titles["latin"] == "Café"
    assert titles["wide"] == "Wide"
    assert titles["broken"] == "A: b: c"
    assert titles["none"] == "Heading"
    assert titles["empty"] == "empty"
    assert titles["html"] == "A & b"
    assert titles["in-a-folder"] == "in a folder"


def test_shortcodes_are_not_text(read_files: Read) -> None:
    posts = {post.slug: post for post in read_files(UGLY).posts}

    assert posts["jekyll"].words == 2


def test_what_is_odd_is_told(read_files: Read) -> None:
    folder = read_files(
        {
            "a.md": b"---\ntitle: Caf\xe9\ndate: never\n---\nText.",
            "b.md": "---\nslug: a\ndate: 2014-01-01\n---\nText.",
            "c.md": "---\ntitle: A: b\ndate: 2014-01-01\n---\nText.",
            "d.js": "x",
            "e.webp": b"\x89",
            "README.md": "About these posts.",
            ".hidden.md": "x",
        }
    )

    assert [post.slug for post in folder.posts] == ["a", "c"]
    assert folder.notes == (
        "d.js: no Markdown or HTML, left out like all 2 files of other kinds",
        "README.md: no post, left out",
        "a.md: not UTF-8, read as Windows-1252",
        "a.md: no date: 'never'",
        "a.md: without a date, so 1970",
        "b.md: the slug 'a' again; the first post keeps it, this one is left out",
        "c.md: invalid YAML, read line by line",
    )


def test_a_file_that_cannot_be_read_is_told_of(write_folder: Write, read_files: Read) -> None:
    (write_folder({"a.md": "Text."}) / "gone.md").symlink_to("nowhere")

    folder = read_files({})

    assert [post.slug for post in folder.posts] == ["a"]
    assert folder.notes[1:] == ("gone.md: cannot be read (No such file or directory), left out",)
