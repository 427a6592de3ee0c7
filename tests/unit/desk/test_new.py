from datetime import datetime

import pytest

from plugins.desk.checks import placeholders
from plugins.desk.new import NewArticleError, new_article
from tests.unit.desk.conftest import NOW, Load, article


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('Tom & "Jerry": a #tag', "tom-jerry-a-tag.md"),
        ("  Two\n lines ", "two-lines.md"),
        ("台湾 'No'", "tai-wan-no.md"),
        ("@home: [x] {y} * & !", "home-x-y.md"),
        ("word " * 30, "-".join(["word"] * 16) + ".md"),
    ],
)
def test_a_new_article_is_a_draft_without_problems(load_content: Load, title: str, name: str) -> None:
    path = new_article(load_content({}).content, title, NOW)

    loaded = load_content({}, drafts=True)
    assert path.relative_to(loaded.content.root).as_posix() == f"articles/2023/12/{name}"
    assert loaded.problems == ()
    assert [loaded.article(line.slug).fields.title for line in loaded.desk.articles] == [" ".join(title.split())]


def test_it_is_ready_to_publish_once_the_marks_are_taken_away(load_content: Load) -> None:
    path = new_article(load_content({}).content, "One", NOW)
    lines = path.read_text().replace("status: draft  ", "#").splitlines(keepends=True)
    path.write_text("".join(line.removeprefix("# ") if number < 9 else line for number, line in enumerate(lines)))
    text = path.read_text().replace("To be", "# To be").replace("As you", "# As you")
    path.write_text(text)
    unchanged = load_content({})
    path.write_text(text.replace(placeholders.SUMMARY, "What happens in a live sale, and who earns on it.") + "Text.\n")

    loaded = load_content({})

    assert [(problem.what, problem.severity.word) for problem in unchanged.problems] == [
        ("nothing under the headline", "warning"),
        ("summary: the words of the template", "error"),
    ]
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.article("one").date == datetime(2023, 12, 1, 12, 0, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize("title", ["", "  ", "…"])
def test_a_title_is_needed(load_content: Load, title: str) -> None:
    with pytest.raises(NewArticleError, match="needs a title"):
        new_article(load_content({}).content, title, NOW)


def test_a_title_has_a_longest_length(load_content: Load) -> None:
    with pytest.raises(NewArticleError, match="161 characters; at most 160"):
        new_article(load_content({}).content, "x" * 161, NOW)


def test_an_article_called_index_has_a_folder_of_its_name(load_content: Load) -> None:
    path = new_article(load_content({}).content, "Index", NOW)

    loaded = load_content({}, drafts=True)
    assert path.relative_to(loaded.content.root).as_posix() == "articles/2023/12/index/index.md"
    assert loaded.problems == ()
    assert [line.slug for line in loaded.desk.articles] == ["index"]
    with pytest.raises(NewArticleError, match="'index' of this month already"):
        new_article(loaded.content, "Index", NOW)


def test_a_slug_that_is_taken_is_refused(load_content: Load) -> None:
    taken = {"articles/2021/01/other-name.md": "---\ntitle: X\nslug: one\nstatus: draft\n---\n"}

    with pytest.raises(NewArticleError, match=r"'one' of this month already: content/articles/2021/01/other-name\.md"):
        new_article(load_content(taken).content, "One", NOW)


def test_a_slug_of_another_month_is_free(load_content: Load) -> None:
    path = new_article(load_content({"articles/2023/11/one.md": article()}).content, "One", NOW)

    assert path.as_posix().endswith("articles/2023/12/one.md")
    assert load_content({}, drafts=True).problems == ()
