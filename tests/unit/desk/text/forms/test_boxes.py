import re
from itertools import chain

import pytest

from plugins.desk.text.forms.marks import FORM_OF_MARK
from plugins.desk.text.forms.text_form import TextForm
from tests.conftest import ROOT
from tests.unit.desk.conftest import TEXTS


def forms(text: str) -> list[TextForm]:
    return [block for block in TEXTS.read(text).body.blocks if isinstance(block, TextForm)]


def only(text: str) -> TextForm:
    (form,) = forms(text)
    return form


def told(text: str) -> list[tuple[str, str]]:
    return [(problem.kind, problem.value) for problem, _ in TEXTS.read(text).problems]


@pytest.mark.parametrize(
    "text",
    [
        "> [!FACTS] In *numbers*\n> - One\n> - Two",
        "> [!facts] In *numbers*\n>\n> - One\n> - Two",
        "> [!FACTS]: In *numbers*\n> - One\n> - Two",
        "> [!FACTS]- In *numbers*\n> - One\n> - Two",
        ">[! FACTS ]In *numbers*\n>- One\n>- Two",
    ],
)
def test_a_quotation_that_begins_with_a_mark_is_a_box(text: str) -> None:
    form = only(text)

    assert (form.form, form.title) == ("facts", "In <em>numbers</em>")
    assert form.parts == ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",)
    assert told(text) == []


def test_lines_without_their_sign_go_on_with_the_box() -> None:
    assert only("> [!NOTE]\nOne\n> two\n\nAfter.").parts == ("<p>One\ntwo</p>",)


@pytest.mark.parametrize("mark", ["NOTE", "UPDATE", "FACTS"])
def test_words_behind_the_mark_are_the_text_of_a_box_that_has_no_other(mark: str) -> None:
    form = only(f"> [!{mark}] One *two*.")

    assert (form.title, form.parts) == ("", ("<p>One <em>two</em>.</p>",))


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("> [!NOTE] One.", []),
        ("> [!FACTS] One\n\nTwo.", [("title only", "[!FACTS]")]),
        ("> [!PULL]", [("empty box", "[!PULL]")]),
        ("> [!QA]", [("empty box", "[!QA]")]),
        ("> [!UPDATE] 2023-11-20", [("title only", "[!UPDATE] 2023-11-20")]),
        ("> [!UPDATE] 2023-11-31\n> One.", [("no day", "2023-11-31")]),
        ("> [!NUMBER] 42 %", [("bare number", "42 %")]),
        ("> [!FACT]\n> One.", [("callout", "[!FACT]")]),
        ("[!NOTE] One.", [("callout", "[!NOTE]")]),
        ("- > [!NOTE]\n  > One.", [("callout", "[!NOTE]")]),
        ("> > [!NOTE] One.", [("callout", "[!NOTE]")]),
        ("> [!NOTE]\n> One.\n> [!TIP]\n> Two.", [("callout", "[!TIP]")]),
        ('<blockquote id="a"><p>[!NOTE] One.</p></blockquote>', [("callout", "[!NOTE]")]),
        ("`[!NOTE]` and\n\n    > [!NOTE]\n", []),
    ],
)
def test_a_box_that_cannot_be_meant_so_is_told(text: str, problems: list[tuple[str, str]]) -> None:
    assert told(text) == problems


def test_the_place_of_a_mark_that_makes_no_box_is_known() -> None:
    text = "`[!FACT]`\n\n> [!FACT]\n> One."

    assert [offset for _, offset in TEXTS.read(text).problems] == [text.rindex("[!FACT]")]


def test_an_empty_box_has_no_parts() -> None:
    assert list(chain(*(form.parts for form in forms("> [!PULL]\n\n> [!QA]\n\n> [!KEY]")))) == []


def test_a_pull_quote_goes_on_behind_its_mark_and_names_a_speaker() -> None:
    form = only("> [!PULL] We thought\n> we were.\n>\n> — Ana *Lim*")

    assert form.parts == ("<p>We thought\nwe were.</p>", "— Ana <em>Lim</em>")


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("He said: “We thought\nso” then.\n\n> [!PULL] “We thought so.”", "yes"),
        ("He said: “We thought so” then.\n\n> [!PULL] [We thought so](a.md)", ""),
        ("> [!PULL] We thought so.", ""),
    ],
)
def test_a_pull_quote_knows_whether_the_text_has_its_words(text: str, repeats: str) -> None:
    assert only(text).option("repeats") == repeats


@pytest.mark.parametrize("text", ["> [!NUMBER] 42 %\n> of *all*.", "> [!NUMBER]\n> 42 %\n> of *all*."])
def test_a_number_is_its_title_or_its_first_line(text: str) -> None:
    form = only(text)

    assert (form.title, form.parts) == ("42 %", ("<p>of <em>all</em>.</p>",))


@pytest.mark.parametrize(
    ("first_line", "date", "title"),
    [("2023-11-20", "2023-11-20", ""), ("2023-11-20 14:00", "2023-11-20", "14:00"), ("Prices", "", "Prices")],
)
def test_the_day_of_an_update_stands_behind_its_mark(first_line: str, date: str, title: str) -> None:
    form = only(f"> [!UPDATE] {first_line}\n> One.")

    assert (form.option("date"), form.title, form.parts) == (date, title, ("<p>One.</p>",))


def test_the_words_of_a_box_are_words_of_the_text() -> None:
    reading = TEXTS.read("One.\n\n> [!NOTE] Two three\n> four")

    assert (reading.words, reading.body.words) == ("One. Two three four", 4)


def test_a_box_holds_any_markdown() -> None:
    text = "> [!KEY] A\n> | a |\n> |---|\n> | 1 |\n>\n> ```\n> b\n> ```\n>\n> c[^1] ![D](d.svg)\n\n[^1]: e"

    (html,) = only(text).parts

    assert all(piece in html for piece in ("<table>", "<code>b</code>", 'href="#fn:1"', '<img alt="D"'))


def test_the_boxes_of_the_documentation_are_boxes() -> None:
    section = (ROOT / "docs/more-than-words.md").read_text(encoding="utf-8").split("\n## Boxes\n")[1].split("\n## ")[0]
    examples = re.findall(r"```markdown\n(.*?)```", section, re.DOTALL)

    assert {only(text).form for text in examples} == {"facts", "pull", "timeline", "number", "qa", "update"}
    assert [told(text) for text in examples] == [[]] * len(examples)
    assert set(re.findall(r"`\[!(\w+)\]`", section)) == set(FORM_OF_MARK)
