import subprocess
import sys
from pathlib import Path

import pytest

from plugins.newsroom.language.terms import terms
from plugins.related.chooser import Chooser
from plugins.related.keeping.memory import RankingStats
from plugins.related.settings import RelatedSettings
from plugins.stet.state.database import Database
from plugins.stet.state.shelf import Shelf
from plugins.stet.workers import Spread
from tests.tools.shelf import MemoryShelf
from tests.unit.related.pieces import blank, new_chooser

SETTINGS = RelatedSettings(floor=0, dont_miss_score=0)
TEXTS = {f"a{number:02}": f"topic{number % 4} detail{number}" for number in range(40)}
CANDIDATES = [blank(slug)._replace(terms_digest=text.encode()) for slug, text in TEXTS.items()]


def terms_of(slug: str) -> bytes:
    return terms("", "", TEXTS[slug])


def no_terms(slug: str) -> bytes:
    pytest.fail(f"the terms of {slug} were read")


def test_where_nothing_has_changed_nothing_is_done() -> None:
    shelf = MemoryShelf()
    first = new_chooser(SETTINGS, shelf)
    chosen = first.choose_all(CANDIDATES, terms_of)
    again = new_chooser(SETTINGS, shelf)

    assert again.choose_all(CANDIDATES, no_terms) == chosen
    assert (first.stats, again.stats) == (RankingStats(rescored=40, chosen=40), RankingStats())


def test_a_chooser_that_lives_on_remembers_without_its_shelf() -> None:
    shelf = MemoryShelf()
    chooser = new_chooser(SETTINGS, shelf)
    chosen = chooser.choose_all(CANDIDATES, terms_of)
    shelf.delete("head")

    assert chooser.choose_all(CANDIDATES, no_terms) == chosen


def test_choices_of_other_settings_are_not_used() -> None:
    shelf = MemoryShelf()
    new_chooser(SETTINGS, shelf).choose_all(CANDIDATES, terms_of)
    chooser = new_chooser(RelatedSettings(articles=5), shelf)

    chooser.choose_all(CANDIDATES, terms_of)

    assert chooser.stats == RankingStats(rescored=40, chosen=40)


def test_work_in_several_processes_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.related.keeping.compare_all._SHARE", 15)

    spread = Chooser(MemoryShelf(), SETTINGS, Spread(processes=2)).choose_all(CANDIDATES, terms_of)

    assert spread == new_chooser(SETTINGS).choose_all(CANDIDATES, terms_of)


@pytest.mark.slow
def test_where_nothing_has_changed_numpy_is_not_imported(tmp_path: Path) -> None:
    """Its import costs more than all the rest of such a run."""
    database = Database(tmp_path / "build.sqlite", b"code")
    new_chooser(SETTINGS, Shelf(database, "related")).choose_all(CANDIDATES, terms_of)
    database.commit()
    database.close()
    program = f"""
import sys
from pathlib import Path
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from plugins.stet.state.database import Database
from plugins.stet.state.shelf import Shelf
from plugins.stet.workers import Spread
from plugins.related.chooser import Chooser
shelf = Shelf(Database(Path({str(database.path)!r}), b"code"), "related")
candidates = {CANDIDATES!r}
settings = RelatedSettings(floor=0, dont_miss_score=0)
print(len(Chooser(shelf, settings, Spread(1)).choose_all(candidates, None)), "numpy" in sys.modules)
"""

    finished = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)

    assert finished.stdout.split() == [b"40", b"False"]


def test_an_explainer_needs_a_run_to_explain() -> None:
    with pytest.raises(ValueError, match="nothing has been chosen yet"):
        new_chooser(SETTINGS).explainer(CANDIDATES, terms_of, lambda slug: pytest.fail(slug))


def test_a_headline_of_one_word_alone_changes_matches_of_no_other_article() -> None:
    """Its weight would run over into the number of the article beside it."""
    texts = {slug: terms("", "", f"{text} word") for slug, text in TEXTS.items()}
    loud = blank("z")._replace(terms_digest=b"z")
    chosen = []
    for title in ("word", "word " * 32):
        every = texts | {"z": terms(title, "", "topic9")}
        chosen.append(new_chooser(SETTINGS).choose_all([*CANDIDATES[:20], loud, *CANDIDATES[20:]], every.__getitem__))

    assert {slug: one for slug, one in chosen[0].items() if "z" not in one.articles} != {}
    assert all(chosen[0][slug] == chosen[1][slug] for slug in TEXTS if "z" not in chosen[1][slug].articles)
