"""Languages: words and terms of texts, as rankings compare them, and the direction that text runs in."""
