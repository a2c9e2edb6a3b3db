"""Traders' stock lists: imported once into a local index, then searched beside the guide's own places."""
