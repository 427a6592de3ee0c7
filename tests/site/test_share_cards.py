"""Share cards in real builds of a small publication: which there are, and which an edit makes anew."""

import re

from tests.site.conftest import SmallSite

CARD = re.compile(r'property="og:image" content="https://[^/]+(/[^"]*)"')


def cards(site: SmallSite) -> dict[str, bytes]:
    return {path.relative_to(site.output).as_posix(): path.read_bytes() for path in site.output.rglob("card.jpg")}


def shared_with(site: SmallSite, page: str) -> str:
    found = CARD.search(site.page(page))
    assert found
    return found[1]


def test_every_page_is_shared_with_a_card_that_is_there(small_site: SmallSite) -> None:
    done = small_site.build()

    assert done.returncode == 0, done.stderr
    pages = [path.relative_to(small_site.output).as_posix() for path in small_site.output.rglob("*.html")]
    named = {page: shared_with(small_site, page).partition("?")[0][1:] for page in pages}
    assert {*named.values()} == {*cards(small_site)}
    assert {page for page in pages if named[page] == "card.jpg"} == {
        page for page in pages if page in ("index.html", "404.html") or page.startswith("archive/")
    } | {"tags/index.html", "authors/index.html", "id/index.html", "zh-hant/index.html"}


def test_a_new_headline_makes_one_card_anew_and_gives_it_another_address(small_site: SmallSite) -> None:
    small_site.build()
    before, address = cards(small_site), shared_with(small_site, "2023/11/one/index.html")

    small_site.article("one", title="Another headline")
    small_site.build()

    after = cards(small_site)
    assert [path for path in before if after[path] != before[path]] == ["2023/11/one/card.jpg"]
    assert shared_with(small_site, "2023/11/one/index.html") != address


def test_an_edit_of_the_text_leaves_the_card_as_it_is(small_site: SmallSite) -> None:
    small_site.build()
    address = shared_with(small_site, "2023/11/one/index.html")

    small_site.article("one", body="Another text.\n\nOf two paragraphs.")
    done = small_site.build()

    assert shared_with(small_site, "2023/11/one/index.html") == address
    assert "card.jpg" not in done.stdout


def test_a_draft_has_a_card_in_the_preview_and_no_trace_in_production(small_site: SmallSite) -> None:
    small_site.article("secret", "status: draft")

    small_site.build(settings="pelicanconf.py")
    in_preview = [path for path in cards(small_site) if "secret" in path]
    small_site.build()

    assert len(in_preview) == 1
    assert not [path for path in cards(small_site) if "secret" in path]
