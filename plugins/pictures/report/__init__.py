"""Report on pictures for editors: what pages weigh, and which pictures want attention."""
