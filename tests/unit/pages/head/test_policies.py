from typing import get_args

import pytest

from plugins.pages.head.policies import POLICIES, policy_page_kind
from plugins.pages.head.vocabulary import AboutPage, NewsMediaOrganization, WebPage
from plugins.pages.settings import PolicyName


def test_every_name_has_its_property_of_the_publisher() -> None:
    assert [*POLICIES] == [*get_args(PolicyName)]
    assert {term for term in POLICIES.values() if term} <= {*NewsMediaOrganization.__dataclass_fields__}


@pytest.mark.parametrize(("slug", "kind"), [("us", AboutPage), ("rules", WebPage), ("other", WebPage)])
def test_some_pages_have_a_kind_of_their_own(slug: str, kind: type[WebPage]) -> None:
    assert policy_page_kind({"about": "us", "principles": "rules"}, slug) is kind
