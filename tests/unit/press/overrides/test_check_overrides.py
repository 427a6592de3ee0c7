import pytest

from plugins.press.overrides.check_overrides import override_problems
from tests.unit.press.overrides.conftest import OWN, THEME, OwnFiles, environment_of

pytestmark = pytest.mark.slow

CARD = '{% macro card(card, variant="second", level=2, is_first=false, shows_kicker=true, shows_picture=true) %}'
LAST = "{% endmacro %}"


def told(own: OwnFiles, **files: str) -> list[str]:
    """Return the problems of files, by names without end: `card` is `components/card.html`."""
    named = {
        f"{name}.html" if name in ("article", "base") else f"components/{name}.html": files[name] for name in files
    }
    return [str(problem) for problem in override_problems(environment_of(own(named)))]


def test_copies_of_all_templates_have_no_problem(own: OwnFiles) -> None:
    paths = sorted((THEME / "templates").rglob("*.html"))
    copies = {path.relative_to(THEME / "templates").as_posix(): path.read_text(encoding="utf-8") for path in paths}

    assert override_problems(environment_of(own(copies))) == []


def test_a_template_that_wraps_the_theme_s_has_no_problem(own: OwnFiles) -> None:
    wrapped = (
        '{% from "!theme/components/card.html" import card as theirs %}\n' + CARD + "<b>{{ theirs(card, level=3) }}</b>"
    )
    article = '{% extends "!theme/article.html" %}{% block main %}{{ super() }}{{ page.kicker.text }}{% endblock %}'

    assert told(own, card=wrapped + LAST, article=article) == []


def test_a_field_that_a_component_s_argument_does_not_have_is_told_with_those_it_has(own: OwnFiles) -> None:
    (problem,) = told(own, card=f"{CARD}\n\n<p>\n  {{{{ card.headline }}}}</p>{LAST}")

    assert problem.startswith("own/components/card.html:4:11: card has no field 'headline'; ")
    assert "a Card has url, title, title_html, summary, " in problem


def test_a_near_miss_of_a_field_comes_first(own: OwnFiles) -> None:
    source = '{% extends "!theme/article.html" %}\n{% block main %}\n{{ page.kicker.color }}{% endblock %}'

    assert told(own, article=source) == [
        "own/article.html:3:16: page.kicker has no field 'color'; "
        "did you mean 'colour'? a SectionLink has text, url, colour"
    ]


def test_everything_is_told_in_one_run(own: OwnFiles) -> None:
    problems = told(
        own,
        card=f"{CARD}{{{{ card.titel }}}}\n{{{{ card.sumary }}}}{LAST}",
        tags='{% from "components/bilyne.html" import byline %}\n{% macro tags(links) %}{% for tag in links %}',
        kicker="{% macro kicker(section) %}{{ section.text|uper }}{% endmacro %}",
    )

    assert [problem.split(":")[0:2] for problem in problems] == [
        ["own/components/card.html", "1"],
        ["own/components/card.html", "2"],
        ["own/components/kicker.html", "1"],
        ["own/components/kicker.html", "1"],
        ["own/components/tags.html", "2"],
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (
            '{% include "partials/haed.html" %}',
            "1:13: there is no template 'partials/haed.html'; did you mean 'partials/head.html'?",
        ),
        (
            '{% from "components/tags.html" import tag %}',
            "1:1: components/tags.html has no macro 'tag'; did you mean 'tags'?",
        ),
        (
            "\n{% include page.template %}",
            "2:1: the name of a template is computed; write it out: what a page is made of must be known before",
        ),
        (
            '{% extends "article.html" %}',
            "1:1: 'article.html' is made of this template itself; name the theme's: '!theme/article.html'",
        ),
        (
            "\n{{ pgae.lang }}",
            "2:4: 'pgae' is not known here; did you mean 'page'? "
            "a template has 'page' and 'words', a component 'words', its arguments, and what it imports",
        ),
        ("\n{{ words.relatd }}", "2:1: there is no phrase 'relatd'; did you mean 'related'?"),
        ("\n\n{{ page.title_html|uper }}", "3:1: there is no filter 'uper'; did you mean 'upper'?"),
        (
            '{% from "components/kicker.html" import kicker %}\n{{ kicker(page.kicker, colour=1) }}',
            "2:1: kicker takes no argument 'colour'; known are: section, label, state",
        ),
        (
            '{% from "components/kicker.html" import kicker %}\n{{ kicker() }}',
            "2:1: kicker needs 'section'; it takes section, label, state",
        ),
    ],
)
def test_a_mistake_of_a_template_is_told_with_its_line(own: OwnFiles, source: str, problem: str) -> None:
    assert told(own, article=source) == [f"own/article.html:{problem}"]


@pytest.mark.parametrize(
    ("source", "beginning"),
    [
        ("{% if page %}\n", "own/article.html:1:1: unexpected end of template. "),
        ("{{ page.title_html }\n", "own/article.html:1:1: unexpected '}'; correct this line"),
        ("\n{% blok main %}{% endblok %}", "own/article.html:2:1: encountered unknown tag 'blok'; "),
    ],
)
def test_a_template_that_cannot_be_parsed_is_told_with_its_line(own: OwnFiles, source: str, beginning: str) -> None:
    (problem,) = told(own, article=source)

    assert problem.startswith(beginning)


def test_a_component_must_take_what_the_theme_gives_it(own: OwnFiles) -> None:
    assert told(own, card="\n{% macro card(card) %}{% endmacro %}", tags="") == [
        "own/components/card.html:2:1: macro 'card' lacks "
        "'variant', 'level', 'is_first', 'shows_kicker', 'shows_picture', which the theme gives; "
        "begin it as the theme does: "
        "{% macro card(card, variant=…, level=…, is_first=…, shows_kicker=…, shows_picture=…) %}",
        "own/components/tags.html:1:1: there is no macro 'tags', which the theme imports from here; "
        "begin it as the theme does: {% macro tags(links) %}",
    ]


def test_components_that_are_made_of_one_another_are_told(own: OwnFiles) -> None:
    header = "{% macro byline(bylines, shows_role=false) %}{% endmacro %}"

    assert told(own, byline='{% from "components/card.html" import card %}' + header) == [
        "own/components/byline.html:1:1: 'components/card.html' is made of this template itself; "
        "name the theme's: '!theme/components/byline.html'"
    ]


def test_a_file_that_is_not_in_utf_8_is_told(own: OwnFiles) -> None:
    overrides = own({"article.html": ""})
    (OWN / "article.html").write_bytes("é".encode("latin-1"))

    (problem,) = override_problems(environment_of(overrides))

    assert str(problem) == "own/article.html:1:1: text that is not in UTF-8; save it as UTF-8"


def test_styles_are_checked_too(own: OwnFiles) -> None:
    (problem,) = override_problems(environment_of(own({"components/card.css": ".card { color red }"})))

    assert str(problem).startswith("own/components/card.css:1:1: words that are no CSS")


def test_a_filter_that_is_not_there_hides_no_other_mistake(own: OwnFiles) -> None:
    problems = told(
        own, card=f"{CARD}{{{{ card.title|upcase }}}}\n{{% if card is blah %}}{{{{ nothing }}}}{{% endif %}}{LAST}"
    )

    assert [problem.split("; ")[0] for problem in problems] == [
        "own/components/card.html:2:25: 'nothing' is not known here",
        "own/components/card.html:1:1: there is no filter 'upcase'",
        "own/components/card.html:2:1: there is no test 'blah'",
    ]


def test_what_no_page_shows_and_what_browsers_leave_out_is_told(own: OwnFiles) -> None:
    article = '{% extends "!theme/article.html" %}\n{% block maim %}{% endblock %}\n<p onclick="x()">Lost.</p>'

    assert [problem.split("; ")[0] for problem in told(own, article=article)] == [
        "own/article.html:2:1: what it extends has no block 'maim', so this one is never shown",
        "own/article.html:3:1: stands outside of blocks, and is never shown",
        "own/article.html:3:1: warning: onclick= does not run: browsers leave it out",
    ]


def test_what_would_make_a_page_another_one_each_time_is_not_there(own: OwnFiles) -> None:
    problems = told(own, card=f"{CARD}{{{{ [1, 2]|random }}}}\n{{{{ lipsum() }}}}{LAST}")

    assert [problem.split("; ")[0] for problem in problems] == [
        "own/components/card.html:2:4: 'lipsum' is not known here",
        "own/components/card.html:1:1: there is no filter 'random'",
    ]
