from datetime import datetime, timedelta

from plugins.newsroom.choices import Agenda, AgendaItem, AgendaList
from plugins.newsroom.page_models import AgendaPage
from plugins.pages.agenda_page import agenda_page
from tests.values import EMPTY_AGENDA, material

NOW = EMPTY_AGENDA.now


def item(time: datetime | None = None, url: str = "", lang: str = "") -> AgendaItem:
    return AgendaItem(what="goes public", time=time, path="content/x.md", url=url, title="X", lang=lang, notes=("a",))


def page(*lists: AgendaList) -> AgendaPage:
    return agenda_page(material(agenda=Agenda(now=NOW, errors=0, lists=lists)))


def test_an_empty_agenda_has_figures_and_no_section() -> None:
    found = page()

    assert [(figure.value, figure.text) for figure in found.figures] == [
        ("0", "overdue"),
        ("0", "coming up"),
        ("0", "drafts"),
    ]
    assert (found.sections, found.path, found.promo) == ((), "coverage/agenda/index.html", None)


def test_a_single_draft_is_no_drafts() -> None:
    found = page(AgendaList(name="drafts", items=(item(),), count=1))

    assert (found.figures[2].value, found.figures[2].text) == ("1", "draft")


def test_each_list_is_a_section_that_says_how_many_more_there_are() -> None:
    found = page(
        AgendaList(name="overdue", items=(item(),), count=1),
        AgendaList(name="without picture", items=(item(),), count=1203),
    )

    assert [(each.title, len(each.rows), each.more, each.is_urgent) for each in found.sections] == [
        ("Overdue", 1, 0, True),
        ("Without a picture", 1, 1202, False),
    ]
    assert found.figures[0].value == "1"


def test_a_row_says_when_and_how_far_that_is_and_leads_to_the_page_in_the_preview() -> None:
    items = (item(NOW + timedelta(days=3), "/2023/11/x/", "zh-Hant"), item())

    dated, bare = page(AgendaList(name="coming", items=items, count=2)).sections[0].rows

    assert dated.when is not None
    assert (dated.when.short_date, dated.when.time, dated.distance) == ("27 Nov 2023", "12:00", "in 3 days")
    assert (dated.url, dated.lang) == ("/2023/11/x/", "zh-Hant")
    assert (bare.when, bare.distance, bare.url, bare.lang) == (None, "", "", "en")
