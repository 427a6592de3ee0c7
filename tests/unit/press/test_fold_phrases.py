from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from plugins.newsroom.words.catalogues import catalogue, english, make_words
from plugins.press.disk_cache import ThemeCache
from plugins.press.environment import ThemeEnvironment
from plugins.press.fold_phrases import phrases_read
from plugins.press.render import TemplateRenderer


def environment(folder: Path, text: str, lang: str = "en", **own: str) -> ThemeEnvironment:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "page.html").write_text(text, encoding="utf-8")
    words = make_words(lang, {**catalogue(lang), **own})
    return ThemeEnvironment(folder, ThemeCache(folder / "cache"), words)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ words.latest }}", "Latest"),
        ("{{ words.earlier_in.format(section='<b>') }}", "Earlier in &lt;b&gt;"),
        ("{{ (words.updated|e).format(time='<b>'|safe) }}", "Updated <b>"),
        ("{{ words.reading(5) }}", "5 min read"),
        ("{% macro one() %}{{ words.latest }}{% endmacro %}{{ one() }}", "Latest"),
        ("{% set label = words.latest %}{{ label }}", "Latest"),
    ],
)
def test_a_phrase_stands_where_it_is_named(tmp_path: Path, text: str, shown: str) -> None:
    assert environment(tmp_path, text).get_template("page.html").render() == shown


def test_a_phrase_is_escaped(tmp_path: Path) -> None:
    made = environment(tmp_path, "{{ words.latest }}", latest="<New & hot>")

    assert made.get_template("page.html").render() == "&lt;New &amp; hot&gt;"


def test_a_phrase_that_is_text_is_part_of_the_compiled_template(tmp_path: Path) -> None:
    made = environment(tmp_path, "{{ words.latest }}")
    made.get_template("page.html")
    made.globals.clear()

    assert made.get_template("page.html").render() == "Latest"


def test_another_phrase_is_another_compiled_template(tmp_path: Path) -> None:
    rendered = [
        environment(tmp_path, "{{ words.latest }}", latest=latest).get_template("page.html").render()
        for latest in ("Old", "New")
    ]

    assert rendered == ["Old", "New"]


def test_an_unknown_phrase_is_told_with_its_near_miss(tmp_path: Path) -> None:
    with pytest.raises(TemplateSyntaxError, match=r"there is no phrase 'latset'; did you mean 'latest'\?") as error:
        environment(tmp_path, "\n{{ words.latset }}").get_template("page.html")

    assert (error.value.name, error.value.lineno) == ("page.html", 2)


def test_the_phrases_of_a_template_are_found_each_once() -> None:
    tree = ThemeEnvironment(Path()).parse("{{ words.older }}{{ words.latest }}{{ words.older }}{{ page.title }}")

    assert phrases_read(tree) == ["latest", "older"]


def test_a_fingerprint_is_another_one_for_a_phrase_that_is_read_and_for_no_other(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text('{% include "part.html" %}', encoding="utf-8")
    (tmp_path / "templates" / "part.html").write_text("{{ words.latest }}", encoding="utf-8")

    def fingerprint(**own: str) -> str:
        words = make_words("en", {**catalogue("en"), **own})
        return TemplateRenderer(tmp_path, words=words).fingerprint("page.html")

    before = TemplateRenderer(tmp_path, words=english()).fingerprint("page.html")
    assert fingerprint(older="Before") == before
    assert fingerprint(latest="New") != before


@pytest.mark.parametrize("text", ["{{ words['latest'] }}", "{% set all = words %}{{ all.latest }}"])
def test_a_template_that_passes_the_words_on_depends_on_all_of_them(tmp_path: Path, text: str) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text(text, encoding="utf-8")
    entries = [{**catalogue("en"), "latest": latest} for latest in ("New", "Newest")]

    fingerprints = {
        TemplateRenderer(tmp_path, words=make_words("en", each)).fingerprint("page.html") for each in entries
    }

    assert len(fingerprints) == 2
