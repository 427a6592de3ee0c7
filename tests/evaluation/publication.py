"""`python -m tests.evaluation.publication POSTS FOLDER`: makes a publication of any folder of posts, as an archive.

Front matter is put into the kit's own keys; the texts stay as they are. `pelican content -s archiveconf.py` in the new
folder builds it.
"""

import json
import runpy
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.newsroom.front_matter.slugs import slugify
from tests.conftest import DEMONSTRATION
from tests.evaluation.fields import COMMAS_AND, clean, date_in_path, first, line, names, seconds
from tests.evaluation.headers import split

_COLOURS = ("red", "orange", "green", "teal", "blue", "violet", "pink", "ochre")
_LINKED = ("plugins", "theme", "pelicanconf.py", "publishconf.py")
_SETTINGS = """from publishconf import *

DESK = {**DESK, "archive": ["articles"]}
"""
_MOST_IN_TITLE, _MOST_IN_SUMMARY = 160, 320


def write_publication(posts: Path, folder: Path) -> int:
    """Write the publication, and return how many articles it has."""
    for name in _LINKED:
        (folder / name).symlink_to(DEMONSTRATION / name)
    (folder / "archiveconf.py").write_text(_SETTINGS, encoding="utf-8")
    content = folder / "content"
    sections: dict[str, str] = {}
    authors: dict[str, str] = {}
    sources = sorted(posts.rglob("*.md"))
    for source in sources:
        header, body, _ = split(clean(source.read_text(encoding="utf-8", errors="replace")))
        article = _article(header, source)
        sections.setdefault(slugify(article["category"]), article["category"])
        people = names(first(header, "authors", "author"), COMMAS_AND) or ("Staff",)
        authors.update({slugify(name): name for name in people})
        article["authors"] = [slugify(name) for name in people]
        _write(content / f"articles/{article['slug']}.md", article, body)
    for number, (slug, name) in enumerate(sections.items(), 1):
        colour = _COLOURS[number % len(_COLOURS)]
        summary = f"All about {name} and what came of it."
        section = {"name": name, "order": number, "colour": colour, "summary": summary}
        _write(content / f"categories/{slug}.md", section, "Text.\n")
    for slug, name in authors.items():
        _write(content / f"authors/{slug}.md", {"name": name}, f"{name} writes.\n")
    for slug in runpy.run_path(str(DEMONSTRATION / "pelicanconf.py"))["PAGES"]["footer"]:
        page = {"title": slug.capitalize(), "summary": f"What stands on the page {slug}."}
        _write(content / f"pages/{slug}.md", page, "Text.\n")
    return len(sources)


def _article(header: Mapping[str, Any], source: Path) -> dict[str, Any]:
    title = line(first(header, "title")) or source.stem
    written = line(first(header, "date"))
    moment = seconds(written) if written else None
    date = written[:16] if moment is not None and written[:4].isdigit() else None
    return {
        "title": title[:_MOST_IN_TITLE],
        "slug": slugify(line(first(header, "slug")) or source.stem),
        "date": date or f"{date_in_path(source.as_posix()) or '2001-01-01'} 09:00",
        "category": next(iter(names(first(header, "category", "categories", "section"))), "News"),
        "tags": list(names(first(header, "tags"))),
        "summary": (line(first(header, "summary", "description")) or title)[:_MOST_IN_SUMMARY],
    }


def _write(file: Path, header: Mapping[str, Any], body: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    keys = "".join(f"{key}: {_written(value)}\n" for key, value in header.items())
    file.write_text(f"---\n{keys}---\n{body}", encoding="utf-8")


def _written(value: Any) -> str:
    """Return a value as YAML takes it; dates are no texts."""
    is_date = isinstance(value, str) and value[:4].isdigit() and value[10:11] == " "
    return str(value) if is_date else json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.mkdir(parents=True)
    print(write_publication(Path(sys.argv[1]), target), "articles")
