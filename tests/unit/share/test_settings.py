import pytest

from plugins.newsroom.settings import settings_problems
from plugins.share.networks import NETWORKS
from plugins.share.settings import ShareSettings


def test_every_network_is_linked_unless_set() -> None:
    assert ShareSettings().networks == tuple(NETWORKS)


@pytest.mark.parametrize(
    ("settings", "what", "remedy"),
    [
        (
            {"networks": ["x", "facebok"]},
            "SHARE.networks: unknown network 'facebok'",
            "did you mean 'facebook'?",
        ),
        (
            {"networks": ["??"]},
            "SHARE.networks: unknown network '??'",
            f"known are: {', '.join(NETWORKS)}",
        ),
        ({"networks": ["x", "x"]}, "SHARE.networks: network 'x' stands there twice", "leave one out"),
        ({"via": "@lowdown"}, "SHARE.via: '@lowdown' is no handle on X", "write 1 to 15 letters, digits or _, no @"),
        ({"via": "x" * 16}, f"SHARE.via: '{'x' * 16}' is no handle on X", "write 1 to 15 letters, digits or _, no @"),
        (
            {"source_mark": "a=b&c=d"},
            "SHARE.source_mark: 'a=b&c=d' is no source mark",
            "write it as name=value, such as from=share",
        ),
        ({"network": []}, "unknown setting 'SHARE.network'", "did you mean 'networks'?"),
    ],
)
def test_a_mistake_is_a_problem(settings: dict[str, object], what: str, remedy: str) -> None:
    (problem,) = settings_problems(ShareSettings, {"SHARE": settings}, "SHARE")

    assert (problem.what, problem.remedy) == (what, remedy)
