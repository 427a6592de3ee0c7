"""Addresses and requests on the web."""
