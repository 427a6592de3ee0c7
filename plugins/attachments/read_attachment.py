"""Reading a file that texts may link: whether it can be published, and what its author should know of it."""

from pathlib import Path

from plugins.attachments.attachment_values import AttachmentError, SourceAttachment


def read_attachment(source: str, place: Path) -> SourceAttachment:
    """Return what is known of the file at a place, `source` below the content folder. Raises AttachmentError."""
    size = place.stat().st_size
    if not size:
        raise AttachmentError("is empty", "save it again")
    return SourceAttachment(source, size)
