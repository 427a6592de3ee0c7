"""The page of figures: a row a variant, and the kinds of files that edits write."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tests.bench.outputs.stage import SCENARIOS, Measured

KINDS = (
    (r"^\d{4}/\d\d/[^/]+/", "<article>/"),
    (r"^archive/\d{4}/\d\d/", "archive/<month>/"),
    (r"^sitemaps/articles-.+", "sitemaps/articles-<month>.xml"),
    (r"^(tags|authors)/[^/.]+/", r"\1/<slug>/"),
    (r"^feeds/\d+/", "feeds/<number>/"),
    (r"/page/\d+/", "/page/<number>/"),
    (r"^(?!tags/|authors/|archive/|feeds/|sitemaps/|page/|assets/|css/|pictures/)[a-z][^/.]*/", "<category>/"),
)
HEAD = "| | | CPU s | more | wall s | peak MB | files written | KB written |\n|---|---|--:|--:|--:|--:|--:|--:|"


INTRODUCTION = """# What outputs for machines cost

`make bench-outputs SIZE=1000` measures it and writes this page; `tests/bench/outputs` has the variants. One
publication is built in each of them:

| variant | what is in it |
|---|---|
| without | Atom alone on every front, no archives, neither `plugins.sitemaps` nor `plugins.crawlers` |
| as it comes | sitemaps, robots.txt, three formats and archives of the home front, Atom elsewhere |
| everything on | that, two partner feeds, `llms.txt` with every article as Markdown, an IndexNow key |
| three formats everywhere | as it comes, with Atom, RSS and JSON on every category, tag and author |

- The articles are those of [benchmarks.md](benchmarks.md). The clock of the builds stands after the newest one, so that
  the news sitemap and partner feeds are not empty. Pictures and share cards were made before.
- Structured data, the head, icons and the fuller entries of feeds cannot be left out: they are in all variants.
- CPU is that of all processes; a figure is the median. Variants run in turn, every other round backwards; "more" is the
  median over the rounds of what a variant took more than the first one of its round.
- Files and bytes are those of the output that a build wrote or took away: the median, and in brackets the least and the
  most; of a cold build all.
- A publish goes to an S3 on the same machine, as in [benchmarks-publishing.md](benchmarks-publishing.md): one first
  upload and one edit of each kind, requests and bytes of bodies exact.
- The newest 20 articles stand in the feed of everything and in most of their other lists; most other articles have left
  these.

"""


def rows(scenario: str, titles: Sequence[str], rounds: Sequence[Sequence[Measured]]) -> Iterator[str]:
    """Yield a row a variant; each is compared with the first of its own round."""
    for place, title in enumerate(titles):
        mine = [one[place] for one in rounds]
        more = statistics.median(one[place].run.cpu / one[0].run.cpu - 1 for one in rounds)
        cells = [
            f"{statistics.median(one.run.cpu for one in mine):.2f}",
            f"{more:+.1%}" if place else "",
            f"{statistics.median(one.run.wall for one in mine):.2f}",
            f"{max(one.run.peak for one in mine):,.0f}",
            _spread([len(one.changed) for one in mine]),
            _spread([sum(one.changed.values()) // 1000 for one in mine]),
        ]
        yield f"| {SCENARIOS[scenario]} | {title} | {' | '.join(cells)} |"


def _spread(values: Sequence[int]) -> str:
    """Return the median, and the least and most where they differ."""
    low, middle, high = min(values), int(statistics.median_low(values)), max(values)
    return f"{middle:,}" if low == high else f"{middle:,} ({low:,}–{high:,})"


def kinds(changed: Mapping[str, int]) -> str:
    """Return the paths of an edit by kind, with their numbers."""
    found = Counter(_kind(path) for path in changed)
    return ", ".join(f"`{kind}`" + (f" × {number}" if number > 1 else "") for kind, number in sorted(found.items()))


def _kind(path: str) -> str:
    for pattern, name in KINDS:
        path = re.sub(pattern, name, path)
    return path
