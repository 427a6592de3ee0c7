"""Feeds and podcasts, as the desk, the pages and the feeds know them."""
