"""Every check of content, in one file and between files."""
