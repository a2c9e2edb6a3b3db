"""The three levels of the map: the district, the floors of a building, one floor."""
