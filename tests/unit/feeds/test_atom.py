from dataclasses import replace
from datetime import UTC
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from plugins.feeds.atom import AtomRenderer, atom, content, write_entry
from plugins.newsroom.articles import Sponsor
from plugins.newsroom.forms.form_parts import TextBox
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from plugins.stet.facts import digest_of
from tests.unit.feeds.fed import PUBLICATION, feeds
from tests.unit.feeds.heard import clip, player, playing
from tests.values import ARI, MEI, article, at, body

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def parsed(**changes: object) -> ElementTree.Element:
    return ElementTree.fromstring(atom(feeds(article(**changes))[0]))


def test_an_entry_names_every_author() -> None:
    names = parsed(authors=(MEI, ARI)).findall("a:entry/a:author/a:name", ATOM)

    assert [name.text for name in names] == ["Mei Tan", "Ari Wibowo"]


def test_an_entry_has_absolute_urls() -> None:
    picture = Picture(url="/news/pictures/y.webp", width=4, height=3, alt="A <shelf>")
    text = body(blocks=(Markup('<p><a href="/news/about/">a</a></p>'),))

    entry = ElementTree.fromstring(
        atom(feeds(article(authors=(MEI, ARI), picture=picture), bodies={"one": text})[0])
    ).find("a:entry", ATOM)

    assert entry is not None
    assert entry.findtext("a:id", namespaces=ATOM) == "https://example.test/news/2023/11/one/"
    assert [uri.text for uri in entry.findall("a:author/a:uri", ATOM)] == [
        "https://example.test/news/authors/mei/",
        "https://example.test/news/authors/ari/",
    ]
    assert entry.findtext("a:content", namespaces=ATOM) == (
        '<p><img src="https://example.test/news/pictures/y.webp" width="4" height="3" alt="A &lt;shelf&gt;"></p>\n'
        '<p><a href="https://example.test/news/about/">a</a></p>'
    )


@pytest.mark.parametrize(
    ("feed_id", "printed"),
    [
        (None, "https://example.test/news/2023/11/one/"),
        ("/2023/10/old/", "https://example.test/news/2023/10/old/"),
        ("tag:old.example,2012:12", "tag:old.example,2012:12"),
    ],
)
def test_an_entry_keeps_its_id_at_another_address(feed_id: str | None, printed: str) -> None:
    entry = parsed(feed_id=feed_id).find("a:entry", ATOM)

    assert entry is not None
    assert entry.findtext("a:id", namespaces=ATOM) == printed
    assert entry.find("a:link", ATOM).get("href") == "https://example.test/news/2023/11/one/"  # type: ignore[union-attr]


def test_a_sponsored_article_says_so_in_its_title() -> None:
    sponsor = Sponsor(slug="s", name="Sari", url="https://sari.example", label="Paid by Sari", disclosure_html=Markup())

    assert parsed(sponsor=sponsor).findtext("a:entry/a:title", namespaces=ATOM) == "Sponsored: One"


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
    document = ElementTree.fromstring(atom(feeds()[0]))

    assert document.findtext("a:updated", namespaces=ATOM) in {"1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00Z"}


def test_a_feed_was_changed_when_its_newest_entry_was() -> None:
    everything, *_ = feeds(article("b", date="2023-11-02T09:00"), article("a", updated=at("2023-11-05T09:00")))

    document = ElementTree.fromstring(atom(everything))

    assert document.findtext("a:updated", namespaces=ATOM) == "2023-11-05T09:00:00+08:00"


def test_an_entry_is_the_same_element_in_every_feed() -> None:
    one = article(title="A & B", authors=(MEI, ARI), lang="zh-Hant")
    element = write_entry(PUBLICATION.url, one, body(), PUBLICATION.lang, one.title).xml

    holding = [feed for feed in feeds(one) if feed.entries]

    assert len(holding) == 5
    assert all(atom(feed).count(element) == 1 for feed in holding)


@pytest.mark.parametrize(
    ("lang", "feed_lang", "begin"),
    [
        ("en", "en", "<p>"),
        ("ms", "en", '<div lang="ms" dir="ltr">\n<p>'),
        ("ar", "en", '<div lang="ar" dir="rtl">\n<p>'),
        ("ar", "ar", '<div lang="ar" dir="rtl">\n<p>'),
    ],
)
def test_an_entry_tells_its_language_and_direction(lang: str, feed_lang: str, begin: str) -> None:
    text = body(blocks=(Markup("<p>A.</p>"),))

    entry = ElementTree.fromstring(
        b"<e>%s</e>" % write_entry("https://example.test", article(lang=lang), text, feed_lang, "One").xml
    )

    content = entry.findtext("entry/content") or ""
    assert content.startswith(begin)
    assert content.count("<div") == content.count("</div>") == begin.count("<div")


def test_the_engine_gets_the_same_bytes() -> None:
    assert [AtomRenderer().render(feed) for feed in feeds(article())] == [atom(feed) for feed in feeds(article())]


def test_feeds_are_compared_by_what_is_in_their_entries() -> None:
    texts = ({}, {}, {"one": body(blocks=(Markup("<p>Other.</p>"),))})

    same, again, other = (digest_of(feeds(article(), bodies=bodies)[0]) for bodies in texts)

    assert same == again
    assert same != other


def test_entries_of_equal_articles_that_print_differently_are_told_apart() -> None:
    one = article()
    elsewhere = replace(one, date=one.date.astimezone(UTC))

    first, second = (
        write_entry(PUBLICATION.url, each, body(), PUBLICATION.lang, each.title) for each in (one, elsewhere)
    )

    assert one == elsewhere
    assert first.digest != second.digest
    assert b"<published>2023-11-01T09:00:00+08:00</published>" in first.xml
    assert b"<published>2023-11-01T01:00:00+00:00</published>" in second.xml


@pytest.mark.parametrize(
    ("written", "fed"),
    [
        ('<a href="/news/about/">a</a>', '<a href="https://example.test/news/about/">a</a>'),
        ('<a href="#part">a</a>', '<a href="https://example.test/news/2023/11/one/#part">a</a>'),
        ('<a href="//other.example/">a</a>', '<a href="//other.example/">a</a>'),
        ('<a href="https://other.example/">a</a>', '<a href="https://other.example/">a</a>'),
        ('<code>&lt;img src="/z.png"&gt;</code>', '<code>&lt;img src="/z.png"&gt;</code>'),
        (
            '<a title="a" href="#p">a</a> src="/b"',
            '<a title="a" href="https://example.test/news/2023/11/one/#p">a</a> src="/b"',
        ),
    ],
)
def test_only_addresses_of_ones_own_are_made_absolute(written: str, fed: str) -> None:
    text = body(blocks=(Markup(f"<p>{written}</p>"),))

    assert content("https://example.test/news", article(), text) == f"<p>{fed}</p>"


def test_a_form_is_plain_html_with_absolute_addresses() -> None:
    box = TextBox(
        look="note", label="Note", title_html=Markup(), name="Note", html=Markup('<p><a href="/x/">a</a></p>')
    )

    html = content("https://example.test", article(), body(blocks=(box,)))

    assert html == ('<aside>\n<p><strong>Note</strong></p>\n<p><a href="https://example.test/x/">a</a></p>\n</aside>')


def test_the_lead_picture_stands_before_the_text() -> None:
    one = article(picture=Picture(url="/news/pictures/y.webp", width=4, height=3, alt="A <shelf>"))

    html = content("https://example.test/news", one, body(blocks=(Markup("<p>a</p>"), Markup("<p>b</p>"))))

    assert html == (
        '<p><img src="https://example.test/news/pictures/y.webp" width="4" height="3" alt="A &lt;shelf&gt;"></p>\n'
        "<p>a</p>\n<p>b</p>"
    )


def test_caption_and_credit_of_the_lead_picture_stay_in_words() -> None:
    files = (Candidate("/pictures/y-480-aa.jpg", 480), Candidate("/pictures/y-1200-aa.jpg", 1200))
    shown = {"url": files[-1].url, "older": files, "width": 4000, "height": 3000, "alt": "A shelf"}
    one = article(picture=Picture(**shown, caption="Books & boards", credit="Ida Lens"))

    html = content("https://example.test", one, body(blocks=()))

    assert html == (
        '<figure><img src="https://example.test/pictures/y-1200-aa.jpg" width="1200" height="900" alt="A shelf">'
        "<figcaption>Books &amp; boards Ida Lens</figcaption></figure>\n"
    )


def test_an_entry_names_the_files_of_its_players_and_one_without_is_as_before() -> None:
    heard, silent = (feeds(article(), bodies={"one": each})[0] for each in (playing(player(), clip()), playing()))

    links = ElementTree.fromstring(atom(heard)).findall("a:entry/a:link[@rel='enclosure']", ATOM)
    assert [(link.get("href"), link.get("length"), link.get("type")) for link in links] == [
        ("https://example.test/news/files/012345012345/episode.mp3", "11400000", "audio/mpeg"),
        ("https://example.test/news/files/012345012345/clip.mp4", "11400000", "video/mp4"),
    ]
    assert b"enclosure" not in atom(silent)
