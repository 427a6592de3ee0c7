"""Files of a kept release on a server, brought from there to be published again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import PublishedFile, hash_file
from plugins.publish.targets.server.connection import ServerConnection


@dataclass(frozen=True, slots=True)
class Fetched:
    """Files of a release that are brought from the server when the first of them is asked for."""

    remote: ServerConnection
    release: str
    wanted: Sequence[str]
    """What is different from the release that readers have, which is what going back needs."""
    folder: Path

    def find(self, path: str, file: PublishedFile) -> Path:
        place = self.folder / path
        if not place.is_file():
            self.remote.fetch(f"releases/{self.release}", self.wanted if path in self.wanted else [path], self.folder)
        if hash_file(place) != file.sha256:
            raise PublishError(f"{path} of release {self.release} is damaged on the server; go back to another one")
        return place
