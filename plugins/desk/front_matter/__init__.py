"""Front matter: split from the text, parsed, and checked against its schema."""
