"""Names under which plugins read what pages are made from, through the engine's view, and what stands behind each."""

ARTICLE = "article"
"""`newsroom.articles.Article`, by slug."""

BODY = "body"
"""`newsroom.articles.Body` of an article, by slug."""

CATEGORY, TAG, AUTHOR, TEXT_PAGE = "category", "tag", "author", "text page"
"""Values of those names in `newsroom.articles`, by slug."""

RELATED = "related"
"""`newsroom.choices.Related`: what to read after an article, by slug."""

COVERAGE = "coverage"
"""`newsroom.choices.Coverage`, by the empty name; in the preview only."""

SHARE = "share"
"""`newsroom.choices.ShareLinks` of an article, by slug."""

CALLS = "calls"
"""`newsroom.choices.Calls` of an article, by slug; of the publication, by the empty name."""

SITE = "site"
"""`newsroom.pages.Site`, by the empty name."""

PUBLICATION = "publication"
"""What all pages share; for the pages alone."""

TERMS = "terms"
"""Part of an article's text in the engine's store: `newsroom.terms.terms` of it."""
