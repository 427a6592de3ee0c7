from dataclasses import replace
from datetime import UTC
from xml.etree import ElementTree

from markupsafe import Markup

from plugins.feeds.atom import atom, write_atom_entry
from plugins.feeds.written_feed import FeedLinks
from plugins.newsroom.articles import Sponsor
from plugins.newsroom.forms.shown_picture import Cutting, Picture
from plugins.stet.facts import digest_of
from tests.unit.feeds.fed import entry_of, feeds
from tests.unit.feeds.heard import clip, player, playing
from tests.values import ARI, MEI, article, at, body

ATOM = {
    "a": "http://www.w3.org/2005/Atom",
    "m": "http://search.yahoo.com/mrss/",
    "fh": "http://purl.org/syndication/history/1.0",
}
PICTURE = Picture(
    url="/news/pictures/y.jpg",
    width=1600,
    height=900,
    alt="A <shelf>",
    caption="Books",
    credit="Ida Lens",
    ratios=(Cutting("/news/pictures/y-16x9.jpg", 1200, 675, 88_000),),
)


def parsed(**changes: object) -> ElementTree.Element:
    return ElementTree.fromstring(atom(feeds(article(**changes))[0]))


def test_an_entry_names_every_author_with_their_front() -> None:
    authors = parsed(authors=(MEI, ARI)).findall("a:entry/a:author", ATOM)

    assert [(each.findtext("a:name", None, ATOM), each.findtext("a:uri", None, ATOM)) for each in authors] == [
        ("Mei Tan", "https://example.test/news/authors/mei/"),
        ("Ari Wibowo", "https://example.test/news/authors/ari/"),
    ]


def test_a_sponsored_article_says_so_in_its_title() -> None:
    sponsor = Sponsor(slug="s", name="Sari", url="https://sari.example", label="Paid by Sari", disclosure_html=Markup())

    assert parsed(sponsor=sponsor).findtext("a:entry/a:title", namespaces=ATOM) == "Sponsored: One"


def test_an_entry_says_when_it_was_published_and_updated() -> None:
    entry = parsed(updated=at("2023-11-02T10:00")).find("a:entry", ATOM)

    assert entry is not None
    assert entry.findtext("a:published", namespaces=ATOM) == "2023-11-01T09:00:00+08:00"
    assert entry.findtext("a:updated", namespaces=ATOM) == "2023-11-02T10:00:00+08:00"


def test_title_and_summary_are_text() -> None:
    root = parsed(title="A < B & C", summary="Less < more")

    assert root.findtext("a:entry/a:title", namespaces=ATOM) == "A < B & C"
    assert root.findtext("a:entry/a:summary", namespaces=ATOM) == "Less < more"
    assert [each.get("type") for each in root.iterfind("a:entry/a:summary", ATOM)] == [None]


def test_categories_and_tags_say_of_which_list_they_are() -> None:
    terms = parsed().findall("a:entry/a:category", ATOM)

    assert [(term.get("term"), term.get("scheme")) for term in terms] == [
        ("Social", "https://example.test/news/"),
        ("Video", "https://example.test/news/tags/"),
    ]


def test_the_lead_picture_is_there_with_size_words_and_credit() -> None:
    picture = parsed(picture=PICTURE).find("a:entry/m:content", ATOM)

    assert picture is not None
    assert dict(picture.attrib) == {
        "url": "https://example.test/news/pictures/y-16x9.jpg",
        "type": "image/jpeg",
        "medium": "image",
        "fileSize": "88000",
        "width": "1200",
        "height": "675",
    }
    assert [(each.tag.partition("}")[2], each.text) for each in picture] == [
        ("title", "Books"),
        ("description", "A <shelf>"),
        ("credit", "Ida Lens"),
    ]


def test_a_feed_without_entries_has_the_same_bytes_at_any_time() -> None:
    document = ElementTree.fromstring(atom(feeds()[0]))

    assert document.findtext("a:updated", namespaces=ATOM) in {"1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00Z"}


def test_a_feed_was_changed_when_its_newest_entry_was() -> None:
    everything, *_ = feeds(article("b", date="2023-11-02T09:00"), article("a", updated=at("2023-11-05T09:00")))

    document = ElementTree.fromstring(atom(everything))

    assert document.findtext("a:updated", namespaces=ATOM) == "2023-11-05T09:00:00+08:00"


def test_an_entry_is_the_same_element_in_every_feed() -> None:
    one = article(title="A & B", authors=(MEI, ARI), lang="zh-Hant")
    element = write_atom_entry(entry_of(one)).data

    holding = [feed for feed in feeds(one) if feed.entries]

    assert len(holding) == 5
    assert all(atom(feed).count(element) == 1 for feed in holding)


def test_feeds_are_compared_by_what_is_in_their_entries() -> None:
    texts = ({}, {}, {"one": body(blocks=(Markup("<p>Other.</p>"),))})

    same, again, other = (digest_of(feeds(article(), bodies=bodies)[0]) for bodies in texts)

    assert same == again
    assert same != other


def test_entries_of_equal_articles_that_print_differently_are_told_apart() -> None:
    one = article()
    elsewhere = replace(one, date=one.date.astimezone(UTC))

    first, second = (write_atom_entry(entry_of(each)) for each in (one, elsewhere))

    assert one == elsewhere
    assert first.digest != second.digest
    assert b"<published>2023-11-01T09:00:00+08:00</published>" in first.data
    assert b"<published>2023-11-01T01:00:00+00:00</published>" in second.data


def test_an_entry_names_the_files_of_its_players_and_one_without_is_as_before() -> None:
    heard, silent = (feeds(article(), bodies={"one": each})[0] for each in (playing(player(), clip()), playing()))

    links = ElementTree.fromstring(atom(heard)).findall("a:entry/a:link[@rel='enclosure']", ATOM)
    assert [(link.get("href"), link.get("length"), link.get("type")) for link in links] == [
        ("https://example.test/news/files/012345012345/episode.mp3", "11400000", "audio/mpeg"),
        ("https://example.test/news/files/012345012345/clip.mp4", "11400000", "video/mp4"),
    ]
    assert b"enclosure" not in atom(silent)


def test_an_archive_says_so_and_leads_to_its_neighbours() -> None:
    links = FeedLinks(current="https://e.test/feed.xml", older="https://e.test/1.xml", newer="https://e.test/3.xml")
    feed = feeds(article())[0]

    archive, present = (ElementTree.fromstring(atom(replace(feed, links=each))) for each in (links, FeedLinks()))

    assert archive.find("fh:archive", ATOM) is not None
    assert [(link.get("rel"), link.get("href")) for link in archive.findall("a:link", ATOM)][2:] == [
        ("current", "https://e.test/feed.xml"),
        ("prev-archive", "https://e.test/1.xml"),
        ("next-archive", "https://e.test/3.xml"),
    ]
    assert present.find("fh:archive", ATOM) is None


def test_hub_icon_logo_and_style_are_named_where_there_are_any() -> None:
    feed = replace(
        feeds(article())[0],
        hub="https://hub.test/",
        icon="https://e.test/i",
        logo="https://e.test/l",
        stylesheet="/s.css?a&b",
    )

    data = atom(feed)

    document = ElementTree.fromstring(data)
    assert document.findall("a:link[@rel='hub']", ATOM)[0].get("href") == "https://hub.test/"
    assert (document.findtext("a:icon", None, ATOM), document.findtext("a:logo", None, ATOM)) == (
        "https://e.test/i",
        "https://e.test/l",
    )
    assert b'<?xml-stylesheet href="/s.css?a&amp;b" type="text/css"?>' in data


def test_pictures_of_the_text_stand_behind_the_lead_picture() -> None:
    blocks = (Markup('<p><img src="/news/pictures/z.png" alt="Z &amp; z" width="50%"></p>'),)
    root = ElementTree.fromstring(atom(feeds(article(picture=PICTURE), bodies={"one": body(blocks=blocks)})[0]))

    lead, other = root.findall("a:entry/m:content", ATOM)

    assert lead.get("fileSize") == "88000"
    assert other.attrib == {"url": "https://example.test/news/pictures/z.png", "type": "image/png", "medium": "image"}
    assert other.findtext("m:description", namespaces=ATOM) == "Z & z"
