import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.desk.linking import House
from plugins.desk.loading import Loaded, load
from plugins.desk.markdown import BodyReader
from plugins.desk.typography import Typography

ZONE = ZoneInfo("Asia/Singapore")
NOW = datetime(2023, 12, 1, 12, 0, tzinfo=ZONE)
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {}}, "output_format": "html5"}

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>'
CATEGORY = "---\nname: Social\norder: 1\ncolour: pink\nsummary: Platforms.\n---\nPlatforms.\n"
AUTHOR = "---\nname: Ana Lim\nrole: Reporter\nbeat: Platforms\n---\nAna *writes*.\n"
ARTICLE = """---
title: {title}
date: 2023-11-{day} 09:30
category: Social
authors: [ana-lim]
summary: A summary that is long enough to stand under a headline.
{keys}---
{body}
"""

Load = Callable[..., Loaded]


def article(title: str = "One", day: int = 24, keys: str = "", body: str = "Text.") -> str:
    """Return an article without mistakes, with more front matter in `keys` (line 7 on) and a text."""
    return ARTICLE.format(title=json.dumps(title), day=day, keys=keys, body=body)


@pytest.fixture
def load_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Load a content folder of the given files, beside one category and one author."""
    monkeypatch.chdir(tmp_path)

    def load_files(
        files: Mapping[str, str | bytes],
        *,
        drafts: bool = False,
        prefix: str = "",
        zone: ZoneInfo = ZONE,
        beside: Mapping[str, str] = {"categories/social.md": CATEGORY, "authors/ana-lim.md": AUTHOR},
    ) -> Loaded:
        for name, text in {**beside, **files}.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        house = House(lang="en", prefix=prefix, shows_drafts=drafts, typography=Typography(is_on=True))
        return load(tmp_path / "content", zone, NOW, house, BodyReader(MARKDOWN))

    return load_files
