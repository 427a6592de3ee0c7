from pathlib import Path

import pytest

from plugins.attachments.attachment_values import AttachmentError
from plugins.attachments.read_attachment import read_attachment


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "a.pdf"
    place.touch()

    with pytest.raises(AttachmentError, match="is empty"):
        read_attachment("a.pdf", place)
