"""`python -m plugins.related SLUG`: the reasons for the related articles and the don't-miss line of an article."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from plugins.newsroom.problems import did_you_mean
from plugins.newsroom.settings_places import unread_settings_told
from plugins.related.explain_text import reasons_text
from plugins.related.plugin import WHY
from plugins.stet.die_with_parent import outlive_readers
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_rehearsal


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = ArgumentParser(prog="python -m plugins.related", description=__doc__)
    parser.add_argument("article", help="slug of an article, or its address")
    parser.add_argument("-s", "--settings", default="publishconf.py", help="settings of the build in question")
    parser.add_argument("-o", "--output", default="output", help="folder that it builds into")
    options = parser.parse_args(arguments)

    name = options.article.strip("/")

    def tell(engine: Engine) -> None:
        view = engine.view()
        if not view.offers(WHY):
            raise SystemExit("PLUGINS lacks 'plugins.related', so no article shows related ones; add it")
        try:
            print(reasons_text(view.read(WHY, name)))
        except LookupError as error:
            raise SystemExit(_unknown(name, error.args)) from None

    return run_rehearsal(options.settings, options.output, tell)


def _unknown(name: str, known: Sequence[str]) -> str:
    namesakes = sorted(other for other in known if other.endswith(f"/{name}"))
    if namesakes:
        return f"{len(namesakes)} articles are called {name!r}; name one of them: {', '.join(namesakes)}"
    hint = did_you_mean(name, known, "name it by its slug, the last part of its address")
    return f"no article {name!r} is in this build; {hint}"


if __name__ == "__main__":
    outlive_readers()
    with unread_settings_told():
        sys.exit(main(sys.argv[1:]))
