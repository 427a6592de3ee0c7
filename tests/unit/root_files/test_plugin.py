from pathlib import Path

from plugins.root_files.plugin import offer_root_files
from plugins.stet.outputs import wanted_of
from plugins.stet.step import say_nothing
from tests.tools.edge import digests_of, running
from tests.unit.desk.conftest import write


def test_every_file_of_the_folder_is_offered(tmp_path: Path) -> None:
    write(tmp_path, {"content/root/ads.txt": "x"})

    with running(tmp_path, PATH=str(tmp_path / "content")) as (engine, generator):
        problems = offer_root_files(generator.settings)

        assert problems == []
        assert [*digests_of(engine)["root file"]] == ["ads.txt"]
        assert list(wanted_of(engine.plans, say_nothing).specs) == ["ads.txt"]
