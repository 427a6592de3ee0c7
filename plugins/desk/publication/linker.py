"""Links and pictures of a file, filled in through the view, so that it is known which page depends on which file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.attachments.attachment_paths import attachment_url
from plugins.attachments.attachment_values import ATTACHMENT, Attachment
from plugins.attachments.link_facts import facts_in_link
from plugins.desk.files.addresses import is_file, possible_paths
from plugins.desk.files.attachment_files import attachment_key
from plugins.desk.files.picture_files import is_picture, picture_path
from plugins.desk.publication.developed_pictures import part_for_cards
from plugins.desk.publication.make_redirects import MOVED
from plugins.desk.settings import SiteDefaults
from plugins.desk.text.link_targets import (
    content_path,
    file_and_suffix,
    is_outside,
    names_content,
    names_text,
    split_suffix,
)
from plugins.desk.text.slots import fill
from plugins.newsroom.addresses.address_forms import normal_address
from plugins.newsroom.embeds.embed_cache import EMBEDS, EmbedNotes
from plugins.newsroom.forms.shown_picture import Candidate, Cutting, Picture
from plugins.newsroom.markup import Html
from plugins.newsroom.site_pages import SitePage, find_page
from plugins.newsroom.spaces import EMBED_NOTES, WORDS
from plugins.newsroom.urls import feed_url, front_url, page_path
from plugins.newsroom.words.phrases import Words
from plugins.pictures.paths import print_path, uniform_path
from plugins.pictures.values import DEVELOPED, MIDDLE, Crop, Print, Proof, Wish, focus_of_part
from plugins.stet.facts import View
from plugins.stet.space import Space

if TYPE_CHECKING:  # loaded with the first front matter that is unpacked
    from plugins.newsroom.front_matter.schema import PictureFields

URL = Space[str | None]("url")
"""The address of a file that has a page in this build, by its path below the content folder; None of any other."""

PAGE = Space[SitePage[Any] | None]("address")
"""The page of this build, by its root-relative URL without prefix; None where there is none."""

SITE_DEFAULTS = Space[SiteDefaults]("site defaults")
"""By the empty name."""


_ALL_SIZES = Wish("")
"""All sizes of the whole picture, of a file still to be named."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds the addresses to which the file `source` links. Those that do not exist the checks have reported.

    Where that was no error, in a draft or an archive, the publication is made without them.
    """

    view: View
    source: str
    language: str = ""
    """The declared language whose words stand in its text; empty for the publication's own."""

    @property
    def site(self) -> SiteDefaults:
        return self.view.read(SITE_DEFAULTS)

    @property
    def words(self) -> Words:
        return self.view.read(WORDS, self.language)

    def text(self, html: Html) -> Html:
        """Return HTML of the file's text with its slots filled."""
        return Markup(fill(html, self))

    def shown(self, target: str, alt: str, focus: tuple[int, int] | None = None) -> Picture | None:
        """Return a picture of the front matter as pages show it, or None."""
        proof = self._proof(target)
        return self._picture(proof, focus or MIDDLE, alt=alt) if proof else None

    def lead(self, fields: "PictureFields", caption: str, crop: Crop | None = None) -> Picture | None:
        """Return the lead picture, or a part of it, as pages show it, or None."""
        proof = self._proof(fields.file, Wish("", crop))
        if proof is None:
            return None
        focus = fields.focus or MIDDLE
        ratios = self._proof(fields.file, Wish("", fields.crop, focus, "ratios")) if self.site.pictures.ratios else None
        return self._picture(
            proof,
            focus,
            alt=fields.alt,
            caption=caption,
            credit=fields.credit or proof.negative.source.credit,
            ratios=self._cuttings(ratios) if ratios else (),
        )

    def lead_part(self, fields: "PictureFields", caption: str) -> Picture | None:
        """Return the part of the lead picture that cards show, or None where that is all of it."""
        proof = self._proof(fields.file)
        part = part_for_cards(proof.negative.source, fields.crop) if proof else None
        return self.lead(fields, caption, part) if part else None

    def picture(self, target: str) -> Picture | None:
        """Return the picture that the file calls `target`, without words, or None."""
        proof = self._proof(target)
        return self._picture(proof, MIDDLE, alt="") if proof else None

    def embed_words(self, address: str) -> tuple[EmbedNotes, Picture | None]:
        """Return the words that `embeds.toml` has for an embed, by its canonical address, and its picture, or None."""
        notes = self.view.read(EMBED_NOTES, address)
        picture = Linker(self.view, EMBEDS).picture(notes.picture) if notes.picture else None
        return notes, picture and replace(picture, credit=notes.credit)

    def picture_with(self, key: str) -> Picture | None:
        """Return the picture with this key, without words, or None."""
        proof = self.view.read(DEVELOPED, key)
        return self._picture(proof, MIDDLE, alt="") if proof else None

    def original(self, target: str) -> str | None:
        """Return the address of a file to save, where it is a picture; else where the link leads."""
        path, suffix = split_suffix(target)
        proof = self._proof(path, Wish("", purpose="original")) if is_picture(path) else None
        if proof is None or proof.developed.original is None:
            return self.link(target)
        return self._url(proof, proof.developed.original) + suffix

    def artwork(self, target: str) -> str:
        """Return the address of the file of a picture, upright and of all its pixels; empty if there is none."""
        proof = self._proof(target, Wish("", purpose="original"))
        return self._url(proof, proof.developed.original) if proof and proof.developed.original else ""

    def _proof(self, target: str, wish: Wish = _ALL_SIZES) -> Proof | None:
        """Return the picture that the file calls `target`, as it is wished for."""
        target = self.site.own_site.path_of(target) or target
        return self.view.read(DEVELOPED, wish._replace(source=picture_path(self.source, target)).name)

    def _picture(self, proof: Proof, focus: tuple[int, int], **words: Any) -> Picture:
        developed, crop = proof.developed, proof.negative.crop
        return Picture(
            url=self._url(proof, developed.older[-1]),
            width=developed.width,
            height=developed.height,
            modern=self._candidates(proof, developed.modern),
            older=self._candidates(proof, developed.older),
            bytes=developed.older[-1].bytes,
            tone=developed.tone,
            focus=focus_of_part(focus, crop, developed.width, developed.height),
            developed=Wish(uniform_path(proof.negative.source.source), crop).name,
            **words,
        )

    def _candidates(self, proof: Proof, prints: Iterable[Print]) -> tuple[Candidate, ...]:
        return tuple(Candidate(self._url(proof, made), made.width) for made in prints)

    def _cuttings(self, proof: Proof) -> tuple[Cutting, ...]:
        return tuple(
            Cutting(self._url(proof, made), made.width, made.height, made.bytes) for made in proof.developed.ratios
        )

    def _url(self, proof: Proof, made: Print) -> str:
        return f"{self.site.prefix}/{print_path(proof, made)}"

    def text_sizes(self, picture: Picture) -> str:
        """Return the width at which a text shows a picture, as `sizes` has it."""
        pictures = self.site.pictures
        return pictures.portrait_text_sizes if picture.shape == "portrait" else pictures.text_sizes

    def link(self, target: str) -> str | None:
        """Return the address to which a link of the text leads; None if readers of this build could not open it."""
        if is_outside(target):
            return target
        path, suffix = split_suffix(target)
        if not names_content(target):
            address = self._address(path)
            return f"{self.site.prefix}{address}{suffix}" if address else self._moved(path, suffix)
        source = content_path(self.source, path)
        if is_picture(source):
            found = self.picture(path)
            return found.url + suffix if found else None
        path, suffix = file_and_suffix(target)
        if not names_text(path):
            attachment = self.attachment(target)
            return self.attachment_url(attachment) + suffix if attachment else None
        url = self.view.read(URL, source)
        return url and f"{self.site.prefix}{url}{suffix}"

    def attachment(self, target: str) -> Attachment | None:
        """Return the file to open, or to play, that the file calls `target`; None if there is none."""
        target = self.site.own_site.path_of(target) or target
        return self.view.read(ATTACHMENT, attachment_key(self.source, target))

    def file_facts(self, target: str, words: str) -> str:
        """Return what stands behind the words of a link to a file: its type and size, as far as they do not say so."""
        attachment = self.attachment(target)
        return facts_in_link(attachment, words, self.words) if attachment else ""

    def attachment_url(self, attachment: Attachment) -> str:
        """Return the address of a file as pages print it."""
        return f"{self.site.prefix}{attachment_url(attachment)}"

    def _address(self, path: str) -> str | None:
        """Return the address of the page, or of the theme's file, that this build has at a path; None without one."""
        if is_file(path):
            return path
        paths = possible_paths(page_path(path), self.site.prefix)
        return next((each for each in paths if find_page(partial(self.view.read, PAGE), each)), None)

    def _moved(self, path: str, suffix: str) -> str | None:
        """Return the address, as pages print it, where a former one leads; None for one that leads nowhere.

        Of a front its feed and its further pages have moved with it.
        """
        for each in possible_paths(page_path(path), self.site.prefix):
            if target := self._target(each):
                return target if is_outside(target) else self.site.prefix + (_with_suffix(target, suffix))
            front = each.removesuffix(feed_url(""))
            if front != each and (target := self._target(front)) and not is_outside(target):
                return self.site.prefix + feed_url(split_suffix(target)[0])
            if front_url(each) != each and (target := self._target(front_url(each))):
                return target if is_outside(target) else self.site.prefix + target
        return None

    def _target(self, path: str) -> str | None:
        return self.view.read(MOVED, normal_address(path))


def _with_suffix(target: str, suffix: str) -> str:
    """Return a target with the `?query#fragment` of the link that led to it, if that has one."""
    return split_suffix(target)[0] + suffix if suffix else target
