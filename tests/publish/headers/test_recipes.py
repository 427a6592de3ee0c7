"""Recipes of the operators' pages, beside those of the web servers: settings, commands, files of other programs."""

import ast
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from plugins.publish.headers.server_rules import nginx_rules
from plugins.publish.settings import PublishSettings
from plugins.publish.site.address_rules import AddressRules
from tests.conftest import ROOT
from tests.publish.headers.web_servers import PATH, get, running

PAGES = ("operators.md", "own-server.md", "headers.md", "purging.md", "platforms.md")
RELOAD_SECONDS = 10


def blocks(page: str, language: str = "") -> list[str]:
    """Return the blocks of code in one language on a page of the documentation."""
    text = (ROOT / "docs" / page).read_text()
    return [
        code for kind, code in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE) if kind == language
    ]


def command(page: str, start: str) -> str:
    """Return the command on a page that begins with these words."""
    lines = [line for block in blocks(page) for line in block.splitlines()]
    return next(line for line in lines if line.startswith(start))


def publish_settings() -> list[tuple[str, dict[str, Any]]]:
    """Return every `PUBLISH` that the pages show, and every `purge`, by the page."""
    found = []
    for page in PAGES:
        for code in blocks(page, "python"):
            values = [node for node in ast.parse(code).body if isinstance(node, ast.Assign)]
            found += [
                (page, ast.literal_eval(node.value)) for node in values if ast.unparse(node.targets[0]) == "PUBLISH"
            ]
    purges = re.findall(r"`(\{\"provider\": [^`]*\})`", (ROOT / "docs" / "purging.md").read_text())
    return found + [("purging.md", {"purge": ast.literal_eval(purge)}) for purge in purges]


@pytest.mark.parametrize(("page", "values"), publish_settings())
def test_settings_are_such_as_there_are(page: str, values: dict[str, Any]) -> None:
    found = PublishSettings.model_validate(values).model_dump(exclude_unset=True)

    assert found.keys() == values.keys(), page


def test_every_network_is_shown() -> None:
    shown = {values["purge"]["provider"] for _, values in publish_settings() if "purge" in values}

    assert shown == {"cloudfront", "cloudflare", "fastly", "bunny"}


def test_nginx_takes_new_headers_without_a_stop(tmp_path: Path) -> None:
    (tmp_path / "site" / "old").mkdir(parents=True)
    (tmp_path / "site" / "old" / "index.html").write_text("a page that leads on")
    (tmp_path / "headers").write_text("")
    (tmp_path / "new").write_text(nginx_rules(AddressRules(redirects={"/old/": "/new/"})))
    with running("nginx", tmp_path, reloads=True) as port:
        before = get(port, "/old/").status
        (tmp_path / "bin").mkdir()
        script = tmp_path / "bin" / "nginx"
        script.write_text(f'#!/bin/sh\nPATH={PATH} exec nginx -e stderr -c {tmp_path / "configuration"} "$@"\n')
        script.chmod(0o755)
        line = command("headers.md", "make headers FORMAT=nginx WITH=")
        made, _, then = line.partition(">")
        line = f"cat {tmp_path / 'new'} >{then}".replace("/etc/nginx/publication-headers", str(tmp_path / "headers"))
        subprocess.run(line, shell=True, check=True, cwd=tmp_path, env={"PATH": f"{tmp_path / 'bin'}:{PATH}"})
        end = time.monotonic() + RELOAD_SECONDS
        while (status := get(port, "/old/").status) == before and time.monotonic() < end:
            time.sleep(0.02)

    assert made == "make headers FORMAT=nginx WITH=/etc/nginx/publication-headers "
    assert (before, status) == (200, 301)


def test_cloudfront_takes_the_function() -> None:
    words = shlex.split(command("headers.md", "aws cloudfront create-function"))[3:]
    given = dict(zip(words[::2], words[1::2], strict=True))
    settings = dict(pair.split("=") for pair in given["--function-config"].split(","))
    asked = {"Name": given["--name"], "FunctionConfig": settings, "FunctionCode": b"function handler(event) {}"}
    service = botocore.session.get_session().get_service_model("cloudfront")
    shape = service.operation_model("CreateFunction").input_shape

    assert ParamValidator().validate(asked, shape).generate_report() == ""
    assert settings["Runtime"] in service.shape_for("FunctionRuntime").enum
    assert (
        given["--function-code"]
        == f"fileb://{command('headers.md', 'make headers FORMAT=cloudfront-function').split('>')[1]}"
    )


def test_ssh_reads_the_settings(tmp_path: Path) -> None:
    if shutil.which("ssh") is None:
        pytest.skip("no ssh here; install it: sudo apt-get install openssh-client")
    (tmp_path / "config").write_text(next(block for block in blocks("own-server.md") if block.startswith("Host ")))
    done = subprocess.run(
        ["ssh", "-G", "-F", tmp_path / "config", "example.com"], check=True, capture_output=True, text=True
    )

    assert {"user publisher", "identityfile /run/secrets/key", "userknownhostsfile /path/to/known_hosts"} <= set(
        done.stdout.splitlines()
    )
