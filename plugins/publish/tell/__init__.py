"""Telling hubs and search engines which addresses a release has changed."""
