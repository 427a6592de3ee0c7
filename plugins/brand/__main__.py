"""The command `python -m plugins.brand check`: what is wrong with `content/brand/` and `BRAND`."""

import sys
from argparse import ArgumentParser
from contextlib import suppress

from pelican.settings import read_settings as read_pelican_settings

from plugins.brand.read_look import read_look
from plugins.brand.settings import BrandSettings
from plugins.newsroom.problem_report import FORMATS, as_noted, read_json
from plugins.newsroom.problems import has_errors, has_warnings
from plugins.newsroom.settings import settings_problems
from plugins.newsroom.settings_places import unread_settings_told


def main(arguments: list[str]) -> int:
    """Run the command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.brand", description="The look of the publication.")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the publication's settings")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report what is wrong with its files and colours")
    check.add_argument("--strict", action="store_true", help="end with status 1 for warnings too")
    check.add_argument("--format", choices=FORMATS, default="text", help="text, JSON, or annotations for GitHub")
    check.add_argument(
        "--join", action="store_true", help="read a report in JSON from the input, and print both as one"
    )
    asked = parser.parse_args(arguments)
    settings = read_pelican_settings(asked.settings)
    mistakes = settings_problems(BrandSettings, settings, "BRAND")
    found = read_json(sys.stdin.read()) if asked.join else []
    problems = [*found, *(mistakes or read_look(settings)[1])]
    is_wrong = has_errors(problems) or (asked.strict and has_warnings(problems))
    if problems or asked.format == "json":
        is_said = is_wrong and asked.format == "text"
        print(FORMATS[asked.format](problems, as_noted), file=sys.stderr if is_said else sys.stdout)
    return 1 if is_wrong else 0


if __name__ == "__main__":
    with suppress(BrokenPipeError), unread_settings_told():
        sys.exit(main(sys.argv[1:]))
