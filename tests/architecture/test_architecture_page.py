"""The files that docs/architecture.md names are where it says, so that its recipes can be followed to the letter."""

import re

import pytest

from tests.architecture.source import ROOT, modules

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PARENTS = ("", "plugins", "theme", "theme/templates")
"""Folders that the page names files from."""
QUOTED = sorted(set(re.findall(r"`([^`\s]+)`", PAGE)))
PATHS = [word for word in QUOTED if re.fullmatch(r"[\w.-]+/[\w./-]*(?:\w/|\.(?:py|md|html|css|js|toml))", word)]
CONSTANTS = [word for word in QUOTED if re.fullmatch(r"[A-Z][A-Z_]{4,}", word)]


@pytest.mark.parametrize("path", PATHS)
def test_a_file_that_the_page_names_is_there(path: str) -> None:
    assert any((ROOT / parent / path).exists() for parent in PARENTS)


@pytest.mark.parametrize("name", CONSTANTS)
def test_a_constant_that_the_page_names_is_in_the_source(name: str) -> None:
    sources = [module.text for module in modules()] + [(ROOT / "pelicanconf.py").read_text(encoding="utf-8")]

    assert any(re.search(rf"\b{name}\b", source) for source in sources)
