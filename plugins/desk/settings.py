"""Settings of the desk, and those of Pelican that it works by."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pydantic import Field, ValidationError, field_validator

from plugins.attachments.settings import AttachmentsSettings, attachments_settings
from plugins.newsroom.embeds.embed_table import EMBED_TABLE, EmbedTable
from plugins.newsroom.embeds.host_settings import table_of
from plugins.newsroom.language.language_tags import LANGUAGE_REMEDY, is_language_tag
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language, site_languages
from plugins.newsroom.settings import PluginSettings, read_settings
from plugins.newsroom.setup import has_plugin
from plugins.newsroom.urls import UNKNOWN_SITE, OwnSite, own_site, site_prefix
from plugins.newsroom.words.catalogues import catalogue_tag
from plugins.newsroom.words.catalogues import languages as catalogues
from plugins.newsroom.words.words_of import words_of
from plugins.pictures.settings import PicturesSettings

_PICTURES = PicturesSettings()
_ATTACHMENTS = AttachmentsSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDefaults:
    """Settings that all content goes by."""

    lang: str
    prefix: str
    """Path that the site lives under, without a slash at its end; mostly empty."""
    shows_drafts: bool
    own_site: OwnSite = UNKNOWN_SITE
    pictures: PicturesSettings = _PICTURES
    attachments: AttachmentsSettings = _ATTACHMENTS
    sponsored_by: str = "{name}"
    """Phrase that names a sponsor who has no label of their own."""
    embeds: EmbedTable = EMBED_TABLE
    """Sites whose videos, posts and episodes become cards."""
    languages: tuple[SiteLanguage, ...] = ()
    """Others that have fronts, feeds and an interface."""
    has_frames: bool = False
    """True if the build has pages with the frames of these."""
    ages: tuple[int, ...] = ()
    """Seconds after its date at which a public article leaves a list, in order."""

    def language_of(self, lang: str | None) -> str:
        """Return the declared language whose words stand around a text in `lang`; empty for the publication's own."""
        return declared_language(lang, self.languages) if lang else ""


class LanguageSettings(PluginSettings):
    """A language that the publication has a front in."""

    tagline: str = ""
    """The publication's line in that language, below its name."""


class DeskSettings(PluginSettings):
    """Drafts in the preview, folders of old articles, and further languages."""

    show_drafts: bool = Field(
        default=False,
        description="Whether drafts and what is embargoed are shown, labelled, and `/coverage/` and "
        "`/coverage/agenda/` to editors; for the preview.",
    )
    archive: tuple[str, ...] = Field(
        default=(),
        description="Folders below `content/` whose texts came from elsewhere, as `articles/2010`: mistakes in them "
        "that pages can be made without are warnings, told in one line a folder.",
    )

    languages: dict[str, LanguageSettings] = Field(
        default_factory=dict,
        description="Languages beside `DEFAULT_LANG` that have a front, feeds and an interface of their own, each with "
        'its `tagline`: `{"id": {"tagline": "Berita pemasaran dari Asia"}}`. [outputs.md](outputs.md#languages)',
    )

    @field_validator("languages")
    @classmethod
    def check_languages(cls, languages: dict[str, LanguageSettings]) -> dict[str, LanguageSettings]:
        slugs = [lang.lower() for lang in languages]
        for lang in languages:
            if not is_language_tag(lang):
                raise ValueError(f"{lang!r} is no language; {LANGUAGE_REMEDY}")
            if catalogue_tag(lang) is None:
                raise ValueError(f"there are no words for the language {lang!r}; choose from {', '.join(catalogues())}")
            if slugs.count(lang.lower()) > 1:
                raise ValueError(f"{lang!r} stands there twice; leave one out")
        return languages

    @field_validator("archive")
    @classmethod
    def check_archive(cls, folders: tuple[str, ...]) -> tuple[str, ...]:
        for folder in folders:
            if not folder.strip("/") or ".." in PurePosixPath(folder).parts:
                raise ValueError(f"{folder!r} is no folder below content/; write it as 'articles/2010'")
        return tuple(PurePosixPath(folder.strip("/")).as_posix() for folder in folders)


def site_defaults(settings: Mapping[str, Any], desk_settings: DeskSettings) -> SiteDefaults:
    """Return the defaults that Pelican's settings and the desk's name."""
    return SiteDefaults(
        lang=settings["DEFAULT_LANG"],
        prefix=site_prefix(settings["SITEURL"]),
        own_site=own_site(settings["SITEURL"]),
        shows_drafts=desk_settings.show_drafts,
        pictures=read_settings(PicturesSettings, settings, "PICTURES"),
        attachments=attachments_settings(settings),
        sponsored_by=words_of(settings).sponsored_by,
        embeds=table_of(settings),
        languages=site_languages(settings),
        has_frames=has_plugin(settings, "embeds"),
    )


def archive_folders(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the folders that `DESK` calls archives; none if there are mistakes in it, which are told elsewhere."""
    try:
        return read_settings(DeskSettings, settings, "DESK").archive
    except ValidationError:
        return ()
