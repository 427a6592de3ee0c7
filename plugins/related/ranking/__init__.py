"""How similar articles are: features, weights and scores."""
