"""Categories of podcasts: Apple's list, which all directories use (podcasters.apple.com/support/1691, since 2019)."""

from collections.abc import Mapping

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": (*("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),),
    "History": (),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        *("Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"),
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        *("Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News"),
        "Tech News",
    ),
    "Religion & Spirituality": (
        *("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"),
    ),
    "Science": (
        *("Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature"),
        *("Physics", "Social Sciences"),
    ),
    "Society & Culture": ("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),
    "Sports": (
        *("Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running"),
        *("Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"),
    ),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    "Technology": (),
    "True Crime": (),
}
"""Names inside of each; a name stands in one place only, so it tells its own parent."""

_PLACES: Mapping[str, tuple[str, str]] = {
    **{name: (name, "") for name in CATEGORIES},
    **{inner: (name, inner) for name, all_inner in CATEGORIES.items() for inner in all_inner},
}
NAMES = tuple(_PLACES)
"""All names that a podcast may have as its category."""
_BY_SMALL_LETTERS = {name.casefold().replace("&", "and"): name for name in NAMES}


def category_named(written: str) -> tuple[str, str] | None:
    """Return a category and the one inside of it, empty if none is meant; None for a name that is not in the list.

    `Business > Marketing` is `Marketing`; capitals do not matter.
    """
    parts = [part.strip() for part in written.replace(":", ">").replace("/", ">").split(">")]
    name = _BY_SMALL_LETTERS.get(parts[-1].casefold().replace("&", "and"))
    found = _PLACES.get(name or "")
    is_inside = len(parts) == 1 or (
        len(parts) == 2 and found is not None and parts[0].casefold() == found[0].casefold() and found[1] != ""
    )
    return found if is_inside else None
