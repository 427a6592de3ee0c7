from hashlib import blake2b
from pathlib import Path

from plugins.attachments.attachment_values import ATTACHMENT, Attachment
from plugins.attachments.plugin import offer_attachments
from plugins.stet.build_report import BuildReport
from tests.tools.edge import running
from tests.values import publication

PDF = b"%PDF-1.4\n%%EOF\n"


def build(folder: Path, *keys: str) -> BuildReport:
    """Build what the plugin offers for files of these keys, all of one content."""
    shown = publication(attachments=keys)
    with running(folder, {"publication": shown, "token": "\n".join(keys).encode()}) as (engine, generator):
        place = folder / "a.pdf"
        if not place.exists():
            place.write_bytes(PDF)
        digest = blake2b(PDF, digest_size=16).hexdigest()
        found = {
            key: Attachment(
                source=key,
                place=str(place),
                name=key.rpartition("/")[2],
                content=digest,
                digest=digest,
                size=len(PDF),
                media_type="application/pdf",
                label="PDF",
            )
            for key in keys
        }
        engine.offer_facts(ATTACHMENT, lambda _, key: found.get(key), {key: digest.encode() for key in found})
        offer_attachments([generator])
        return engine.build()


def test_files_are_published_as_long_as_somebody_links_them(tmp_path: Path) -> None:
    written = list(build(tmp_path, "files/a.pdf").written)
    published = [(tmp_path / "output" / path).read_bytes() for path in written]

    again = build(tmp_path, "files/a.pdf")

    assert published == [PDF]
    assert list(again.written) == []
    assert build(tmp_path).removed == written


def test_one_content_under_one_name_is_published_once(tmp_path: Path) -> None:
    assert len(build(tmp_path, "files/a.pdf", "articles/2023/a.pdf").written) == 1


def test_one_content_under_two_names_is_published_under_both(tmp_path: Path) -> None:
    assert len(build(tmp_path, "files/a.pdf", "files/b.pdf").written) == 2
