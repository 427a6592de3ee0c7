"""Front matter as all plugins know it: its schema, the types of its values, and slugs."""
