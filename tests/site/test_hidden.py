"""Drafts and embargoed articles leave no trace in production; the preview shows and labels them."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import BUILD_TIME, DEMONSTRATION
from tests.photographs import Subject, photograph
from tests.site.conftest import SmallSite
from tests.site.documents import documents
from tests.site.hidden import Hidden, hidden_articles

HIDDEN = hidden_articles(DEMONSTRATION / "content", datetime.fromtimestamp(int(BUILD_TIME), UTC))


@pytest.fixture(scope="module")
def everything(shipped_site: Path) -> str:
    """Every byte of text that production wrote, tags out and white space folded, and every file's name.

    Of what the engine remembers, beside the output, nothing is published.
    """
    files = [path for path in sorted(shipped_site.rglob("*")) if path.is_file()]
    texts = [
        path.read_text(encoding="utf-8", errors="replace")  # documents and films too, in which words may stand plain
        for path in files
        if path.suffix not in {".avif", ".jpg", ".webp", ".png", ".ico"}
    ]
    names = [str(path) for path in files]
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]*>|&nbsp;", " ", "\n".join([*texts, *names])))


def test_the_shipped_content_has_something_to_hide() -> None:
    assert len(HIDDEN) >= 4
    assert sum(len(article.phrases) for article in HIDDEN) >= 8


@pytest.mark.parametrize("article", HIDDEN, ids=lambda article: article.slug)
def test_a_hidden_article_leaves_no_trace(everything: str, article: Hidden) -> None:
    found = [trace for trace in (article.slug, article.title, *article.phrases) if trace in everything]

    assert found == []


def test_pictures_of_hidden_articles_alone_are_not_published(shipped_site: Path) -> None:
    files = [*shipped_site.rglob("*.html"), *shipped_site.rglob("*.xml")]  # a podcast's picture is in its feed alone
    public = "".join(path.read_text(encoding="utf-8") for path in files)
    published = {path.name for path in (shipped_site / "pictures").iterdir()}
    posters = set(re.findall(r'poster="?/pictures/([\w-]+)-[\dx]+-', public))  # shown in one size, developed in all

    unseen = {name for name in published if name not in public}
    assert {name for name in unseen if name.rsplit("-", 2)[0] not in posters} == set()


def test_the_phrases_do_find_an_article_that_is_shown(preview_site: Path) -> None:
    preview = "\n".join(page.html for page in documents(preview_site).values())
    text = re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]*>|&nbsp;", " ", preview))

    assert [article.slug for article in HIDDEN if not all(phrase in text for phrase in article.phrases)] == []


def test_the_preview_labels_what_is_not_public(preview_site: Path) -> None:
    pages = documents(preview_site)
    labelled = {
        path.split("/")[-2] for path, page in pages.items() if "/20" in f"/{path}" and page.with_class("notice--state")
    }

    assert {article.slug for article in HIDDEN} <= labelled


def test_public_articles_do_not_point_to_hidden_ones_in_the_preview_either(preview_site: Path) -> None:
    slugs = {article.slug for article in HIDDEN}
    pointing = [
        (path, link.get("href"))
        for path, page in documents(preview_site).items()
        if re.match(r"20\d\d/", path) and path.split("/")[-2] not in slugs
        for block in (*page.with_class("related"), *page.with_class("dont-miss"), *page.with_class("neighbours"))
        for link in block.iter("a")
        if link.get("href", "").rstrip("/").rsplit("/", 1)[-1] in slugs
    ]

    assert pointing == []


def test_a_header_of_pelicans_own_is_looked_into_as_well(tmp_path: Path) -> None:
    path = tmp_path / "articles" / "held.md"
    path.parent.mkdir()
    path.write_text(
        "Title: Held: back\nDate: 2023-11-01\nEmbargo: 2099-01-01 08:00\nPicture.file: /pictures/stall.webp\n"
        "Summary: What nobody may read\n  before that day has come.\n\nText with words that are quite its own.\n",
        encoding="utf-8",
    )

    found = hidden_articles(tmp_path, datetime.fromtimestamp(int(BUILD_TIME), UTC))

    assert found == [
        Hidden(
            slug="held",
            title="Held: back",
            phrases=("What nobody may read before that", "Text with words that are quite"),
            pictures=("stall",),
        )
    ]


LEAD = "picture: {{file: {}, alt: Seen{}}}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><title>{}</title></svg>'
TAG = "---\nname: {0}\nsummary: All about it.\n---\n![A chart](/pictures/{0}.svg)\n"
SPONSOR = "---\nname: {0}\nurl: https://{0}.example/\n---\n![Their sign](/pictures/{0}.svg)\n"
PAGE = "---\ntitle: {0}\nsummary: A page.\n{1}---\n![A desk](/pictures/{0}.svg)\n"


def pictures_of(site: SmallSite, settings: str = "publishconf.py") -> set[str]:
    """Return the names of the published pictures without sizes and hashes."""
    done = site.build(settings=settings)
    assert done.returncode == 0, done.stderr
    return {path.name.rsplit("-", 2)[0] for path in (site.output / "pictures").glob("*")}


def with_pictures(site: SmallSite) -> SmallSite:
    """Give it tags, sponsors and pages with pictures: `seen-…` is on a page of production, `draft-…` of the preview."""
    kinds = {"tags": TAG, "sponsors": SPONSOR}
    for kind, text in kinds.items():
        for state in ("seen", "draft", "unused"):
            name = f"{state}-{kind}"
            site.write(f"{kind}/{name}.md", text.format(name))
            site.write(f"pictures/{name}.svg", SVG.format(name))
    for name, key in (("seen-page", ""), ("draft-page", "status: draft\n")):
        site.write(f"pages/{name}.md", PAGE.format(name, key))
        site.write(f"pictures/{name}.svg", SVG.format(name))
    site.write("pictures/lonely.svg", SVG.format("lonely"))
    header = (site.root / "content/articles/2023/11/one.md").read_text(encoding="utf-8")
    for state, key in (("seen", ""), ("draft", "status: draft\n")):
        text = header.replace("tags: [Video]\n", f"tags: [{state}-tags]\nsponsor: {state}-sponsors\n{key}")
        site.write(f"articles/2023/11/{state}.md", text)
    return site


def test_pictures_of_what_no_page_shows_are_not_published(small_site: SmallSite) -> None:
    assert pictures_of(with_pictures(small_site)) == {"seen-tags", "seen-sponsors", "seen-page"}


def test_a_held_photograph_leaves_no_file_of_any_size_or_part(small_site: SmallSite) -> None:
    for number, name in enumerate(
        ("articles/2023/11/secret.jpg", "articles/2023/11/secret-2.jpg", "pictures/open.jpg")
    ):
        place = small_site.root / "content" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(photograph(Subject(30 + number, 640, 480)))
    texts = "[Save it](secret.jpg){: download }\n\n![Seen](secret-2.jpg)"
    small_site.article("held", f"embargo: 2099-01-01\n{LEAD.format('secret.jpg', ', crop: 10% 10% 50% 50%')}", texts)
    small_site.article("idea", f"status: draft\n{LEAD.format('/pictures/open.jpg', ', crop: 0% 0% 40% 40%')}")
    small_site.article("one", LEAD.format("/pictures/open.jpg", ""))

    assert pictures_of(small_site) == {"open"}
    parts = {path.stem.rpartition("-")[2] for path in (small_site.output / "pictures").glob("*")}
    assert len(parts) == len({"all sizes", "ratios"})
    assert not [path for path in small_site.output.rglob("*") if {"held", "idea"} & {*path.parts}]


def test_the_preview_has_the_pictures_of_drafts_too(small_site: SmallSite) -> None:
    assert pictures_of(with_pictures(small_site), "pelicanconf.py") == {
        *("seen-tags", "seen-sponsors", "seen-page"),
        *("draft-tags", "draft-sponsors", "draft-page"),
    }


def test_a_held_article_appears_under_the_date_of_its_embargo(small_site: SmallSite) -> None:
    small_site.article("held", "embargo: 2023-12-05 08:00")
    small_site.article("two", body="[held]({filename}held.md)", extra="embargo: 2023-12-06 08:00")

    done = small_site.build()

    assert done.returncode == 0, done.stderr
    assert "5 December 2023" in small_site.page("2023/12/held/index.html")
    assert "/2023/12/held/" in small_site.page("2023/12/two/index.html")
    assert not (small_site.output / "2023/11/held").exists()


def words_in(output: Path, *words: str) -> dict[str, list[str]]:
    """Return the files that hold any of these words, or whose path does, with the words."""
    files = {path.relative_to(output).as_posix(): path for path in sorted(output.rglob("*")) if path.is_file()}
    texts = {name: name.encode() + path.read_bytes() for name, path in files.items()}
    found = {name: [word for word in words if word.encode() in text] for name, text in texts.items()}
    return {name: held for name, held in found.items() if held}


def test_on_its_day_a_retracted_article_goes_from_every_file_but_for_its_headline(small_site: SmallSite) -> None:
    """Its text stood in feeds and on cards; its picture in files of several sizes, and beside search results."""
    place = small_site.root / "content/articles/2023/11/scoop.jpg"
    place.write_bytes(photograph(Subject(33, 640, 480)))
    keys = """
        picture: {file: scoop.jpg, alt: Altscoop, caption: Captionscoop, credit: Creditscoop}
        retracted: {date: 2026-11-24, text: The survey was never made.}
        corrections: [{date: 2023-11-02, text: Correctscoop.}]
    """
    small_site.article("false", keys, "Firstscoop.\n\nSecondscoop ![Innerscoop](scoop.jpg).", title="Steadfast")
    secrets = ("scoop", "is worth a sentence of its own and no more")
    text = place.with_name("false.md").read_text(encoding="utf-8")
    place.with_name("false.md").write_text(text.replace(secrets[1][:30], secrets[1]), encoding="utf-8")

    assert small_site.build().returncode == 0
    before = words_in(small_site.output, *secrets)
    assert small_site.build(at="1795449600").returncode == 0
    after, left = words_in(small_site.output, *secrets), words_in(small_site.output, "Steadfast")

    assert {"feed.xml", "index.html", "2023/11/false/index.html"} < before.keys()
    assert after == {}
    page = small_site.page("2023/11/false/index.html")
    assert "The survey was never" in page
    assert (page.count("Retracted"), "noindex" in page, "<img" in page) == (4, False, False)
    fronts = {"index.html", "404.html", "social/index.html", "authors/mei/index.html", "tags/video/index.html"}
    assert not fronts & left.keys()
    assert {"2023/11/false/index.html", "archive/2023/11/index.html", "feed.xml", "social/feed.xml"} <= left.keys()
    assert {name for name in left if name.startswith("2023/")} == {"2023/11/false/index.html"}


def test_what_is_over_keeps_its_page_and_no_list_leads_there(small_site: SmallSite) -> None:
    small_site.article("call", "expires: 2026-11-24\ndont_miss: one", title="Entriescall")
    small_site.article("one", "dont_miss: call", body="[It]({filename}call.md).\n\nTwo.\n\nThree.")

    assert small_site.build().returncode == 0
    before = words_in(small_site.output, "Entriescall")
    assert small_site.build(at="1795449600").returncode == 0
    after = words_in(small_site.output, "Entriescall")

    assert {"index.html", "feed.xml", "social/index.html", "2023/11/one/index.html"} < before.keys()
    assert after.keys() == {"2023/11/call/index.html", "archive/2023/11/index.html"}
    assert '/2023/11/call/">It</a>' in small_site.page("2023/11/one/index.html")
    assert "This has been over since" in small_site.page("2023/11/call/index.html")
