"""Purging the caches of content delivery networks."""
