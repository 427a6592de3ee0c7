import io
import os
import pickle
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from plugins.desk.files.entry import Entry, unpack_digests
from plugins.desk.files.kept_parts import BODY, HEAD
from plugins.desk.text.typography import Typography
from plugins.newsroom.front_matter.schema import PageFields
from plugins.newsroom.language.terms import terms
from plugins.newsroom.markup import without_tags
from plugins.newsroom.spaces import TERMS
from plugins.stet.sources import SourceRecord
from tests.unit.desk.conftest import READER, SVG, TEXTS, Load, article

ONE = "articles/2023/11/one.md"
PAGE = "---\ntitle: A\nsummary: B\n{}---\nText.\n"
PROMO = "---\ntitle: {}\ntext: B\nurl: https://a.example/\nstart: 2023-12-01\nend: {}\n---\n"
AUTHOR = "---\nname: Ana\nrole: {}\n{}---\nAna.\n"


def read(text: str, source: str = ONE) -> SourceRecord:
    return READER.read(source, text.encode())


class Digests(NamedTuple):
    """Digests of what a text shows, by what they are of."""

    head: bytes
    body: bytes
    terms: bytes


def digests_of(text: str, source: str = ONE) -> Digests:
    return Digests(*unpack_digests(read(text, source).digests))


HEADS = {
    ONE: [
        article(),
        article(title="Two"),
        article(title="One "),
        article().replace("A summary", "Another summary"),
        article().replace("09:30", "09:31"),
        article(keys="updated: 2023-11-25\n"),
        article(keys="updated: 2023-11-26\n"),
        article(keys="corrections:\n  - {date: 2023-11-25, text: A.}\n"),
        article(keys="corrections:\n  - {date: 2023-11-25, text: B.}\n"),
        article(keys="corrections:\n  - {date: 2023-11-26, text: A.}\n"),
        article(keys="picture: {file: a.svg, alt: A}\n"),
        article(keys="picture: {file: b.svg, alt: A}\n"),
        article(keys="picture: {file: a.svg, alt: B}\n"),
        article(keys="picture: {file: a.svg, alt: A, caption: C}\n"),
        article(keys="picture: {file: a.svg, alt: A, credit: C}\n"),
        article(keys="tags: [A]\n"),
        article(keys="tags: [a]\n"),
        article(keys="tags: [A, B]\n"),
        article(keys="tags: [B, A]\n"),
        article(keys="sponsor: a\n"),
        article(keys="related: [a]\n"),
        article(keys="dont_miss: a\n"),
        article(keys="lang: ms\n"),
        article(keys="sample: true\n"),
        article(keys="status: draft\n"),
        article(keys="embargo: 2023-12-24\n"),
        article(keys="cta: {telegram: false}\n"),
        article(keys="cta: {newsletter: false}\n"),
        article(keys="slug: other\n"),
        article().replace("[ana-lim]", "[ana-lim, mei]"),
        article().replace("category: Social", "category: Media"),
    ],
    "pages/about.md": [PAGE.format(keys) for keys in ("", "order: 2\n", "lang: ms\n", "status: draft\n", "slug: b\n")],
    "promos/a.md": [PROMO.format("A", "2023-12-02"), PROMO.format("A", "2023-12-03"), PROMO.format("B", "2023-12-02")],
    "authors/a.md": [
        AUTHOR.format("Editor", ""),
        AUTHOR.format("Writer", ""),
        AUTHOR.format("Editor", "team: true\n"),
        AUTHOR.format("Editor", "portrait: {file: a.svg, alt: A}\n"),
        AUTHOR.format("Editor", "links:\n  - {name: A, url: https://a.example/}\n"),
    ],
}
BODIES = [
    "SourceRecord.",
    "SourceRecord!",
    "SourceRecord.\n\nText.",
    "[dont-miss]\n\nText.",
    "SourceRecord.\n\n[dont-miss]",
    "[a](one.md)",
    "[a](two.md)",
    "[a](two.md#x)",
    "![a](a.svg)",
    "![b](a.svg)",
    '![b](a.svg "C")',
    "## A",
    "## A {#b}",
    "A & B",
    "`A & B`",
]


@pytest.mark.parametrize(("source", "texts"), HEADS.items(), ids=HEADS)
def test_front_matter_that_shows_something_else_has_another_digest(source: str, texts: list[str]) -> None:
    digests = [digests_of(text, source).head for text in texts]

    same = [texts[i] + texts[j] for i, j in combinations(range(len(texts)), 2) if digests[i] == digests[j]]
    # A space at the end of a title is not shown.
    assert same == ([HEADS[ONE][0] + HEADS[ONE][2]] if source == ONE else [])


def test_a_text_that_shows_something_else_has_another_digest() -> None:
    digests = [digests_of(article(body=body)).body for body in BODIES]

    assert len(set(digests)) == len(BODIES)


def test_front_matter_and_text_have_digests_of_their_own() -> None:
    one = digests_of(article())
    other_text, other_head = digests_of(article(body="Else.")), digests_of(article(title="Two"))

    assert other_text.head == one.head != other_head.head
    assert other_head.body == one.body != other_text.body
    assert len({one.terms, other_text.terms, other_head.terms}) == 3


def test_the_same_front_matter_at_another_path_is_another() -> None:
    assert digests_of(article(), "articles/a/one.md").head != digests_of(article(), "articles/b/one.md").head


def test_what_nobody_sees_changes_no_digest() -> None:
    one = digests_of(article(keys="tags: [A]\n"))
    same = digests_of(article(keys="# A note.\ntags:\n  - A\n", body="\nText.\n\n"))

    assert (same.head, same.body) == (one.head, one.body)


def test_lines_that_move_change_no_listing() -> None:
    keys, moved = "tags: [A]\nrelated: [c]\nupdated: 2023-11-25\n", "# Three lines.\n#\n#\n"
    one = read(article(keys=keys, body="[a](b.md)\n\n[dont-miss: b]"))
    other = read(article(keys=moved + keys, body="\n\nMore.\n\n[a](b.md)\n\n[dont-miss: b]"))

    assert Entry(*one.light).at != Entry(*other.light).at
    assert one.listing == other.listing


def test_typography_changes_the_digests_of_what_it_sets() -> None:
    data = article(title="A & B", body="C & D").encode()
    without = replace(READER, texts=replace(TEXTS, typography=Typography(is_on=False))).read(ONE, data)
    plain, set_in_type = (Digests(*unpack_digests(text.digests)) for text in (without, READER.read(ONE, data)))

    assert plain.head != set_in_type.head
    assert plain.body != set_in_type.body


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["“A”—b", "A “c”.", "“D”", "“E”—f"]),
        ("lang: de\n", ["„A“–b", "A „c“.", "„D“", "„E“–f"]),
        ("typography: false\n", ['"A"--b', 'A "c".', '"D"', '"E"--f']),
    ],
)
def test_titles_captions_and_texts_are_set_by_front_matter(keys: str, expected: list[str]) -> None:
    captioned = f"{keys}picture: {{file: a.svg, alt: A, caption: '\"D\"'}}\n"
    corrected = "corrections:\n  - {date: 2023-11-25, text: 'A \"c\".'}\n"
    text = read(article(title='"A"--b', keys=captioned + corrected, body='"E"--f'))

    (fields, typeset), (body, _) = pickle.loads(text.parts[HEAD]), pickle.loads(text.parts[BODY])

    lines = [typeset[line] for line in (fields.title, fields.corrections[0].text, fields.picture.caption)]
    assert list(map(without_tags, [*lines, *body.blocks])) == expected


def test_an_article_has_three_parts() -> None:
    text = read(article(title="A & B", body="## C\n\n[d](one.md#c)\n\n[dont-miss]"))

    (fields, typeset), (body, ids) = pickle.loads(text.parts[HEAD]), pickle.loads(text.parts[BODY])
    assert typeset["A & B"] == 'A <span class="amp">&amp;</span>&nbsp;B'
    assert (body.dont_miss_after, body.words, ids) == (2, 2, ("c",))
    assert [str(block)[:9] for block in body.blocks] == ['<h2 id="c', "<p><a hre"]
    assert text.parts[TERMS] == terms("A & B", fields.typeset_texts[1], "C d")


def test_all_else_has_two() -> None:
    text = read(PAGE.format(""), "pages/about.md")

    assert sorted(text.parts) == sorted([HEAD, BODY])
    assert isinstance(pickle.loads(text.parts[HEAD])[0], PageFields)


def test_reading_is_a_pure_function() -> None:
    text = article(keys="tags: [A]\nupdated: 2023-11-25\n", body="A [b](c.md) ![d](e.svg)")

    assert read(text) == read(text)


def test_of_a_text_with_mistakes_the_headings_are_known() -> None:
    without, broken = read("---\nstatus: x\n---\n## A"), read("No front matter.")

    assert pickle.loads(without.parts[BODY])[1] == ("a",)
    assert pickle.loads(broken.parts[BODY])[1] == ()
    assert not Entry(*broken.light).has_fields


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg>", "is damaged, or no picture"),
        (FileNotFoundError(2, "No such file or directory"), "does not exist"),
        (PermissionError(13, "Permission denied"), "cannot be read (Permission denied)"),
    ],
)
def test_a_picture_that_cannot_be_shown_says_why(data: bytes | OSError, words: str) -> None:
    text = READER.read("pictures/a.svg", data)

    assert (text.light[0], text.digests, text.parts) == (words, b"", {})


def test_a_picture_is_an_address_and_a_size() -> None:
    source, _, *size = read(SVG, "pictures/A b.svg").light[:4]

    assert (source, size) == ("pictures/A b.svg", [640, 360])


def test_a_photo_is_measured() -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30)).save(file, "WEBP")

    assert READER.read("a/b.webp", file.getvalue()).light[2:4] == (40, 30)


def test_a_file_that_cannot_be_read_is_a_problem(load_content: Load, tmp_path: Path) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/about.md").symlink_to(tmp_path / "gone.md")

    loaded = load_content({})

    assert [str(problem) for problem in loaded.problems] == [
        "content/pages/about.md:1:1: a file that cannot be read (No such file or directory); mend or delete it"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_read_is_a_problem(load_content: Load, tmp_path: Path) -> None:
    load_content({ONE: article()})
    (tmp_path / "content" / ONE).chmod(0)

    assert [problem.what for problem in load_content({}).problems] == ["a file that cannot be read (Permission denied)"]


def test_a_file_that_was_read_and_no_longer_can_be_is_a_problem(load_content: Load, tmp_path: Path) -> None:
    load_content({ONE: article()})
    (tmp_path / "content" / ONE).unlink()
    (tmp_path / "content" / ONE).symlink_to(tmp_path / "content" / ONE)  # which not even root may read

    problems = load_content({}).problems

    assert [problem.what for problem in problems] == ["a file that cannot be read (Too many levels of symbolic links)"]


def test_a_file_that_cannot_be_read_is_no_mistake_of_those_that_refer_to_it(load_content: Load, tmp_path: Path) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/two.md").symlink_to(tmp_path / "gone.md")
    keys = "related: [two]\npicture: {file: a.svg, alt: A}\n"

    loaded = load_content({"articles/one.md": article(keys=keys, body="[a](two.md#part)"), "articles/a.svg": SVG})

    assert [problem.path for problem in loaded.problems] == ["content/articles/two.md"]


def test_a_picture_behind_a_broken_link_does_not_exist(load_content: Load, tmp_path: Path) -> None:
    (tmp_path / "content/pictures").mkdir(parents=True)
    (tmp_path / "content/pictures/a.svg").symlink_to(tmp_path / "gone.svg")

    loaded = load_content({ONE: article(body="![A](/pictures/a.svg)")})

    assert [str(problem) for problem in loaded.problems] == [
        f"content/{ONE}:8:6: picture '/pictures/a.svg' does not exist; name one that is there"
    ]


def test_a_file_that_is_mended_is_read_again(load_content: Load, tmp_path: Path) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/about.md").symlink_to(tmp_path / "about.md")
    broken = load_content({})
    (tmp_path / "about.md").write_text(PAGE.format(""), encoding="utf-8")

    assert (len(broken.problems), load_content({}).problems) == (1, ())
