"""Development of a picture: the sizes to make, their encoding, and the recipe that all of it follows."""
