"""Pages of a publication that say how it works, by what each is, for structured data."""

from collections.abc import Mapping

from plugins.pages.head.vocabulary import AboutPage, ContactPage, WebPage
from plugins.pages.settings import PolicyName

POLICIES: Mapping[PolicyName, str] = {
    "about": "",
    "contact": "",
    "principles": "publishing_principles",
    "corrections": "corrections_policy",
    "ethics": "ethics_policy",
    "ownership": "ownership_funding_info",
    "masthead": "masthead",
    "diversity": "diversity_policy",
    "feedback": "actionable_feedback_policy",
    "fact_checking": "verification_fact_checking_policy",
    "sources": "unnamed_sources_policy",
}
"""Names in `PAGES["policies"]`, each with the publisher's property; empty for a page that is no policy."""

_PAGES: Mapping[PolicyName, type[WebPage]] = {"about": AboutPage, "contact": ContactPage}


def policy_page_kind(policies: Mapping[PolicyName, str], slug: str) -> type[WebPage]:
    """Return the kind of page that the one with this slug is."""
    return next((_PAGES[name] for name, page in policies.items() if page == slug and name in _PAGES), WebPage)
