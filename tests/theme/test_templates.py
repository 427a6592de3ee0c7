"""Templates against their page classes: they read these fields and no others, and render with much and with little."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import get_args, get_type_hints

import pytest
from jinja2 import nodes
from markupsafe import Markup

from plugins.newsroom import page_models
from plugins.newsroom.page_models import Page
from plugins.newsroom.page_parts import Byline
from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.phrases import Words, name_joints
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"


KINDS: list[type[Page]] = [kind for kind in vars(page_models).values() if hasattr(kind, "template")]
FOR_THE_PRESS = {"path"}
"""What the press reads of a page, and no template."""
FOR_MACHINES = {"Picture.bytes", "Picture.ratios", "Picture.developed", "Player.size"}
"""What structured data and share cards take of a part, and no template."""
FULL = models.full_pages()
MINIMAL = models.minimal_pages()


@pytest.fixture(scope="module")
def renderer() -> TemplateRenderer:
    return TemplateRenderer(THEME)


def fields_read(renderer: TemplateRenderer, template: str) -> set[str]:
    """Return the fields of `page` that a page kind's template reads, with all that it extends and includes."""
    trees = [
        renderer.environment.parse((THEME / "templates" / name).read_text(encoding="utf-8"))
        for name in renderer.graph.reachable(template)
        if not name.startswith("components/")
    ]
    return {
        node.attr
        for tree in trees
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "page"
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.template)
def test_a_template_reads_every_field_of_its_page_and_no_other(renderer: TemplateRenderer, kind: type[Page]) -> None:
    read, known = fields_read(renderer, kind.template), {field.name for field in fields(kind)} - FOR_THE_PRESS

    assert [f"theme/templates/{kind.template} does not print page.{name}" for name in sorted(known - read)] == []
    assert [f"newsroom/page_models.py has no {kind.__name__}.{name}" for name in sorted(read - known)] == []


def parts_of(kind: object) -> Iterator[type]:
    """Yield the frozen values that a type of a field is made of, and those inside them."""
    if isinstance(kind, type) and is_dataclass(kind):
        yield kind
        for inner in get_type_hints(kind).values():
            yield from parts_of(inner)
    for argument in get_args(kind):
        yield from parts_of(argument)


FOR_MACHINES = {"Picture.bytes", "Picture.ratios", "Picture.developed", "Player.size"}
"""Fields that structured data, share cards and feeds are made from, beside the templates."""


def test_every_field_of_a_part_of_a_page_is_printed(renderer: TemplateRenderer) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (THEME / "templates").rglob("*.html")]
    trees = map(renderer.environment.parse, sources)
    read = {node.attr for tree in trees for node in tree.find_all(nodes.Getattr)}
    parts = {part for kind in KINDS for part in parts_of(kind) if not issubclass(part, Page)}

    unread = {f"{part.__name__}.{field.name}" for part in parts for field in fields(part) if field.name not in read}

    assert [f"no template of the theme prints {name}" for name in sorted(unread - FOR_MACHINES)] == []


def test_every_kind_of_page_has_its_template_and_every_template_its_kind() -> None:
    templates = {path.name for path in (THEME / "templates").glob("*.html")}

    assert {kind.template for kind in KINDS} == templates - {"base.html"}


@pytest.mark.parametrize("pages", [FULL, MINIMAL], ids=["full_pages", "minimal_pages"])
def test_every_kind_of_page_has_an_example(pages: dict[str, Page]) -> None:
    shown = set(map(type, pages.values()))

    assert [f"tests/theme/models.py has no {kind.__name__}" for kind in KINDS if kind not in shown] == []


@pytest.mark.parametrize("name", FULL)
def test_a_page_with_everything_renders(renderer: TemplateRenderer, name: str) -> None:
    html = renderer.render(FULL[name])

    assert html.count("<h1") == 1
    assert html.count("<main") == 1


@pytest.mark.parametrize("name", MINIMAL)
def test_a_page_with_as_little_as_may_be_renders(renderer: TemplateRenderer, name: str) -> None:
    html = renderer.render(MINIMAL[name])

    assert html.count("<h1") == 1
    assert "None" not in html


@pytest.mark.parametrize("name", FULL)
def test_the_frame_comes_in_reading_order(renderer: TemplateRenderer, name: str) -> None:
    html = renderer.render(FULL[name])
    places = [
        html.index(mark) for mark in ('class="skip"', 'class="promo"', "<header", "<main", '<footer class="footer"')
    ]

    assert places == sorted(places)


def test_an_article_in_another_language_says_so_of_its_own_words_only(renderer: TemplateRenderer) -> None:
    html = renderer.render(models.article(lang="zh-Hant"))

    assert '<html lang="zh-Hant">' in html
    assert '<body lang="en">' in html
    assert '<h1 class="article__title" lang="zh-Hant">' in html


def test_an_article_that_runs_from_right_to_left_says_so_of_its_own_words_only(renderer: TemplateRenderer) -> None:
    html = renderer.render(models.article(lang="ar", dir="rtl"))

    assert '<html lang="ar">' in html
    assert '<body lang="en">' in html
    for element in ("h1", "p", "figure", "div"):
        assert re.search(rf'<{element} class="[a-z_ -]+" lang="ar" dir="rtl">', html)


def test_a_publication_that_runs_from_right_to_left_does_so_from_the_start(renderer: TemplateRenderer) -> None:
    site = replace(models.SITE, lang="ar", dir="rtl")

    assert '<html lang="ar" dir="rtl">\n' in renderer.render(models.article(lang="ar", site=site))


@pytest.mark.parametrize(
    "isolated",
    [
        '<bdi dir="ltr">@lowdown_example</bdi>',
        '<bdi class="timestamp__time">09:30 UTC+8</bdi>',
        f'rel="author" dir="auto">{models.WULAN.name}<',
        f"<bdi>{models.PROMO.advertiser}</bdi>",
        f"<bdi>{models.NEWSLETTER.promise}</bdi>",
        f"<bdi>{models.SITE.tagline}</bdi>",
        'autocomplete="email" dir="ltr"',
    ],
)
def test_text_that_may_run_the_other_way_keeps_its_order(renderer: TemplateRenderer, isolated: str) -> None:
    assert isolated in renderer.render(models.article())


def test_dates_and_times_stand_in_the_order_of_the_phrase() -> None:
    time_first = replace_phrase(english(), date_time="{time} [{date}]")
    words = {"date first": english(), "time first": time_first}

    html = {name: TemplateRenderer(THEME, words=each).render(models.article()) for name, each in words.items()}

    assert '">24 November 2023, <bdi class="timestamp__time">09:30 UTC+8</bdi></time>' in html["date first"]
    assert '"><bdi class="timestamp__time">09:30 UTC+8</bdi> [24 November 2023]</time>' in html["time first"]


def test_the_hour_of_the_latest_stands_where_years_come_first_behind_the_date() -> None:
    words = {"day first": english(), "year first": replace_phrase(english(), short_date="{y}年{m}月{d}日")}
    home = models.home()

    html = {name: TemplateRenderer(THEME, words=each).render(home) for name, each in words.items()}

    assert '<span class="timestamp__date">' in html["day first"]
    assert 'class="timestamp__date"' not in html["year first"]


def test_words_stand_around_names_as_the_phrase_has_them() -> None:
    words = replace_phrase(english(), by="({authors} wrote this)")

    html = TemplateRenderer(THEME, words=words).render(models.article())

    assert '<span class="byline">(<a class="byline__name"' in html
    assert f">{models.NICOLA.name}</a> wrote this)</span>" in html


def replace_phrase(words: Words, **phrases: str) -> Words:
    """Return words with some phrases changed."""
    return replace(words, phrases=tuple((name, phrases.get(name, each)) for name, each in words.phrases))


def test_a_sponsor_is_named_before_the_headline(renderer: TemplateRenderer) -> None:
    html = renderer.render(models.sponsored_article())

    assert html.index("Sponsored by Pohon Data") < html.index("<h1")
    assert html.index("read it before it was published") < html.index("<h1")


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        ([], ""),
        (["Editor"], "By A Editor"),
        ([""], "By A"),
        (["Editor", "Writer"], "By A and B"),
        (["Editor", "", "Writer"], "By A, B and C"),
        (["Editor", "Writer", "Writer", "Writer"], "By A, B, C and D"),
    ],
)
def test_no_role_comes_between_the_names_of_a_byline(renderer: TemplateRenderer, roles: list[str], words: str) -> None:
    joints = name_joints("ABCD"[: len(roles)], english())
    parts = zip("ABCD", roles, joints, strict=False)
    bylines = tuple(Byline(name=name, url="/", role=role, before=before) for name, role, before in parts)

    html = renderer.render(models.article(bylines=bylines))

    byline = html[html.index("article__byline") :].partition(">")[2].partition("</p>")[0]
    assert " ".join(Markup(byline).striptags().split()).replace(" ,", ",") == words


def test_the_symbols_of_the_share_icons_stand_once(renderer: TemplateRenderer) -> None:
    html = renderer.render(models.article())

    assert html.count("<symbol id=") == len(models.NETWORKS) + 2
    assert html.count('href="#_icon-whatsapp"') == 2


def test_there_is_an_icon_for_every_network_that_the_share_plugin_knows(renderer: TemplateRenderer) -> None:
    symbols = (THEME / "templates" / "partials" / "symbols.html").read_text(encoding="utf-8")

    missing = [network for network in models.NETWORKS if f'id="_icon-{network}"' not in symbols]
    assert [f"theme/templates/partials/symbols.html has no _icon-{network}" for network in missing] == []
