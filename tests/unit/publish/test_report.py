import pytest

from plugins.publish.manifest import Manifest, PublishedFile
from plugins.publish.plan import Plan
from plugins.publish.report import published, size, unchanged

MANIFEST = Manifest({f"{name}.html": PublishedFile(sha256="0", bytes=1000) for name in "abcdefgh"})


def test_a_release_is_told_in_counts_with_a_few_paths() -> None:
    plan = Plan(new=[f"{name}.html" for name in "abcdefg"], changed=["h.html"], removed=[], unchanged=[])

    assert published(MANIFEST, plan, "ID", "published/current") == (
        "Published 8 pages (8 files, 8.0 KB) as release ID.\n"
        "        7 new: a.html, b.html, c.html, d.html, e.html … and 2 more\n"
        "        1 changed: h.html\n"
        "        0 unchanged\n"
        "It is in published/current; `make open` serves it at a local address."
    )


def test_an_unchanged_site_is_told_in_one_sentence() -> None:
    assert unchanged(MANIFEST, "ID", "published/current") == (
        "Nothing has changed: release ID has the same 8 pages (8 files, 8.0 KB).\n"
        "It is in published/current; `make open` serves it at a local address."
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 KB"), (8_400_000, "8.4 MB"), (2_500_000_000, "2.5 GB")],
)
def test_a_size_is_told_in_the_unit_that_suits_it(count: int, expected: str) -> None:
    assert size(count) == expected
