"""Posts, videos and episodes of other sites: the sites, and the words that cards show of them."""
