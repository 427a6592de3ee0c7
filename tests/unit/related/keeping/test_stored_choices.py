from plugins.newsroom.choices import Related
from plugins.related.keeping.stored_choices import StoredChoices, choices_from

SLUGS = ["one", "", "two", "three"]
EMPTY = Related(dont_miss=None, articles=())
CHOICE = Related(dont_miss="three", articles=("two",))


def choices() -> StoredChoices:
    """Return choices of two articles each, for three articles and a vacant number."""
    return StoredChoices(SLUGS, 2, []).renamed(SLUGS)


def test_articles_begin_without_a_choice() -> None:
    assert dict(choices()) == {"one": EMPTY, "two": EMPTY, "three": EMPTY}


def test_a_choice_that_was_put_is_there() -> None:
    found = choices()

    is_another = [found.put("one", CHOICE, needs_latest=False) for _ in range(2)]

    assert is_another == [True, False]
    assert dict(found) == {"one": CHOICE, "two": EMPTY, "three": EMPTY}


def test_the_articles_that_need_the_latest_are_known_by_number() -> None:
    found = choices()
    found.put("two", CHOICE, needs_latest=True)
    found.put("three", EMPTY, needs_latest=False)

    assert found.with_latest == {2}


def test_a_frozen_copy_stays_as_it_is() -> None:
    found = choices()
    copy = found.frozen()
    found.put("one", CHOICE, needs_latest=False)

    assert (copy["one"], found["one"]) == (EMPTY, CHOICE)


def test_of_articles_that_came_and_went_nothing_is_chosen() -> None:
    found = choices()
    found.put("one", Related(dont_miss="two", articles=()), needs_latest=False)
    found.put("three", Related(dont_miss="one", articles=()), needs_latest=True)

    renamed = found.renamed(["one", "new", "two", "", "newer"])

    assert dict(renamed) == {
        "one": Related(dont_miss="two", articles=()),
        "new": EMPTY,
        "two": EMPTY,
        "newer": EMPTY,
    }
    assert renamed.with_latest == set()


def test_other_choices_have_other_digests() -> None:
    found = choices()
    made = [EMPTY, CHOICE, Related(dont_miss=None, articles=("three", "two"))]
    made += [Related(dont_miss=None, articles=("two", "three")), Related(dont_miss="two", articles=())]
    digests = []
    for choice in made:
        found.put("one", choice, needs_latest=False)
        digests.append(found.digests()["one"])

    assert len(set(digests)) == len(made)
    assert found.digests().keys() == {"one", "two", "three"}


def test_blocks_put_together_are_the_whole() -> None:
    found = choices()
    found.put("three", Related(dont_miss="one", articles=("two", "one")), needs_latest=True)

    read = choices_from(SLUGS, 2, [found.block(slice(0, 3)), found.block(slice(3, 6))])

    assert dict(read) == dict(found)
    assert read.with_latest == {3}
