"""Rules that validators of feeds hold, for entries with hostile words: each format alone and with its readers."""

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins.feeds.assemble import FeedRenderer
from plugins.newsroom.syndication.feed_formats import FEED_FILES, FeedFormat
from tests.unit.feeds.fed import feeds
from tests.values import article

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = (
    "</script><b>",
    "]]> & <!-- -->",
    "A\u2028line\u2029",
    "\u202eright to left",
    "😀 \u200d",
    "&amp; &#0; &lt;",
    "x" * 500,
    "{title} {0} %s",
    "\\ \" '",
)
WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=60),
)


def written(form: FeedFormat, title: str = "One", summary: str = "In short.") -> bytes:
    """Return the feed of everything with two articles."""
    articles = [article(slug, title=title, summary=summary) for slug in ("one", "two")]
    return FeedRenderer().render(feeds(*articles, form=form)[0])


def is_full(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_reader_gets_the_words_as_they_were_written(form: FeedFormat, title: str) -> None:
    found = feedparser.parse(written(form, title, title), sanitize_html=False)

    assert not found.bozo
    assert len(found.entries) == 2
    texts = etree.fromstring(written(form, title, title))
    assert title in {element.text for element in texts.iter("{*}title")}


@settings(max_examples=30, deadline=None)
@given(title=WORDS, summary=WORDS)
def test_any_words_make_documents_that_parse_and_keep_them(title: str, summary: str) -> None:
    shown = title.replace("\xa0", " ")  # as plain text of ours has spaces
    for form in FEED_FILES:
        data = written(form, title, summary)
        if form == "json":
            assert {item["title"] for item in json.loads(data)["items"]} == {shown}
        else:
            titles = {element.text for element in etree.fromstring(data).iter("{*}title")}
            assert shown in titles


def test_atom_has_what_rfc_4287_requires() -> None:
    root = etree.fromstring(written("atom"))

    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "author"):
            assert element.find(f"{ATOM}{name}") is not None, name
        assert datetime.fromisoformat(text(element, f"{ATOM}updated")).tzinfo
        assert is_full(text(element, f"{ATOM}id"))
    assert all(is_full(link.attrib["href"]) for link in root.iter(f"{ATOM}link"))
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} >= {"self", "alternate"}
    assert_unique([text(entry, f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")])


def test_rss_has_what_its_specification_requires() -> None:
    root = etree.fromstring(written("rss"))
    channel = root[0]

    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    assert all(is_full(link.text or "") for link in channel.iter("link"))
    assert all(parsedate_to_datetime(text(item, "pubDate")).tzinfo for item in channel.iter("item"))
    assert_unique([text(item, "guid") for item in channel.iter("item")])
    assert all(len(item.findall("enclosure")) <= 1 for item in channel.iter("item"))


def test_json_has_what_version_1_1_requires() -> None:
    feed: dict[str, Any] = json.loads(written("json"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert all(is_full(feed[name]) for name in ("home_page_url", "feed_url"))
    assert_unique([item["id"] for item in feed["items"]])
    for item in feed["items"]:
        assert "content_html" in item or "content_text" in item
        assert is_full(item["url"])
        assert all(datetime.fromisoformat(item[name]).tzinfo for name in ("date_published", "date_modified"))
        assert "author" not in item


def text(element: Any, name: str) -> str:
    return element.findtext(name) or ""


def assert_unique(values: list[str]) -> None:
    assert len(values) == len(set(values)) == 2
