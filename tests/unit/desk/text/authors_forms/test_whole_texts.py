"""Forms of other systems in texts that go all the way: what is published of them, and what is told."""

import pytest

from plugins.desk.text.text_problems import words_for
from tests.unit.desk.conftest import TEXTS


def published(text: str) -> str:
    return "\n".join(TEXTS.read(text).body.blocks)


def told(text: str) -> list[tuple[str, int]]:
    """Return the kinds of the problems of a text, each with its line."""
    return [(problem.kind, text.count("\n", 0, offset) + 1) for problem, offset in TEXTS.read(text).problems]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('{{< youtube abc >}}\n\n{% include x %}\n\n[gallery ids="1,2"]', [1, 3, 5]),
        ("{{<youtube abc>}}", [1, 1]),
        ("{% a %}\nand {{ b }}", [1, 2]),
        ('Before {% a %}\nand {{ b }}\nand {{< ref "x.md" >}}.', [1, 2, 3]),
        ("A claim[^9] is here.\n\nAnother[^a].", [1, 3]),
        ("See [the study][study].\n\n[stdy]: https://e.example/", [1]),
        ("See [*the* study][study].", [1]),
        ("A `{{ b }}` and {{ b }}\n\nand {{ b }}.", [1, 3]),
        ("[a](https://a.example/b c d)", [1]),
        ("[Note](https://a.example)[^2] and ~~more", [1, 1]),
        ("One\n\n```\nprint(1)", [3]),
        ("```\na\n```\n\nTwo\n\n```\nprint(1)", [7]),
        ("<p>• a<br>\n• b</p>", [1, 2]),
        ("![[photo.png]]\n\n[[Page]]", [1, 3]),
        ("::: warning\nText\n:::", [1, 3]),
        ("Some text.\n{: .lead }\n\n{: .lost }", [4]),
        ("text --> more\n\nhalf -->", [3]),
    ],
)
def test_leftovers_are_told_at_their_places(text: str, problems: list[int]) -> None:
    found = told(text)

    assert [line for _, line in found] == problems


@pytest.mark.parametrize(
    "text",
    [
        "```\n{{ a }} [^1] [[b]]\n```",
        "`{{ a }}` and `[gallery]`",
        "    {% a %}\n    ~~b",
        "<pre>{{ a }}</pre>",
        "[a](b.md) [c][d] [^1]\n\n[d]: https://a.example\n\n[^1]: Note.",
        "<!-- {{ a }} -->",
        "| a |\n|---|\n| b |",
        "Some text\n{: .lead }",
    ],
)
def test_code_comments_and_what_works_are_not(text: str) -> None:
    assert [kind for kind, _ in told(text) if "link" not in kind] == []


def test_task_lists_have_boxes_that_everybody_can_read() -> None:
    assert published("- [ ] a\n- [x] b") == (
        '<ul class="task-list">\n'
        '<li class="task-list-item"><span class="task-box" role="img" aria-label="to do">☐</span> a</li>\n'
        '<li class="task-list-item"><span class="task-box" role="img" aria-label="done">☑</span> b</li>\n'
        "</ul>"
    )
    assert told("- [ ] a\n- [x] b") == []


def test_bare_addresses_become_links_that_are_checked_as_written_ones() -> None:
    reading = TEXTS.read("See https://news.example/a/ and https://b.example/_c_/d.")

    assert [reference.target for reference in reading.references] == [
        "https://news.example/a/",
        "https://b.example/_c_/d",
    ]
    assert ">https://b.example/_c_/d</a>." in reading.body.blocks[0]


def test_soft_hyphens_are_for_lines_that_break_and_in_no_word() -> None:
    reading = TEXTS.read("## Straßen\u00adbahn\n\nEine Straßen\u00adbahn.")

    assert "Straßen\u00adbahn" in reading.body.blocks[1]
    assert reading.words == "Straßenbahn Eine Straßenbahn."
    assert reading.ids == ("strassenbahn",)


@pytest.mark.parametrize(
    "text",
    [
        f"![A](data:image/png;base64,{'iVBORw0KGgo' * 1000})",
        f"![][image1]\n\n[image1]: <data:image/png;base64,{'iVBORw0KGgo' * 1000}>",
        f'<img alt="A" src="data:image/png;base64,{"iVBORw0KGgo" * 1000}">',
        f"[A](data:text/html;base64,{'iVBORw0KGgo' * 1000})",
    ],
)
def test_an_embedded_picture_is_told_in_few_words(text: str) -> None:
    (problem,) = [problem for problem, _ in TEXTS.read(text).problems]
    words = words_for(problem.kind, problem.value)

    assert "save it as a file beside the article" in words.remedy
    assert len(words.what) < 150
    assert "data:" not in published(text)


@pytest.mark.parametrize(
    ("wrong", "mended"),
    [
        ("Water is H~2~O.", "Water is H<sub>2</sub>O."),
        ("It is ==new==.", "It is <mark>new</mark>."),
        ("::: note\nText\n:::", "<aside>\n\nText\n\n</aside>"),
        ("A claim[^9].", "A claim[^9].\n\n[^9]: The note."),
        ("A claim^[A note.].", "A claim[^1].\n\n[^1]: A note."),
        ("See [the study][study].", "See [the study](https://a.example/)."),
        ("[a](https://a.example/b c)(d", "[a](https://a.example/b%20c%28d)"),
        ("One ~~two", "One ~~two~~"),
        ("```\none", "```\none\n```"),
        ("[ ] one", "- [ ] one"),
        ("Some words {: .lead }", "Some words\n{: .lead }"),
        ("Tab | le\n---|---|---", "\nTab | le\n---|---"),
        ("So :smile:", "So `:smile:`"),
        ("{{ site.url }}", "`{{ site.url }}`"),
        ("One %%two%%.", "One <!-- two -->."),
        ("Read on -->", "Read on →"),
        ("- One <!-- two\n\n  three -->", "- One\n\n<!-- two\n\nthree -->"),
        ("<div>• one</div>", "- one"),
    ],
)
def test_remedies_that_are_followed_to_the_letter_work(wrong: str, mended: str) -> None:
    assert told(wrong)
    assert told(mended) == []
