"""Similarity of articles: features, weights and scores."""
