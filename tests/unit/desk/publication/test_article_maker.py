from datetime import datetime

import pytest

from tests.unit.desk.conftest import NOW, ZONE, Load, article

PATH = "articles/2023/11/one.md"


@pytest.mark.parametrize(
    ("keys", "date", "url"),
    [
        ("", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE), "/2023/11/one/"),
        ("embargo: 2023-11-20 08:00\n", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE), "/2023/11/one/"),
        ("embargo: 2023-12-01 08:00\n", datetime(2023, 12, 1, 8, tzinfo=ZONE), "/2023/12/one/"),
        ("embargo: 2024-02-01 08:00\n", datetime(2024, 2, 1, 8, tzinfo=ZONE), "/2024/02/one/"),
    ],
)
def test_the_later_one_of_date_and_embargo_is_the_date(load_content: Load, keys: str, date: datetime, url: str) -> None:
    loaded = load_content({PATH: article(keys=keys)}, drafts=True)

    found, (line,) = loaded.article("one"), loaded.desk.articles
    assert (found.date, found.url) == (date, url)
    assert found.embargo == (date if date > NOW else None)
    assert (line.date, line.url) == (date.timestamp(), url)
    assert line.is_public == found.is_public == (date <= NOW)


def test_a_draft_without_a_date_is_of_today_and_in_the_first_category(load_content: Load) -> None:
    loaded = load_content({PATH: "---\ntitle: A\nstatus: draft\n---\n"}, drafts=True)

    found, (line,) = loaded.article("one"), loaded.desk.articles
    today = datetime(2023, 12, 1, tzinfo=ZONE)
    assert (found.date, found.category.slug) == (today, "social")
    assert (line.date, line.month, line.category) == (today.timestamp(), (2023, 12), "social")
    assert not line.is_public
    assert not found.is_public


def test_the_mark_names_the_dont_miss_and_its_place(load_content: Load) -> None:
    files = {
        PATH: article(body="One.\n\n[Dont-Miss: two]\n\nTwo."),
        "articles/2023/11/two.md": article(title="Two"),
    }

    loaded = load_content(files)

    (line,) = [line for line in loaded.desk.articles if line.slug == "one"]
    assert (line.dont_miss, line.has_mark) == ("two", True)
    assert loaded.body("one").dont_miss_after == 1


def test_a_listed_article_has_what_lists_need(load_content: Load) -> None:
    keys = (
        "tags: [Video, video, Live sale]\nsponsor: tideline\nrelated: [two]\ndont_miss: two\n"
        "picture: {file: a.svg, alt: A}\n"
    )
    files = {
        PATH: article(keys=keys),
        "articles/2023/11/two.md": article(title="Two", day=20),
        "articles/2023/11/a.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>",
        "sponsors/tideline.md": "---\nname: Tideline\nurl: https://tideline.example/\n---\n",
    }

    one, two = load_content(files).desk.articles

    assert (one.source, one.category, one.tags, one.authors) == (PATH, "social", ("video", "live-sale"), ("ana-lim",))
    assert (one.related, one.dont_miss, one.has_mark) == (("two",), "two", False)
    assert (one.is_sponsored, one.has_picture, two.is_sponsored, two.has_picture) == (True, True, False, False)


def test_an_article_refers_to_finished_values(load_content: Load) -> None:
    files = {
        PATH: article(keys="sponsor: tideline\ntags: [Video]\n"),
        "sponsors/tideline.md": "---\nname: Tideline\nurl: https://tideline.example/\n---\n*Paid.*",
    }

    loaded = load_content(files)

    found = loaded.article("one")
    assert (found.authors, found.tags) == (loaded.desk.authors, loaded.desk.tags)
    assert (found.category, found.sponsor) == (loaded.desk.categories[0], loaded.desk.sponsors[0])


@pytest.mark.parametrize(
    ("files", "later"),
    [
        ({PATH: article(keys="embargo: 2023-12-02\n")}, datetime(2023, 12, 2, tzinfo=ZONE)),
        ({PATH: "---\ntitle: A\nstatus: draft\n---\n"}, datetime(2023, 12, 2, tzinfo=ZONE)),
    ],
)
def test_what_time_alone_changes_in_an_article_changes_its_digest(
    load_content: Load, files: dict[str, str], later: datetime
) -> None:
    before, after = load_content(files, drafts=True), load_content(files, drafts=True, now=later)

    assert before.desk.articles != after.desk.articles
    assert before.facts["head"]["one"] != after.facts["head"]["one"]
    assert before.facts["text"] == after.facts["text"]


def test_what_time_changes_nothing_in_keeps_its_digest(load_content: Load) -> None:
    files, later = {PATH: article()}, datetime(2024, 2, 1, tzinfo=ZONE)

    before, after = load_content(files), load_content(files, now=later)

    assert before.desk.articles == after.desk.articles
    assert before.facts == after.facts


def test_another_category_under_the_name_that_an_article_gives_changes_its_digest(load_content: Load) -> None:
    files = {PATH: article().replace("category: Social", "category: Media")}
    media = "---\nname: Media\norder: 2\ncolour: blue\nsummary: Screens.\n---\n"

    before = load_content({**files, "categories/one.md": media})
    before_digest, before_category = before.desk and before.facts["head"]["one"], before.article("one").category.slug
    (before.content.root / "categories" / "one.md").rename(before.content.root / "categories" / "two.md")
    after = load_content(files)

    assert (before_category, after.article("one").category.slug) == ("one", "two")
    assert after.facts["head"]["one"] != before_digest


@pytest.mark.parametrize(
    "keys",
    [
        "",
        "updated: 2023-11-25 10:00\n",
        "updated: 2023-11-25 10:00\ncorrections:\n  - {date: 2023-11-26, text: A number was wrong.}\n",
        "corrections:\n  - {date: 2023-11-26, text: One.}\n  - {date: 2023-11-25, text: Two.}\n",
        "updated: 2023-11-25\nretracted: {date: 2023-11-30, text: Invented.}\n",
    ],
)
def test_lists_know_the_time_of_a_change_as_the_article_does(load_content: Load, keys: str) -> None:
    loaded = load_content({PATH: article(keys=keys)})

    (line,) = loaded.desk.articles
    changed = loaded.article("one").changed
    assert line.changed == (changed.timestamp() if changed else None)


WITH_LABELS = "> [!FACTS]\n> A.\n\n| a |\n|---|\n| b |\n\n- [x] c"


@pytest.mark.parametrize(
    ("lang", "label", "table", "task"),
    [
        ("en", "Facts", "Table", "done"),
        ("id", "Fakta", "Tabel", "selesai"),
        ("ID", "Fakta", "Tabel", "selesai"),
        ("ms", "Facts", "Table", "done"),
    ],
)
def test_labels_in_a_text_are_in_its_language_where_that_is_declared(
    load_content: Load, lang: str, label: str, table: str, task: str
) -> None:
    loaded = load_content({PATH: article(keys=f"lang: {lang}\n", body=WITH_LABELS)}, languages=("id", "ar"))

    box, *blocks = loaded.body("one").blocks
    assert box.label == label
    assert f'aria-label="{table}"' in blocks[0]
    assert task in blocks[1]


def test_a_sponsor_without_a_label_is_named_in_the_words_of_the_article(load_content: Load) -> None:
    files = {
        PATH: article(keys="lang: id\nsponsor: tideline\n"),
        "articles/2023/11/two.md": article(title="Two", keys="lang: id\nsponsor: named\n"),
        "articles/2023/11/three.md": article(title="Three", keys="sponsor: tideline\n"),
        "sponsors/tideline.md": "---\nname: Tideline\nurl: https://tideline.example/\n---\n",
        "sponsors/named.md": "---\nname: N\nlabel: Paid for by N\nurl: https://n.example/\n---\n",
    }

    loaded = load_content(files, languages=("id",))

    found = [loaded.article(slug).sponsor for slug in ("one", "two", "three")]
    assert [sponsor.label for sponsor in found if sponsor] == [
        "Konten bersponsor dari Tideline",
        "Paid for by N",
        "Sponsored by Tideline",
    ]
