import re
from datetime import datetime

import pytest
import yaml

from plugins.newsroom.front_matter.slugs import is_slug
from plugins.newsroom.words.catalogues import languages
from plugins.start.answers import LONGEST_NAME, Answers
from plugins.start.publication_files import TEXTS, publication_files, quoted, starter_texts

NOW = datetime.fromisoformat("2026-11-30T09:05+07:00")
NAMES = [
    "Kabar Pemasaran",
    'O\'Reilly & "Söhne" \\ $HOME #1',
    "No",
    "أخبار التسويق",
    "חדשות \u200fשיווק",
    "市場日報",
    "{name} %s {0}",
    "[x](y) *a* _b_ `c` <d>",
]


def answers(name: str = "Kabar Pemasaran", locale: str = "en") -> Answers:
    return Answers(name, locale, "Asia/Jakarta", "https://www.kabar.example")


@pytest.mark.parametrize("name", NAMES)
def test_settings_are_read_back_as_they_were_given(name: str) -> None:
    text = publication_files(answers(name), NOW)["pelicanconf.py"]

    space: dict[str, object] = {"__file__": "pelicanconf.py"}
    exec(compile(text, "pelicanconf.py", "exec"), space)
    assert space["SITENAME"] == name


@pytest.mark.parametrize("name", NAMES)
def test_front_matter_holds_the_name_as_it_was_given(name: str) -> None:
    text = publication_files(answers(name), NOW)["content/pages/about.md"]

    header = yaml.safe_load(text.split("---\n")[1])
    assert header["title"] == f"About {name}"


@pytest.mark.parametrize(
    ("value", "source"),
    [("a", '"a"'), ('say "a"', "'say \"a\"'"), ("it's", '"it\'s"'), ("\\", '"\\\\"'), ("\"'", '"\\"\'"')],
)
def test_a_text_stands_between_the_quotes_that_need_fewer_backslashes(value: str, source: str) -> None:
    assert quoted(value) == source


def test_the_settings_are_short() -> None:
    text = publication_files(answers(), NOW)["pelicanconf.py"]

    assert len([line for line in text.splitlines() if line]) <= 15


def test_the_first_article_is_a_draft_of_this_month() -> None:
    header = publication_files(answers(), NOW)["content/articles/2026/11/hello.md"].split("---\n")[1]

    assert "status: draft\ndate: 2026-11-30 09:05\n" in header


@pytest.mark.parametrize("lang", languages())
def test_texts_of_every_language_have_the_same_keys_and_slugs_in_latin_letters(lang: str) -> None:
    english, texts = starter_texts("en"), starter_texts(lang)

    assert {key: sorted(value) if isinstance(value, dict) else () for key, value in texts.items()} == {
        key: sorted(value) if isinstance(value, dict) else () for key, value in english.items()
    }
    assert all(is_slug(part["slug"]) for part in texts.values() if isinstance(part, dict) and "slug" in part)


@pytest.mark.parametrize("lang", sorted(path.stem for path in TEXTS.glob("*.toml")))
def test_texts_of_every_language_keep_placeholders_links_and_commands(lang: str) -> None:
    def marks(text: str) -> list[str]:
        return sorted(re.findall(r"\{filename\}[a-z.]+|\{\w+\}|`[a-z][^`]*`|✎|```", text))

    english, texts = starter_texts("en"), starter_texts(lang)
    for name, part in english.items():
        for key, text in part.items() if isinstance(part, dict) else ():
            if key in ("text", "title"):
                assert marks(texts[name][key]) == marks(text), f"{lang}: {name}.{key}"


@pytest.mark.parametrize("lang", languages())
def test_names_made_of_the_longest_name_are_short_enough(lang: str) -> None:
    name = starter_texts(lang)["team"]["name"].replace("{name}", "x" * LONGEST_NAME)

    assert len(name) <= 80
