"""`make eval-related` as it is run, on a tiny folder."""

import json
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.conftest import Write

WORDS = {
    "reef": "Reefs grow from coral in warm seas",
    "coral": "Coral dies in seas too warm for reefs",
    "sea": "Seas grow too warm",
    "chess": "A chess opening and its endgame",
    "endgame": "The endgame decides in chess",
}
FILES: dict[str, str | bytes] = {
    f"2020-01-0{day}-{slug}.md": f"---\ntitle: {slug}\nslug: {slug}\n---\n\nFirst.\n\nSecond.\n\n{text}.\n\nLast.\n"
    for day, (slug, text) in enumerate(WORDS.items(), 1)
}


@pytest.fixture
def folder(write_folder: Write) -> Path:
    return write_folder(FILES)


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    path = tmp_path / "qrels.json"
    path.write_text(json.dumps({"coral": {"reef": 1}, "endgame": ["chess"]}), encoding="utf-8")
    return path


def test_every_post_gets_a_list_and_the_lists_are_measured(
    folder: Path, judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "ranked.json"

    status = main(["--corpus", str(folder), "--qrels", str(judged), "--out", str(out), "--linked", str(folder)])

    ranked = json.loads(out.read_text(encoding="utf-8"))
    told = capsys.readouterr().out
    assert status == 0
    assert set(ranked) == set(WORDS)
    assert all(slug not in others and len(others) == len(set(others)) for slug, others in ranked.items())
    assert (ranked["coral"][0], ranked["endgame"][0]) == ("reef", "chess")
    assert f"{folder}: 5 posts, " in told
    assert " 1.0000 ±0.0000    1.0000     1.0000  1.0000  1.000        2" in told
    assert "\n      0    1.000    1.000\n" in told
    assert "place of the line against that of 0 links" in told


def test_without_judgements_the_lists_are_written_only(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ranked.json"

    assert main(["--corpus", str(folder), "--out", str(out)]) == 0
    assert out.is_file()
    assert "nDCG" not in capsys.readouterr().out


def test_thresholds_of_the_dont_miss_can_be_named(
    folder: Path, judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--corpus", str(folder), "--qrels", str(judged), "--thresholds", "0", "1000"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[-2:]] == ["0", "1000"]


def test_a_single_post_is_ranked_as_well(write_folder: Write, tmp_path: Path) -> None:
    out = tmp_path / "ranked.json"

    assert main(["--corpus", str(write_folder({"a.md": "Text."})), "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == {"a": []}


def test_odd_files_are_told_of_and_the_run_goes_on(
    write_folder: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder({**FILES, "2020-02-01-odd.md": b"---\ntitle: A: b\nslug: \xe9\n---\nText.", "x.png": b"\x89"})

    assert main(["--corpus", str(folder), "--out", str(tmp_path / "out.json")]) == 0
    assert "é" in json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(capsys.readouterr().err.splitlines()) == 3


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--corpus", ""], "name a folder of posts: make eval-related CORPUS=folder"),
        (["--corpus", "{tmp}/none"], "there is no folder {tmp}/none"),
        (["--corpus", "{tmp}/empty"], "no post could be read in {tmp}/empty; it should have .md, .markdown or .html"),
        (["--corpus", "{tmp}/posts", "--qrels", "{tmp}/none"], "{tmp}/none cannot be read (No such file or directory)"),
        (["--corpus", "{tmp}/posts", "--qrels", "{tmp}/bad.json"], "{tmp}/bad.json is not JSON of the form"),
        (["--corpus", "{tmp}/posts", "--qrels", "{tmp}/list.json"], "{tmp}/list.json is not JSON of the form"),
        (["--corpus", "{tmp}/posts", "--linked", "{tmp}/none"], "there is no folder {tmp}/none"),
        (["--corpus", "{tmp}/posts", "--out", "{tmp}/bad.json/x"], "{tmp}/bad.json/x cannot be written ("),
        (["--corpus", "{tmp}/posts", "--thresholds", "-1"], "-1 is no dont_miss_score ("),
    ],
)
def test_what_stops_it_is_told_in_one_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "list.json").write_text("[1]", encoding="utf-8")

    status = main([option.format(tmp=tmp_path) for option in options])

    told = capsys.readouterr().err.splitlines()
    assert (status, len(told)) == (1, 1)
    assert told[0].startswith(f"eval-related: {sentence.format(tmp=tmp_path)}")
