"""Charts, tables and galleries of the patterns in a real browser: room for all text, and sorting."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from plugins.press.patterns import patterns
from plugins.press.render import TemplateRenderer
from tests.browser.test_patterns import THEME
from tests.theme import models

OVERLAPS = """() => [...document.querySelectorAll('.chart')].flatMap(chart => {
  const texts = [...chart.querySelectorAll('text')].filter(each => each.getClientRects().length);
  const boxes = texts.map(each => [each.textContent, each.getBoundingClientRect()]);
  const room = document.documentElement.clientWidth;
  return boxes.flatMap(([words, a], number) => [
    ...(a.left < 0 || a.right > room ? [words + ' is cut off'] : []),
    ...boxes.slice(number + 1).filter(([, b]) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3,
    ).map(([other]) => words + ' lies over ' + other),
  ]);
})"""
CROPPED = """() => [...document.querySelectorAll('.gallery__item .picture')].flatMap(image => {
  const shown = image.clientWidth / image.clientHeight;
  const own = image.getAttribute('width') / image.getAttribute('height');
  return Math.abs(shown / own - 1) > 0.08 ? [image.alt + ' ' + shown + ' ' + own] : [];
})"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
NUMBERS = """() => [...document.querySelectorAll('tbody .data-table__cell--number')].flatMap(cell => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  const right = (of) => of.getBoundingClientRect().right;
  return cell.getClientRects().length && words.toString() ? [{
    lines: new Set([...words.getClientRects()].map(each => each.top)).size,
    before_edge: Math.round(right(cell) - parseFloat(getComputedStyle(cell).paddingRight) - right(words)),
  }] : [];
})"""
"""Of each number: its lines, and the pixels between it and the right edge of its column."""
COLUMN = "table => [...table.tBodies[0].rows].map(row => row.cells[2].textContent)"


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Page]:
    chosen = [each for each in patterns(THEME) if each.name in ("chart", "data_table", "gallery")]
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    html = TemplateRenderer(THEME).render(replace(models.patterns(), patterns=tuple(chosen)))
    page.set_content(html, wait_until="domcontentloaded")
    yield page
    page.close()


@pytest.mark.parametrize("width", [320, 700])
def test_no_text_of_a_chart_lies_over_another_or_is_cut_off(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 900})

    assert shown.locator(".chart").count() > 5
    assert shown.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_picture_of_a_gallery_is_cropped(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 900})

    assert shown.evaluate(CROPPED) == []


def test_a_table_is_sorted_by_its_headings_with_empty_cells_last(shown: Page) -> None:
    table = shown.locator("[data-sorts]").first
    heading = table.get_by_role("button", name="Rate 2025")

    heading.click()
    rising = table.evaluate(COLUMN)
    heading.click()

    assert rising == ["980", "1,077", "1,240.50", "n/a"]
    assert table.evaluate(COLUMN) == ["1,240.50", "1,077", "980", "n/a"]
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_numbers_stand_with_their_last_digits_below_each_other(shown: Page, direction: str) -> None:
    shown.evaluate("direction => document.documentElement.dir = direction", direction)
    found = shown.evaluate(NUMBERS)
    shown.evaluate("document.documentElement.dir = 'ltr'")

    assert len(found) > 5
    assert {each["before_edge"] for each in found} == {0}


def test_a_number_is_on_one_line_in_print(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 900})
    shown.emulate_media(media="print")
    found = shown.evaluate(NUMBERS)
    shown.emulate_media(media="screen")

    assert {each["lines"] for each in found} == {1}


def test_a_long_word_in_a_caption_makes_no_gallery_wider(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 900})
    shown.evaluate(
        "document.querySelectorAll('.gallery__words').forEach(each => each.textContent = 'Verpackung'.repeat(9))"
    )

    assert shown.locator(".gallery__words").count() > 1
    assert shown.evaluate(WIDER) == 0
