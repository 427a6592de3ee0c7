from datetime import datetime

from plugins.newsroom.articles import Correction
from plugins.newsroom.markup import Html
from tests.unit.desk.conftest import SVG, ZONE, Load, article

FILES = {
    "articles/2023/11/one.md": article(
        title='Tom & "Jerry" go on',
        keys="picture: {file: /pictures/one.svg, alt: A}\ntags: [TikTok, Video]\nembargo: 2023-11-24\n"
        "corrections:\n  - {date: 2023-11-25, text: Wrong & right it is.}\n",
        body="![B](../../../pictures/two.svg)\n\n## X\n\n"
        "[self](one.md#x) [about](../../../pages/about.md?a=b) [out](/feed.xml)",
    ),
    "articles/2023/11/two.md": article(title="Two", keys="tags: tiktok, TikTok\n"),
    "articles/2023/11/draft/index.md": "---\ntitle: D\nstatus: draft\ntags: [Secret]\n---\n![A](d.svg)",
    "articles/2023/11/draft/d.svg": SVG.replace("640", "641"),
    "articles/2023/11/later.md": article(
        title="Later", keys="embargo: 2023-12-24 08:00\npicture: {file: /pictures/later.svg, alt: A}\n"
    ),
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\nWe.",
    "pages/hidden.md": "---\ntitle: Hidden\nstatus: draft\n---\nWe.",
    "pictures/one.svg": SVG,
    "pictures/two.svg": SVG.replace("640", "642"),
    "pictures/later.svg": SVG.replace("640", "643"),
    "pictures/unused.svg": SVG.replace("640", "644"),
}


def test_production_has_no_trace_of_what_is_not_public(load_content: Load) -> None:
    loaded = load_content(FILES)
    newsroom = loaded.newsroom

    assert loaded.problems == ()
    assert list(newsroom.articles) == ["articles/2023/11/one.md", "articles/2023/11/two.md"]
    assert list(newsroom.pages) == ["pages/about.md"]
    assert [tag.slug for tag in newsroom.desk.tags] == ["tiktok", "video"]
    assert [file.source for file in newsroom.desk.picture_files] == [
        "content/pictures/one.svg",
        "content/pictures/two.svg",
    ]


def test_the_preview_shows_everything_with_its_state(load_content: Load) -> None:
    newsroom = load_content(FILES, drafts=True).newsroom

    later = newsroom.articles["articles/2023/11/later.md"].article
    draft = newsroom.articles["articles/2023/11/draft/index.md"].article
    assert (later.is_draft, later.embargo) == (False, datetime(2023, 12, 24, 8, 0, tzinfo=ZONE))
    assert (draft.is_draft, draft.embargo, draft.slug) == (True, None, "draft")
    assert (draft.date, draft.url) == (datetime(2023, 12, 1, tzinfo=ZONE), "/2023/12/draft/")
    assert draft.category.slug == "social"
    assert len(newsroom.desk.picture_files) == 4


def test_an_article_is_a_checked_value(load_content: Load) -> None:
    found = load_content(FILES).newsroom.articles["articles/2023/11/one.md"].article

    assert found.title == 'Tom & "Jerry" go on'
    assert found.title_html == ('Tom <span class="amp">&amp;</span> &#8220;Jerry&#8221; go&nbsp;on')
    assert found.embargo is None
    assert found.date == datetime(2023, 11, 24, 9, 30, tzinfo=ZONE)
    assert [tag.name for tag in found.tags] == ["TikTok", "Video"]
    assert found.corrections == (
        Correction(
            date=datetime(2023, 11, 25, tzinfo=ZONE),
            text_html=Html('Wrong <span class="amp">&amp;</span> right it&nbsp;is.'),
        ),
    )


def test_a_tag_in_two_spellings_is_one(load_content: Load) -> None:
    found = load_content(FILES).newsroom.articles["articles/2023/11/two.md"].article

    assert [tag.name for tag in found.tags] == ["TikTok"]


def test_addresses_in_the_text_have_the_path_that_the_site_lives_under(load_content: Load) -> None:
    start = load_content(FILES, prefix="/news").newsroom.articles["articles/2023/11/one.md"]

    links = dict(start.targets.links)
    picture = links.pop("../../../pictures/two.svg")
    assert links == {
        "one.md#x": "/news/2023/11/one/#x",
        "../../../pages/about.md?a=b": "/news/about/?a=b",
        "/feed.xml": "/news/feed.xml",
    }
    assert picture == start.targets.pictures["../../../pictures/two.svg"].url
    assert start.targets.pictures["../../../pictures/two.svg"].url.startswith("/news/pictures/two-")
    assert start.article.picture is not None
    assert start.article.picture.url.startswith("/news/pictures/one-")
    assert start.article.url == "/2023/11/one/"


def test_a_folder_with_problems_shows_nothing(load_content: Load) -> None:
    loaded = load_content({**FILES, "pages/about.md": "Nothing."})

    assert loaded.problems
    assert loaded.newsroom.articles == {}
