"""Templates and styles of the publisher's own in real builds: what is written, and how a mistake ends."""

import re

import pytest

from tests.conftest import ROOT
from tests.site.conftest import SmallSite
from tests.site.test_incremental import contents

BOX = '{% extends "!theme/article.html" %}\n{% block main %}{{ super() }}<p class="box">Our box</p>{% endblock %}\n'
KICKER = '{%% macro kicker(section, label="", state="") %%}\n<p>%s</p>\n{%% endmacro %%}'


def override(site: SmallSite, name: str, text: str) -> None:
    site.write(f"brand/templates/{name}", text)


def test_an_override_is_seen_its_style_is_allowed_and_without_it_all_is_as_before(small_site: SmallSite) -> None:
    small_site.build()
    before = contents(small_site.output)

    override(small_site, "article.html", BOX)
    override(small_site, "article.css", ".box { color: red }")
    done = small_site.build()

    page = small_site.page("2023/11/one/index.html")
    assert done.returncode == 0, done.stderr
    assert "3 changed" in done.stdout
    assert '<p class="box">Our box</p>' in page
    assert re.search(r"@layer publisher\{.*\.box\{color:red\}\}@layer print", page)

    for name in ("article.html", "article.css"):
        (small_site.root / "content/brand/templates" / name).unlink()
    small_site.build()

    assert contents(small_site.output) == before


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_every_mistake_is_a_line_and_nothing_is_written(small_site: SmallSite, settings: str) -> None:
    small_site.build(settings=settings)
    before = contents(small_site.output)
    override(small_site, "article.html", '{% extends "!theme/article.html" %}\n{% block main %}{{ page.headline }}')
    override(small_site, "components/kicker.html", KICKER % "{{ section.colr }}")
    override(
        small_site, "404.html", '{% extends "!theme/404.html" %}{% block main %}\n{{ page.nothing }}{% endblock %}'
    )
    override(small_site, "component/card.html", "")
    small_site.write("brand/brand.css", "a {\n color: red;\n")

    done = small_site.build(settings=settings)

    told = [line.split("; ")[0] for line in done.stderr.splitlines() if line.startswith("content/brand/")]
    assert done.returncode == 1
    assert told == [
        "content/brand/brand.css:1:1: a '{' that is never closed",
        "content/brand/templates/404.html:2:9: page has no field 'nothing'",
        "content/brand/templates/article.html:2:1: unexpected end of template. Jinja was looking for the following "
        "tags: 'endblock'. The innermost block that needs to be closed is 'block'",
        "content/brand/templates/components/kicker.html:2:15: section has no field 'colr'",
        "content/brand/templates/component/card.html:1:1: warning: replaces nothing of the theme, "
        "and no template here names it",
    ]
    assert "Traceback" not in done.stderr
    assert contents(small_site.output) == before


def test_a_mistake_that_only_rendering_finds_is_a_line_too(small_site: SmallSite) -> None:
    small_site.build()
    before = contents(small_site.output)
    override(small_site, "components/kicker.html", KICKER % "{{ section.text.nothing }}")

    done = small_site.build()

    assert done.returncode == 1
    assert done.stderr == (
        "content/brand/templates/components/kicker.html:2:20: section.text is text and has no field 'nothing'; "
        "print it as it is: {{ section.text }}\n"
    )
    assert contents(small_site.output) == before


def test_the_command_copies_a_template_and_tells_when_the_theme_has_another(small_site: SmallSite) -> None:
    theme = small_site.root / "theme"
    made = small_site.run("-m", "plugins.press", "override", "components/kicker.html")
    again = small_site.run("-m", "plugins.press", "override", "components/kicker.html")
    fine = small_site.run("-m", "plugins.press", "check")

    own = small_site.root / "content/brand/templates/components/kicker.html"
    text = own.read_text(encoding="utf-8")
    own.write_text(re.sub(r"sha256:\w{16}", f"sha256:{'0' * 16}", text, count=1), encoding="utf-8")
    changed = small_site.run("-m", "plugins.press", "check")

    assert theme.resolve() == ROOT / "theme"
    assert (made.returncode, made.stdout) == (0, "content/brand/templates/components/kicker.html\n")
    assert (again.returncode, "is there already" in again.stderr) == (1, True)
    assert (fine.returncode, fine.stdout) == (0, "")
    assert changed.returncode == 0
    assert "warning: was copied from theme/templates/components/kicker.html of " in changed.stdout
    assert "--- content/brand/templates/components/kicker.html" in changed.stdout
