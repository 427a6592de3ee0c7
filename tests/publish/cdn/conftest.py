"""The networks' APIs as servers on this machine."""

from collections.abc import Iterator

import pytest

from tests.publish import networks
from tests.publish.networks import Api


@pytest.fixture
def cloudflare_api() -> Iterator[Api]:
    with Api(networks.cloudflare) as api:
        yield api


@pytest.fixture
def fastly_api() -> Iterator[Api]:
    with Api(networks.fastly) as api:
        yield api


@pytest.fixture
def bunny_api() -> Iterator[Api]:
    with Api(networks.bunny) as api:
        yield api
