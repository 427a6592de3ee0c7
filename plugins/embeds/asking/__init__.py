"""Asks the hosts of embeds for the words of cards, when somebody runs `make embeds`, and never in a build."""
