"""What is published: the files of a build or of a release, with their versions."""
