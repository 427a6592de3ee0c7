"""Overrides: checks of the publisher's own templates and styles, and copies of the theme's to begin one with."""
