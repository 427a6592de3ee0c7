"""Commands for overrides: `python -m plugins.press override [TEMPLATE]`, `check` and `reference`."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.settings import read_settings as read_pelican_settings

from plugins.newsroom.problem_report import add_check_options, end_check
from plugins.newsroom.settings_places import unread_settings_told
from plugins.newsroom.words.words_of import words_of
from plugins.press.environment import ThemeEnvironment
from plugins.press.model_reference import model_reference
from plugins.press.overrides.check_overrides import override_problems
from plugins.press.overrides.copy_template import CopyError, copy_template, kit_version, listed_files
from plugins.press.overrides.origins import changed_origins, difference
from plugins.press.theme_files import ThemeFiles, folder_problems, overrides_of, template_folders
from plugins.stet.die_with_parent import outlive_readers

_REFERENCE = Path("docs/page-models.md")


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.press", description="Templates and styles of the publisher's own.")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the publication's settings")
    commands = parser.add_subparsers(dest="command", required=True)
    copy = commands.add_parser("override", help="copy a file of the theme, to change it; without a name, list all")
    copy.add_argument(
        "template", nargs="?", default="", help="components/card.html, or components/card.css for its styles"
    )
    check = commands.add_parser(
        "check", help="report what is wrong with own templates, and what has changed under them"
    )
    add_check_options(check)
    commands.add_parser("reference", help=f"write {_REFERENCE} from the code")
    asked = parser.parse_args(arguments)
    settings = read_pelican_settings(asked.settings)
    match asked.command:
        case "reference":
            _REFERENCE.write_text(model_reference(Path(settings["THEME"])), encoding="utf-8")
            print(_REFERENCE)
            return 0
        case "override":
            return _override(settings, asked.template)
    return _check(settings, asked)


def _override(settings: Mapping[str, Any], name: str) -> int:
    files = ThemeFiles(Path(settings["THEME"]), overrides_of(settings))
    if not name:
        print("\n".join(listed_files(files)))
        return 0
    try:
        print(copy_template(name, files, template_folders(settings)[0], kit_version()))
    except CopyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(settings: Mapping[str, Any], asked: Namespace) -> int:
    """Report on all overrides; changes of the theme below them are shown in the text only."""
    environment = ThemeEnvironment(Path(settings["THEME"]), words=words_of(settings), overrides=overrides_of(settings))
    changed = list(changed_origins(environment.files))
    own = [*folder_problems(settings), *override_problems(environment), *(each.problem for each in changed)]
    return end_check(own, asked, more=[difference(each) for each in changed])


if __name__ == "__main__":
    outlive_readers()
    with unread_settings_told():
        sys.exit(main(sys.argv[1:]))
