"""The agenda of the publication: all that is coming and all that is owed, for editors."""
