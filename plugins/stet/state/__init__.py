"""The results of the last build on disk: the output folder, and the state that the next build starts from."""
