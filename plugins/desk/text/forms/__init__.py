"""Forms: blocks of a text that are more than prose, such as a box, recognised on its tree."""
