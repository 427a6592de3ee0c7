import hashlib
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.stet.state.file_copy import copy_file

_LARGE = 300 * 2**20
_ROOM = 128 * 2**20


def test_a_copy_has_the_content_and_the_digest_of_its_source(tmp_path: Path) -> None:
    body = bytes(range(256)) * 5_000
    (tmp_path / "source").write_bytes(body)

    copied = copy_file(tmp_path / "source", tmp_path / "copy", 16)

    assert (tmp_path / "copy").read_bytes() == body
    assert copied == (hashlib.sha256(body).digest(), hashlib.blake2b(body, digest_size=16).digest(), len(body))


def test_an_empty_file_is_copied_too(tmp_path: Path) -> None:
    (tmp_path / "source").touch()

    assert copy_file(tmp_path / "source", tmp_path / "copy", 16).bytes == 0


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "source").touch()

    with pytest.raises(FileExistsError):
        copy_file(tmp_path / "source", tmp_path / "source", 16)


def test_a_file_larger_than_the_memory_of_the_process_is_copied(tmp_path: Path) -> None:
    with (tmp_path / "source").open("wb") as file:
        file.truncate(_LARGE)
    code = (
        "import sys; from pathlib import Path; from plugins.stet.state.file_copy import copy_file; "
        "print(copy_file(Path(sys.argv[1]), Path(sys.argv[2]), 16).bytes)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "source", tmp_path / "copy"],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM)),
    )
    (tmp_path / "copy").unlink(missing_ok=True)

    assert (done.stdout, done.stderr) == (f"{_LARGE}\n", "")
