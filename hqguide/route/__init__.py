"""A list into one timed walk: which counter for which item, in what order, floor by floor."""
