from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.plan.size_limits import LIMITS, over_limits
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.target_names import SCHEMES

CLIP = "files/0123456789ab/clip.mp4"


def plan(size: int) -> PublishPlan:
    file = PublishedFile(sha256="0", bytes=size)
    return PublishPlan(new=[CLIP], files={CLIP: file}, after=Count(1, 0, size))


def test_a_file_that_the_host_does_not_take_is_told_before_it_is_sent() -> None:
    (told,) = over_limits("cloudflare://project", plan(30_000_000))

    assert told == (
        f"{CLIP} has 30.0 MB, and Cloudflare Pages takes 26.2 MB of a file; make it smaller, link to it on another "
        "host, or publish to a bucket or a server."
    )


def test_a_site_that_is_too_large_is_told() -> None:
    (told,) = over_limits("pages://_site", plan(1_400_000_000))

    assert told.startswith("The site has 1.4 GB, and GitHub Pages, like GitLab Pages, takes 1.0 GB; ")


def test_all_else_is_taken() -> None:
    assert [*over_limits("cloudflare://project", plan(25 * 2**20))] == []
    assert [
        told for target in ("s3://bucket", "ssh://host/x", "published") for told in over_limits(target, plan(10**12))
    ] == []


def test_limits_are_of_targets_that_there_are() -> None:
    assert LIMITS.keys() <= {*SCHEMES}
