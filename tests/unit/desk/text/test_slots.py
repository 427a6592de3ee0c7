from dataclasses import dataclass, field
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.desk.text.slots import fill, is_resolved, link_slot, picture_slots, scaled_slots
from plugins.desk.text.tree import parse
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from tests.unit.desk.conftest import TEXTS, Given

ADDRESSES = st.text(alphabet="abc/?=&;#'\"()%.é é", min_size=1, max_size=20).map(str.strip).filter(bool)


def read(text: str) -> str:
    return "".join(TEXTS.read(text).body.blocks)


def picture(url: str) -> Given:
    return Given(pictures={"a.svg": Picture(alt="", url=url, width=640, height=360)})


@dataclass(frozen=True, slots=True)
class Asked:
    """Remembers what is asked for."""

    targets: set[str] = field(default_factory=set)

    def link(self, target: str) -> str:
        self.targets.add(target)
        return target

    def original(self, target: str) -> str:
        return self.link(target)

    def picture(self, target: str) -> Picture:
        self.targets.add(target)
        return Picture(alt="", url=target, width=1, height=1)

    def text_sizes(self, picture: Picture) -> str:
        return ""


class Nothing:
    """Knows no targets."""

    def link(self, target: str) -> None:
        return None

    def original(self, target: str) -> None:
        return None

    def picture(self, target: str) -> None:
        return None

    def text_sizes(self, picture: Picture) -> str:
        return ""


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
        ("{tag}a", True),
        ("nowhere", True),
    ],
)
def test_only_what_depends_on_the_publication_is_a_slot(target: str, resolved: bool) -> None:
    assert is_resolved(target) == resolved
    assert targets_in(read(f"[a]({target})")) == ({target} if resolved else set())


def test_html_without_slots_is_left_alone() -> None:
    html = '<p><a href="https://a.example/">a</a></p>'

    assert fill(html, Given()) is html
    assert targets_in(html) == set()


def test_a_picture_gets_its_address_and_its_size() -> None:
    html = fill(read("![A](a.svg)"), picture("/a-1.svg"))

    assert '<img alt="A" src="/a-1.svg" width="640" height="360" loading="lazy" decoding="async">' in html


def test_a_picture_gets_the_files_among_which_browsers_choose() -> None:
    older = (Candidate("/a-480.jpg", 480), Candidate("/a-1200.jpg", 1200))
    shown = Picture(
        url="/a-1200.jpg", width=4000, height=3000, alt="", older=older, modern=(Candidate("/a.avif", 480),)
    )

    html = fill(
        read("Words, ![A > B](a.svg) and\n[![C](a.svg){: width=200 }](/there/) more."), Given({}, {"a.svg": shown})
    )

    assert html == (
        '<p>Words, <picture><source type="image/avif" srcset="/a.avif 480w" sizes="auto, 600px">'
        '<img class="is-landscape tone-0" alt="A &gt; B" srcset="/a-480.jpg 480w, /a-1200.jpg 1200w" sizes="auto,'
        ' 600px" src="/a-1200.jpg" width="4000" height="3000" loading="lazy" decoding="async"></picture> and\n'
        '<a href="/there/"><picture><source type="image/avif" srcset="/a.avif 480w" sizes="auto, 200px">'
        '<img class="is-landscape tone-0" alt="C" srcset="/a-480.jpg 480w, /a-1200.jpg 1200w" sizes="auto, 200px"'
        ' src="/a-1200.jpg" width="200" height="150" loading="lazy" decoding="async"></picture></a> more.</p>'
    )


def test_a_picture_without_a_target_is_an_error_of_ours() -> None:
    with pytest.raises(LookupError, match=r"b\.svg"):
        fill(read("![A](b.svg)"), picture("/a-1.svg"))


@pytest.mark.parametrize("target", ["/a&b", "/?a=1&b=2", "/a&copy;", "/a&copy", "/'a'", "/%22a%22", "/é"])
def test_targets_are_told_apart_as_browsers_read_them(target: str) -> None:
    html = read(f"[a](<{escape(target)}>)")

    assert targets_in(html) == {target}
    assert fill(html, Given(links={target: "/there/"})) == '<p><a href="/there/">a</a></p>'


def test_an_address_with_an_escaped_letter_is_what_markdown_makes_of_it() -> None:
    assert targets_in(read(r"![a](a\_b.svg) [a](a\_b.md)")) == {"a_b.svg", "a_b.md"}


@given(ADDRESSES)
@example("/?a=1&b=2&amp;c=3&copy&copy;&#38;&#x26;&#;")
def test_an_address_is_put_in_so_that_browsers_read_it_back(address: str) -> None:
    html = fill(read("[a](x.md)"), Given(links={"x.md": address})) + fill(read("![A](a.svg)"), picture(address))

    assert [element.attr(name) for element in parse(html).find_all(["a", "img"]) for name in ("href", "src")] == [
        *(address, None),
        *(None, address),
    ]


@given(st.text(alphabet="abc/?=&;#'\"<>()%.é é", min_size=1, max_size=20))
def test_every_target_comes_out_of_its_slot_as_it_was_put_in(target: str) -> None:
    slots = [link_slot(target), *picture_slots(target), *scaled_slots(target, 200, is_width=True)]

    assert targets_in(escape("".join(slots))) == {target}


def test_a_picture_that_its_author_has_sized_keeps_its_proportions() -> None:
    wide = fill(read("![A](a.svg){: width=320 }"), picture("/a"))
    high = fill(read("![A](a.svg){: height=90 }"), picture("/a"))

    assert 'width="320" height="180"' in wide
    assert 'height="90"' in high and 'width="160"' in high


NOTHING = Nothing()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A [*dead* link](/none/) here.", "<p>A <em>dead</em> link here.</p>"),
        ("[one](/none/) [two](x.md) [three](nowhere)", "<p>one two three</p>"),
        ("[out](https://a.example/) [part](#x)", '<p><a href="https://a.example/">out</a> <a href="#x">part</a></p>'),
        ('<a id="kept" href="/none/">words</a>', '<p><a id="kept">words</a></p>'),
        ('One ![A < B & "C"](a.svg) two.', "<p>One A &lt; B &amp; &quot;C&quot; two.</p>"),
        ("[![A](a.svg)](/none/) x", "<p>A x</p>"),
        ("One ![A](a.svg){: width=20 } two", "<p>One A two</p>"),
        ('![A](a.svg "Words")', "<figure>A<figcaption>Words</figcaption></figure>"),
        ('<blockquote cite="/none/">A</blockquote>', "<blockquote>A</blockquote>"),
    ],
)
def test_of_what_leads_nowhere_the_words_stay(text: str, html: str) -> None:
    assert fill(read(text), NOTHING) == html


def test_what_is_there_stays_beside_what_is_not() -> None:
    html = fill(read("![A](a.svg) x [b](/none/) [c](/there/)"), picture("/a-1.svg"))

    assert 'src="/a-1.svg"' in html
    assert '<a href="/there/">c</a>' in html


def test_typography_does_not_touch_slots() -> None:
    html = read('![A & B](<a--b.svg>)\n\n[A](</A--b...>){: aria-label="x" }')

    assert targets_in(html) == {"a--b.svg", "/A--b..."}
