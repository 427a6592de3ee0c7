"""Values of a hundred kilobytes in every place of a file, in `make soak` of a megabyte: no message quotes them."""

import pytest

from plugins.newsroom.front_matter.schema import ArticleFields
from tests.conftest import SOAK_MINUTES
from tests.unit.desk.conftest import SVG, Load, article

pytestmark = pytest.mark.slow

LENGTH = 1_000_000 if SOAK_MINUTES else 100_000
LONG = "x" * LENGTH
WORDS = "words and " * (LENGTH // 10)
KEYS = [name for name in ArticleFields.model_fields if name not in ("title", "date", "category", "authors", "summary")]
HEADERS = {
    **{key: article(keys=f"{key}: {LONG}\n") for key in KEYS},
    **{f"{key} in a list": article(keys=f"{key}: [{LONG}, a]\n") for key in ("tags", "related", "corrections")},
    "picture.file": article(keys=f"picture: {{file: {LONG}, alt: A}}\n"),
    "picture.alt": article(keys=f"picture: {{file: a.svg, alt: {LONG}}}\n"),
    "title": article(title=LONG),
    "a key": article(keys=f"{LONG}: a\n"),
    "a word with spaces": article(keys=f"sponsor: {WORDS}\n"),
    **{
        name: article().replace(old, f"{name}: {LONG}")
        for name, old in (("date", "date: 2023-11-24 09:30"), ("category", "category: Social"))
    },
    "authors": article().replace("[ana-lim]", f"[{LONG}]"),
    "no end": f"---\ntitle: {LONG}\n",
    "no front matter": LONG,
    "no YAML": f"---\n{LONG}\n---\n",
}
TEXTS = {
    "link": f"[a]({LONG})",
    "own address": f"[a](/{LONG}/)",
    "file": f"[a]({LONG}.md)",
    "part": f"[a](#{LONG})",
    "scheme": f"[a](javascript:{LONG})",
    "picture": f"![a]({LONG}.svg)",
    "picture in the text": f"![a](data:image/png;base64,{LONG})",
    "description": f"![{LONG}](none.svg)",
    "caption": f'Words ![a](a.svg "{LONG}")',
    "tag": f"<{LONG}>",
    "attribute": f"<p {LONG}=a>b</p>",
    "value of an attribute": f'<p style="{LONG}">b</p>',
    "id": f'<p id="_{LONG}">b</p>',
    "mark": f"[dont-miss: {LONG}]",
    "shortcode": f"{{{{< {LONG} >}}}}",
    "note": f"A[^{LONG}]",
    "reference": f"[a][{LONG}]",
    "words": LONG,
}


@pytest.mark.parametrize(
    "text", [*HEADERS.values(), *(article(body=body) for body in TEXTS.values())], ids=[*HEADERS, *TEXTS]
)
def test_a_long_value_is_told_in_a_line(load_content: Load, text: str) -> None:
    problems = load_content({"articles/2023/11/one.md": text, "articles/2023/11/a.svg": SVG}).problems

    assert [len(str(problem)) for problem in problems if len(str(problem)) > 450] == []
