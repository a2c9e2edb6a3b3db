"""Bills of materials into things to buy: readers by format, one normaliser, every row accounted for."""
