from datetime import timedelta

from plugins.desk.agenda.make_agenda import make_agenda
from plugins.newsroom.choices import AGENDA_HEADINGS, Agenda
from tests.unit.desk.conftest import NOW, Load, article

PICTURE = "picture:\n  file: p.svg\n  alt: x\n"
ENDED = "expires: 2023-11-28 10:00\n"
RETRACTED = "retracted:\n  date: 2023-11-28 11:00\n  text: It was never made.\n"
PROMO = "---\ntitle: Webinar\ntext: Free.\nurl: /about/\nstart: {}\nend: {}\n---\n"
BARE = "---\ntitle: Bare\nstatus: draft\n---\n"


def listed(agenda: Agenda, name: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return day, event, file and notes of each item of a list."""
    items = [item for each in agenda.lists if each.name == name for item in each.items]
    days = [f"{item.time:%m-%d %H:%M}" if item.time else "" for item in items]
    names = [item.path.rpartition("/")[2] for item in items]
    return [(day, item.what, name, item.notes) for day, item, name in zip(days, items, names, strict=True)]


def dated(time: str, keys: str = "", body: str = "Text.") -> str:
    return article(keys=keys, body=body).replace("2023-11-24 09:30", time)


def test_all_that_changes_by_itself_is_coming_the_soonest_first(load_content: Load) -> None:
    files = {
        "articles/a.md": dated("2023-12-03 08:00", PICTURE, body="[x](/nowhere/)").replace("Text", "Other"),
        "articles/b.md": dated("2023-12-03 08:00", "embargo: 2023-12-02 10:00\n"),
        "articles/c.md": dated("2023-11-03 08:00", "embargo: 2023-12-02 10:00\n"),
        "articles/d.md": dated("2023-11-03 08:00", "expires: 2023-12-02 09:00\n"),
        "articles/e.md": dated("2023-11-03 08:00", RETRACTED.replace("2023-11-28", "2023-12-09")),
        "articles/f.md": dated("2032-12-03 08:00", PICTURE),
        "articles/p.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 360'/>",
        "promos/now.md": PROMO.format("2023-11-20", "2023-12-05 18:00"),
        "promos/next.md": PROMO.format("2023-12-04", "2023-12-10"),
        "promos/past.md": PROMO.format("2023-10-04", "2023-10-10"),
    }

    agenda = make_agenda(load_content(files).content)

    assert listed(agenda, "coming") == [
        ("12-02 09:00", "expires", "d.md", ()),
        ("12-02 10:00", "embargo ends", "c.md", ("without picture",)),
        ("12-03 08:00", "goes public", "a.md", ("1 mistake would stop the release then",)),
        ("12-03 08:00", "goes public", "b.md", ("without picture",)),
        ("12-04 00:00", "promo begins", "next.md", ()),
        ("12-05 18:00", "promo ends", "now.md", ()),
        ("12-09 11:00", "is retracted", "e.md", ()),
        ("12-10 00:00", "promo ends", "next.md", ()),
        ("12-03 08:00", "goes public", "f.md", ("more than a year ahead, which may be a slip",)),
    ]


def test_drafts_stand_with_what_they_lack_those_with_a_date_first(load_content: Load) -> None:
    files = {
        "articles/bare.md": BARE,
        "articles/dated.md": dated("2023-12-03 08:00", "status: draft\n", body="[x](/nowhere/)"),
        "pages/next.md": BARE,
        "articles/broken.md": "---\nstatus: draft\ndate: [\n---\n",
    }

    agenda = make_agenda(load_content(files).content)

    assert listed(agenda, "drafts") == [
        ("12-03 08:00", "", "dated.md", ("without picture", "1 mistake to mend")),
        ("", "", "bare.md", ("without date, category, authors, summary and picture",)),
        ("", "", "broken.md", ("1 mistake to mend",)),
        ("", "", "next.md", ("a page",)),
    ]
    assert [item.title for each in agenda.lists for item in each.items] == ["One", "Bare", "broken.md", "Bare"]


def test_a_draft_whose_date_is_past_is_overdue(load_content: Load) -> None:
    files = {
        "articles/late.md": dated("2023-11-30 08:00", "status: draft\n" + PICTURE.replace("p.svg", "/pictures/p.svg"))
    }

    agenda = make_agenda(load_content(files).content)

    assert listed(agenda, "overdue") == [("11-30 08:00", "was to go public", "late.md", ("1 mistake to mend",))]
    assert listed(agenda, "drafts") == []


def test_what_is_over_is_overdue_while_others_name_it_and_what_is_retracted_while_they_link_to_it(
    load_content: Load,
) -> None:
    files = {
        "articles/2023/11/call.md": article(keys=ENDED),
        "articles/2023/11/other-call.md": article("Other call", keys=ENDED),
        "articles/2023/11/false.md": article("False", keys=RETRACTED),
        "articles/2023/11/a.md": article("A", keys="related: [call]\n", body="[x](false.md) [y](other-call.md)"),
        "articles/2023/11/b.md": article("B", body="[x](/2023/11/false/)\n\n[dont-miss: call]"),
    }

    agenda = make_agenda(load_content(files).content)

    named = "still named in content/articles/2023/11/a.md and content/articles/2023/11/b.md"
    assert listed(agenda, "overdue") == [
        ("11-28 10:00", "has expired", "call.md", (named,)),
        ("11-28 11:00", "was retracted", "false.md", (named,)),
    ]


def test_current_articles_without_summary_or_picture_are_listed_newest_first_and_counted(load_content: Load) -> None:
    bare = article().replace("summary: A summary that is long enough to stand under a headline.\n", "")
    files = {f"articles/2023/11/{day}.md": bare.replace("11-24", f"11-{day}") for day in (21, 22, 23)}
    files |= {"articles/old/x.md": bare, "articles/2023/11/over.md": bare.replace("---\nText", f"{ENDED}---\nText")}

    agenda = make_agenda(load_content(files, archive=("articles/old",)).content, most=2)

    assert [each.count for each in agenda.lists if each.name.startswith("without")] == [3, 3]
    assert [name for _, _, name, _ in listed(agenda, "without summary")] == ["23.md", "22.md"]
    assert [name for _, _, name, _ in listed(agenda, "without picture")] == ["23.md", "22.md"]


def test_an_agenda_says_where_pages_are_and_how_many_mistakes_stop_a_release(load_content: Load) -> None:
    files = {
        "articles/2023/11/a.md": article(body="[x](/nowhere/)"),
        "promos/p.md": PROMO.format("2023-11-20", "2024-01-01"),
    }

    agenda = make_agenda(load_content(files).content)

    assert (agenda.errors, agenda.now) == (2, NOW)
    assert {item.url for each in agenda.lists for item in each.items} == {"", "/2023/11/a/"}
    assert agenda.lists[0].items[0].time == NOW.replace(year=2024, month=1, day=1, hour=0)


def test_lists_come_in_the_order_of_their_headings(load_content: Load) -> None:
    files = {
        "articles/a.md": dated("2023-11-30 08:00", "status: draft\n"),
        "articles/b.md": dated(f"{NOW + timedelta(days=1):%Y-%m-%d}"),
        "articles/c.md": BARE,
        "articles/d.md": dated("2023-11-03").replace(
            "summary: A summary that is long enough to stand under a headline.\n", ""
        ),
    }

    assert [each.name for each in make_agenda(load_content(files).content).lists] == list(AGENDA_HEADINGS)
