"""Plan of a release: its changes, their order, the guards against accidents, and the words for all that."""
