import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.front_matter.clean import NO_TEXTS, PRINTED_AS_WRITTEN, clean_header, name_of
from plugins.desk.front_matter.header import Header, Value
from plugins.desk.front_matter.split import split_file
from plugins.newsroom.front_matter.schema import KINDS
from plugins.newsroom.settings import models_in


def cleaned(yaml: str) -> tuple[Header, list[str]]:
    source = split_file(f"---\n{yaml}\n---\n".encode(), "a.md")
    assert source.problems == ()
    header, problems = clean_header(source.header, "a.md")
    return header, [str(problem).removeprefix("a.md:") for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "R&D at AT&T",
        "5 < 6 and a <3 b",
        "Why <title> and <body> matter",
        "&unknown; &c;",
        "2*3*4, f*ck and sh*t",
        "snake_case, __init__ and _id",
        "a [draft] (of two)",
        "5 * 3 * 2",
        "Terms apply*",
        "“Yes” and “no”",
        "‘Yes",
        "‘90s and rock ’n’ roll",
    ],
)
def test_honest_text_is_left_as_it_is(text: str) -> None:
    header, problems = cleaned(f"title: '{text}'\ntags: ['{text}']")

    assert (header.values, problems) == ({"title": text, "tags": [text]}, [])


@pytest.mark.parametrize(
    ("written", "meant", "said"),
    [
        ("AT&amp;T", "AT&T", "'&amp;' counts as the sign '&'; write '&' for '&amp;'"),
        ("&#8216;A&#8217;", "‘A’", "'&#8216;' counts as the sign '‘'; write '‘' for '&#8216;', '’' for '&#8217;'"),
        (
            "Caf&eacute; &#x201C;b",
            "Café “b",
            "'&eacute;' counts as the sign 'é'; write 'é' for '&eacute;', '“' for '&#x201C;'",
        ),
        ("5 &lt; 6 &gt; 4", "5 < 6 > 4", "'&lt;' counts as the sign '<'; write '<' for '&lt;', '>' for '&gt;'"),
    ],
)
def test_an_entity_counts_as_its_character(written: str, meant: str, said: str) -> None:
    header, problems = cleaned(f"title: a {written}")

    assert header.values == {"title": f"a {meant}"}
    assert problems == [f"2:8: notice: title: {said}"]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("'it&#39;s'", "write ''' for '&#39;' (between quotes of its own kind '' or \\\")"),
        ('"say &quot;a&quot; b"', "write '\"' for '&quot;' (between quotes of its own kind '' or \\\")"),
        ("'AT&amp;T'", "write '&' for '&amp;'"),
    ],
)
def test_a_quote_for_an_entity_does_not_end_the_value(written: str, remedy: str) -> None:
    assert [problem.partition("; ")[2] for problem in cleaned(f"title: {written}")[1]] == [remedy]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&lt;em&gt;A&lt;/em&gt; b", "<em>A</em> b"),
        ("&#42;&#42;A&#42;&#42;", "**A**"),
        ("write &amp;mdash; for it", "write &mdash; for it"),
        ("&#91;A&#93;(b)", "[A](b)"),
    ],
)
def test_entities_that_keep_a_text_from_being_markup_are_right(written: str, meant: str) -> None:
    header, problems = cleaned(f"title: '{written}'")

    assert (header.values, problems) == ({"title": meant}, [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<em>A</em> b", "A b"),
        ("<a href=x>A</a>", "A"),
        ("A<br/>b", "A b"),
        ("**A** b", "A b"),
        ("__A b__ c", "A b c"),
        ("*A* b", "A b"),
        ("_A_ b", "A b"),
        ("[A](https://a.example/x_(y)) b", "A b"),
        ("![A](a.png)", "A"),
        (r"A \& \$5", "A & $5"),
        ("**[A](b)** &amp; <i>c</i>", "A & c"),
    ],
)
@pytest.mark.parametrize("key", ["title", "summary", "name", "category"])
def test_markup_is_left_out_of_every_text_and_told(key: str, written: str, meant: str) -> None:
    header, problems = cleaned(f"{key}: '{written}'")

    said = f"2:{len(key) + 3}: warning: {key}: markup in '{written}', which is left out; write the words alone: "
    assert header.values == {key: meant}
    assert problems[0].startswith(said)


def test_values_in_groups_and_lists_are_texts_too() -> None:
    header, problems = cleaned("picture:\n  file: a_b_c.webp\n  alt: <b>A</b>\ntags: [a, R&amp;D]")

    assert header.values == {"picture": {"file": "a_b_c.webp", "alt": "A"}, "tags": ["a", "R&D"]}
    assert [problem.split(": ")[0:3:2] for problem in problems] == [["4:8", "picture.alt"], ["5:11", "tags.2"]]


@pytest.mark.parametrize(
    ("line", "values", "said"),
    [
        (
            "title: “Never”",
            {"title": "“Never”"},
            "notice: title: the quotes “ ” around 'Never' are printed; leave",
        ),
        (
            "category: “Social”",
            {"category": "Social"},
            "notice: category: the quotes “ ” around 'Social' are left",
        ),
        ("date: „2023“", {"date": "2023"}, "notice: date: the quotes „ “ around '2023' are left out; write straight"),
        ("tags: [“a”]", {"tags": ["a"]}, "notice: tags.1: the quotes “ ” around 'a' are left out; write straight"),
        ("authors:\n  - ‘a’", {"authors": ["a"]}, "notice: authors.1: the quotes ‘ ’ around 'a' are left out; write"),
        ("tags: [“a, b]", {"tags": ["“a", "b"]}, "tags.1: half a pair of quotes in '“a'; write straight quotes around"),
    ],
)
def test_quotes_of_a_word_processor_are_taken_off_or_told(line: str, values: dict[str, Value], said: str) -> None:
    header, problems = cleaned(line)

    assert header.values == values
    assert [problem.split(": ", 1)[1][: len(said)] for problem in problems] == [said]


def test_quotes_in_straight_quotes_are_meant() -> None:
    header, problems = cleaned('title: "“Never”"')

    assert (header.values, problems) == ({"title": "“Never”"}, [])


@pytest.mark.parametrize("slug", ["We-Are-Hiring", "WE", "a-B"])
def test_a_slug_in_capitals_counts_in_small_letters(slug: str) -> None:
    header, problems = cleaned(f"slug: {slug}")

    assert header.values == {"slug": slug.lower()}
    assert problems == [
        f"2:7: warning: slug: capitals in '{slug}', which counts as '{slug.lower()}'; write '{slug.lower()}'"
    ]


@pytest.mark.parametrize("slug", ["We Are", "A_B", "Ä", "A--B", "we-are"])
def test_another_slug_is_left_to_the_schema(slug: str) -> None:
    header, problems = cleaned(f"slug: {slug}")

    assert (header.values, problems) == ({"slug": slug}, [])


def test_the_state_counts_without_case() -> None:
    assert cleaned("status: Draft")[0].values == {"status": "draft"}


def test_every_key_that_is_told_apart_is_one_of_ours() -> None:
    models = list(KINDS.values())
    inner = [
        group for model in models for field in model.model_fields.values() for group in models_in(field.annotation)
    ]

    assert {*NO_TEXTS, *PRINTED_AS_WRITTEN} <= {key for model in [*models, *inner] for key in model.model_fields}


def test_a_way_to_a_value_counts_from_one() -> None:
    assert name_of(("links", 0, "url")) == "links.1.url"


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    header, _ = clean_header(Header(values={"title": text, "tags": [text]}), "a.md")

    assert set(header.values) == {"title", "tags"}
