"""A publication of one's own: started in place of the demonstration, kept up to date with the kit's releases."""
