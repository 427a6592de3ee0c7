"""A folder on this machine or a mounted disk."""
