"""The files of the content folder, and the entry that is kept of each."""
