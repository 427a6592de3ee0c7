"""Networks in front of a publication (CDN), whose copies are purged after a release."""
