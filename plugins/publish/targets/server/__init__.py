"""A server of one's own, over ssh."""
