"""Forms that GitHub, Ghost and Word have taught authors, brought into those that Python-Markdown reads."""
