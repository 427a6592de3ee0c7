"""Moving something of the content to another address, with all that names it: `make move`."""
