"""Drawings in SVG: read, and written anew without anything that does more than draw."""
