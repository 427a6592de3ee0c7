"""Entries put together: articles, sections and pages as newsroom values."""
