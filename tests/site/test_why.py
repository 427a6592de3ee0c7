"""`make why ARTICLE=slug`: the whole way, from the command to its words."""

from tests.site.conftest import SmallSite


def test_an_article_says_why_it_shows_what_it_shows(small_site: SmallSite) -> None:
    small_site.article("one", "related: [three]", body="Otters ride the bus.")
    small_site.article("two", body="Otters ride a ferry.")

    done = small_site.run("-m", "plugins.related", "one")

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "one: One" in lines
    shown = lines[lines.index("Related") :]
    assert any("three, by hand: Three" in line for line in shown)
    assert any("two, by the ranking: Two" in line for line in shown)
    assert any(line.strip().startswith("words ") for line in shown)
    assert not small_site.output.exists()


def test_an_article_that_there_is_not_is_told_in_one_line(small_site: SmallSite) -> None:
    done = small_site.run("-m", "plugins.related", "threee")

    assert done.returncode == 1
    assert done.stderr.strip() == "no article 'threee' is in this build; did you mean 'three'?"


def test_of_articles_with_one_slug_the_month_tells_which(small_site: SmallSite) -> None:
    small_site.article("report", body="Otters ride the bus.")
    text = (small_site.root / "content/articles/2023/11/report.md").read_text(encoding="utf-8")
    small_site.write("articles/2021/11/report.md", text.replace("2023-", "2021-"))

    asked, named = (small_site.run("-m", "plugins.related", name) for name in ("report", "/2021/11/report/"))

    assert asked.stderr.strip().startswith("2 articles are called 'report'; name one of them: 2021/11/report, 2023/11/")
    assert named.stdout.startswith("2021/11/report: Report")


def test_a_publication_without_related_articles_says_so_in_one_line(small_site: SmallSite) -> None:
    without = 'from publishconf import *\nPLUGINS = [name for name in PLUGINS if name != "plugins.related"]\n'
    (small_site.root / "without.py").write_text(without, encoding="utf-8")

    done = small_site.run("-m", "plugins.related", "one", "-s", "without.py")

    assert done.returncode == 1
    assert done.stderr.strip() == "PLUGINS lacks 'plugins.related', so no article shows related ones; add it"
