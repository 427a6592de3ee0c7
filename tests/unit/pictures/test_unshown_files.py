import pytest

from plugins.pictures.unshown_files import unshown_file


@pytest.mark.parametrize(
    ("data", "words", "remedy"),
    [
        (b"", "is empty", "upload it anew"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00", "is a pointer to Git LFS", "git lfs pull"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is HEIC", "export it as JPEG"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix", "is HEIC", "export it as JPEG"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "is a video", "export it as JPEG or PNG"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp41", "is a video", "export it as JPEG or PNG"),
        (b"II*\0\x08\0\0\0", "is TIFF", "export it as JPEG or PNG"),
        (b"MM\0*\0\0\0\x08", "is TIFF", "export it as JPEG or PNG"),
        (b"BM6\0\0\0", "is BMP", "export it as JPEG or PNG"),
        (b"8BPS\0\1", "is a Photoshop file", "export it as JPEG or PNG"),
        (b"%PDF-1.7", "is PDF", "export it as JPEG or PNG"),
        (b"\xff\x0a\0\0", "is JPEG XL", "export it as JPEG or PNG"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "is JPEG XL", "export it as JPEG or PNG"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "is JPEG 2000", "export it as JPEG or PNG"),
        (b"\0\0\x01\0\x01\0", "is an icon", "export it as JPEG or PNG"),
        (b"\x1f\x8b\x08", "is compressed", "SVG"),
        (b"<!DOCTYPE html><html><body>", "is a web page", "save the picture in it"),
        (b"\xef\xbb\xbf\n<HTML>", "is a web page", "save the picture in it"),
        ("héllo\n".encode(), "is a text", "upload it anew"),
        (b"\0\1\2\3", "is damaged, or no picture", "upload it anew"),
    ],
)
def test_a_file_that_is_no_picture_says_what_it_is(data: bytes, words: str, remedy: str) -> None:
    problem = unshown_file(data)

    assert str(problem).startswith(words)
    assert remedy in problem.remedy
