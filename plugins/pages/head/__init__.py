"""The head of pages, for machines: addresses, feeds, what services show, structured data."""
