"""The HTTP headers of every file, and the formats in which servers are told them."""
