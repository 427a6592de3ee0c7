import pytest

from plugins.attachments.attachment_values import AttachmentError
from plugins.attachments.media.captions import check_captions

CUE = "00:01.000 --> 00:04.000\nIt costs 40.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"WEBVTT\n\n{CUE}",
        "\ufeffWEBVTT - Rates\r\n\r\n1\r\n00:00:01.000 --> 00:00:04.000 align:start\r\nWords\r\nand more\r\n",
        f"WEBVTT\nKind: captions\n\nNOTE by hand\n\nSTYLE\n::cue {{ color: red }}\n\nfirst\n{CUE}\n\n\n{CUE}",
        "WEBVTT\n\n100:00:00.000\t-->\t100:00:01.500\n<v Ann>Now</v>",
    ],
)
def test_captions_as_browsers_read_them(text: str) -> None:
    check_captions("episode", text.encode())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (CUE.encode(), "does not begin with 'WEBVTT'"),
        (b"WEBVTTX\n\n" + CUE.encode(), "does not begin with 'WEBVTT'"),
        (b"1\n00:00:01,000 --> 00:00:04,000\nWords\n", "is SRT, which browsers do not show"),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\nCafé".encode("latin-1"), "is not in UTF-8"),
        ("WEBVTT\n".encode("utf-16"), "is not in UTF-8"),
        (b"WEBVTT\n\nNOTE nothing yet\n", "has no captions in it"),
        (
            b"WEBVTT\n\n00:00:01,000 --> 00:00:04,000\nWords\n",
            "has times in line 3 that browsers do not read: '00:00:01,000 --> 00:00:04,000'",
        ),
        (
            b"WEBVTT\n\n7\n0:01.000 --> 0:04.000\nWords\n",
            "has times in line 4 that browsers do not read: '0:01.000 --> 0:04.000'",
        ),
        (
            b"WEBVTT\n\n00:04.000 --> 00:01.000\nWords\n",
            "has a caption in line 3 that ends before it begins: '00:04.000 --> 00:01.000'",
        ),
        (b"WEBVTT\n\n00:01.000 --> 00:04.000\nWords\n\nmore\n", "has words without times in line 6: 'more'"),
    ],
)
def test_captions_that_browsers_would_not_show_are_refused(data: bytes, what: str) -> None:
    with pytest.raises(AttachmentError) as raised:
        check_captions("episode", data)

    assert str(raised.value) == what


def test_the_remedy_names_the_file_to_convert() -> None:
    with pytest.raises(AttachmentError) as raised:
        check_captions("episode.en", b"1\n00:00:01,000 --> 00:00:04,000\nWords\n")

    assert raised.value.remedy == "rename it to episode.en.srt, and run: ffmpeg -i episode.en.srt episode.en.vtt"
