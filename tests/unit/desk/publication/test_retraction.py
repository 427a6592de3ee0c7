import pytest
from markupsafe import Markup

from plugins.desk.publication.retraction import retracted_body, retracted_head
from plugins.newsroom.front_matter.schema import ArticleFields
from tests.unit.desk.conftest import NOW, SVG, Load, article

PATH = "articles/2023/11/one.md"
SECRET = "Nobody may read this sentence any more"
KEYS = f"""tags: [Video, Radio]
related: [two]
dont_miss: three
updated: 2023-11-25
picture: {{file: a.svg, alt: "{SECRET}", caption: "{SECRET}", credit: "{SECRET}"}}
corrections:
  - date: 2023-11-25
    text: {SECRET}
sponsor: tideline
expires: 2023-11-30
retracted:
  date: {{}}
  text: The survey was never made.
"""
FILES = {
    "articles/2023/11/a.svg": SVG,
    "articles/2023/11/two.md": article(title="Two", body="[One](one.md)"),
    "articles/2023/11/three.md": article(title="Three", keys="related: [one]\ndont_miss: one\n"),
    "sponsors/tideline.md": "---\nname: Tideline\nurl: https://tideline.example/\n---\nThey paid.\n",
}


def retracted(date: str) -> dict[str, str]:
    body = f"{SECRET}: [two](two.md) ![{SECRET}](a.svg)\n\n[dont-miss]"
    return FILES | {PATH: article(keys=KEYS.replace("{}", date), body=body).replace("A summary", SECRET)}


def test_of_a_retracted_article_the_headline_is_left_and_the_reason(load_content: Load) -> None:
    loaded = load_content(retracted("2023-12-01 12:00"))

    found, body = loaded.article("one"), loaded.body("one")
    assert [str(problem) for problem in loaded.problems if PATH in problem.path and "tag" not in problem.what] == []
    assert SECRET not in f"{found!r} {body!r}"
    assert (found.title, found.summary, found.standfirst_html) == ("One", "The survey was never made.", Markup())
    assert body.blocks == (Markup("<p>The survey was never&nbsp;made.</p>"),)
    assert (body.words, body.dont_miss_after) == (5, None)
    assert (found.tags, found.picture, found.card_picture, found.fields.corrections) == ((), None, None, ())
    assert (found.retracted_since, found.changed, found.over_since) == (NOW, NOW, None)
    assert found.sponsor is not None
    assert loaded.desk.pictures == ()


def test_before_that_time_it_is_as_ever(load_content: Load) -> None:
    loaded = load_content(retracted("2023-12-01 12:01"))

    found = loaded.article("one")
    assert SECRET in found.summary
    assert SECRET in loaded.body("one").blocks[0]
    assert (found.retracted_since, found.picture is None, len(found.tags)) == (None, False, 2)
    assert loaded.pictures == ["articles/2023/11/a.svg"]


def test_a_retracted_article_is_offered_nowhere_and_links_to_it_stay(load_content: Load) -> None:
    loaded = load_content(retracted("2023-12-01"))

    lines = {line.slug: line for line in loaded.desk.articles}
    assert [slug for slug, line in lines.items() if not line.is_offered] == ["one"]
    assert (lines["one"].is_retracted, lines["one"].is_over, lines["one"].has_picture) == (True, False, False)
    assert (lines["one"].tags, lines["one"].related, lines["one"].dont_miss) == (("video", "radio"), (), None)
    assert (lines["three"].related, lines["three"].dont_miss) == ((), None)
    assert 'href="/2023/11/one/"' in loaded.body("two").blocks[0]


def test_its_text_may_be_taken_away_with_everything_that_it_showed(load_content: Load) -> None:
    emptied = article(keys="retracted: {date: 2023-11-30, text: Invented.}\n", body="")
    broken = article(title="Two", keys="retracted: {date: 2023-11-30, text: Invented.}\nrelated: [gone]\n")

    loaded = load_content(
        {
            PATH: emptied.replace("summary: A summary that is long enough to stand under a headline.\n", ""),
            "articles/2023/11/two.md": broken.replace("Text.", "![A](gone.svg) [b](gone.md)"),
        }
    )

    assert [str(problem) for problem in loaded.problems] == []
    assert [loaded.article(slug).summary for slug in ("one", "two")] == ["Invented.", "Invented."]


def test_an_article_that_is_not_retracted_is_refused() -> None:
    head = ArticleFields.model_construct(title="A"), {"A": Markup("A")}

    with pytest.raises(ValueError, match="not retracted"):
        retracted_body(head)
    with pytest.raises(ValueError, match="not retracted"):
        retracted_head(head)
