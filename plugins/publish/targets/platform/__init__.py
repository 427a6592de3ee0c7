"""A hosting platform, through its own tool."""
