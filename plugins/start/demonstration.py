"""The demonstration that the kit comes with: whether a checkout still holds it as it came.

`python -m plugins.start.demonstration` writes its digest, after somebody changed it.
"""

import sys
from hashlib import sha256
from pathlib import Path

DIGEST_FILE = Path(__file__).with_name("demonstration.sha256")
MOVED_TO = Path("tests/demonstration")
"""The demonstration's place in a publication that was started: the kit's tests need it."""
_FOLDER, _SETTINGS = "content", "pelicanconf.py"


def demonstration_digest(root: Path) -> str:
    """Return the digest of content and settings in `root`; files that begin with a dot are the machine's."""
    digest = sha256()
    found = (path for path in (root / _FOLDER).rglob("*") if path.is_file())
    files = {path.relative_to(root).as_posix(): path for path in [*found, root / _SETTINGS]}
    for name, path in sorted(files.items()):
        if not path.name.startswith("."):
            digest.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def is_untouched(root: Path) -> bool:
    """Tell whether content and settings are the demonstration of this version of the kit, to the byte."""
    return demonstration_digest(root) == DIGEST_FILE.read_text(encoding="utf-8").strip()


if __name__ == "__main__":
    DIGEST_FILE.write_text(
        f"{demonstration_digest(Path(sys.argv[1] if len(sys.argv) > 1 else '.'))}\n", encoding="utf-8"
    )
    print(DIGEST_FILE)
