from pathlib import Path

from plugins.publish.targets.folder.durable_files import write_durably


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    for text in ("one", "two"):
        write_durably(tmp_path / "file", text)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"file": "two"}
