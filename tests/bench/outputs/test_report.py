"""The page of what outputs cost: pairs, spreads, and kinds of files."""

from tests.bench.outputs.report import kinds, rows
from tests.bench.outputs.stage import Measured
from tests.bench.scenarios import Run


def measured(cpu: float, **changed: int) -> Measured:
    return Measured(run=Run(cpu=cpu, wall=cpu, peak=100, files=len(changed)), changed=changed)


def test_a_variant_is_compared_with_the_first_of_its_own_round() -> None:
    rounds = [[measured(1), measured(2)], [measured(10), measured(11)], [measured(4), measured(5)]]

    first, second = rows("body", ["without", "as it comes"], rounds)

    assert first == "| one body edit, any article | without | 4.00 |  | 4.00 | 100 | 0 | 0 |"
    assert "| 5.00 | +25.0% |" in second


def test_files_that_differ_have_their_least_and_most() -> None:
    rounds = [[measured(1, a=2_000)], [measured(1, a=2_000, b=1_000)], [measured(1, a=5_000)]]

    [row] = rows("body", ["without"], rounds)

    assert row.endswith("| 1 (1–2) | 3 (2–5) |")


def test_files_are_counted_by_kind() -> None:
    changed = ("2003/01/a/index.html", "2003/01/b/index.html", "tags/x/feed.xml", "social/rss.xml", "feeds/3/feed.json")
    others = ("feed.xml", "sitemaps/articles-2003-01.xml", "archive/2003/01/index.html")

    assert kinds(dict.fromkeys((*changed, *others), 1)) == (
        "`<article>/index.html` × 2, `<category>/rss.xml`, `archive/<month>/index.html`, `feed.xml`, "
        "`feeds/<number>/feed.json`, `sitemaps/articles-<month>.xml`, `tags/<slug>/feed.xml`"
    )
