"""Forms of texts as pages and feeds have them: boxes, players, embeds, galleries, tables of data."""
