from datetime import UTC, datetime
from pathlib import Path

import pytest
from markupsafe import Markup
from pydantic import ValidationError

from plugins.newsroom.moments import moment
from plugins.newsroom.page_parts import DontMiss, MonthLink
from plugins.newsroom.words.catalogues import english
from plugins.press.environment import ThemeEnvironment
from plugins.press.examples import read_examples, render_examples

PLAIN = """
description = "A reference."
[parameters.reference]
type = "DontMiss"
description = "What to read."
[examples.plain]
reference = { title_html = "A &amp; B", url = "/b/", lang = "", dir = "", label = "" }
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def arguments(tmp_path: Path, text: str, name: str = "plain") -> dict[str, object]:
    return dict(dict(read_examples(write(tmp_path / "part.toml", text)).examples)[name])


def test_values_become_the_newsroom_s(tmp_path: Path) -> None:
    assert arguments(tmp_path, PLAIN) == {
        "reference": DontMiss(title_html=Markup("A &amp; B"), url="/b/", lang="", dir="", label="")
    }


def test_an_example_may_say_only_what_differs(tmp_path: Path) -> None:
    text = PLAIN + '[examples.other]\nlike = "plain"\nreference = { url = "/c/" }\n'

    assert arguments(tmp_path, text, "other") == {
        "reference": DontMiss(title_html=Markup("A &amp; B"), url="/c/", lang="", dir="", label="")
    }


def test_a_time_becomes_a_moment(tmp_path: Path) -> None:
    text = (
        'description = ""\n[parameters.at]\ntype = "Moment"\ndescription = ""\n'
        "[examples.plain]\nat = 2023-11-24T09:30:00Z\n"
    )

    assert arguments(tmp_path, text) == {"at": moment(datetime(2023, 11, 24, 9, 30, tzinfo=UTC), english())}


def test_what_may_be_none_and_is_left_out_is_none(tmp_path: Path) -> None:
    text = (
        'description = ""\n[parameters.older]\ntype = "MonthLink | None"\ndescription = ""\n'
        '[parameters.newer]\ntype = "MonthLink | None"\ndescription = ""\n'
        '[examples.plain]\nolder = { name = "May", title = "May 2023", url = "/", count = "1" }\n'
    )

    older = MonthLink(name="May", title="May 2023", url="/", count="1")
    assert arguments(tmp_path, text) == {"older": older, "newer": None}


@pytest.mark.parametrize(
    "wrong",
    [
        'reference = { title_html = "", url = 3, lang = "", dir = "", label = "" }',
        'reference = { title_html = "", url = "/" }',
    ],
)
def test_a_value_that_is_no_newsroom_value_is_refused(tmp_path: Path, wrong: str) -> None:
    text = PLAIN.rsplit("reference =", 1)[0] + wrong

    with pytest.raises(ValidationError):
        arguments(tmp_path, text)


def test_a_value_may_be_named_where_examples_share_it(tmp_path: Path) -> None:
    write(
        tmp_path / "_shared.toml",
        '[DontMiss.other]\ntitle_html = "Other"\nurl = "/other/"\nlang = ""\ndir = ""\nlabel = ""\n',
    )
    text = PLAIN.rsplit("reference =", 1)[0] + 'reference = "other"\n'

    assert arguments(tmp_path, text) == {
        "reference": DontMiss(title_html=Markup("Other"), url="/other/", lang="", dir="", label="")
    }


def test_a_shared_value_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "_shared.toml", "[DontMiss]\n")
    text = PLAIN.rsplit("reference =", 1)[0] + 'reference = "nowhere"\n'

    with pytest.raises(KeyError, match="nowhere"):
        arguments(tmp_path, text)


def test_a_parameter_that_is_not_described_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="size"):
        arguments(tmp_path, PLAIN + "size = 3\n")


def test_examples_render_through_the_macro_of_the_component_s_name(tmp_path: Path) -> None:
    write(
        tmp_path / "templates" / "components" / "part.html",
        '{% macro part(reference) %}<a href="{{ reference.url }}">{{ reference.title_html }}</a>{% endmacro %}',
    )
    file = read_examples(write(tmp_path / "examples" / "part.toml", PLAIN))

    pattern = render_examples(ThemeEnvironment(tmp_path), file)

    assert pattern.examples[0].html == '<a href="/b/">A &amp; B</a>'
