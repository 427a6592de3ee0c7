from plugins.newsroom.listed_articles import ListedArticle, newest_first


def line(slug: str, date: int) -> ListedArticle:
    return ListedArticle(
        slug=slug,
        source=f"articles/{slug}.md",
        url=f"/2023/11/{slug}/",
        date=date,
        month=(2023, 11),
        category="social",
        tags=(),
        authors=(),
        is_public=True,
        is_over=False,
        is_retracted=False,
        is_sponsored=False,
        has_picture=False,
        related=(),
        dont_miss=None,
        has_mark=False,
    )


def test_articles_come_newest_first_and_those_of_one_moment_by_slug() -> None:
    lines = [line("b", 1), line("c", 2), line("a", 1), line("d", 3)]

    assert [each.slug for each in newest_first(lines)] == ["d", "c", "a", "b"]


def test_the_order_does_not_depend_on_the_one_that_they_came_in() -> None:
    lines = [line(slug, len(slug)) for slug in ("a", "bb", "b", "aa")]

    assert newest_first(lines) == newest_first(lines[::-1])


def test_articles_before_1970_come_last() -> None:
    assert [each.slug for each in newest_first([line("a", -5), line("b", 0)])] == ["b", "a"]
