"""The command `python -m plugins.brand check`: what is wrong with `content/brand/` and `BRAND`."""

import sys
from argparse import ArgumentParser

from pelican.settings import read_settings as read_pelican_settings

from plugins.brand.read_look import read_look
from plugins.brand.settings import BrandSettings
from plugins.newsroom.problem_report import add_check_options, end_check
from plugins.newsroom.settings import settings_problems
from plugins.newsroom.settings_places import unread_settings_told
from plugins.stet.die_with_parent import outlive_readers


def main(arguments: list[str]) -> int:
    """Run the command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.brand", description="The look of the publication.")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the publication's settings")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report what is wrong with its files and colours")
    add_check_options(check)
    asked = parser.parse_args(arguments)
    settings = read_pelican_settings(asked.settings)
    mistakes = settings_problems(BrandSettings, settings, "BRAND")
    return end_check(mistakes or read_look(settings)[1], asked)


if __name__ == "__main__":
    outlive_readers()
    with unread_settings_told():
        sys.exit(main(sys.argv[1:]))
