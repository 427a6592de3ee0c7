"""Words that readers see, by language, with the publisher's own in their place; the way dates and lists are written."""
