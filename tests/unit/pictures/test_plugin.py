from hashlib import blake2b
from pathlib import Path

from plugins.pictures.darkroom import darkroom_of
from plugins.pictures.plugin import offer_pictures
from plugins.pictures.values import DEVELOPED, Negative, Proof, SourcePicture
from plugins.stet.build_report import BuildReport
from tests.tools.edge import running
from tests.values import publication

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"/>'


def build(folder: Path, *names: str) -> BuildReport:
    """Build what the plugin offers for pictures of these names, all of one content."""
    shown = publication(pictures=names)
    settings = {"PICTURES": {"cache": str(folder / "kept")}}
    with running(folder, {"publication": shown, "token": "\n".join(names).encode()}, **settings) as (engine, generator):
        darkroom = darkroom_of(generator.settings)
        (folder / "a.svg").write_bytes(SVG)
        proofs = {}
        for name in names:
            negative = Negative(
                str(folder / "a.svg"),
                SourcePicture(name, "svg", 64, 36, len(SVG)),
                blake2b(SVG, digest_size=16).digest(),
            )
            proofs[name] = Proof(negative, darkroom.developed(negative))
        digests = {name: proof.developed.key.encode() for name, proof in proofs.items()}
        engine.offer_facts(DEVELOPED, lambda _, name: proofs.get(name), digests)
        offer_pictures([generator])
        return engine.build()


def test_pictures_are_published_as_long_as_somebody_shows_them(tmp_path: Path) -> None:
    written = list(build(tmp_path, "pictures/stall.svg").written)
    published = [(tmp_path / "output" / path).read_bytes() for path in written]

    again = build(tmp_path, "pictures/stall.svg")

    assert len(published) == 1
    assert b"<svg" in published[0]
    assert list(again.written) == []
    assert build(tmp_path).removed == written


def test_one_picture_under_one_name_in_two_places_is_published_once(tmp_path: Path) -> None:
    assert len(build(tmp_path, "pictures/stall.svg", "articles/2023/11/one/stall.svg").written) == 1


def test_one_picture_under_two_names_is_published_under_both(tmp_path: Path) -> None:
    assert len(build(tmp_path, "pictures/stall.svg", "pictures/market.svg").written) == 2
