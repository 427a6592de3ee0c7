"""Words and terms of texts in any language, as rankings compare them."""
