"""The list of mutants is true of the code as it is: `make mutants` then makes the mistakes and sees them caught."""

from collections import Counter

import pytest

from tests.conftest import ROOT
from tests.mutants.mutant import Mutant, load_mutants

LEAST = 40
MUTANTS = load_mutants()


def test_there_are_enough_mutants_each_with_a_name_of_its_own() -> None:
    names = Counter(mutant.name for mutant in MUTANTS)

    assert len(names) >= LEAST
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_can_be_made(mutant: Mutant) -> None:
    assert mutant.occurrences(ROOT) == 1
    assert mutant.old != mutant.new
    assert (ROOT / mutant.promise.partition("#")[0]).is_file()
    assert [test for test in mutant.tests if not (ROOT / test.partition("::")[0]).exists()] == []
