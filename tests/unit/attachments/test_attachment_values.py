from marshal import dumps, loads

from plugins.attachments.attachment_values import FileRemark, MediaFacts, SourceAttachment


def test_a_file_is_kept_as_a_plain_value() -> None:
    media = MediaFacts(1.5, 640, 360, True, "H.264, AAC")
    remarks = (FileRemark("is large", "make it smaller", is_warning=False),)
    found = SourceAttachment("files/a.mp4", 5, media, remarks, ("author 'A'",))

    assert SourceAttachment.kept(loads(dumps(found.plain))) == found
