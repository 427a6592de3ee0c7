"""The reference of all settings, `docs/settings.md`, from the settings classes themselves."""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

from pydantic.fields import FieldInfo

from plugins.newsroom.settings import PluginSettings

INTRODUCTION = """\
# Settings

Each plugin has one dict in `pelicanconf.py`; Pelican's own settings stand beside them and mean what Pelican's
documentation says. `publishconf.py` holds what differs in production. A setting that does not exist, or a value that
cannot work, stops the build and is named with its line.

`PLUGINS` names the plugins one by one. `desk`, `pictures`, `attachments`, `brand`, `pages`, `press` and `stet` make
every page and are needed. A publication can leave out `related` (related articles, don't-miss, `/coverage/`), `share`
(share links), `cta` (Telegram and newsletter), `promos` (the promotion banner), `share_cards` (pictures that links
are shown with), `embeds` (cards of other sites' videos and posts that open in place), `feeds` (feeds, and every link
to them), `sitemaps` and `crawlers` (`robots.txt`, and articles as Markdown). The dict of one
that is left out is told as unused.

`DEFAULT_LANG` is the language of the publication: of the words around the articles ("Don't miss", "Related", "Tags",
labels, months), and of articles that name none. [words.md](words.md) has the languages, and how to change a phrase.

This page is written by `make docs`; change the plugin's `settings.py`, not this file.
"""


def settings_reference(models: Mapping[str, type[PluginSettings]]) -> str:
    """Return the reference as Markdown; `models` holds each plugin's settings by the name of its dict."""
    sections = (section for key, model in sorted(models.items()) for section in _sections(f"`{key}`", model))
    return "\n".join([INTRODUCTION, *sections])


def _sections(title: str, model: type[PluginSettings]) -> Iterator[str]:
    """Yield the section of `model`, then those of the groups inside it."""
    meanings = _meanings(model)
    rows = "\n".join(_row(name, field, meanings.get(name, "")) for name, field in model.model_fields.items())
    about = " ".join((model.__doc__ or "").split())
    yield f"## {title}\n\n{about}\n\n| Setting | Default | Meaning |\n|---|---|---|\n{rows}\n"
    for name, field in model.model_fields.items():
        for inner, key in _groups(field.annotation, field.discriminator):
            tags = get_args(inner.model_fields[key].annotation) if key else ()
            which = f", {' or '.join(map(repr, tags))}" if tags else ""
            yield from _sections(f"{title} → `{name}`{which}", inner)


def _row(name: str, field: FieldInfo, meaning: str) -> str:
    return f"| `{name}` | {_default(field)} | {' '.join((field.description or meaning).split())} |"


def _default(field: FieldInfo) -> str:
    """Return the default as it would be written in the settings file; that of a group stands with each of its own."""
    if field.is_required():
        return "needed"
    default = field.get_default(call_default_factory=True)
    return "below" if isinstance(default, PluginSettings) else f"`{default!r}`"


def _meanings(model: type[PluginSettings]) -> dict[str, str]:
    """Return the docstrings under the fields of a class and of those it comes from.

    Pydantic would take them for descriptions itself, by reading all sources at the start of every build.
    """
    found: dict[str, str] = {}
    for each in reversed([each for each in model.__mro__ if issubclass(each, PluginSettings)]):
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(each))).body
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for field, words in pairwise(body):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(words, ast.Expr)
                and isinstance(words.value, ast.Constant)
            ):
                found[ast.unparse(field.target)] = str(words.value.value)
    return found


def _groups(annotation: Any, key: Any = None) -> Iterator[tuple[type[PluginSettings], str | None]]:
    """Yield the settings classes inside a type, a union's all, each with the field that tells it from the others.

    That field is what pydantic calls the discriminator of the union.
    """
    if isinstance(annotation, type) and issubclass(annotation, PluginSettings):
        yield annotation, key if isinstance(key, str) else None
    for metadata in getattr(annotation, "__metadata__", ()):
        key = metadata.discriminator or key if isinstance(metadata, FieldInfo) else key
    for argument in get_args(annotation):
        yield from _groups(argument, key)
