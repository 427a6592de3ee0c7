"""The text of an article: Markdown, typography, and the links and pictures in it."""
