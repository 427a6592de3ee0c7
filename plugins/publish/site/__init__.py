"""Sites to be published: the files of a build or of an earlier release, with the notes of the build."""
