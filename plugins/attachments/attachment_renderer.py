"""The engine's renderer of attachments: it copies them."""

from pathlib import Path

from plugins.attachments.attachment_values import Attachment
from plugins.stet.outputs import FileRenderer, SourceFile

ATTACHED = "attachment"
"""Name of the renderer, and of the kind of files."""


class AttachmentRenderer(FileRenderer):
    """Finds the files that are copied."""

    def source_file(self, model: Attachment) -> SourceFile:
        return SourceFile(Path(model.place), bytes.fromhex(model.digest))
