"""Settings, which may hold anything, as plain values that have a digest."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import partial
from pathlib import PurePath
from types import CodeType, FunctionType, MethodType
from typing import Any

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")

_SIMPLE = (str, bytes, int, float, type(None))
_KNOWN = (*_SIMPLE, Mapping, list, tuple, Set, PurePath, FunctionType)


def stable_value(value: Any) -> Any:
    """Return a plain value that is another one wherever `value` means something else.

    Of a function it holds the code and the values that it was made with, not the functions that it calls: the digest of
    the code stands for those.
    """
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, Mapping):
        return (
            "mapping",
            *sorted(((repr(stable_value(key)), stable_value(inner)) for key, inner in value.items()), key=repr),
        )
    if isinstance(value, list | tuple):
        return tuple(stable_value(inner) for inner in value)
    if isinstance(value, Set):
        return ("set", *sorted((stable_value(inner) for inner in value), key=repr))
    if isinstance(value, PurePath):
        return value.as_posix()
    if isinstance(value, FunctionType):
        made_with = stable_value((value.__defaults__, value.__kwdefaults__))
        return (value.__qualname__, stable_value(value.__code__), made_with, tuple(_closure(value)))
    if isinstance(value, CodeType):
        return ("code", value.co_code, value.co_names, stable_value(value.co_consts))
    if isinstance(value, partial):
        return ("partial", stable_value(value.func), stable_value(value.args), stable_value(value.keywords))
    if isinstance(value, MethodType):
        return ("method", stable_value(value.__func__), stable_value(value.__self__))
    return (type(value).__qualname__, _ADDRESS.sub("", repr(value)), *_state(value))


def _closure(function: FunctionType) -> Iterator[Any]:
    """Yield the values around a function that it goes by; of functions, itself perhaps among them, the code alone."""
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        try:
            found = cell.cell_contents
        except ValueError:  # nothing was put there yet
            continue
        yield name, stable_value(found.__code__ if isinstance(found, FunctionType) else found)


def _state(value: object) -> Iterator[Any]:
    """Yield the attributes of an object without a `repr` of its own; of objects in them, only the class."""
    if type(value).__repr__ is object.__repr__:
        for name, inner in sorted(getattr(value, "__dict__", {}).items()):
            yield name, stable_value(inner) if isinstance(inner, _KNOWN) else type(inner).__qualname__
