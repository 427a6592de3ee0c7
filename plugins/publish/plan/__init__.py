"""What a publication to a target would do, in which order, and what stands in its way."""
