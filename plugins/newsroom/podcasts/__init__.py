"""Podcasts: what a publication says of one, and the categories that directories sort them into."""
