"""Moves of every kind of thing: afterwards all that named it names it, and the content has no problem more."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.desk.moving.make_move import make_move
from plugins.desk.moving.moved_thing import MoveError
from plugins.desk.moving.plan_move import MovePlan, plan_move
from plugins.newsroom.urls import own_site
from tests.unit.desk.conftest import AUTHOR, READER, SVG, Load, article

_READER = replace(READER, texts=replace(READER.texts, own_site=own_site("https://www.own.example")))
PAGE = "---\ntitle: About\nsummary: Who we are.\n---\nWe.\n"
OLD = "articles/2023/11/old.md"


def moved(load: Load, files: dict[str, str], origin: str, target: str, **how: object) -> tuple[MovePlan, Path]:
    """Return the plan of a move, and the content folder after it, which has no problems if it had none."""
    before = load(files, **how)
    plan = plan_move(before.content, _READER, origin, target)
    make_move(before.content.root, plan)
    after = load({}, beside={})
    assert [problem.kind for problem in after.problems] == [problem.kind for problem in before.problems]
    return plan, before.content.root


def lines(root: Path, name: str) -> list[str]:
    return (root / name).read_text().splitlines()


def test_an_article_gets_another_name_and_keeps_its_former_address(load_content: Load) -> None:
    plan, root = moved(load_content, {OLD: article()}, "old", "new")

    assert not (root / OLD).exists()
    assert lines(root, "articles/2023/11/new.md")[6:8] == ["aliases: [/2023/11/old/]", "---"]
    assert plan.lines == (
        "content/articles/2023/11/old.md → content/articles/2023/11/new.md",
        "content/articles/2023/11/new.md: aliases: /2023/11/old/",
        "/2023/11/old/ leads to /2023/11/new/ from the next publish on",
    )


def test_a_folder_is_renamed_with_the_pictures_in_it(load_content: Load) -> None:
    picture = "picture:\n  file: p.svg\n  alt: x\n"
    files = {
        "articles/2023/11/old/index.md": article(keys=picture, body="![x]({static}/articles/2023/11/old/p.svg)"),
        "articles/2023/11/old/p.svg": SVG,
        "articles/2023/11/old/data.csv": "1,2",
        "articles/2023/11/other.md": article(
            "Two", keys="picture:\n  file: old/p.svg\n  alt: x\n", body="![x](old/p.svg)"
        ),
    }

    _, root = moved(load_content, files, "old", "new")

    assert sorted(path.name for path in (root / "articles/2023/11/new").iterdir()) == ["data.csv", "index.md", "p.svg"]
    assert "![x]({static}/articles/2023/11/new/p.svg)" in lines(root, "articles/2023/11/new/index.md")
    other = lines(root, "articles/2023/11/other.md")
    assert other[7:8] + other[10:] == ["  file: new/p.svg", "![x](new/p.svg)"]


def test_a_slug_in_front_matter_is_written_anew_and_the_file_stays(load_content: Load) -> None:
    _, root = moved(load_content, {OLD: article(keys="slug: given # by hand\n")}, "given", "new")

    assert lines(root, OLD)[6:9] == ["slug: new # by hand", "aliases: [/2023/11/given/]", "---"]


NAMED = """\
[a](old.md) [b]({filename}/articles/2023/11/old.md#part) [c](../11/old.md?x=1) <a href="old.md">d</a>
[e](/2023/11/old/) [f](https://own.example/2023/11/old/index.html#part) [g][r] https://own.example/2023/11/old/
`/2023/11/old/` [older](older.md)

[r]: /2023/11/old "title"

[dont-miss: 2023/11/old]
"""
RENAMED = """\
[a](new.md) [b]({filename}/articles/2023/11/new.md#part) [c](new.md?x=1) <a href="new.md">d</a>
[e](/2023/11/new/) [f](https://own.example/2023/11/new/index.html#part) [g][r] https://own.example/2023/11/new/
`/2023/11/old/` [older](older.md)

[r]: /2023/11/new "title"

[dont-miss: 2023/11/new]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_that_names_an_article_names_it_afterwards_and_nothing_else_changes(load_content: Load, end: str) -> None:
    files = {
        OLD: article(body="## Part\n\nText."),
        "articles/2023/11/older.md": article("Older", keys="related: [older-still, old] # old\n"),
        "articles/2023/11/older-still.md": article(
            "Still", keys="related:\n- older\n- 'old'\ndont_miss: old\n"
        ).replace("dont_miss: old\n", ""),
        "articles/2023/11/two.md": article("Two", body=NAMED).replace("\n", end),
        "articles/2023/11/three.md": '+++\ntitle = "Three"\ndate = 2023-11-24T09:30:00\ncategory = "Social"\n'
        'authors = ["ana-lim"]\nsummary = "A summary that is long enough to stand under a headline."\n'
        'related = [\n  "older", # old\n  "old",\n]\n+++\nText.\n',
        "articles/2023/11/four.md": "Title: Four\nDate: 2023-11-24 09:30\nCategory: Social\nAuthors: ana-lim\nSummary: "
        "A summary that is long enough to stand under a headline.\nRelated: older,\n  old\n\nText.\n",
    }

    _, root = moved(load_content, files, "old", "new")

    assert (root / "articles/2023/11/two.md").read_bytes().decode() == files["articles/2023/11/two.md"].replace(
        NAMED.replace("\n", end), RENAMED.replace("\n", end)
    )
    assert lines(root, "articles/2023/11/older.md")[6] == "related: [older-still, new] # old"
    assert lines(root, "articles/2023/11/older-still.md")[6:9] == ["related:", "- older", "- 'new'"]
    assert lines(root, "articles/2023/11/three.md")[7:9] == ['  "older", # old', '  "new",']
    assert lines(root, "articles/2023/11/four.md")[5:7] == ["Related: older,", "  new"]


def test_addresses_in_front_matter_are_changed(load_content: Load) -> None:
    files = {
        OLD: article(),
        "authors/budi.md": AUTHOR.replace("Ana Lim", "Budi").replace(
            "beat: Platforms\n", "beat: Platforms\nlinks:\n- name: Best\n  url: 'https://own.example/2023/11/old/'\n"
        ),
        "promos/webinar.md": "---\ntitle: A\ntext: B.\nurl: /2023/11/old/ # old\n"
        "start: 2023-11-20\nend: 2023-12-20\n---\n",
    }

    _, root = moved(load_content, files, "old", "new")

    assert lines(root, "authors/budi.md")[6] == "  url: 'https://own.example/2023/11/new/'"
    assert lines(root, "promos/webinar.md")[3] == "url: /2023/11/new/ # old"


def test_an_address_that_a_text_has_several_times_is_changed_everywhere(load_content: Load) -> None:
    address = "https://own.example/2023/11/old/"
    files = {
        OLD: article(),
        "articles/2023/11/two.md": article("Two", body=f"{address} and\n[{address}]({address}), <{address}>."),
    }

    _, root = moved(load_content, files, "old", "new")

    new = "https://own.example/2023/11/new/"
    assert lines(root, "articles/2023/11/two.md")[-2:] == [f"{new} and", f"[{new}]({new}), <{new}>."]


def test_a_name_that_another_month_has_too_is_written_with_the_month(load_content: Load) -> None:
    files = {
        OLD: article(),
        "articles/2022/11/report.md": article("Report").replace("2023-11", "2022-11"),
        "articles/2023/11/two.md": article("Two", keys="related: [old, report]\n"),
    }

    _, root = moved(load_content, files, "old", "report")

    assert lines(root, "articles/2023/11/two.md")[6] == "related: [2023/11/report, 2022/11/report]"


@pytest.mark.parametrize(
    ("keys", "line"),
    [("status: draft\n", "was never public"), ("embargo: 2023-12-24 10:00\n", "was never public")],
)
def test_what_was_never_public_has_no_former_address(load_content: Load, keys: str, line: str) -> None:
    plan, root = moved(load_content, {OLD: article(keys=keys)}, "old", "new")

    assert "aliases" not in (root / "articles/2023/11/new.md").read_text()
    assert line in plan.lines[-1]


def test_a_retracted_article_is_moved_with_all_that_stands_in_its_file(load_content: Load) -> None:
    retracted = "related: [two]\nretracted:\n  date: 2023-11-26 10:00\n  text: It was never made.\n"
    files = {OLD: article(keys=retracted, body="[me](old.md)"), "articles/2023/11/two.md": article("Two")}

    _, root = moved(load_content, files, "old", "new")

    assert lines(root, "articles/2023/11/new.md")[-1] == "[me](new.md)"


def test_an_article_may_be_moved_back(load_content: Load) -> None:
    _, root = moved(load_content, {OLD: article()}, "old", "new")

    plan = plan_move(load_content({}, beside={}).content, _READER, "new", "old")
    make_move(root, plan)

    assert lines(root, OLD)[6] == "aliases: [/2023/11/old/, /2023/11/new/]"


def test_a_category_is_moved_with_the_articles_that_call_it_by_its_slug(load_content: Load) -> None:
    files = {
        OLD: article(body="[a](/social/page/2/) [b](/social/feed.xml) [c](/2023/11/social/)").replace(
            "Social", "social"
        ),
        "articles/2023/11/social.md": article("Two"),
    }

    _, root = moved(load_content, files, "categories/social", "platforms", archive=("articles",))

    assert lines(root, OLD)[3] == "category: platforms"
    assert lines(root, OLD)[-1] == "[a](/platforms/page/2/) [b](/platforms/feed.xml) [c](/2023/11/social/)"
    assert lines(root, "articles/2023/11/social.md")[3] == "category: Social"
    assert "aliases: [/social/]" in lines(root, "categories/platforms.md")


def test_an_address_that_begins_like_the_site_is_written_with_its_path(load_content: Load) -> None:
    reader = replace(READER, texts=replace(READER.texts, own_site=own_site("https://own.example/social")))

    plan = plan_move(load_content({OLD: article()}).content, reader, "/social/", "stories")

    assert "content/categories/stories.md: aliases: /social/social/" in plan.lines


def test_an_author_is_moved_with_every_byline(load_content: Load) -> None:
    files = {OLD: article(body="[her](/authors/ana-lim/)").replace("[ana-lim]", "[budi, ana-lim]")}
    files |= {"authors/budi.md": AUTHOR.replace("Ana Lim", "Budi")}

    _, root = moved(load_content, files, "ana-lim", "ana")

    assert (lines(root, OLD)[4], lines(root, OLD)[-1]) == ("authors: [budi, ana]", "[her](/authors/ana/)")
    assert "aliases: [/authors/ana-lim/]" in lines(root, "authors/ana.md")


def test_a_tag_without_a_file_gets_one(load_content: Load) -> None:
    files = {OLD: article(keys='tags: ["Live: Selling"]\n', body="[a](/tags/live-selling/)")}

    _, root = moved(load_content, files, "tags/live-selling", "live-shopping")

    assert lines(root, "tags/live-shopping.md")[1:3] == ['name: "Live: Selling"', "aliases: [/tags/live-selling/]"]
    assert lines(root, OLD)[-1] == "[a](/tags/live-shopping/)"


def test_a_tag_that_is_written_in_two_ways_is_refused(load_content: Load) -> None:
    files = {
        OLD: article(keys="tags: [live selling]\n"),
        "articles/2023/11/b.md": article("B", keys="tags: [live-selling]\n"),
    }

    with pytest.raises(
        MoveError, match="'live selling' is written 'live-selling' too, which would stay at /tags/live-selling/"
    ):
        plan_move(load_content(files).content, _READER, "tags/live-selling", "x")


def test_a_page_and_a_sponsor_are_moved(load_content: Load) -> None:
    sponsor = "---\nname: Tideline\nurl: https://tideline.example/\n---\nPaid.\n"
    files = {
        OLD: article(keys="sponsor: tideline\n", body="[a](/about/)"),
        "pages/about.md": PAGE,
        "sponsors/tideline.md": sponsor,
    }

    _, root = moved(load_content, files, "about", "about-us")
    plan = plan_move(load_content({}, beside={}).content, _READER, "sponsors/tideline", "tide")
    make_move(root, plan)

    assert (lines(root, OLD)[6], lines(root, OLD)[-1]) == ("sponsor: tide", "[a](/about-us/)")
    assert "aliases: [/about/]" in lines(root, "pages/about-us.md")
    assert lines(root, "sponsors/tide.md") == sponsor.splitlines()


@pytest.mark.parametrize(
    ("origin", "target", "message"),
    [
        ("old", "old", "'old' is what it is called already"),
        ("old", "taken", "address /2023/11/taken/ is taken by content/articles/2023/11/taken.md"),
        ("old", "there", "content/articles/2023/11/there.md is there already"),
        ("old", "index", "a file called index.md has the name of its folder"),
        ("broken", "new", r"content/articles/2023/11/broken.md has mistakes; mend them first"),
        ("about", "social", "address /social/ is taken by content/categories/social.md"),
        ("about", "tags", "address /tags/ is taken by the publication itself"),
        ("about", "2023", "address /2023/ is taken by the publication itself"),
        ("categories/social", "about", "address /about/ is taken by content/pages/about.md"),
        ("ana-lim", "budi", "address /authors/budi/ is taken by content/authors/budi.md"),
        (
            "old",
            "had",
            r"is an alias in content/articles/2023/11/taken.md:7; .* and write 'id: /2023/11/had/' in its place",
        ),
        ("old", "second", r"is an alias in content/articles/2023/11/taken.md:7; .*, or take it away there$"),
        ("old", "known", r"is an alias in content/articles/2023/11/apart.md:7; .*, or take it away there$"),
        (
            "old",
            "gone",
            "address /2023/11/gone/ stands in content/addresses.toml:1; choose another, or take it away there",
        ),
        ("old", "left", "address /2023/11/left/ stands in content/addresses.toml; choose another, or take it away"),
        ("pages/about", "flow", "'aliases: .*' cannot be written"),
    ],
)
def test_a_move_that_cannot_be_is_refused(load_content: Load, origin: str, target: str, message: str) -> None:
    files = {
        OLD: article(),
        "articles/2023/11/taken.md": article("Taken", keys="aliases: [/2023/11/had/, /2023/11/second/]\n"),
        "articles/2023/11/apart.md": article("Apart", keys="aliases: [/2023/11/known/]\nid: /2023/11/apart/\n"),
        "addresses.toml": 'gone = ["/2023/11/gone/"]\n[moved]\n"/2023/11/left/" = "/2023/11/old/"\n',
        "articles/2023/11/there.md": article("There", keys="slug: elsewhere\n"),
        "articles/2023/11/broken.md": "---\ndate: x\n",
        "authors/budi.md": AUTHOR.replace("Ana Lim", "Budi"),
        "pages/about.md": "---\n{title: About, summary: Who}\n---\nWe.\n" if target == "flow" else PAGE,
    }

    with pytest.raises(MoveError, match=message):
        plan_move(load_content(files).content, _READER, origin, target)


def test_words_that_cannot_be_changed_safely_are_refused_with_their_place(load_content: Load) -> None:
    files = {OLD: article(), "articles/2023/11/two.md": article("Two", keys='related: ["o\\x6cd"]\n')}

    with pytest.raises(
        MoveError, match=r"content/articles/2023/11/two.md:7: 'old' cannot be changed safely as it is written; nothing"
    ):
        plan_move(load_content(files).content, _READER, "old", "new")
