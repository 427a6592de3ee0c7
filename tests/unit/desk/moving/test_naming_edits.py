import pytest

from plugins.desk.files.entry import MARK_SPOT, Ref
from plugins.desk.moving.file_text import FileText
from plugins.desk.moving.moved_thing import Moved
from plugins.desk.moving.naming_edits import Naming, Namings, edit_of, edits_everywhere
from plugins.newsroom.urls import own_site
from tests.unit.desk.conftest import Load, article

OWN = own_site("https://www.own.example")
FOLDER = {"articles/2023/11/old/index.md": article(), "articles/2023/11/two.md": article("Two")}


@pytest.fixture
def namings(load_content: Load) -> Namings:
    index = load_content(FOLDER).index
    return Namings(
        index,
        OWN,
        Moved(
            kind="articles",
            entry=index.entries["articles/2023/11/old/index.md"],
            slug="old",
            new_slug="new",
            url="/2023/11/old/",
            new_url="/2023/11/new/",
            rename=("articles/2023/11/old", "articles/2023/11/new"),
        ),
    )


@pytest.mark.parametrize(
    ("kind", "written", "key", "target"),
    [
        ("address", "/2023/11/old/", "/2023/11/old/", "/2023/11/new/"),
        ("address", "/2023/11/old?a=/2023/11/old#b", "/2023/11/old/", "/2023/11/new?a=/2023/11/old#b"),
        ("address", "//WWW.own.example/2023/11/old/", "/2023/11/old/", "//WWW.own.example/2023/11/new/"),
        ("address", "/2023/11/two/", "/2023/11/two/", "/2023/11/two/"),
        ("file", "old/index.md", "articles/2023/11/old/index.md", "new/index.md"),
        ("file", "{filename}old/index.md#a", "articles/2023/11/old/index.md", "{filename}new/index.md#a"),
        (
            "file",
            "{static}/articles/2023/11/old/a.pdf",
            "articles/2023/11/old/a.pdf",
            "{static}/articles/2023/11/new/a.pdf",
        ),
        ("picture", "old/p.webp", "articles/2023/11/old/p.webp", "new/p.webp"),
        ("picture", "p.webp", "articles/2023/11/p.webp", "p.webp"),
        ("attachment", "old/Rates #3.pdf", "articles/2023/11/old/Rates #3.pdf", "new/Rates%20%233.pdf"),
        ("table", "old/Rates #3.csv", "articles/2023/11/old/Rates #3.csv", "new/Rates%20%233.csv"),
        ("attachment", "rates.pdf#page=2", "articles/2023/11/rates.pdf", "rates.pdf#page=2"),
        ("part", "#old", "articles/2023/11/two.md", "#old"),
    ],
)
def test_a_reference_leads_to_the_same_thing_afterwards(
    namings: Namings, kind: str, written: str, key: str, target: str
) -> None:
    ref = Ref((0, 0), kind, written, key, "")

    assert namings.target(namings.index.entries["articles/2023/11/two.md"], ref) == target


def test_a_file_beside_the_moved_article_is_named_as_before(namings: Namings) -> None:
    ref = Ref((0, 0), "picture", "p.webp", "articles/2023/11/old/p.webp", "")

    entry = namings.index.entries["articles/2023/11/old/index.md"]
    assert (namings.target(entry, ref), namings.key(entry, ref)) == ("p.webp", "articles/2023/11/new/p.webp")


@pytest.mark.parametrize(
    ("spot", "place", "before", "after"),
    [
        ((2, 10), (2, 10), "---\nrelated: [older, old]\n", "---\nrelated: [older, new]\n"),
        ((2, 10), (2, 10), "---\nrelated: [ # old\n  old]\n", "---\nrelated: [ # old\n  new]\n"),
        (MARK_SPOT, (1, 1), "[dont-miss: old]", "[dont-miss: new]"),
        ((0, 0), (1, 3), "# old\n", "# new\n"),
    ],
)
def test_a_name_is_changed_at_its_place(spot: tuple[int, int], place: tuple[int, int], before: str, after: str) -> None:
    text = FileText(before.encode())

    edit = edit_of(text, place, Naming(spot, "old", "new"))

    assert edit is not None
    assert text.edited([edit]).decode() == after


def test_an_address_is_found_as_html_has_it() -> None:
    text = FileText(b'<a href="/old/?a=1&amp;b=2">')

    edit = edit_of(text, (1, 1), Naming((0, 0), "/old/?a=1&b=2", "/new/?a=1&b=2"))

    assert edit is not None
    assert text.edited([edit]) == b'<a href="/new/?a=1&amp;b=2">'


def test_what_does_not_stand_there_is_not_changed() -> None:
    assert edit_of(FileText(b"other"), (1, 1), Naming((1, 1), "old", "new")) is None


def test_all_places_behind_an_offset_are_found() -> None:
    text = FileText(b"old old. older old")

    assert text.edited(edits_everywhere(text, Naming((0, 0), "old", "new"), 2)) == b"old new. older new"
