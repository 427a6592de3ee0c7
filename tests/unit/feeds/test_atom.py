from xml.etree import ElementTree

from plugins.feeds.assemble import Publication, feeds
from plugins.feeds.atom import atom
from tests.values import ARI, MEI, article, at, desk

PUBLICATION = Publication(name="The Test", tagline="News of tests", lang="en", url="https://example.test")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def parsed(**changes: object) -> ElementTree.Element:
    return ElementTree.fromstring(atom(next(feeds(PUBLICATION, desk(), [article(**changes)], 20))))


def test_an_entry_names_every_author() -> None:
    names = parsed(authors=(MEI, ARI)).findall("a:entry/a:author/a:name", ATOM)

    assert [name.text for name in names] == ["Mei Tan", "Ari Wibowo"]


def test_an_entry_says_when_it_was_published_and_updated() -> None:
    entry = parsed(updated=at("2023-11-02T10:00")).find("a:entry", ATOM)

    assert entry is not None
    assert entry.findtext("a:published", namespaces=ATOM) == "2023-11-01T09:00:00+08:00"
    assert entry.findtext("a:updated", namespaces=ATOM) == "2023-11-02T10:00:00+08:00"


def test_a_title_is_text_and_a_summary_is_markup() -> None:
    root = parsed(title="A < B & C", summary="Less < more")

    assert root.findtext("a:entry/a:title", namespaces=ATOM) == "A < B & C"
    assert root.findtext("a:entry/a:summary", namespaces=ATOM) == "Less &lt; more"


def test_a_feed_without_entries_has_the_same_bytes_at_any_time() -> None:
    empty = next(feeds(PUBLICATION, desk(), [], 20))

    assert b"<updated>1970-01-01T00:00:00+00:00</updated>" in atom(
        empty
    ) or b"<updated>1970-01-01T00:00:00Z</updated>" in atom(empty)
