"""Tables of data files: their rows, and the numbers that stand in their columns. Values only: no page, no drawing."""
