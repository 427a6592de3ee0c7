"""Limits of hosts: files and sites that they do not take, told before anything is sent."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.wording import size


class SizeLimits(NamedTuple):
    """Sizes in bytes that a host takes at most; None where it says nothing of them."""

    host: str
    file: int | None = None
    site: int | None = None


LIMITS: Mapping[str, SizeLimits] = {
    "cloudflare": SizeLimits("Cloudflare Pages", file=25 * 2**20),
    "firebase": SizeLimits("Firebase Hosting", file=2 * 10**9),
    "pages": SizeLimits("GitHub Pages, like GitLab Pages,", site=10**9),
}
"""By scheme of the target, as the hosts' own pages have it. Netlify names none, and buckets and servers take all."""


def over_limits(target: str, plan: PublishPlan) -> Iterator[str]:
    """Yield a sentence for each file that the host of a target does not take, and for a site that is too large."""
    limits = LIMITS.get(target.partition("://")[0].lower())
    if limits is None:
        return
    for path, file in plan.files.items():
        if limits.file is not None and file.bytes > limits.file:
            remedy = "make it smaller, link to it on another host, or publish to a bucket or a server"
            yield f"{path} has {size(file.bytes)}, and {limits.host} takes {size(limits.file)} of a file; {remedy}."
    if limits.site is not None and plan.after.bytes > limits.site:
        remedy = "put large files elsewhere, or publish to a bucket or a server"
        yield f"The site has {size(plan.after.bytes)}, and {limits.host} takes {size(limits.site)}; {remedy}."
