"""The benchmark's corpus: the same for every run and size, and a publication that the kit builds."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from pydantic import TypeAdapter

from plugins.newsroom.front_matter.types import Title
from tests.bench.corpus import Corpus, with_new_body, with_new_title
from tests.bench.generate import FORMATS, corpus, publication

SIZE = 10


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.md")
        if "plugins" not in path.parts
    }


def test_an_article_depends_on_the_seed_and_its_number_alone() -> None:
    assert Corpus(seed=1).story(400) == Corpus(seed=1).story(400)
    assert Corpus(seed=1).story(400) != Corpus(seed=2).story(400)


def test_a_larger_archive_begins_with_the_smaller_one(tmp_path: Path) -> None:
    small = files(publication(tmp_path / "small", "kit", SIZE))
    large = files(publication(tmp_path / "large", "kit", SIZE + 5))

    assert small.items() <= large.items()


def test_an_article_has_the_length_of_news() -> None:
    corpus = Corpus()

    words = [sum(len(block.split()) for block in corpus.story(number).blocks) for number in range(200)]

    assert 500 < sum(words) / len(words) < 600


@pytest.mark.parametrize("length", [1, 13, 40])
def test_no_title_is_longer_than_the_kit_takes(length: int) -> None:
    titles = [corpus().title(Random(seed), ["w" * length] * 11, topic=0) for seed in range(200)]

    for title in titles:
        TypeAdapter(Title).validate_python(title)
    assert any("what it means" in title for title in titles)


def test_every_edit_is_a_different_one() -> None:
    corpus = Corpus()
    story = corpus.story(3)

    texts = {FORMATS["kit"].article(with_new_body(story, corpus, str(run))).content for run in range(5)}
    titles = {FORMATS["kit"].article(with_new_title(story, corpus, str(run))).content for run in range(5)}

    assert len(texts | titles | {FORMATS["kit"].article(story).content}) == 11


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_edit_keeps_the_place_of_its_article(form: str) -> None:
    corpus = Corpus()
    story = corpus.story(3)

    assert FORMATS[form].article(with_new_title(story, corpus, "0")).path == FORMATS[form].article(story).path


def test_the_kit_builds_it(tmp_path: Path) -> None:
    folder = publication(tmp_path / "kit", "kit", SIZE)

    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "benchconf.py", "-o", "output", "--fatal=errors"],
        check=False,
        cwd=folder,
        env={**os.environ, "COLUMNS": "1000"},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(folder.glob("output/2003/*/*/index.html"))) == SIZE
