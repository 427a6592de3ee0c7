import html
import re

import pytest

from plugins.desk.text.authors_forms.leftovers import LEFTOVERS, leftovers, may_hold_leftovers

FOUND = {
    "Hugo shortcode": ["{{< youtube abc >}}", '{{< ref "x.md" >}}', "{{% notice tip %}}", '{{< figure src="a.png'],
    "template value": ["{{ site.url }}", "{{page.title}}", "{{ 'a' | relative_url }}"],
    "template tag": ["{% include x %}", '{% include youtube.html id="x" %}', "{%- endif -%}", "{% highlight ruby"],
    "WordPress shortcode": [
        *('[gallery ids="1,2"]', "[gallery]", "[embed]", "[/embed]", '[caption id="a" width="300"]', "[/caption]"),
        *("[youtube=https://youtu.be/x]", '[video mp4="a.mp4"]', "[audio src=“a.mp3”]", "[tweet=123]"),
    ],
    "wiki link": ["[[Home]]", "![[photo.png]]", "[[Page|words]]", "![[photo.png|200]]"],
    "container": [":::", "::: warning", ":::{.note}", ":::note"],
    "open fence": ["```", "~~~"],
    "open deletion": ["~~"],
    "missing note": ["[^9]", "[^a-b]", "[^note]"],
    "missing reference": ["[the study][study]", "[the study][]", "[a b][c d]"],
    "broken link": ["](https://a.example/b c)", "](/about/)", "](../x.md)", "[https://a.example/]"],
    "open comment": ["<!--"],
    "end of a comment": ["-->"],
    "callout": ["[!NOTE]", "[!warning]", "[!info]-"],
    "formula": [r"$$\sum_i x$$", "$$E = mc^2$$", "$$"],
    "letters": ["a)", "(1)", "i.", "(iv)", "一、", "（一）", "１．", "①", "๑.", "١."],
    "bullet": ["•", "▪", "◦"],
    "task box": ["[ ]", "[x]", "[X]"],
    "table": ["|---|---|", "| --- | :-: |", "---|---"],
    "attribute list": ["{: .lead }", "{:toc}", "{#part}", "{.lead .wide}", "{: width=200 }"],
    "highlight": ["==so==", "==so much=="],
    "raised letters": ["~2~", "^2^", "^th^"],
    "emoji": [":smile:", ":+1:", ":white_check_mark:"],
    "hidden comment": ["%% to be checked %%", "%%x%%"],
    "entity": ["&nbsp;", "&amp;", "&#8217;", "&#x2019;"],
    "inline note": ["^["],
    "starter text": ["✎ Say who you are."],
}
BEFORE = {"raised letters": "H", "broken link": "(a)"}
BEHIND = {
    "letters": " A\n二、 B",
    "formula": "\n",
    "open deletion": "words",
    "bullet": " a",
    "task box": " a",
    "inline note": "A note.]",
}


def test_every_kind_has_examples() -> None:
    assert FOUND.keys() == LEFTOVERS.keys()


@pytest.mark.parametrize(("kind", "found"), [(kind, found) for kind, several in FOUND.items() for found in several])
def test_what_is_left_of_other_systems_is_found(kind: str, found: str) -> None:
    before, behind = BEFORE.get(kind, ""), BEHIND.get(kind, "")

    assert may_hold_leftovers(html.escape(found + behind, quote=False))
    assert list(leftovers(before + found + behind)) == [(kind, found, len(before))]


@pytest.mark.parametrize("kind", ["Hugo shortcode", "wiki link", "missing note", "missing reference", "template tag"])
def test_and_so_it_is_within_a_sentence(kind: str) -> None:
    found = FOUND[kind][0]

    assert list(leftovers(f"Some words {found}, and more.")) == [(kind, found, 11)]


@pytest.mark.parametrize("kind", LEFTOVERS)
def test_every_sentence_quotes_the_text_that_was_found(kind: str) -> None:
    leftover = LEFTOVERS[kind]

    assert "'x'" in leftover.what.format("x")
    assert leftover.remedy.format("x")


@pytest.mark.parametrize(
    "text",
    [
        "array[0] and array[0][1]",
        "f(x) and f(x)[0]",
        "f(a)(b) [c] (d)",
        "He said [sic] that it was [...] over.",
        "“[It] was … [over].” [Emphasis added.]",
        "[1], [2, 3] and [12][13]",
        "[Video], [PDF], [audio]: the editors' own marks",
        "Watch it here [video].",
        "an email [at] example [dot] org",
        "1 < 2 and 3 > 2",
        "a -> b, a --> b, a <-- b",
        "Home --> Settings --> Privacy",
        "one -- two --- three",
        "C::: and std::vector, 10:30:00",
        "S$1,234.50, RM 5, 50 %, 100%",
        ":-) ;-) :) ¯\\_(ツ)_/¯ (^_^) {^_^}",
        "hello~~ see you~",
        "about ~5 km, ~~ hm",
        "x == y and x === y",
        "a = b = c",
        "==",
        "100%%, 5 %% of it",
        "Home • About • Contact",
        " • About",
        "a | b | c",
        "|x| < 1 and P(A|B)",
        "R&D, AT&T & Co; a&b;",
        "{a, b} and {x: 1}, { }",
        "Fill out the values in {{ }}.",
        "x^2 and 2^[",
        "`one` and ``two``",
        "#hashtag, @name, C#, F♯",
        "2019-11-30, 10-12, ---",
        "ratio 1:2:3, at 10:30:00, C:, note: this: that",
        "a ~5 ~6, x^2 and y^2, ~/a and ~/b",
        "[dont-miss] and [dont-miss: slug]",
        "“Quoted” ‘so’ — and so on…",
        "(see [note])[",
        "the boxes [ ] and [x]",
        "価格は100円です。[注]",
        "نص [ملاحظة] هنا",
        "/path/to/file, C:\\temp, ~/code",
        "",
    ],
)
def test_honest_prose_is_left_alone(text: str) -> None:
    assert list(leftovers(text)) == []


def test_long_lines_of_brackets_take_no_long_time() -> None:
    for sign in ("[", "{{", "]", "[[", "==a", "%%", "|---", "&", "[^", "::: ", "~~", "{: ", "]("):
        assert len(list(leftovers(sign * 5_000))) <= 5_000


def test_no_kind_hides_another() -> None:
    assert not any(re.compile(leftover.pattern).groups for leftover in LEFTOVERS.values())


@pytest.mark.parametrize("text", ["1.One\n2.Two", "1、一\n2、二", "-One\n-Two", "*One\n*Two", "a.\u00a0One\nb. Two"])
def test_lines_of_a_list_without_a_space_are_found(text: str) -> None:
    assert [kind for kind, _, _ in leftovers(text)] == ["letters"]


@pytest.mark.parametrize("text", ["1.5 million\n2.3 million", "-5 °C\n-10 °C", "-One", "a) One", "(1) One\nTwo"])
def test_other_lines_are_no_list(text: str) -> None:
    assert list(leftovers(text)) == []
