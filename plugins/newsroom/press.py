"""Names of what turns models into bytes; a kind of output says which of them its models are for."""

THEME = "theme"
"""Prints page models with the theme's templates; `plugins.press`."""

ATOM = "atom"
"""Writes feeds; `plugins.feeds`."""

COPY = "copy"
"""Hands on a file as it is; `plugins.press`."""
