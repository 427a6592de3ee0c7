"""What the engine remembers of the last build, on disk."""
