"""Imports the kit and the libraries that it imports late, so that processes forked from here need not."""

import gc
import importlib
from pathlib import Path

from pelican.plugins._utils import get_namespace_plugins

PLUGINS = Path(__file__).parents[2] / "plugins"
LATE = (
    "minify_html",
    "numpy",
    *(
        f"PIL.{name}"
        for name in ("Image", "ImageCms", "ImageOps", "AvifImagePlugin", "JpegImagePlugin", "PngImagePlugin")
    ),
    "pelican",
    "rich.status",
    "rich.table",
    "yaml",
)
EXTENSIONS = [f"markdown.extensions.{name}" for name in ("codehilite", "extra", "sane_lists", "toc")]


def preload() -> None:
    """Import every module of the plugins, and libraries that they import at their first use."""
    for name in LATE:
        importlib.import_module(name)
    get_namespace_plugins()  # others of the machine, which Pelican imports in every build, wanted or not
    for path in sorted(PLUGINS.rglob("*.py")):
        if path.name != "__main__.py":
            importlib.import_module(".".join(path.relative_to(PLUGINS.parent).with_suffix("").parts))
    converter = importlib.import_module("plugins.desk.text.markdown").MarkdownConverter
    converter({"extensions": EXTENSIONS})  # compiles the regular expressions of these extensions, and of the kit's own
    gc.freeze()  # keeps the collector from touching, and so copying, pages of memory that forked processes share
