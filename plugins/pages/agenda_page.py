"""The page for editors with all that is coming and all that is owed."""

from plugins.newsroom.choices import AGENDA_HEADINGS, Agenda, AgendaItem, AgendaList
from plugins.newsroom.moments import from_now, moment
from plugins.newsroom.page_models import AgendaPage
from plugins.newsroom.page_parts import AgendaRow, AgendaSection, Figure
from plugins.newsroom.spaces import AGENDA
from plugins.newsroom.urls import AGENDA_URL, output_path
from plugins.pages.head.page_head import HIDDEN, head
from plugins.pages.material import Material

_FIGURES = {"overdue": ("overdue", "overdue"), "coming": ("coming up", "coming up"), "drafts": ("draft", "drafts")}
"""Words behind the number 1 and others, by the names of lists."""


def agenda_page(material: Material) -> AgendaPage:
    """Return the page; it has no address but that of the preview, and no promo."""
    agenda = material.view.read(AGENDA)
    counts = {each.name: each.count for each in agenda.lists}
    return AgendaPage(
        path=output_path(AGENDA_URL),
        lang=material.site.lang,
        site=material.site,
        head=head(
            material,
            title="Agenda",
            description="What is coming and what is owed, for editors.",
            url="",
            robots=HIDDEN,
        ),
        promo=None,
        figures=tuple(_figure(counts.get(name, 0), *words) for name, words in _FIGURES.items()),
        sections=tuple(_section(material, agenda, each) for each in agenda.lists),
    )


def _figure(number: int, one: str, others: str) -> Figure:
    return Figure(value=f"{number:,}", text=one if number == 1 else others)


def _section(material: Material, agenda: Agenda, found: AgendaList) -> AgendaSection:
    return AgendaSection(
        title=AGENDA_HEADINGS[found.name],
        rows=tuple(_row(material, agenda, item) for item in found.items),
        more=found.count - len(found.items),
        is_urgent=found.name == "overdue",
    )


def _row(material: Material, agenda: Agenda, item: AgendaItem) -> AgendaRow:
    return AgendaRow(
        when=moment(item.time, material.words) if item.time else None,
        distance=from_now(item.time, agenda.now) if item.time else "",
        what=item.what,
        title=item.title,
        lang=item.lang or material.site.lang,
        url=material.href(item.url) if item.url else "",
        path=item.path,
        notes=item.notes,
    )
