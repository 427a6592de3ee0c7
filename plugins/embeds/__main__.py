"""The command `python -m plugins.embeds fetch`: the words and pictures of cards, from the hosts of embeds."""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path, PurePosixPath
from typing import Any

from pelican.settings import read_settings as read_pelican_settings

from plugins.embeds.asking.ask_hosts import Round
from plugins.embeds.asking.careful_get import Reach
from plugins.embeds.asking.fetch import Fetching, Use
from plugins.embeds.settings import EmbedsSettings
from plugins.newsroom import clock
from plugins.newsroom.embeds.host_settings import table_of
from plugins.newsroom.problems import report
from plugins.newsroom.settings import settings_problems
from plugins.newsroom.settings_places import unread_settings_told
from plugins.stet.die_with_parent import outlive_readers


def main(arguments: list[str]) -> int:
    """Run the command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.embeds", description="Videos, posts and episodes of other sites.")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the publication's settings")
    commands = parser.add_subparsers(dest="command", required=True)
    fetch = commands.add_parser("fetch", help="ask hosts for the words that cards lack, into embeds.toml")
    fetch.add_argument("address", nargs="*", help="only these embeds; all that texts show if none is given")
    fetch.add_argument(
        "--refresh", action="store_true", help="ask anew for those that have words, and say what changed"
    )
    asked = parser.parse_args(arguments)
    settings = read_pelican_settings(asked.settings)
    if mistakes := settings_problems(EmbedsSettings, settings, "EMBEDS"):
        print(report(mistakes), file=sys.stderr)
        return 1
    used = {address: Use() for address in asked.address} if asked.address else _used(asked)
    return 1 if used is None else _fetching(settings).run(used, is_again=asked.refresh)


def _fetching(settings: dict[str, Any]) -> Fetching:
    root = Path(settings["PATH"])
    site = settings.get("SITEURL") or ""
    agent = f"make-embeds/1 ({site})" if site else "make-embeds/1"
    return Fetching(
        round=Round(table=table_of(settings), root=root, reach=Reach(agent=agent)),
        shown_root=PurePosixPath(root.relative_to(Path.cwd()) if root.is_relative_to(Path.cwd()) else root).as_posix(),
        day=clock.now().date(),
        say=print,
        complain=lambda line: print(line, file=sys.stderr),
    )


def _used(asked: Namespace) -> dict[str, Use] | None:
    """Return the embeds of all texts, which the desk reads, with the places that name them; None where it cannot."""
    command = [sys.executable, "-m", "plugins.desk", "--settings", asked.settings, "embeds"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        return None
    return {address: Use(*use) for address, use in json.loads(done.stdout).items()}


if __name__ == "__main__":
    outlive_readers()
    with unread_settings_told():
        sys.exit(main(sys.argv[1:]))
