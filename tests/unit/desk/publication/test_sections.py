from tests.unit.desk.conftest import CATEGORY, Load, article


def test_categories_stand_in_their_order(load_content: Load) -> None:
    files = {
        "categories/alpha.md": CATEGORY.replace("Social", "Alpha").replace("order: 1", "order: 3"),
        "categories/beta.md": CATEGORY.replace("Social", "Beta").replace("order: 1", "order: 1"),
    }

    assert [category.slug for category in load_content(files).desk.categories] == ["beta", "social", "alpha"]


def test_a_tag_has_the_name_of_its_file_or_its_commonest_spelling(load_content: Load) -> None:
    files = {
        "tags/tiktok.md": "---\nname: TikTok\nsummary: All of it.\n---\nText.\n",
        **{f"articles/2023/11/{n}.md": article(title=n, keys="tags: [tiktok, live sale]\n") for n in ("one", "two")},
        "articles/2023/11/three.md": article(title="three", keys="tags: [Live-Sale]\n"),
    }

    tags = load_content(files).desk.tags

    assert [(tag.slug, tag.name, tag.introduction_html) for tag in tags] == [
        ("live-sale", "live sale", ""),
        ("tiktok", "TikTok", "<p>Text.</p>"),
    ]


def test_a_sponsor_without_a_label_is_named(load_content: Load) -> None:
    files = {
        "sponsors/a.md": "---\nname: Tideline\nurl: https://a.example/\n---\n",
        "sponsors/b.md": "---\nname: Tideline\nurl: https://a.example/\nlabel: Paid post\n---\n",
    }

    assert [sponsor.label for sponsor in load_content(files).desk.sponsors] == [
        "Sponsored by Tideline",
        "Paid post",
    ]


def test_an_authors_biography_is_finished_markup(load_content: Load) -> None:
    (author,) = load_content({}).desk.authors

    assert (author.name, author.biography_html) == ("Ana Lim", "<p>Ana <em>writes</em>.</p>")


def test_a_promo_is_as_its_file_says(load_content: Load) -> None:
    keys = "title: A\ntext: B\nurl: /social/\nadvertiser: C\nstart: 2023-12-01\nend: 2023-12-02\npriority: 3"

    (promo,) = load_content({"promos/talk.md": f"---\n{keys}\n---\n"}).desk.promos

    assert (promo.slug, promo.title, promo.text, promo.url, promo.advertiser, promo.priority) == (
        *("talk", "A", "B", "/social/", "C", 3),
    )
    assert (promo.end - promo.start).days == 1


def test_a_page_is_set_in_type_and_has_the_language_of_the_publication(load_content: Load) -> None:
    files = {
        "pages/about.md": "---\ntitle: A & B\nsummary: C\n---\n*Text.*",
        "pages/ms.md": "---\ntitle: D\nsummary: E\nlang: ms\norder: -1\n---\n",
    }

    malay, about = load_content(files, prefix="/news").desk.text_pages

    assert (about.url, about.lang, about.title, about.blocks) == ("/about/", "en", "A & B", ("<p><em>Text.</em></p>",))
    assert about.title_html == 'A <span class="amp">&amp;</span>&nbsp;B'
    assert (malay.lang, malay.order) == ("ms", -1)
