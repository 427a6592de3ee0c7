from dataclasses import dataclass, field

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.desk.text.markdown import BodyReader
from plugins.desk.text.slots import ShownPicture, fill, is_resolved, link_slot, picture_slots
from plugins.desk.text.typography import Typography
from tests.unit.desk.conftest import MARKDOWN, Given

READER = BodyReader(MARKDOWN)
ADDRESSES = st.text(alphabet="abc/?=&;#'\"()%.é é", min_size=1, max_size=20).map(str.strip).filter(bool)


def picture(url: str) -> Given:
    return Given(pictures={"a.svg": ShownPicture(url=url, width=640, height=360)})


@dataclass(frozen=True, slots=True)
class Asked:
    """Remembers what is asked for."""

    targets: set[str] = field(default_factory=set)

    def link(self, target: str) -> str:
        self.targets.add(target)
        return target

    def picture(self, target: str) -> ShownPicture:
        self.targets.add(target)
        return ShownPicture(url=target, width=1, height=1)


def targets_in(html: str) -> set[str]:
    asked = Asked()
    fill(html, asked)
    return asked.targets


@pytest.mark.parametrize(
    ("target", "resolved"),
    [
        ("x.md", True),
        ("{filename}x.md#a", True),
        ("/pictures/a.svg", True),
        ("/2023/11/x/", True),
        ("https://a.example/x.md", False),
        ("//a.example/", True),
        ("#a", False),
        ("mailto:a@a.example", False),
        ("{tag}a", False),
    ],
)
def test_only_what_depends_on_the_publication_is_a_slot(target: str, resolved: bool) -> None:
    assert is_resolved(target) == resolved
    assert targets_in(READER.read(f"[a]({target})")) == ({target} if resolved else set())


def test_html_without_slots_is_left_alone() -> None:
    html = '<p><a href="https://a.example/">a</a></p>'

    assert fill(html, Given()) is html
    assert targets_in(html) == set()


def test_a_picture_gets_its_address_and_its_size() -> None:
    html = fill(READER.read("![A](a.svg)"), picture("/a-1.svg"))

    assert '<img alt="A" decoding="async" height="360" loading="lazy" src="/a-1.svg" width="640">' in html


def test_a_picture_without_a_target_is_an_error_of_ours() -> None:
    with pytest.raises(LookupError, match=r"b\.svg"):
        fill(READER.read("![A](b.svg)"), picture("/a-1.svg"))


@pytest.mark.parametrize("target", ["/a&amp;b", "/a&b", "/?a=1&b=2", '/"a"', "/a&copy;", "/a&copy", "/a b", "/'a'"])
def test_targets_are_told_apart_as_their_authors_wrote_them(target: str) -> None:
    html = READER.read(f"[a](<{target}>)")

    assert targets_in(html) == {target}
    assert fill(html, Given(links={target: "/there/"})).endswith('<p><a href="/there/">a</a></p>')


@pytest.mark.parametrize("target", [r"a\_b.md", "&#xfdd0;l/x&#xfdd1;"])
def test_what_names_no_file_is_no_slot(target: str) -> None:
    assert targets_in(READER.read(f"[a]({target})")) == set()


def test_a_picture_is_named_as_its_author_wrote_it() -> None:
    assert targets_in(READER.read(r"![a](a\_b.svg)")) == {r"a\_b.svg"}


@given(ADDRESSES)
@example("/?a=1&b=2&amp;c=3&copy&copy;&#38;&#x26;&#;")
def test_an_address_is_put_in_as_markdown_would_write_it(address: str) -> None:
    plain = READER.read(f"[a](<https://{address}>)")
    written = plain.partition('href="')[2].partition('"')[0]

    assert fill(READER.read("[a](x.md)"), Given(links={"x.md": f"https://{address}"})) == plain
    assert f'src="{written}"' in fill(READER.read("![A](a.svg)"), picture(f"https://{address}"))


@given(ADDRESSES.map(lambda address: f"/{address}"))
def test_a_link_that_leads_where_it_says_reads_as_its_author_wrote_it(target: str) -> None:
    outside = READER.read(f"[a](<https:{target}>)").replace('"https:', '"')

    assert fill(READER.read(f"[a](<{target}>)"), Given()) == outside


@given(st.text(alphabet="abc/?=&;#'\"<>()%.é é", min_size=1, max_size=20))
def test_every_target_comes_out_of_its_slot_as_it_was_put_in(target: str) -> None:
    assert targets_in(link_slot(target)) == {target}
    assert targets_in("".join(picture_slots(target))) == {target}


def test_typography_does_not_touch_slots() -> None:
    html = READER.read('![A & B](<a "b" -- & c.svg>)\n\n[A](</A "quoted" -- & ...>){: aria-label="x" }')

    assert targets_in(html) == {'a "b" -- & c.svg', '/A "quoted" -- & ...'}
    assert targets_in(str(Typography(is_on=True).markup(html))) == targets_in(html)
