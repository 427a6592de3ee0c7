"""The targets of releases: one package a kind, behind one protocol."""
