from hashlib import blake2b
from pathlib import Path

from plugins.pictures.as_is import as_is
from plugins.pictures.darkroom import Darkroom
from plugins.pictures.renderer import PictureRenderer, PrintFile
from plugins.pictures.values import Negative, SourcePicture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"/>'


def test_a_file_that_the_cache_has_lost_is_made_again(tmp_path: Path) -> None:
    place = tmp_path / "a.svg"
    place.write_bytes(SVG)
    negative = Negative(
        str(place), SourcePicture("a.svg", "svg", 64, 36, len(SVG)), blake2b(SVG, digest_size=16).digest()
    )
    darkroom = Darkroom(tmp_path / "kept")
    developed = darkroom.developed(negative)

    written = PictureRenderer(Darkroom(tmp_path / "empty")).render(
        PrintFile(negative, developed.older[-1].name, developed.key)
    )

    assert written == darkroom.read(negative, developed.older[-1].name)
    assert len(written) == developed.older[-1].bytes


def test_a_picture_that_is_shown_as_it_is_is_copied(tmp_path: Path) -> None:
    place = tmp_path / "a.svg"
    place.write_bytes(SVG)
    negative = Negative(
        str(place), SourcePicture("a.svg", "svg", 64, 36, len(SVG)), blake2b(SVG, digest_size=16).digest()
    )
    whole = as_is(negative)

    file = PrintFile(negative, whole.older[0].name, whole.key)

    assert PictureRenderer(Darkroom(tmp_path / "kept")).render(file) == SVG
