import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from plugins.stet.facts import digest_of
from plugins.stet.stable_value import stable_value
from tests.conftest import ROOT


class Extension:
    """Something that says nothing of what is in it."""

    def __init__(self, **config: Any) -> None:
        self.config = config

    def run(self) -> None:
        """Do nothing."""


class Named:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Named({self.name!r})"


def function(source: str) -> Callable[..., Any]:
    """Return the function `f` of some source."""
    space: dict[str, Any] = {}
    exec(compile(source, "pelicanconf.py", "exec"), space)
    found: Callable[..., Any] = space["f"]
    return found


def adding(number: int) -> Callable[[int], int]:
    return lambda value: value + number


DIFFERENT = [
    (1, 2),
    (1, True),
    (1, "1"),
    ("1", b"1"),
    ([1, 2], [2, 1]),
    ({"a": 1}, {"a": 2}),
    ({"a": 1}, {"b": 1}),
    ({1: "a"}, {"1": "a"}),
    ({"a": {"b": [1]}}, {"a": {"b": [2]}}),
    ({1, 2}, {1, 3}),
    (PurePosixPath("a"), PurePosixPath("b")),
    (function("def f(x): return x + 1"), function("def f(x): return x + 2")),
    (function("def f(x): return a(x)"), function("def f(x): return b(x)")),
    (function("def f(x): return map(lambda y: y + 1, x)"), function("def f(x): return map(lambda y: y + 2, x)")),
    (function("def f(x=1): return x"), function("def f(x=2): return x")),
    (function("def f(*, x=1): return x"), function("def f(*, x=2): return x")),
    (adding(1), adding(2)),
    (partial(adding, 1), partial(adding, 2)),
    (partial(adding(1)), partial(adding(2))),
    (Extension(a=1), Extension(a=2)),
    (Extension(a=1).run, Extension(a=2).run),
    (Named("a"), Named("b")),
]
SAME: list[Callable[[], Any]] = [
    lambda: {"a": 1, "b": {"c": (1, 2)}},
    lambda: {"x", "y", "z"},
    lambda: Extension(a=[1], b=adding),
    lambda: Extension(a=Extension(b=1)),
    lambda: Extension(a=1).run,
    lambda: adding(1),
    lambda: partial(adding, 1),
    lambda: Path("a/b"),
]


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_what_means_something_else_is_another_value(one: Any, two: Any) -> None:
    assert digest_of(stable_value(one)) != digest_of(stable_value(two))


@pytest.mark.parametrize("make", SAME)
def test_what_was_made_again_is_the_same_value(make: Callable[[], Any]) -> None:
    assert digest_of(stable_value(make())) == digest_of(stable_value(make()))


def test_dicts_and_sets_have_no_order() -> None:
    assert stable_value({"a": 1, "b": 2}) == stable_value({"b": 2, "a": 1})
    assert stable_value({3, 1, 2}) == stable_value({2, 3, 1})


def test_a_function_that_moves_down_its_file_is_the_same() -> None:
    inner = "def f(x):\n    return map(lambda y: y + 1, x)\n"

    assert stable_value(function(inner)) == stable_value(function(f"\n\n{inner}"))


def test_a_function_that_calls_itself_is_a_value() -> None:
    found = function("def make():\n    def inner(n): return inner(n - 1)\n    return inner\nf = make()\n")

    assert stable_value(found) == stable_value(found)


def test_every_process_has_the_same_value() -> None:
    """Python takes the members of a set in another order each time."""
    program = (
        "from plugins.stet.stable_value import stable_value; from plugins.stet.facts import digest_of;"
        "print(digest_of(stable_value(({'a', 'b', 'c', 'd'}, lambda x: x in {'a', 'b', 'c', 'd'}))).hex())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True)
        for seed in ("1", "2", "3")
    ]

    assert runs[0].stdout
    assert len({run.stdout for run in runs}) == 1
