"""What a production build must not show, read from the content folder without the desk's help."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

WINDOW = 6
"""Words in a row that identify a text."""


@dataclass(frozen=True)
class Hidden:
    """An article that is not public."""

    slug: str
    title: str
    phrases: tuple[str, ...]
    pictures: tuple[str, ...]


def hidden_articles(content: Path, now: datetime) -> list[Hidden]:
    """Return the articles that are drafts, or whose date or embargo is after `now`."""
    return [
        _hidden(path, header, body)
        for path in sorted((content / "articles").rglob("*.md"))
        for header, body in [_read(path)]
        if header.get("status") == "draft" or any(_later(header.get(key), now) for key in ("date", "embargo"))
    ]


def _read(path: Path) -> tuple[dict[str, Any], str]:
    """Return header and body of a file with YAML between `---`, or with `Key: value` lines before an empty one."""
    text = path.read_text(encoding="utf-8").lstrip("\ufeff\n")
    match = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
    if match:
        return yaml.safe_load(match[1]), match[2]
    head, _, body = text.partition("\n\n")
    lines = (line.partition(":") for line in re.sub(r"\n[ ]+", " ", head).splitlines())
    values: dict[str, Any] = {key.strip().lower(): value.strip() for key, _, value in lines}
    return values | {"picture": {"file": values.get("picture.file", "")}}, body


def _later(value: Any, now: datetime) -> bool:
    return value is not None and datetime.fromisoformat(str(value)).replace(tzinfo=UTC) > now


def _hidden(path: Path, header: dict[str, Any], body: str) -> Hidden:
    slug = header.get("slug") or (path.parent.name if path.stem == "index" else path.stem)
    text = [header.get("summary") or "", *body.split("\n\n")]
    pictures = [Path((header.get("picture") or {}).get("file", "")).stem, *re.findall(r"!\[[^\]]*\]\(([\w-]+)", body)]
    return Hidden(
        slug=slug,
        title=header["title"],
        phrases=tuple(phrase for paragraph in text for phrase in _phrases(paragraph)),
        pictures=tuple(filter(None, pictures)),
    )


def _phrases(paragraph: str) -> list[str]:
    """Return the first words in a row that no markup or typography changes."""
    words = paragraph.split()
    for start in range(len(words) - WINDOW):
        window = words[start : start + WINDOW]
        if all(word.isascii() and word.isalpha() and not word.isupper() for word in window):
            return [" ".join(window)]
    return []
