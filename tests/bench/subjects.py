"""What is measured: the kit and its peers, each with its command and with what it leaves behind."""

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench import peers
from tests.conftest import ROOT

CACHE = ROOT / ".cache" / "bench"
ENVIRONMENTS = CACHE / "peers"
PELICAN = ("-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal=errors")
PLUGINS = 'PLUGINS=["related_posts","share_post","sitemap","neighbors"]'
CACHING = ("CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", "GZIP_CACHE=false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One generator in one configuration."""

    name: str
    title: str
    form: str
    """The format of its publication."""
    program: str
    """`python` or `hugo`."""
    arguments: tuple[str, ...]
    output: str
    """Folder of what it makes, below that of the publication."""
    state: tuple[str, ...] = ()
    """What else it leaves there, which a cold build must not find."""
    environment: str = ""
    """Where it is installed; empty for the kit, which runs with the Python that runs this."""
    scenarios: tuple[str, ...]
    """For peers, those that differ from one another: a generator that always builds all has two."""

    @property
    def shown_command(self) -> str:
        return " ".join((self.program, *(f"'{word}'" if '"' in word else word for word in self.arguments)))

    def command(self) -> tuple[str | Path, ...]:
        """Return what to run; installs the program if need be."""
        if self.program == "hugo":
            return (peers.hugo(ENVIRONMENTS), *self.arguments)
        python = peers.environment(self.environment, ENVIRONMENTS) if self.environment else Path(sys.executable)
        return (python, *self.arguments)

    def found_versions(self) -> dict[str, str]:
        return peers.versions(self.environment, ENVIRONMENTS) if self.environment else {}


KIT = Subject(
    name="kit",
    title="Lowdown",
    form="kit",
    program="python",
    arguments=("-m", "pelican", "content", "-s", "benchconf.py", "-o", "output", "--fatal=errors"),
    output="output",
    state=("output.stet",),
    scenarios=("cold", "unchanged", "body", "title", "new"),
)
PEERS = (
    Subject(
        name="hugo",
        title="Hugo, same blocks",
        form="hugo",
        program="hugo",
        arguments=("--quiet",),
        output="public",
        state=("resources",),
        environment="hugo",
        scenarios=("cold", "body"),
    ),
    Subject(
        name="pelican-plugins",
        title="Pelican with plugins, same blocks",
        form="pelican",
        program="python",
        arguments=(*PELICAN, "-e", PLUGINS),
        output="output",
        environment="pelican-plugins",
        scenarios=("cold",),
    ),
    Subject(
        name="pelican-cache",
        title="Pelican with its reader cache",
        form="pelican",
        program="python",
        arguments=(*PELICAN, "-e", *CACHING),
        output="output",
        state=("cache",),
        environment="pelican",
        scenarios=("cold", "body"),
    ),
)
SUBJECTS = {subject.name: subject for subject in (KIT, *PEERS)}
