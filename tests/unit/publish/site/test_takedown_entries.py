from collections.abc import Iterable, Mapping, Sequence

import pytest

from plugins.publish.site.takedown_entries import TakedownSources, resolve_takedown

SITE = "https://one.example"
NOTHING = "which is no article, page or picture; write its address, '/2023/11/slug/'."
PATHS = [
    *("index.html", "news/index.html", "2023/10/launch/index.html", "2023/11/launch/index.html"),
    *("2023/11/mix-model/index.html", "2023/11/mix-model/card.jpg", "pictures/stall-480-0a1b2c333333.avif"),
]


def resolve(
    *written: str,
    in_content: Mapping[str, Mapping[str, Sequence[str]]] = {},
    remembered: Sequence[str] = (),
    built: Iterable[str] = ("index.html",),
    public: Iterable[str] = PATHS,
) -> tuple[tuple[str, ...], list[str]]:
    sources = TakedownSources(in_content=in_content, remembered=remembered, built=lambda: built, public=lambda: public)
    takedown, mistakes = resolve_takedown(written, SITE, sources)
    return takedown.addresses, mistakes


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("https://one.example/2023/11/mix-model/?x=1", ("/2023/11/mix-model/",)),
        ("mix-model", ("/2023/11/mix-model/",)),
        ("content/articles/2023/mix-model.md", ("/2023/11/mix-model/", "/articles/2023/mix-model.md")),
        ("/news", ("/news/",)),
        ("/2023/11/mix-model/card.jpg", ("/2023/11/mix-model/card.jpg",)),
        (
            "pictures/stall-1200-0a1b2c444444.jpg",
            ("/pictures/stall-1200-0a1b2c444444.jpg", "/pictures/stall-480-0a1b2c333333.avif"),
        ),
    ],
)
def test_what_is_public_can_be_named_in_any_form(written: str, addresses: tuple[str, ...]) -> None:
    assert resolve(written) == (addresses, [])


def test_the_content_comes_first() -> None:
    found = resolve("launch", in_content={"launch": {"/2023/12/launch/": ["/2022/12/start/"]}})

    assert found == (("/2022/12/start/", "/2023/12/launch/"), [])


def test_a_target_remembers_what_it_was_told_before() -> None:
    assert resolve("old", remembered=["/2022/01/old/"]) == (("/2022/01/old/",), [])


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        (
            "/2023/11/mix-mdel/",
            "takedown names '/2023/11/mix-mdel/', which is not public there and never was; "
            "did you mean '/2023/11/mix-model/'?",
        ),
        (
            "something-else",
            "takedown names 'something-else', which is not public there and never was; correct it, or take it out.",
        ),
        (
            "https://other.example/2023/11/mix-model/",
            "takedown names 'https://other.example/2023/11/mix-model/', an address elsewhere than https://one.example; "
            "write it as '/2023/11/slug/'.",
        ),
        *((written, f"takedown names {written!r}, {NOTHING}") for written in ("", "/", "https://one.example/")),
        (
            "launch",
            "takedown names 'launch', which may be /2023/10/launch/ or /2023/11/launch/; "
            "write the one that is meant, or all.",
        ),
    ],
)
def test_an_entry_that_means_nothing_or_several_is_a_mistake(written: str, mistake: str) -> None:
    assert resolve(written)[1] == [mistake]


@pytest.mark.parametrize("written", ["content/pictures/stal.jpg", "stall", "/pictures/stall-480-0a1b2c.avif"])
def test_a_slip_in_a_picture_is_found(written: str) -> None:
    assert resolve(written)[1][0].endswith("did you mean '/pictures/stall-480-0a1b2c333333.avif'?")


def test_a_name_that_two_pictures_have_is_a_mistake() -> None:
    pictures: dict[str, list[str]] = {
        "/pictures/lead-all-0a1b2c000000.jpg": [],
        "/pictures/lead-all-9f9f9f000000.jpg": [],
    }

    addresses, mistakes = resolve("lead.jpg", in_content={"lead.jpg": pictures})

    assert addresses == tuple(pictures)
    assert mistakes[0].startswith("takedown names 'lead.jpg', which may be /pictures/lead-all-0a1b2c000000.jpg or")


def test_before_the_first_release_nothing_can_have_been_public() -> None:
    assert resolve("/2019/01/gone/", public=()) == (("/2019/01/gone/",), [])


def test_even_then_a_slip_is_found() -> None:
    _, mistakes = resolve("/2023/11/mix-mdel/", built=PATHS, public=())

    assert mistakes[0].endswith("did you mean '/2023/11/mix-model/'?")


def test_a_picture_goes_with_all_that_its_file_held_before() -> None:
    now, before = "/pictures/stall-all-9f9f9f000000.jpg", "pictures/stall-480-0a1b2c333333.avif"
    other = "pictures/stall-480-777777333333.avif"  # another folder's file of that name, which the build shows
    in_content: dict[str, dict[str, list[str]]] = {"pictures/stall.jpg": {now: []}}

    first, _ = resolve("pictures/stall.jpg", in_content=in_content, built=[other], public=[before, other])
    later, _ = resolve("pictures/stall.jpg", in_content=in_content, built=[other], remembered=first, public=())

    assert first == later
    assert {now, f"/{before}"} <= {*first}
    assert f"/{other}" not in first
