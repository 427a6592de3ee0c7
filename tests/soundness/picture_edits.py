"""Edits of pictures at random: all that authors, picture desks, other systems and full disks do to them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.photographs import Subject, photograph
from tests.soundness.compared import ComparedBuilds

FILES = ("p.jpg", "q.jpg", "alpha.png")
SIDES = ((400, 300), (300, 400), (330, 200))
"""Small, as each is developed for every cache of every publication."""

Edit = Callable[[ComparedBuilds, Random], None]


def make_picture(chance: Random) -> bytes:
    """Return one of some photographs, as a phone leaves it or as others have saved it since."""
    subject = Subject(chance.randint(1, 3), *chance.choice(SIDES), noise=2.0)
    return photograph(subject, chance.choice((1, 6)), chance.choice((60, 90)), chance.random() < 0.5)


def lay_pictures(builds: ComparedBuilds) -> None:
    """Write the pictures that a publication begins with."""
    chance = Random(0)
    for name in FILES[:2]:
        place_of(builds, name).write_bytes(make_picture(chance))


def place_of(builds: ComparedBuilds, name: str) -> Path:
    return builds.publication.root / "content/pictures" / name


def there(builds: ComparedBuilds) -> list[Path]:
    """Return the picture files that are not drawings, in order."""
    return sorted(path for path in place_of(builds, "").iterdir() if path.suffix.lower() != ".svg")


def repaint(builds: ComparedBuilds, chance: Random) -> None:
    """Put another picture in the place of one, or the same one saved anew; also under a name of another type."""
    place_of(builds, chance.choice(FILES)).write_bytes(make_picture(chance))


def swap(builds: ComparedBuilds, chance: Random) -> None:
    """Let two files exchange their contents."""
    if len(there(builds)) > 1:
        one, other = chance.sample(there(builds), 2)
        aside = one.with_suffix(".aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)


def rename(builds: ComparedBuilds, chance: Random) -> None:
    """Give a file another name, or only other letters of the same."""
    if there(builds):
        file = chance.choice(there(builds))
        names = (*FILES, file.name.upper(), file.name.lower(), file.name.capitalize(), "new.jpg")
        file.rename(file.with_name(chance.choice(names)))


def damage(builds: ComparedBuilds, chance: Random) -> None:
    """Leave half of a file, nothing of it, or something else; or remove it."""
    if there(builds):
        file = chance.choice(there(builds))
        whole = file.read_bytes()
        file.write_bytes(chance.choice((whole[: len(whole) // 2], b"", b"<!doctype html><p>Not found", whole)))
        if chance.random() < 0.3:
            file.unlink()


def aim(builds: ComparedBuilds, chance: Random) -> None:
    """Show a picture at the head of an article, with a focal point and a part for cards, or without."""
    name = chance.choice(sorted(builds.publication.stories))
    builds.publication.change(
        name,
        picture=chance.choice((*FILES, *FILES, "a.svg")),
        focus=chance.choice((None, "40% 20%", "top")),
        crop=chance.choice((None, "10% 0% 80% 60%")),
    )


def offer_file(builds: ComparedBuilds, chance: Random) -> None:
    """Link to a picture's own file, or no more."""
    name = chance.choice(sorted(builds.publication.stories))
    builds.publication.change(name, shows=chance.choice(FILES), saves=chance.choice((None, *FILES)))


def set_ratios(builds: ComparedBuilds, chance: Random) -> None:
    builds.publication.set(PICTURES={"ratios": chance.random() < 0.5})


def lose_developed(builds: ComparedBuilds, chance: Random) -> None:
    """Empty a cache, lose half of it, damage files in it, or take that of another machine."""
    caches = builds.caches
    cache, other = chance.sample(caches, 2)
    kept = sorted(path for path in cache.glob("*/*") if path.is_dir())
    match chance.choice(("empty", "half", "damage", "description", "other")):
        case "empty":
            shutil.rmtree(cache, ignore_errors=True)
        case "half":
            for folder in kept[::2]:
                shutil.rmtree(folder)
        case "damage":
            for file in (file for folder in kept for file in folder.iterdir() if chance.random() < 0.3):
                file.write_bytes(file.read_bytes()[:-9])
        case "description":
            for folder in kept[::2]:
                (folder / "about.json").write_text("{}", encoding="utf-8")
        case _ if other.is_dir():
            shutil.rmtree(cache, ignore_errors=True)
            shutil.copytree(other, cache)


PICTURE_EDITS: tuple[Edit, ...] = (*(repaint, swap, rename, damage, aim, aim, offer_file, set_ratios, lose_developed),)
