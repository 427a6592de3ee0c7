import re

import pytest

from plugins.desk.text.text_problems import PROBLEMS, words_for
from plugins.newsroom.problems import Severity


@pytest.mark.parametrize("kind", PROBLEMS)
def test_every_problem_has_its_words(kind: str) -> None:
    words = words_for(kind, "value")

    assert words.what and words.remedy
    assert not re.search(r"\{\w*\}", words.what + words.remedy)
    assert not words.remedy.endswith(".")


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("script", "leave it out: articles work without scripts"),
        ("iframe", "link to it: pages load nothing from other sites"),
        ("button", "leave it out, or write `<button>` to name it; docs/html.md lists the tags that work"),
    ],
)
def test_a_refused_tag_has_a_remedy_of_its_own(tag: str, remedy: str) -> None:
    assert words_for("tag", tag) == (f"a <{tag}> tag in the text", remedy, Severity.ERROR)
