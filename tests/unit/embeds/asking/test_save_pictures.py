from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.embeds.asking.careful_get import GetError
from plugins.embeds.asking.save_pictures import save_picture, write_whole
from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.embeds.embed_table import EMBED_TABLE


def picture(width: int = 120, kind: str = "JPEG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, width), "teal").save(out, kind)
    return out.getvalue()


def embed(address: str = "https://vimeo.com/12345") -> Embed:
    found = EMBED_TABLE.find(address)
    assert found
    return found


def test_a_picture_is_saved_under_provider_and_id_with_the_ending_of_its_content(tmp_path: Path) -> None:
    path = save_picture(tmp_path, embed(), picture(kind="PNG"))

    assert path == "/pictures/embeds/vimeo-12345.png"
    assert [file.name for file in (tmp_path / "pictures/embeds").iterdir()] == ["vimeo-12345.png"]


def test_ids_that_differ_in_capital_letters_have_files_of_their_own(tmp_path: Path) -> None:
    ids = ("abcdefghijk", "Abcdefghijk", "ABcdefghijk")
    paths = [save_picture(tmp_path, embed(f"https://youtu.be/{each}"), picture()) for each in ids]

    assert len({path.lower() for path in paths}) == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "has a picture that "),
        (b"", "has a picture that "),
        (picture()[:300], "has a picture that "),
        (picture(width=1), "has a picture that shows nothing on a card"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>', "has a picture that shows nothing on a"),
    ],
)
def test_what_is_no_picture_is_refused_and_leaves_no_file(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(GetError) as error:
        save_picture(tmp_path, embed(), data)

    assert str(error.value).startswith(words)
    assert list(tmp_path.rglob("*")) == []


def test_a_file_keeps_its_rights_and_the_link_to_it(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there/embeds.toml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    (tmp_path / "embeds.toml").symlink_to(real)

    write_whole(tmp_path / "embeds.toml", b"new")

    assert (tmp_path / "embeds.toml").is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777, len(list(real.parent.iterdir()))) == (b"new", 0o640, 1)
