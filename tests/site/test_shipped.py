"""The publication as it ships, built by Pelican for production."""

import itertools
import json
import locale
import re
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest

from plugins.newsroom.words.words_of import words_of
from plugins.publish.headers.csp import is_frame
from tests.conftest import build
from tests.site.documents import Document, documents, references, target
from tests.tools.small_build import recorded

WORDS = [words_of({}, lang) for lang in ("en", "id", "zh-Hant")]
"""Of all languages of the publication."""
NEW_WINDOW = re.compile("|".join(re.escape(each.new_window.strip("()（）")) for each in WORDS))
SAMPLE = {each.sample for each in WORDS}
PAGE_BUDGET = 14_000
"""Bytes of an article page under brotli: what a server may send before the first answer comes back (RFC 6928)."""
SCRIPT_BUDGET = 3_000


@pytest.fixture(scope="module")
def pages(shipped_site: Path) -> dict[str, Document]:
    """All pages but those with frames of other sites, which articles show; tests/browser/test_embeds.py has these."""
    return {path: page for path, page in documents(shipped_site).items() if not is_frame(path)}


@pytest.fixture(scope="module")
def articles(pages: dict[str, Document]) -> dict[str, Document]:
    return {path: page for path, page in pages.items() if re.fullmatch(r"\d{4}/\d{2}/[^/]+/index\.html", path)}


def test_the_publication_has_its_articles(articles: dict[str, Document]) -> None:
    assert len(articles) >= 45


def test_links_fragments_and_pictures_resolve(shipped_site: Path, pages: dict[str, Document]) -> None:
    broken = []
    for page in pages.values():
        for reference in references(page):
            found = target(reference.page, reference.url)
            if found is None:
                continue
            file, fragment = found
            if not (shipped_site / file).is_file():
                broken.append(f"{reference.page}: {reference.url}")
            elif fragment and fragment not in pages[file].ids:
                broken.append(f"{reference.page}: no #{fragment} in {file}")

    assert broken == []


def test_every_page_can_be_reached_from_the_home_front(pages: dict[str, Document]) -> None:
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in pages and path not in reached:
            reached.add(path)
            found = (target(path, reference.url) for reference in references(pages[path]))
            waiting.extend(file for file, _ in filter(None, found))

    assert set(pages) - reached == {"404.html"}


def test_no_page_loads_anything_from_another_host(pages: dict[str, Document]) -> None:
    foreign = [
        reference
        for page in pages.values()
        for reference in references(page)
        if reference.loads and target(reference.page, reference.url) is None and not reference.url.startswith("data:")
    ]

    assert foreign == []


def test_each_card_opens_a_page_that_is_there(shipped_site: Path, pages: dict[str, Document]) -> None:
    opened = {button.get("data-frame") for page in pages.values() for button in page.all("button")} - {None}
    framed = {f"/{path.parent.relative_to(shipped_site)}/" for path in shipped_site.glob("embeds/*/*/index.html")}

    assert opened == framed


def test_first_paint_needs_one_request(pages: dict[str, Document]) -> None:
    blocking = [
        (page.path, element.tag)
        for page in pages.values()
        for element in page.root.iter()
        if (element.tag == "script" and element.get("src"))
        or (element.tag == "link" and element.get("rel") == "stylesheet")
        or element.tag == "iframe"
    ]

    assert blocking == []


def test_an_article_fits_the_first_flight(articles: dict[str, Document]) -> None:
    sizes = {path: len(brotli.compress(page.html.encode())) for path, page in articles.items()}

    assert {path: size for path, size in sizes.items() if size > PAGE_BUDGET} == {}


def test_the_scripts_of_a_page_stay_small(pages: dict[str, Document]) -> None:
    sizes = {
        path: sum(
            len(script.text or "") for script in page.all("script") if script.get("type") != "application/ld+json"
        )
        for path, page in pages.items()
    }

    assert max(sizes.values()) < SCRIPT_BUDGET


@pytest.mark.parametrize(
    ("block", "least"),
    [
        ("masthead", 1),
        ("promo", 1),
        ("kicker", 1),
        ("article__title", 1),
        ("article__byline", 1),
        ("article__times", 1),
        ("share", 2),
        ("related", 1),
        ("tags", 1),
    ],
)
def test_every_article_has_every_block(articles: dict[str, Document], block: str, least: int) -> None:
    lacking = [path for path, page in articles.items() if len(page.with_class(block)) < least]

    assert lacking == []


def test_every_article_has_three_related_ones_and_none_twice(articles: dict[str, Document]) -> None:
    wrong = {}
    for path, page in articles.items():
        own = f"/{path.removesuffix('index.html')}"
        related = [
            a.get("href") for block in page.with_class("related") for a in block.iter("a") if is_article(a.get("href"))
        ]
        missed = [a.get("href") for block in page.with_class("dont-miss") for a in block.iter("a")]
        shown = [*related, *missed]
        if len(related) != 3 or len(missed) > 1 or len(set(shown)) != len(shown) or own in shown:
            wrong[path] = shown

    assert wrong == {}


def test_most_articles_have_a_strong_older_one_not_to_be_missed(articles: dict[str, Document]) -> None:
    having = [path for path, page in articles.items() if page.with_class("dont-miss")]

    assert len(articles) * 0.6 < len(having) < len(articles)


def is_article(href: str | None) -> bool:
    return bool(re.match(r"/\d{4}/\d{2}/", href or ""))


def test_calls_to_action_stand_on_every_article_but_where_they_are_switched_off(articles: dict[str, Document]) -> None:
    without = {
        block: [path for path, page in articles.items() if not page.with_class(block)]
        for block in ("telegram", "newsletter")
    }

    assert {block: len(paths) for block, paths in without.items()} == {"telegram": 1, "newsletter": 1}


def test_the_model_article_shows_what_its_editors_chose(articles: dict[str, Document]) -> None:
    [page] = [page for page in articles.values() if "Tokopedia" in page.html and page.with_class("dont-miss")]
    [line] = page.with_class("dont-miss")

    text = " ".join(" ".join(line.itertext()).split())
    assert text.startswith(("Don’t miss:", "Don't miss:"))
    assert "creator fund" in text.lower()
    related = " ".join(" ".join(block.itertext()) for block in page.with_class("related")).lower()
    assert "pro-palestinian" in related and "out-of-home" in related and "israel" in related


def test_links_that_open_a_window_say_so(pages: dict[str, Document]) -> None:
    silent = [
        (page.path, link.get("href"))
        for page in pages.values()
        for link in page.all("a")
        if link.get("target") == "_blank"
        and not NEW_WINDOW.search(f"{' '.join(link.itertext())} {link.get('aria-label', '')}")
    ]

    assert silent == []


def test_headings_start_with_one_and_skip_none(pages: dict[str, Document]) -> None:
    wrong = {}
    for page in pages.values():
        levels = [int(element.tag[1]) for element in page.root.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        if levels.count(1) != 1 or any(after > before + 1 for before, after in itertools.pairwise(levels)):
            wrong[page.path] = levels

    assert wrong == {}


def test_structured_data_agrees_with_the_page(articles: dict[str, Document]) -> None:
    wrong = []
    for path, page in articles.items():
        [block] = [json.loads(s.text or "") for s in page.all("script") if s.get("type") == "application/ld+json"]
        data = block["@graph"][0]
        times = {time.get("datetime") for time in page.all("time")}
        [canonical] = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
        if data["datePublished"] not in times or data["mainEntityOfPage"] != canonical:
            wrong.append(path)

    assert wrong == []


def test_feeds_are_atom_and_their_entries_exist(shipped_site: Path, pages: dict[str, Document]) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feeds = sorted(shipped_site.rglob("feed.xml"))
    missing = []
    for feed in feeds:
        for entry in ElementTree.parse(feed).getroot().iter(f"{atom}entry"):
            link = entry.find(f"{atom}link[@rel='alternate']")
            assert link is not None
            if link.get("href", "").removeprefix("https://lowdown.example/") + "index.html" not in pages:
                missing.append(link.get("href"))

    assert len(feeds) > 20
    assert missing == []


def test_the_pattern_page_is_in_the_preview_only(shipped_site: Path, preview_site: Path) -> None:
    assert not (shipped_site / "patterns").exists()
    assert "patterns/index.html" in documents(preview_site)


def test_the_ledger_lists_exactly_what_was_written(shipped_site: Path) -> None:
    files = {path: (sha256(content).hexdigest(), len(content)) for path, content in contents(shipped_site).items()}

    assert {path: file[:2] for path, file in (recorded(shipped_site) or {}).items()} == files


def test_two_builds_give_the_same_bytes_on_whatever_machine(shipped_site: Path, tmp_path: Path) -> None:
    """The second build has another order of sets, another zone and another language than any machine of ours."""
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "America/St_Johns", "LC_ALL": a_locale(), "LANG": "de_DE.UTF-8"}

    again = contents(build(tmp_path / "output", "publishconf.py", **elsewhere))

    before = contents(shipped_site)
    assert [path for path in before.keys() | again.keys() if before.get(path) != again.get(path)] == []


def contents(site: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def a_locale() -> str:
    """Return a locale that sorts and writes numbers unlike ours, if the machine has it."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        return locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    except locale.Error:
        return "C.UTF-8"
    finally:
        locale.setlocale(locale.LC_ALL, before)


def test_an_article_says_when_it_is_a_sample(articles: dict[str, Document]) -> None:
    real = [
        path
        for path, page in articles.items()
        if not SAMPLE & {label.text for label in page.with_class("notice__label")}
    ]

    assert len(real) == 5
