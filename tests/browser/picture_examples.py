"""Articles that show what authors can do with pictures, for the pictures of `docs/authors.md`."""

from pathlib import Path

from tests.tools.photographed import write_photographed

GALLERY = "/2023/12/gallery/"
FRONT = "/social/"

_ARTICLE = """---
title: {title}
date: 2023-12-{day:02} 09:00
category: social
authors: [hsu-po-yin]
summary: An article for the documentation, which shows pictures and says little.
{picture}---
{text}
"""
_LEAD = "picture: {{file: /pictures/photograph-1.jpg, alt: Three people, {more}}}\n"
_CARDS = (
    ("A card with a photograph", ""),
    ("The same with focus: 17% 25%", "focus: 17% 25%"),
    ("The same with crop: 55% 0% 45% 60%", "crop: 55% 0% 45% 60%"),
)
_PICTURES = """![A street at noon](/pictures/photograph-0.jpg "The street at noon, when nobody sells. | Ana Lim")
![Somebody who lives there](/pictures/photograph-3.jpg "Whoever lives there does. | Ana Lim")
"""


def write_examples(root: Path) -> None:
    """Write the publication with photographs, and the examples as its newest articles, into a folder."""
    write_photographed(root)
    folder = root / "content" / "articles" / "2023" / "12"
    folder.mkdir(parents=True)
    _write(folder / "newest.md", 9, "The newest article", "", "Words.")
    _write(folder / "gallery.md", 1, "Two pictures", "", _PICTURES)
    for number, (title, more) in enumerate(_CARDS):
        _write(folder / f"card-{number}.md", 8 - number, title, _LEAD.format(more=more), "Words.")


def _write(path: Path, day: int, title: str, picture: str, text: str) -> None:
    path.write_text(_ARTICLE.format(title=f"'{title}'", day=day, picture=picture, text=text), encoding="utf-8")
