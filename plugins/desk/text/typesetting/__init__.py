"""Text set as newspapers set it: quotes and dashes by language, and Typogrify's spans for the style sheet."""
