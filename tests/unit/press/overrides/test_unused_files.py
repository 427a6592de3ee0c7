import pytest

from plugins.press.overrides.check_overrides import override_problems
from plugins.press.theme_files import Overrides
from tests.unit.press.overrides.conftest import OWN, OwnFiles, environment_of

pytestmark = pytest.mark.slow

NOTHING = "replaces nothing of the theme, and no template here names it"


def told(own: OwnFiles, files: dict[str, str]) -> list[str]:
    return [str(problem) for problem in override_problems(environment_of(own(files)))]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("component/card.html", f"{NOTHING}; did you mean 'components/card.html'?"),
        ("card.html", f"{NOTHING}; did you mean 'components/card.html'?"),
        ("artcle.html", f"{NOTHING}; did you mean 'article.html'?"),
        ("components/crad.css", f"{NOTHING}; did you mean 'components/card.css'?"),
        ("logo.png", "is neither a template nor a style or script beside one; take it out, or begin its name with '_'"),
        (
            "house-banner.html",
            f"{NOTHING}; name it in one of your templates, give it the name of one of the theme's, "
            "or begin its name with '_' (make override lists them)",
        ),
        (
            "share.js",
            f"{NOTHING}; did you mean 'components/share.js'?",
        ),
    ],
)
def test_a_file_that_nothing_reads_is_told(own: OwnFiles, name: str, problem: str) -> None:
    assert told(own, {name: ""}) == [f"own/{name}:1:1: warning: {problem}"]


def test_a_new_template_is_used_where_an_override_names_it(own: OwnFiles) -> None:
    files = {
        "partials/symbols.html": '{% include "partials/more.html" %}',
        "partials/more.html": '{% from "components/mine.html" import mine %}{{ mine() }}',
        "components/mine.html": "{% macro mine() %}{% endmacro %}",
        "components/mine.css": "",
        "components/mine.js": "",
        "components/card.css": "",
        "article.css": "",
        "_later.html": "",
    }

    assert told(own, files) == []


def test_a_template_that_another_folder_s_hides_is_told(own: OwnFiles) -> None:
    own({"partials/symbols.html": ""})
    other = OWN.with_name("other")
    (other / "partials").mkdir(parents=True)
    (other / "partials/symbols.html").write_text("", encoding="utf-8")

    problems = override_problems(environment_of(Overrides((OWN, other))))

    assert list(map(str, problems)) == [
        "other/partials/symbols.html:1:1: warning: is hidden by own/partials/symbols.html; remove one of the two"
    ]
