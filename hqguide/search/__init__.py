"""A query into ranked places: what it means, who is known to sell it, how fresh that knowledge is."""
