"""Settings of attachments: the `ATTACHMENTS` dict of `pelicanconf.py`."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import Field, ValidationError, field_validator

from plugins.attachments.attachment_types import ATTACHMENT_TYPES, REFUSED, AttachmentType
from plugins.newsroom.media_types import UNKNOWN
from plugins.newsroom.problems import shortened
from plugins.newsroom.settings import PluginSettings, read_settings
from plugins.pictures.picture_formats import PICTURE_SUFFIXES

_SUFFIX = re.compile(r"[a-z0-9]{1,10}")
_PICTURES = frozenset(suffix for suffixes in PICTURE_SUFFIXES.values() for suffix in suffixes)
_TEXTS = frozenset({"md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mdtext", "toml"})


class AttachmentsSettings(PluginSettings):
    """Files that texts link for readers to open, and audio and video."""

    types: dict[str, str] = Field(
        default={},
        description='More types of files than the kit knows, by ending: `{"dwg": "AutoCAD"}`. The words stand in the '
        "link, before the size.",
    )
    keeps_metadata: bool = Field(
        default=False,
        description="Whether documents are published with the names of authors and companies in them; otherwise "
        "these are taken out of PDF, Word, Excel, PowerPoint and OpenDocument.",
    )
    largest_mb: int = Field(
        default=100,
        ge=1,
        description="Size in MB over which a file that is linked is told: some hosts take none above 25 MB "
        "(Cloudflare Pages) or 100 MB (GitHub).",
    )

    @field_validator("types")
    @classmethod
    def check_types(cls, types: dict[str, str]) -> dict[str, str]:
        for suffix, label in types.items():
            ending = suffix.lstrip(".").lower()
            if not _SUFFIX.fullmatch(ending):
                raise ValueError(f"{shortened(suffix)!r} is no ending of files; write it as in 'dwg'")
            if ending in REFUSED:
                raise ValueError(f"{suffix!r} is never published: such files {REFUSED[ending][0]}; take it away")
            if ending in _PICTURES | _TEXTS | {"svg"}:
                raise ValueError(f"{suffix!r} is the ending of texts or pictures, which are known; take it away")
            if not label.strip() or not label.isprintable() or len(label) > 30:
                raise ValueError(f"{suffix!r} needs a short name for links; write it as in 'AutoCAD'")
        return {suffix.lstrip(".").lower(): label.strip() for suffix, label in types.items()}

    @property
    def all_types(self) -> dict[str, AttachmentType]:
        """The types that the kit knows, and those of the publication."""
        own = {suffix: AttachmentType(label, UNKNOWN) for suffix, label in self.types.items()}
        return {**ATTACHMENT_TYPES, **{name: _named(name, each) for name, each in own.items()}}


def _named(suffix: str, own: AttachmentType) -> AttachmentType:
    """Return a type of the publication's; of one that the kit knows only the label is its own."""
    known = ATTACHMENT_TYPES.get(suffix)
    return known._replace(label=own.label) if known else own


def attachments_settings(settings: Mapping[str, Any]) -> AttachmentsSettings:
    """Return the settings of attachments; the defaults if there are mistakes in them, which are told elsewhere."""
    try:
        return read_settings(AttachmentsSettings, settings, "ATTACHMENTS")
    except ValidationError:
        return AttachmentsSettings()
