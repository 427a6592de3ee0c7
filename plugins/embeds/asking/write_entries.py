"""Entries of `embeds.toml` as text: new ones go to its end, and what is there stays as people have written it."""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from plugins.embeds.asking.save_pictures import write_whole
from plugins.newsroom.embeds.embed_cache import KEYS, EmbedNotes

_HEADING = "# Words on cards of embeds. `make embeds` adds what is missing; change them as you like.\n"


def entry_text(address: str, notes: EmbedNotes, fetched: datetime.date) -> str:
    """Return one entry; empty keys are left out."""
    values = asdict(notes) | {"fetched": fetched}
    lines = (f"{key} = {_value(values[key])}\n" for key in KEYS if values[key])
    return f"[{_value(address)}]\n{''.join(lines)}"


def append_entries(path: Path, entries: Iterable[str]) -> None:
    """Append entries to the file, as it is now. Raises OSError."""
    data = path.read_bytes() if path.exists() else b""
    write_whole(path, with_entries(data, entries))


def with_entries(data: bytes, entries: Iterable[str]) -> bytes:
    """Return the file with entries behind all that it has, and with its ends of lines."""
    before = data.decode("utf-8")
    heading = "" if before.strip("\ufeff \r\n") else _HEADING
    added = heading + ("" if heading or before.endswith("\n") else "\n") + "".join(f"\n{entry}" for entry in entries)
    return (before + (added.replace("\n", "\r\n") if "\r\n" in before else added)).encode()


def differences(known: EmbedNotes, now: EmbedNotes) -> Iterator[str]:
    """Yield a line for each key that a host says otherwise than the file; the picture's file is not compared."""
    for key in ("title", "text", "author", "date", "did"):
        old, new = getattr(known, key), getattr(now, key)
        if new and old != new:
            yield f"{key} = {_value(old) if old else 'nothing'}, and now {_value(new)}"


def _value(value: object) -> str:
    """Return a value as TOML has it: a string of JSON is one of TOML."""
    return value.isoformat() if isinstance(value, datetime.date) else json.dumps(str(value), ensure_ascii=False)
