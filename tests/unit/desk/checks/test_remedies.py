"""The remedies in messages, followed to the letter: the mistake is gone then, and no new one is there.

The mistakes are those of the tables of `test_references.py`, and one for each kind of problem of a text.
"""

import re
from collections import Counter

import pytest

from plugins.desk.text.text_problems import PROBLEMS
from plugins.newsroom.problems import Problem
from tests.conftest import ROOT
from tests.unit.desk.checks.test_references import CASES, NEIGHBOURS, ONE
from tests.unit.desk.conftest import Load, article

pytestmark = pytest.mark.slow

VALUES = re.compile(r"(?<!\w)'([^']*)'")
REPLACEMENTS = (
    re.compile(r"did you mean '#?([^']*)'\?"),
    re.compile(r"write '([^']*)'"),
    re.compile(r"write it as (\d\S*)"),
    re.compile(r"write one such as (\S+)"),
    re.compile(r"write (true) or false"),
)
"""Remedies that say which word to put in place of the value that the message quotes."""

EDITS: dict[str, tuple[str, str]] = {
    "unknown key for one that is there": ("categroy: Social\n", ""),
    "no such day": ("2023-11-31", "2023-11-30"),
    "no group": ("picture: a.svg", "picture:\n  file: /pictures/a.svg\n  alt: A\n  caption: B\n  credit: C"),
    "no list": ("tags: {a: b}", "tags:\n  - a\n  - b"),
    "no language": ("English!", "en"),
    "no alt": ("picture:\n", "picture:\n  alt: A\n"),
    "damaged picture": ("damaged.webp", "a.svg"),
    "unknown type of picture": ("a.bmp", "a.svg"),
    "picture outside": ("../../../../secret.png", "/pictures/a.svg"),
    "foreign picture": ("https://other.example/a.png", "/pictures/a.svg"),
    "related to itself": ("one]", "three]"),
    "related twice": ("  - two\n", ""),
    "related to a draft": ("unfinished", "two"),
    "related to an embargoed one": ("later", "two"),
    "too many related": (", five", ""),
    "don't-miss itself": ("dont_miss: one", "dont_miss: two"),
    "don't-miss also related": ("dont_miss: two\n", ""),
    "updated too early": ("2023-11-23", "2023-11-25"),
    "corrected too early": ("2023-11-01", "2023-11-25"),
    "corrected in the future": ("2033-11-25", "2023-11-25"),
    "updated in the future": ("2023-12-01 12:01", "2023-12-01 11:01"),
    "updated before the embargo ended": ("updated: 2023-11-26", "updated: 2023-11-28"),
    "over before it begins": ("2023-11-24\n", "2023-12-24\n"),
    "retracted too early": ("2023-11-24 09:30\n  text", "2023-11-25\n  text"),
    "retracted without a reason": ("  date: 2023-11-25\n", "  date: 2023-11-25\n  text: A\n"),
    "retracted and no more": ("retracted: 2023-11-25", "retracted:\n  date: 2023-11-25\n  text: A"),
    "retracted by its status": ("status: retracted", "retracted:\n  date: 2023-11-25\n  text: A"),
    "a time before addresses": ("0001-01-01T00:00+14:00", "2023-11-25T00:00+14:00"),
    "an escaped control character": (r"A\x07", "A"),
    "tags of one address": ("Cafe Nero", "Café Nero"),
    "tag without letters": ("!!", "Yes"),
    "draft linked": ("unfinished.md#top", "two.md"),
    "no page of its own": ("../../../sponsors/tideline.md", "two.md"),
    "link to nowhere": ("(two)", "(two.md)"),
    "script": ("javascript:alert", "/about/"),
    "script in capitals": ("JavaScript:alert", "/about/"),
    "unknown braces": ("{file}", "{filename}"),
    "no picture in the text": ("none.svg", "a.svg"),
    "no picture behind unknown braces": ("{file}none.svg", "/pictures/a.svg"),
    "no description": ("![](/pictures/a.svg)", "![what it shows](/pictures/a.svg)"),
    "picture of another site": ("https://other.example/a.png", "/pictures/a.svg"),
    "headline in the text": ("# ", "## "),
    "raw picture": ("a.png", "/pictures/a.svg"),
    "tag in a sentence": ("<title>", ""),
    "tag that nobody knows": ("<T>", "`<T>`"),
    "end without its tag": ("</div>", ""),
    "tag without its end": ("<b>bold word.", "<b>bold word.</b>"),
    "style of its own": ("<style>p { color: red }</style>", "Text."),
    "frame": ('<iframe src="https://video.example/1"></iframe>', "[Film](https://video.example/1)"),
    "form": ('<form action="/"></form>', "[Sign up](/about/)"),
    "film from elsewhere": (
        '<video src="https://video.example/1.mp4"></video>',
        "[Film](https://video.example/1.mp4)",
    ),
    "style in an attribute": (' style="color: red"', ""),
    "style as Markdown writes it": ("{: style=color:red }", ""),
    "script in an attribute": (' onclick="a()"', ""),
    "mark inside HTML": ("<div>\n\n[dont-miss]\n\n</div>", "[dont-miss]\n\n<div>A</div>"),
    "mark inside a sentence": ("[dont-miss]", "`[dont-miss]`"),
    "second mark": ("Text.\n\n[dont-miss]\n", "Text.\n"),
    "second mark with unknown target": ("Text.\n\n[dont-miss: tow]\n", "Text.\n"),
    "own address of nothing like it": ("/zzz", "two.md"),
    "own address of a draft": ("/2023/12/unfinished/", "/2023/11/two/"),
    "own address under embargo": ("/2024/02/later/", "/2023/11/two/"),
    "month of an embargoed article": ("/archive/2024/02/", "/archive/2023/11/"),
    "tag of drafts": ("/tags/secret/", "/about/"),
    "no such heading elsewhere": ("#history", "#what-we-do"),
    "no heading at all": ("#history", ""),
    "mark outside an article": ("[dont-miss]\n", ""),
    "empty title": ("title:\n", "title: A\n"),
    "no title": ("status: draft\n", "status: draft\ntitle: A\n"),
    "long title": ("x" * 161, "x" * 160),
    "short summary": ("Short.", "It is forty characters long now, or more."),
    "author twice": ("[ana-lim, ana-lim]", "[ana-lim]"),
    "ends first": ("end: 2023-12-01", "end: 2023-12-03"),
    "text that nobody sees": ("\nMore.\n", ""),
    "own address not public when it starts": ("/2024/02/later/", "/2023/11/two/"),
    "no address": ("url: a.example", "url: https://a.example"),
}
"""What a person makes of the remedies of other mistakes, by the name of the mistake: text, and text in its place."""

BY_HAND = {
    "control characters": "an editor shows where they are",
    "underlined headline": "the line below goes too",
    "address taken": "a file gets another name",
    "address of a category": "a file gets another name",
    "address of the publication's own": "a file gets another name",
    "address of a year": "a file gets another name",
    "nothing to name": "a file gets another name",
}
"""Mistakes whose remedy is no edit of one text, each with the reason."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "unknown tag": ("A <thing> here", "<thing>", "`<thing>`"),
    "needless tag": ("<article>A</article>", "<article>A</article>", "A"),
    "top heading": ("# A", "# A", "## A"),
    "skipped level": ("## A\n\n#### B", "####", "###"),
    "unclosed tag": ("<div>A", "<div>A", "<div>A</div>"),
    "unfinished tag": ("<div>\na <b", "<b", "&lt;b\n</div>"),
    "unended comment": ("<div>A <!-- b</div>", "<!-- b", "<!-- b -->"),
    "open comment": ("A <!-- b\n\nc -->", "b\n\nc", "b c"),
    "instruction": ("A <?php x ?> b", "<?php x ?>", "`<?php x ?>`"),
    "stray end": ("A</div>", "</div>", ""),
    "stray part": ("<td>A</td>", "<td>A</td>", "<table><tr><td>A</td></tr></table>"),
    "extra cell": ("|a|b|\n|-|-|\n|c|d|e|", "|e|", "\\|e|"),
    "too deep": ("<div>" * 300 + "A" + "</div>" * 300, "<div>" * 300 + "A" + "</div>" * 300, "<div>A</div>"),
    "too deep text": ("- " * 500 + "A", "- " * 499, ""),
    "handler": ('<p onclick="x()">A</p>', ' onclick="x()"', ""),
    "style": ('<p style="color: red">A</p>', ' style="color: red"', ""),
    "attribute": ('<p align="left">A</p>', ' align="left"', ""),
    "id twice": ('<p id="a">A</p>\n\n<p id="a">B</p>', '<p id="a">B', '<p id="b">B'),
    "pasted embed": (
        '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
        '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
        "https://www.youtube.com/watch?v=abcdefghijk",
    ),
    "short embed": (
        "https://t.co/abc",
        "https://t.co/abc",
        "https://x.com/a/status/1234567890123456789",
    ),
    "taken id": ('<p id="_a">A</p>', "_a", "a"),
    "script address": ("[a](javascript:x)", "javascript:x", "/about/"),
    "scheme": ("[a](gopher:x)", "gopher:x", "https://x.example/"),
    "template address": ("[a]({{ site.url }}/about/)", "{{ site.url }}/about/", "/about/"),
    "file of a computer": ("![A](file:///C:/a.png)", "file:///C:/a.png", "/pictures/a.svg"),
    "embedded file": ("![A](data:image/png;base64,AAAA)", "data:image/png;base64,AAAA", "/pictures/a.svg"),
    "space": ("[a](https://x.example/a b)", "a b", "a%20b"),
    "table inside": ("See [A](/files/a.csv){: .table }", "See ", ""),
    "unknown table": ("[A](/files/a.csv){: .bar }", ".bar", ".bars"),
    "table of another file": ("[A](https://x.example/a.xlsx){: .table }", "https://x.example/a.xlsx", "/files/a.csv"),
    "unnamed table": ("![](/files/a.csv)", "![](/files/a.csv)", "[A](/files/a.csv){: .table }"),
    "gallery size": ("![A](/pictures/a.svg){: width=300 }\n![B](/pictures/a.svg)", "{: width=300 }", ""),
    "size behind": ("![A](/pictures/a.svg =20x)", " =20x)", "){: width=20 }"),
    "picture elsewhere": ("![A](https://x.example/a.png)", "https://x.example/a.png", "/pictures/a.svg"),
    "media elsewhere": (
        '<audio src="https://x.example/a.mp3"></audio>',
        '<audio src="https://x.example/a.mp3"></audio>',
        "[a](https://x.example/a.mp3)",
    ),
    "no media": ("A <video controls></video>", "<video controls></video>", ""),
    "no controls": ('A <video src="/files/a.mp4"></video>', "<video ", "<video controls "),
    "preload": ('A <video controls preload="auto" src="/files/a.mp4"></video>', ' preload="auto"', ""),
    "words in a player": ('<video controls src="/files/a.mp4">A</video>', "A</video>", "</video>\n\nA"),
    "player attribute": ('<video controls loop src="/files/a.mp4"></video>', " loop", ""),
    "no description": ("![](/pictures/a.svg)", "![](/pictures/a.svg)", "![what it shows](/pictures/a.svg)"),
    "no picture": ("![A]()", "![A]()", "![A](/pictures/a.svg)"),
    "lost caption": ('Words ![A](/pictures/a.svg "B")', "Words ", "Words\n\n"),
    "size": ("![A](/pictures/a.svg){: width=wide }", "{: width=wide }", "{: width=200 }"),
    "no address": ("[words]()", "()", "(/about/)"),
    "empty link": ("A [](/about/)", "[]", "[words]"),
    "unused note": ("A\n\n[^1]: B", "A\n", "A[^1]\n"),
    "lost character": ("A &#2; B", " &#2;", ""),
    "Hugo shortcode": ("{{< a >}}", "{{< a >}}", "`{{< a >}}`"),
    "template value": ("{{ a }}", "{{ a }}", "`{{ a }}`"),
    "template tag": ("{% a %}", "{% a %}", "`{% a %}`"),
    "WordPress shortcode": ("[gallery]", "[gallery]", "![what they show](/pictures/a.svg)"),
    "wiki link": ("See [[A]].", "[[A]]", "[A](two.md)"),
    "container": ("::: note\nA\n:::", "::: note\nA\n:::", "<aside>\n\nA\n\n</aside>"),
    "open fence": ("```\na", "```\na", "```\na\n```"),
    "open deletion": ("A ~~b c", "~~b c", "~~b c~~"),
    "missing note": ("A[^9]", "A[^9]", "A[^9]\n\n[^9]: B"),
    "inline note": ("A^[b]", "A^[b]", "A[^1]\n\n[^1]: b"),
    "missing reference": ("[words][a]", "[words][a]", "[words](/about/)"),
    "broken link": ("(a)[https://x.example/]", "(a)[https://x.example/]", "[a](https://x.example/)"),
    "end of a comment": ("Words.\n\nA -->", "A -->", "<!-- A -->"),
    "callout": ("> [!FACT]\n> A", "[!FACT]", "[!FACTS]"),
    "empty box": ("> [!NOTE]", "[!NOTE]", "[!NOTE]\n> A"),
    "title only": ("> [!FACTS] A", "[!FACTS] A", "[!FACTS] A\n> B"),
    "bare number": ("> [!NUMBER] 42", "42", "42\n> shops"),
    "no steps": ("> [!TIMELINE]\n> A", "> A", "> - **2019** A"),
    "undated step": ("> [!TIMELINE]\n> - A", "- A", "- **2019** A"),
    "no speakers": ("> [!QA]\n> A", "> A", "> **Q:** A"),
    "no day": ("> [!UPDATE] 2023-11-31\n> A", "2023-11-31", "2023-11-30"),
    "formula": ("$$E = mc^2$$", "$$E = mc^2$$", "E = mc²"),
    "letters": ("a) A\nb) B", "a) A\nb)", "1. A\n2."),
    "bullet": ("<div>\n• A\n</div>", "•", "-"),
    "starter text": ("✎ Say who you are.", "✎ Say who you are.", "We are three."),
    "task box": ("[ ] A", "[ ]", "- [ ]"),
    "table": ("A\n| - | - |\n", "A\n| - | - |\n", "\n| A | B |\n| - | - |\n"),
    "attribute list": ("A {: .b } c", "{: .b } ", ""),
    "highlight": ("A ==b== c", "==b==", "<mark>b</mark>"),
    "raised letters": ("H~2~O", "~2~", "<sub>2</sub>"),
    "emoji": ("A :tada: b", ":tada:", "🎉"),
    "hidden comment": ("A %%b%% c", "%%b%%", "<!-- b -->"),
    "entity": ("A &amp;mdash; b", "&amp;mdash;", "—"),
}
"""By kind of problem, a text that has one, and an edit as its remedy says."""


SILENT = ROOT / "tests" / "media" / "silent.mp4"
"""A film without sound, which needs no captions."""


def kinds(problems: tuple[Problem, ...]) -> Counter[str]:
    return Counter(problem.kind for problem in problems)


def replaced(text: str, problem: Problem) -> str | None:
    """Return the text with the word that the remedy names in place of the one that the message quotes."""
    better = next((match[1] for pattern in REPLACEMENTS if (match := pattern.search(problem.remedy))), None)
    quoted = VALUES.search(problem.what)
    if better is None or quoted is None:
        return None
    wrong = quoted[1].lstrip("#")
    lines = text.split("\n")
    line = lines[problem.line - 1]
    word = wrong if wrong in line else wrong.rpartition(".")[2]
    start = line.index(word)
    lines[problem.line - 1] = f"{line[:start]}{better}{line[start + len(word) :]}"
    return "\n".join(lines)


@pytest.mark.parametrize("name", [name for name in CASES if name not in BY_HAND])
def test_a_mistake_is_mended_as_its_message_says(load_content: Load, name: str) -> None:
    path, text, _ = CASES[name]
    files = {**NEIGHBOURS, path.removeprefix("content/"): text}
    before = load_content(files).problems

    edit = EDITS.get(name)
    better = text.replace(*edit, 1) if edit else replaced(text, before[0])
    assert better and better != text
    after = load_content({**files, path.removeprefix("content/"): better}).problems

    assert kinds(after) <= kinds(before) - Counter([before[0].kind])


def test_every_mistake_of_the_tables_is_mended_or_has_a_reason() -> None:
    assert (EDITS.keys() | BY_HAND.keys()) - CASES.keys() == set()


@pytest.mark.parametrize("kind", [*PROBLEMS])
def test_a_text_is_mended_as_its_message_says(load_content: Load, kind: str) -> None:
    body, old, new = TEXTS[kind]
    rows = {"files/a.csv": "A,B\nx,1\n"} if "a.csv" in body + new else {}
    film = {"files/a.mp4": SILENT.read_bytes()} if "a.mp4" in body else {}
    files = {**NEIGHBOURS, **rows, **film, ONE.removeprefix("content/"): article(body=body)}
    before = load_content(files).problems
    words = re.escape(PROBLEMS[kind].what).replace(r"\{0\}", ".*")
    assert [problem for problem in before if re.fullmatch(words, problem.what, re.DOTALL)], before

    after = load_content({**files, ONE.removeprefix("content/"): article(body=body.replace(old, new, 1))}).problems

    assert kinds(after) == Counter()
