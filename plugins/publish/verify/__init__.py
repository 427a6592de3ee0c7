"""A look at published pages through their public address."""
