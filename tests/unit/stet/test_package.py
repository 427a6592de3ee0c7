import subprocess
import sys

from tests.conftest import ROOT


def test_whoever_uses_the_engine_as_a_library_does_not_load_pelican() -> None:
    program = "import sys; import plugins.stet.engine; sys.exit('pelican' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
