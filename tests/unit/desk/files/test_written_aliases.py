import pytest

from plugins.desk.files.document import Document, read_document
from plugins.desk.files.written_aliases import written_aliases, written_id
from plugins.newsroom.addresses.address_forms import AddressError
from tests.unit.desk.conftest import TEXTS, ZONE, article


def document(text: str, source: str = "articles/2023/11/one.md") -> Document:
    return read_document(text.encode(), source, f"content/{source}", ZONE, TEXTS)[0]


def test_aliases_are_read_with_their_places_and_mistakes() -> None:
    found = [*written_aliases(document(article(keys="aliases:\n  - /2023/10/old\n  - /?p=1\n")))]

    assert [(alias.place.line, alias.written) for alias in found] == [(8, "/2023/10/old"), (9, "/?p=1")]
    assert found[0].read == "/2023/10/old/"
    assert isinstance(found[1].read, AddressError)


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("pages/about.md", "title: A\nsummary: B"),
        ("authors/ana.md", "name: A\nrole: B"),
        ("categories/social.md", "name: A\norder: 1\ncolour: red\nsummary: B"),
        ("tags/video.md", "name: A"),
    ],
)
def test_whatever_has_a_page_has_aliases(source: str, head: str) -> None:
    found = written_aliases(document(f"---\n{head}\naliases: /old/, /older/\n---\n", source))

    assert [alias.read for alias in found] == ["/old/", "/older/"]


def test_what_has_no_page_has_none() -> None:
    head = "name: A\nurl: https://a.example/\naliases: [/old/]"

    assert [*written_aliases(document(f"---\n{head}\n---\n", "sponsors/a.md"))] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("/2023/10/old", "/2023/10/old/"),
        ("/2023/10/old/", "/2023/10/old/"),
        ("'https://old.example/?p=12'", "https://old.example/?p=12"),
        ("'tag:old.example,2012:12'", "tag:old.example,2012:12"),
        ("'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a'", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"),
    ],
)
def test_an_id_is_an_address_or_stays_as_it_is_written(written: str, read: str) -> None:
    assert written_id(document(article(keys=f"id: {written}\n"))) == read


@pytest.mark.parametrize("written", ["4711", "old-slug", "'/a b/'", "//other.example/", "'a:'"])
def test_an_id_of_another_system_is_no_address(written: str) -> None:
    assert isinstance(written_id(document(article(keys=f"id: {written}\n"))), AddressError)


def test_most_articles_have_no_id() -> None:
    assert written_id(document(article())) is None
