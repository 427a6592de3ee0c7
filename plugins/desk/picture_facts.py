"""Facts on the pictures of a content folder, for the report to editors: read from the content alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from plugins.desk.files.entry import Entry, Ref
from plugins.desk.files.picture_files import is_picture
from plugins.desk.load import ContentFolder
from plugins.desk.publication.developed_pictures import DevelopedPictures
from plugins.desk.text.forms.text_form import TextBlock, TextForm, block_html
from plugins.newsroom.front_matter.schema import ArticleFields, AuthorFields, PictureFields, PortraitFields
from plugins.pictures.darkroom import Darkroom
from plugins.pictures.report.browser_choice import PHONE, chosen
from plugins.pictures.report.page_weights import PageWeight
from plugins.pictures.report.picture_report import CacheContent, PictureReport, ReportedPicture
from plugins.pictures.values import Print, SourcePicture

_UNDESCRIBED = re.compile(r'<img\b(?![^>]*\salt="[^"])[^>]*>')
_TEXT_SLOT = "92vw"
"""The width of a picture in a text, in the window of a phone."""


def picture_report(content: ContentFolder, darkroom: Darkroom, pages: Sequence[PageWeight]) -> PictureReport:
    """Return the report on all pictures of the folder, those of drafts too; `pages` are weighed already."""
    facts = _Facts(content, darkroom)
    return PictureReport(
        pages=pages,
        pictures=sorted(facts.reported(), key=lambda each: (-each.bytes, each.path)),
        without_alt=sorted(facts.without_alt()),
        without_credit=sorted(facts.without_credit()),
        without_focus=sorted(facts.without_focus()),
        never_shown=sorted(facts.index.path_of(source) for source in facts.index.pictures.keys() - facts.shown),
        same=sorted(facts.same()),
        cache=_cache_content(darkroom.root),
    )


class _Facts:
    def __init__(self, content: ContentFolder, darkroom: Darkroom) -> None:
        self.index = content.index
        self._content = content
        self._developed = DevelopedPictures(content.index, content.sources.known, darkroom, waits=False)
        entries = self.index.entries.values()
        on_cards = (self.index.embeds.picture(address) for entry in entries for address in entry.embeds)
        beside = self.index.attachments.companions
        posters = (beside(key).poster for entry in entries for key in entry.played)
        self.shown = {source for entry in entries for source in entry.pictures} | {*filter(None, (*on_cards, *posters))}
        """By path below the content folder."""

    def reported(self) -> Iterator[ReportedPicture]:
        pending = {*self._developed.pending(self.shown)}
        for source in self.shown:
            picture = self.index.pictures.get(source)
            if isinstance(picture, SourcePicture):
                phone = None if source in pending else self._phone(source)
                yield ReportedPicture(self.index.path_of(source), picture.bytes, picture.width, picture.height, phone)

    def without_alt(self) -> Iterator[str]:
        """Yield the texts with a picture that has no description, each with their number."""
        for entry in self._sound():
            fields, _ = self._content.kept.head(entry.source)
            lead = _lead(fields)
            blocks = self._content.kept.body(entry.source).blocks
            count = (lead is not None and not lead.alt) + sum(map(_count_undescribed, blocks))
            if count:
                yield f"{self.index.path_of(entry.source)}{f' ({count})' if count > 1 else ''}"

    def without_credit(self) -> Iterator[str]:
        for entry, ref, picture in self._leads("articles"):
            fields, _ = self._content.kept.head(entry.source)
            if not fields.picture.credit and not picture.credit:
                yield f"{self.index.path_of(entry.source)}: {ref.target}"

    def without_focus(self) -> Iterator[str]:
        for entry, ref, picture in self._leads("articles", "authors"):
            if picture.height > picture.width and entry.picture_area[0] is None:
                yield f"{self.index.path_of(entry.source)}: {ref.target}"

    def same(self) -> Iterator[list[str]]:
        """Yield the paths of the files that share a content."""
        known, found = self._content.sources.known, defaultdict[bytes, list[str]](list)
        for source in sorted(filter(is_picture, known)):
            found[known[source].digest].append(self.index.path_of(source))
        yield from (paths for digest, paths in found.items() if digest and len(paths) > 1)

    def _sound(self) -> Iterable[Entry]:
        """Return the entries that could be read."""
        return [entry for entry in self.index.entries.values() if entry.has_fields]

    def _leads(self, *kinds: str) -> Iterator[tuple[Entry, Ref, SourcePicture]]:
        """Yield the lead pictures and portraits of some kinds of files; they are the first that a file refers to."""
        for entry in self._sound():
            if entry.kind not in kinds or not (entry.has_picture or entry.kind == "authors") or not entry.refs:
                continue
            ref = Ref._make(entry.refs[0])
            picture = self.index.pictures.get(ref.key)
            if ref.kind == "picture" and isinstance(picture, SourcePicture):
                yield entry, ref, picture

    def _phone(self, source: str) -> int | None:
        """Return the bytes of the file that a phone loads for a picture in a text."""
        proof = self._developed.find(source)
        prints = (proof.developed.modern or proof.developed.older) if proof else ()
        by_name = {made.name: made for made in prints}
        name = chosen(_srcset(prints), _TEXT_SLOT, PHONE)
        return by_name[name].bytes if name else None


def _count_undescribed(block: TextBlock) -> int:
    """Return how many pictures of a block have no description."""
    in_gallery = block.options.count(("alt", "")) if isinstance(block, TextForm) else 0
    return in_gallery + len(_UNDESCRIBED.findall(block_html(block)))


def _lead(fields: object) -> PictureFields | PortraitFields | None:
    if isinstance(fields, ArticleFields):
        return fields.picture
    return fields.portrait if isinstance(fields, AuthorFields) else None


def _srcset(prints: Iterable[Print]) -> str:
    return ", ".join(f"{made.name} {made.width}w" for made in prints)


def _cache_content(root: Path) -> CacheContent:
    """Return the size of a cache, without the descriptions that it keeps of each picture."""
    files = [file for file in root.rglob("*") if file.is_file()]
    made = [file for file in files if file.name != "about.json"]
    return CacheContent(str(root), len(made), sum(file.stat().st_size for file in made))
