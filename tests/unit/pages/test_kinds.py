from dataclasses import replace

import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.language.site_languages import SiteLanguage
from plugins.newsroom.page_models import Page
from plugins.pages.kinds import page_kinds
from plugins.pages.plan_pages import plan_pages
from plugins.pages.settings import PagesSettings
from plugins.stet.facts import Key
from plugins.stet.outputs import Output
from tests.values import MEDIA, article, publication, text_page, view

INDONESIAN = SiteLanguage("id", "id", "Berita ujian")
ARTICLES = (
    article("new", date="2023-11-03T09:00"),
    article("one", date="2023-11-02T09:00"),
    article("other", date="2023-10-02T09:00", category=MEDIA),
    article("old", date="2023-09-02T09:00"),
)
DESK = publication(*ARTICLES, text_pages=(text_page(),), languages=(INDONESIAN,), shows_drafts=True)
CHOSEN = {"one": Related(dont_miss="old", articles=("other", "new"))}
KINDS = page_kinds(has_coverage=True, has_agenda=True)
OUTPUTS = list(plan_pages(DESK, PagesSettings(front_size=2)))


def made(output: Output) -> tuple[Page, set[Key]]:
    """Return a page and the facts that it was made from."""
    whole = view(*ARTICLES, related=CHOSEN, of=DESK, languages=DESK.languages)
    with whole.traced() as read:
        page: Page = KINDS[output.kind].make(whole, output)
    return page, read


def make(output: Output) -> Page:
    return made(output)[0]


def test_every_kind_is_planned_and_every_planned_page_has_a_kind() -> None:
    planned = {output.kind for output in OUTPUTS}

    assert [f"plugins/pages/kinds.py has no maker of {kind!r}" for kind in sorted(planned - KINDS.keys())] == []
    assert [f"newsroom/site_pages.py has no {kind!r}" for kind in sorted(KINDS.keys() - planned)] == []


def test_production_knows_the_kinds_that_it_plans_and_no_others() -> None:
    planned = plan_pages(replace(DESK, shows_drafts=False), PagesSettings())

    kinds = set(page_kinds(has_coverage=False, has_agenda=False))
    assert {output.kind for output in planned} == kinds == KINDS.keys() - {"coverage", "agenda"}


def test_no_two_pages_are_written_to_the_same_place() -> None:
    paths = [output.path for output in OUTPUTS]

    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.path)
def test_a_page_is_made_for_the_place_and_the_template_that_were_planned(output: Output) -> None:
    page = make(output)

    assert (page.path, page.template) == (output.path, KINDS[output.kind].template)


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.path)
def test_equal_material_gives_equal_pages_that_print_alike(output: Output) -> None:
    first, second = make(output), make(output)

    assert first == second
    assert repr(first) == repr(second)


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.path)
def test_every_page_depends_on_what_all_pages_share(output: Output) -> None:
    _, read = made(output)

    assert ("shared by pages", "") in read


def test_an_article_depends_on_every_article_that_it_names_and_on_its_own_text_only() -> None:
    [output] = [output for output in OUTPUTS if output.spec[:1] == ("one",)]

    _, read = made(output)

    assert {name for space, name in read if space == "article"} == {"one", "new", "other", "old"}
    assert {name for space, name in read if space == "body"} == {"one"}


def test_what_was_chosen_for_an_article_is_of_its_own_page_only() -> None:
    readers = {output.spec[0]: names for output in OUTPUTS if (names := _chosen(output))}

    assert readers == {each.slug: {each.slug} for each in ARTICLES}


def _chosen(output: Output) -> set[str]:
    return {name for space, name in made(output)[1] if space == "related"}
